/**
 * What a config may contain, field by field; `check.ts` compares a config with it.
 */
import { originForm } from "./config.js";
import type {
  OperationFilter,
  PackageConfig,
  PublishConfig,
  SdkConfig,
} from "./config.js";

interface StringRule {
  readonly kind: "string";
  readonly expected: string;
  readonly form: RegExp;
}

export type Rule =
  | StringRule
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "boolean" }
  | { readonly kind: "array"; readonly of: Rule }
  | { readonly kind: "map"; readonly of: Rule; readonly keys?: StringRule }
  /** `expected` names both; of arrays, the items are checked. */
  | {
      readonly kind: "booleanOrArray";
      readonly expected: string;
      readonly of: Rule;
    }
  | { readonly kind: "object"; readonly fields: OptionRules };

export type OptionRules = Readonly<Record<string, Rule>>;

const string = (
  expected = "a string that is not empty",
  form = /\S/,
): StringRule => ({
  kind: "string",
  expected,
  form,
});

const identifier = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;

/** Below the package, no pattern, and none of the paths that every package exports. */
const exportPath =
  /^\.\/(?!package\.json$)(?:[\w-][\w.-]*)(?:\/[\w-][\w.-]*)*$/;
const module = /^src\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*(?<!\.d)\.ts$/;

const publishFields = {
  access: { kind: "enum", values: ["public", "restricted"] },
  registry: string("a URL", /^https?:\/\/\S+$/i),
  tag: string("an npm tag, such as `next`", /^[a-z][\w-]*$/i),
  provenance: { kind: "boolean" },
} as const satisfies Record<keyof PublishConfig, Rule>;

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
  keywords: { kind: "array", of: string() },
  engines: {
    kind: "map",
    keys: string("the name of an engine, such as `node`", /^[a-z][\w-]*$/i),
    of: string("a range of versions, such as `>=22`"),
  },
  exports: {
    kind: "map",
    keys: string("a path below the package, such as `./extras`", exportPath),
    of: string("a module of the package, such as `src/lib/extras.ts`", module),
  },
  sideEffects: {
    kind: "booleanOrArray",
    expected: "true, false or an array of files",
    of: string(),
  },
  publishConfig: { kind: "object", fields: publishFields },
} as const satisfies Record<keyof PackageConfig, Rule>;

const filterFields = {
  tags: { kind: "array", of: string() },
  paths: { kind: "array", of: string() },
  operations: { kind: "array", of: string() },
  deprecated: { kind: "boolean" },
} as const satisfies Record<keyof OperationFilter, Rule>;

/** The options of one SDK. */
export const sdkFields = {
  input: string("the path or URL of an OpenAPI document"),
  output: string("the path of a directory"),
  refRoot: string("the path of a directory"),
  headers: { kind: "map", of: string("the value of a header") },
  allowRefOrigins: {
    kind: "array",
    of: string("an origin, such as `https://schemas.example`", originForm),
  },
  overlays: { kind: "array", of: string("the path of an overlay") },
  include: { kind: "object", fields: filterFields },
  exclude: { kind: "object", fields: filterFields },
  package: { kind: "object", fields: packageFields },
  clientName: string(
    "a class name, such as `Acme`",
    new RegExp(`^${identifier}$`, "u"),
  ),
  clientParameters: { kind: "array", of: string() },
  environmentPrefix: string(
    "capital letters, such as `ACME`",
    /^[A-Z][A-Z0-9_]*$/,
  ),
  resources: {
    kind: "map",
    of: string(
      "names joined by dots, such as `chat.completions`",
      new RegExp(`^${identifier}(?:\\.${identifier})*$`, "u"),
    ),
  },
  methods: {
    kind: "map",
    of: string(
      "a method name, such as `list` or `apiKeys.list`",
      new RegExp(`^${identifier}(?:\\.${identifier})*$`, "u"),
    ),
  },
  models: {
    kind: "map",
    of: string(
      "the name of a type, such as `Pet`",
      new RegExp(`^${identifier}$`, "u"),
    ),
  },
  enums: { kind: "enum", values: ["closed", "open", "const"] },
  int64: { kind: "enum", values: ["number", "string"] },
  dates: { kind: "enum", values: ["Date", "string"] },
} as const satisfies Record<keyof SdkConfig, Rule>;
