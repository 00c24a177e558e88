/**
 * What a config may say of the client and of what it sends.
 */
import type {
  CallDefaultsConfig,
  ClientParameterConfig,
  DefaultsConfig,
  CredentialConfig,
  CredentialNames,
  QueryConfig,
} from "./client-config.js";
import { identifierForm } from "./naming.js";
import { isRecord } from "../openapi/records.js";
import {
  arrayOf,
  boolean,
  mapOf,
  object,
  oneOf,
  string,
  type Rule,
} from "./rule.js";

const queryFields = {
  arrays: oneOf("comma", "repeat", "indices", "brackets"),
  objects: oneOf("brackets", "dots"),
} satisfies Record<keyof QueryConfig, Rule>;

const credentialNames = {
  option: string("the name of an option, such as `apiKey`", identifierForm),
  env: string(
    "the name of an environment variable, such as `ACME_KEY`",
    /^[A-Za-z_]\w*$/,
  ),
} satisfies Record<keyof CredentialNames, Rule>;

const credentialFields = {
  ...credentialNames,
  required: boolean,
  username: object(credentialNames),
  password: object(credentialNames),
} satisfies Record<keyof CredentialConfig, Rule>;

export const queryRule = object(queryFields);

export const credentialsRule = mapOf(object(credentialFields));

export const headerName = string(
  "the name of a header, such as `Idempotency-Key`",
  /^[\w!#$%&'*+.^`|~-]+$/,
);

const notNegative: Rule = {
  expected: "a number that is not negative",
  accepts: (value) => typeof value === "number" && value >= 0,
};

const callDefaultsFields = {
  timeout: notNegative,
  maxRetries: {
    expected: "a whole number from 0 on",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
  },
  retry: oneOf("safe", "all"),
  headers: mapOf(string("the value of a header", /^[\t -~]*$/), headerName),
  query: mapOf(string("a text")),
} satisfies Record<keyof CallDefaultsConfig, Rule>;

const defaultsFields = {
  ...callDefaultsFields,
  operations: mapOf(object(callDefaultsFields)),
} satisfies Record<keyof DefaultsConfig, Rule>;

export const defaultsRule = object(defaultsFields);

const clientParameterFields = {
  name: string("the name of a parameter"),
  in: oneOf("path", "header", "query", "cookie"),
  ...credentialNames,
  default: string("a text"),
} satisfies Record<keyof ClientParameterConfig, Rule>;

export const clientParametersRule = arrayOf({
  expected: "the name of a path parameter, or an object with name and in",
  accepts: (value) =>
    typeof value === "string"
      ? /\S/.test(value)
      : isRecord(value) &&
        value["name"] !== undefined &&
        value["in"] !== undefined,
  fields: clientParameterFields,
});

export const serversRule = mapOf(
  string(
    "an absolute URL, such as `https://api.example.com`",
    /^https?:\/\/[^\s?#]+$/i,
  ),
);

export const casingsRule: Rule = {
  expected: "an object",
  accepts: isRecord,
  items: (key) => ({
    expected: `another spelling of the word \`${key}\`, of letters and digits`,
    accepts: (value) =>
      typeof value === "string" &&
      /^[A-Za-z][A-Za-z\d]*$/.test(value) &&
      value.toLowerCase() === key.toLowerCase(),
  }),
};
