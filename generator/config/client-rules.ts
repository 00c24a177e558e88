/**
 * What a config may say of the client and of what it sends.
 */
import type {
  CredentialConfig,
  CredentialNames,
  QueryConfig,
} from "./client-config.js";
import { identifierForm } from "./naming.js";
import { boolean, mapOf, object, oneOf, string, type Rule } from "./rule.js";

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

export const serversRule = mapOf(
  string(
    "an absolute URL, such as `https://api.example.com`",
    /^https?:\/\/[^\s?#]+$/i,
  ),
);

export const headerName = string(
  "the name of a header, such as `Idempotency-Key`",
  /^[\w!#$%&'*+.^`|~-]+$/,
);
