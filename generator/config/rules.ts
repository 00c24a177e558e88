/**
 * What a config may contain, field by field; `check.ts` compares a config with it.
 */
import { isRecord } from "../openapi/records.js";
import { changeRule, releaseRule } from "./change-options.js";
import {
  casingsRule,
  clientParametersRule,
  credentialsRule,
  defaultsRule,
  headerName,
  multipartRule,
  queryRule,
  serversRule,
  webhooksRule,
} from "./client-rules.js";
import { originForm } from "./origin-form.js";
import type {
  OperationFilter,
  PaginationScheme,
  SdkConfig,
  StreamingConfig,
} from "./config.js";
import {
  canName,
  dottedForm,
  identifierForm,
  type NameForm,
  nameSchemas,
  starsOf,
} from "./naming.js";
import {
  type AgentsConfig,
  badges,
  type DocsConfig,
  sampleLanguages,
} from "./docs-options.js";
import { packageFields } from "./package-rules.js";
import { queriesRule } from "./queries-options.js";
import { pluginsRule } from "./plugin-use.js";
import {
  arrayOf,
  boolean,
  mapOf,
  object,
  oneOf,
  string,
  type Rule,
  type RuleSchema,
} from "./rule.js";

/** Names by what they name, with `*` in keys and values; or a function. */
const namesOf = (expected: string, form: NameForm): Rule => ({
  expected: "an object, or a function in a config file that is code",
  accepts: (value) => isRecord(value) || typeof value === "function",
  schema: { type: "object", patternProperties: nameSchemas(form) },
  items: (key) => nameRule(key, expected, form),
});

const nameRule = (key: string, expected: string, form: NameForm): Rule => ({
  expected:
    starsOf(key) > 0
      ? `${expected}, in which each \`*\` is one of the key`
      : expected,
  accepts: (value) => typeof value === "string" && canName(key, value, form),
});

const methodForm =
  "a method name, such as `list` or `apiKeys.list`, or a list of them";

/** The same with several names for one thing. */
const methodNames: Rule = {
  ...namesOf(methodForm, dottedForm),
  schema: {
    type: "object",
    patternProperties: Object.fromEntries(
      Object.entries(nameSchemas(dottedForm)).map(([keys, one]) => [
        keys,
        { anyOf: [one, { type: "array", minItems: 1, items: one }] },
      ]),
    ),
  },
  items: (key) => {
    const one = nameRule(key, methodForm, dottedForm);
    return {
      ...one,
      accepts: (value) =>
        Array.isArray(value) ? value.length > 0 : one.accepts(value),
      items: one,
    };
  },
};

const filterFields = {
  tags: arrayOf(string()),
  paths: arrayOf(string()),
  operations: arrayOf(string()),
  deprecated: boolean,
} satisfies Record<keyof OperationFilter, Rule>;

const paginationFields = {
  by: oneOf("cursor", "id", "page", "offset", "url", "single", "none"),
  param: string("the name of a parameter, such as `cursor`"),
  items: {
    expected: "the path of a field, such as `data`",
    accepts: (value) => typeof value === "string",
    schema: { type: "string" },
  },
  next: string("the path of a field, such as `meta.next`"),
  more: string("the path of a field, such as `has_more`"),
  total: string("the path of a field, such as `meta.total`"),
  id: string("the name of a field of an item, such as `id`"),
  headers: {
    expected: "an object with `next`, `more` or `total`",
    accepts: isRecord,
    schema: { type: "object" },
    fields: {
      next: string("the name of a header, such as `X-Next`"),
      more: string("the name of a header, such as `X-Has-More`"),
      total: string("the name of a header, such as `X-Total`"),
    },
  },
  previous: string("the name of a parameter, such as `before`"),
  operations: arrayOf(string("an operationId or `GET /path`")),
} satisfies Record<keyof PaginationScheme, Rule>;

const paginationScheme: Rule = {
  expected: "an object with `by`",
  accepts: (value) => isRecord(value) && value["by"] !== undefined,
  schema: { type: "object", required: ["by"] },
  fields: paginationFields,
};

const streamParam: Rule = {
  expected: "the name of a parameter, such as `stream`, or null",
  accepts: (value) =>
    value === null || (typeof value === "string" && /\S/.test(value)),
  schema: { anyOf: [{ enum: [null] }, { type: "string", pattern: "\\S" }] },
};

const streamingFields = {
  param: streamParam,
  event: string("the name of a schema, or a JSON Pointer to it"),
} satisfies Record<keyof StreamingConfig, Rule>;

const streamingRule: Rule = {
  expected: "an object, or false",
  accepts: (value) => value === false || isRecord(value),
  schema: { anyOf: [{ enum: [false] }, { type: "object" }] },
  fields: streamingFields,
};

const docsFields = {
  badges: arrayOf(oneOf(...badges)),
  samples: arrayOf(oneOf(...sampleLanguages)),
  overlay: boolean,
} satisfies Record<keyof DocsConfig, Rule>;

const isDocument = (value: unknown): boolean =>
  (typeof value === "string" && /\S/.test(value)) ||
  (isRecord(value) && canBeJson(value));

/** False with a cycle. */
const canBeJson = (value: unknown): boolean => {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
};

const oneDocument: RuleSchema = {
  anyOf: [{ type: "string", pattern: "\\S" }, { type: "object" }],
};

const sdkFields = {
  input: {
    expected:
      "the path or URL of an OpenAPI document, the document, or an array of them",
    accepts: (value) =>
      Array.isArray(value)
        ? value.length > 0 && value.every(isDocument)
        : isDocument(value),
    schema: {
      anyOf: [
        ...(oneDocument.anyOf ?? []),
        { type: "array", minItems: 1, items: oneDocument },
      ],
    },
  },
  output: string("the path of a directory"),
  refRoot: string("the path of a directory"),
  headers: mapOf(string("the value of a header")),
  allowRefOrigins: arrayOf(
    string("an origin, such as `https://schemas.example`", originForm),
  ),
  overlays: arrayOf(string("the path of an overlay")),
  transform: {
    expected: "a function, in a config file that is code",
    accepts: (value) => typeof value === "function",
  },
  include: object(filterFields),
  exclude: object(filterFields),
  keep: arrayOf(
    string(
      "a path below the package, such as `docs/**`",
      /^(?!.*\.\.(?:\/|$))\S/,
    ),
  ),
  package: object(packageFields),
  clientName: string("a class name, such as `Acme`", identifierForm.plain),
  clientParameters: clientParametersRule,
  environmentPrefix: string(
    "capital letters, such as `ACME`",
    /^[A-Z][A-Z0-9_]*$/,
  ),
  resources: namesOf(
    "names joined by dots, such as `chat.completions`",
    dottedForm,
  ),
  methods: methodNames,
  names: oneOf("follow", "keep"),
  aliases: {
    expected: '`false`, "forever", or an object such as `{ keep: 2 }`',
    accepts: (value) =>
      value === false || value === "forever" || isRecord(value),
    schema: { anyOf: [{ enum: [false, "forever"] }, { type: "object" }] },
    fields: {
      keep: {
        expected: "a whole number from 1 on",
        accepts: (value) => Number.isInteger(value) && Number(value) > 0,
        schema: { type: "integer", minimum: 1 },
      },
    },
  },
  models: namesOf("the name of a type, such as `Pet`", identifierForm),
  resourceModels: mapOf(arrayOf(string("the name of a schema, such as `Pet`"))),
  enums: oneOf("closed", "open", "const"),
  int64: oneOf("number", "string"),
  dates: oneOf("Date", "string"),
  security: oneOf("declared", "all"),
  pagination: mapOf(paginationScheme),
  streaming: mapOf(streamingRule),
  arguments: oneOf("own", "last", "all"),
  bodies: oneOf("exact", "flat"),
  positional: mapOf(arrayOf(string("the name of a path parameter"))),
  query: queryRule,
  multipart: multipartRule,
  casings: casingsRule,
  credentials: credentialsRule,
  servers: serversRule,
  defaults: defaultsRule,
  binary: oneOf("Blob", "Response"),
  downloads: arrayOf(string("an operationId or `GET /path`")),
  idempotency: headerName,
  webhooks: webhooksRule,
  compatibility: oneOf("stainless"),
  typeNames: oneOf("function", "resource"),
  docs: object(docsFields),
  otel: boolean,
  mocks: boolean,
  schema: boolean,
  agents: {
    expected: 'true, false, or an object such as `{ text: "none" }`',
    accepts: (value) => typeof value === "boolean" || isRecord(value),
    schema: { type: ["boolean", "object"] },
    fields: {
      text: oneOf("none", "summaries"),
    } satisfies Record<keyof AgentsConfig, Rule>,
  },
  change: changeRule,
  release: releaseRule,
  queries: queriesRule,
  plugins: pluginsRule,
  $schema: string("the URL or path of the JSON Schema of config files"),
} satisfies Record<keyof SdkConfig, Rule>;

/** The options of one SDK. */
export const sdkRule = object(sdkFields, "an object of options");
