/**
 * What a config may contain, field by field; `check.ts` compares a config with it.
 */
import { isRecord } from "../openapi/records.js";
import { originForm } from "./config.js";
import { canName, dottedForm, identifierForm, starsOf } from "./naming.js";
import type {
  OperationFilter,
  PackageConfig,
  PaginationScheme,
  PublishConfig,
  SdkConfig,
} from "./config.js";

export interface Rule {
  /** What the value must be, for messages. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** Of an array's items, or of the values of an object with any keys. */
  readonly items?: Rule | ((key: string) => Rule);
  readonly keys?: Rule;
  /** Of an object with these keys alone. */
  readonly fields?: OptionRules;
}

type OptionRules = Readonly<Record<string, Rule>>;

const string = (
  expected = "a string that is not empty",
  form = /\S/,
): Rule => ({
  expected,
  accepts: (value) => typeof value === "string" && form.test(value),
});

const oneOf = (...values: readonly string[]): Rule => ({
  expected: values.map((value) => JSON.stringify(value)).join(" or "),
  accepts: (value) => typeof value === "string" && values.includes(value),
});

const boolean: Rule = {
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
};

const arrayOf = (items: Rule): Rule => ({
  expected: "an array",
  accepts: Array.isArray,
  items,
});

const mapOf = (items: Rule, keys?: Rule): Rule => ({
  expected: "an object",
  accepts: isRecord,
  items,
  ...(keys && { keys }),
});

const object = (fields: OptionRules, expected = "an object"): Rule => ({
  expected,
  accepts: isRecord,
  fields,
});

/** Names by what they name, with `*` in keys and values; or a function. */
const namesOf = (expected: string, form: RegExp): Rule => ({
  expected: "an object, or a function in a config file that is code",
  accepts: (value) => isRecord(value) || typeof value === "function",
  items: (key) => ({
    expected:
      starsOf(key) > 0
        ? `${expected}, in which each \`*\` is one of the key`
        : expected,
    accepts: (value) => typeof value === "string" && canName(key, value, form),
  }),
});

/** Below the package, no pattern, and none of the paths that every package exports. */
const exportPath =
  /^\.\/(?!package\.json$)(?:[\w-][\w.-]*)(?:\/[\w-][\w.-]*)*$/;
const module = /^src\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*(?<!\.d)\.ts$/;

const publishFields = {
  access: oneOf("public", "restricted"),
  registry: string("a URL", /^https?:\/\/\S+$/i),
  tag: string("an npm tag, such as `next`", /^[a-z][\w-]*$/i),
  provenance: boolean,
} satisfies Record<keyof PublishConfig, Rule>;

const packageFields = {
  name: string(
    "an npm package name, such as `@acme/sdk`",
    /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
  ),
  version: string(
    "a version, such as `1.2.0`",
    /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
  ),
  description: string(),
  license: string("an SPDX license, such as `MIT`"),
  author: string(),
  repository: string("a URL", /^[a-z][a-z0-9+.-]*:\S+$/i),
  homepage: string("a URL", /^https?:\/\/\S+$/i),
  keywords: arrayOf(string()),
  engines: mapOf(
    string("a range of versions, such as `>=22`"),
    string("the name of an engine, such as `node`", /^[a-z][\w-]*$/i),
  ),
  exports: mapOf(
    string("a module of the package, such as `src/lib/extras.ts`", module),
    string("a path below the package, such as `./extras`", exportPath),
  ),
  sideEffects: {
    expected: "true, false or an array of files",
    accepts: (value) => typeof value === "boolean" || Array.isArray(value),
    items: string(),
  },
  publishConfig: object(publishFields),
} satisfies Record<keyof PackageConfig, Rule>;

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
  },
  next: string("the path of a field, such as `meta.next`"),
  more: string("the path of a field, such as `has_more`"),
  total: string("the path of a field, such as `meta.total`"),
  id: string("the name of a field of an item, such as `id`"),
  operations: arrayOf(string("an operationId or `GET /path`")),
} satisfies Record<keyof PaginationScheme, Rule>;

const paginationScheme: Rule = {
  expected: "an object with `by`",
  accepts: (value) => isRecord(value) && value["by"] !== undefined,
  fields: paginationFields,
};

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

const sdkFields = {
  input: {
    expected:
      "the path or URL of an OpenAPI document, the document, or an array of them",
    accepts: (value) =>
      Array.isArray(value)
        ? value.length > 0 && value.every(isDocument)
        : isDocument(value),
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
  clientName: string("a class name, such as `Acme`", identifierForm),
  clientParameters: arrayOf(string()),
  environmentPrefix: string(
    "capital letters, such as `ACME`",
    /^[A-Z][A-Z0-9_]*$/,
  ),
  resources: namesOf(
    "names joined by dots, such as `chat.completions`",
    dottedForm,
  ),
  methods: namesOf(
    "a method name, such as `list` or `apiKeys.list`",
    dottedForm,
  ),
  models: namesOf("the name of a type, such as `Pet`", identifierForm),
  enums: oneOf("closed", "open", "const"),
  int64: oneOf("number", "string"),
  dates: oneOf("Date", "string"),
  security: oneOf("declared", "all"),
  pagination: mapOf(paginationScheme),
} satisfies Record<keyof SdkConfig, Rule>;

/** The options of one SDK. */
export const sdkRule = object(sdkFields, "an object of options");
