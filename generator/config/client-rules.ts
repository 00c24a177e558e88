/**
 * What a config may say of the client and of what it sends.
 */
import type {
  CallDefaultsConfig,
  ClientParameterConfig,
  DefaultsConfig,
  CredentialConfig,
  CredentialNames,
  MultipartConfig,
  QueryConfig,
} from "./client-config.js";
import { dottedForm, identifierForm } from "./naming.js";
import type { WebhooksConfig } from "./webhooks.js";
import { isRecord, type JsonObject } from "../openapi/records.js";
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

const clientMethod = "the path of a method, such as `webhooks.unwrap`";

const variable = /^[A-Za-z_]\w*$/;

const credentialNames = {
  option: string(
    "the name of an option, such as `apiKey`",
    identifierForm.plain,
  ),
  env: {
    expected:
      "the name of an environment variable, such as `ACME_KEY`, or false",
    accepts: (value) =>
      value === false || (typeof value === "string" && variable.test(value)),
    // That `true` is no such name is beyond JSON Schema as rules write it.
    schema: { type: ["string", "boolean"], pattern: variable.source },
  },
} satisfies Record<keyof CredentialNames, Rule>;

const credentialFields = {
  ...credentialNames,
  required: boolean,
  username: object(credentialNames),
  password: object(credentialNames),
  clientId: object(credentialNames),
  clientSecret: object(credentialNames),
} satisfies Record<keyof CredentialConfig, Rule>;

const webhooksFields = {
  verify: string(clientMethod, dottedForm.plain),
  parse: string(clientMethod, dottedForm.plain),
  secret: object(credentialNames),
} satisfies Record<keyof WebhooksConfig, Rule>;

export const webhooksRule = object(webhooksFields);

export const queryRule = object(queryFields);

const multipartFields = queryFields satisfies Record<
  keyof MultipartConfig,
  Rule
>;

export const multipartRule = object(multipartFields);

export const credentialsRule = mapOf(object(credentialFields));

export const headerName = string(
  "the name of a header, such as `Idempotency-Key`",
  /^[\w!#$%&'*+.^`|~-]+$/,
);

const notNegative: Rule = {
  expected: "a number that is not negative",
  accepts: (value) => typeof value === "number" && value >= 0,
  schema: { type: "number", minimum: 0 },
};

const callDefaultsFields = {
  timeout: notNegative,
  maxRetries: {
    expected: "a whole number from 0 on",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
    schema: { type: "integer", minimum: 0 },
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
  in: oneOf("path", "header", "query", "cookie", "client"),
  ...credentialNames,
  type: oneOf("string", "number", "boolean"),
  default: {
    expected: "a text, a number or a boolean, as `type` says",
    accepts: (value) => ["string", "number", "boolean"].includes(typeof value),
    schema: { type: ["string", "number", "boolean"] },
  },
  required: boolean,
  description: string("a text"),
} satisfies Record<keyof ClientParameterConfig, Rule>;

/** That a default is of the type that is named beside it is beyond JSON Schema as rules write it. */
const isOfItsType = ({ type = "string", default: value }: JsonObject) =>
  value === undefined || typeof value === type;

export const clientParametersRule = arrayOf({
  expected:
    "the name of a path parameter, or an object with `name`, `in` and a `default` of its `type`",
  accepts: (value) =>
    typeof value === "string"
      ? /\S/.test(value)
      : isRecord(value) &&
        value["name"] !== undefined &&
        value["in"] !== undefined &&
        isOfItsType(value),
  schema: {
    type: ["string", "object"],
    pattern: /\S/.source,
    required: ["name", "in"],
  },
  fields: clientParameterFields,
});

export const serversRule = mapOf(
  string(
    "an absolute URL, such as `https://api.example.com`",
    /^[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\s?#]+$/,
  ),
);

export const casingsRule: Rule = {
  expected: "an object",
  accepts: isRecord,
  // That only the case of the key may differ is beyond JSON Schema.
  schema: {
    type: "object",
    patternProperties: {
      "": { type: "string", pattern: /^[A-Za-z][A-Za-z\d]*$/.source },
    },
  },
  items: (key) => ({
    expected: `another spelling of the word \`${key}\`, of letters and digits`,
    accepts: (value) =>
      typeof value === "string" &&
      /^[A-Za-z][A-Za-z\d]*$/.test(value) &&
      value.toLowerCase() === key.toLowerCase(),
  }),
};
