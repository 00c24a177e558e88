/**
 * What may stand in a config, field by field; `config-check` holds a config against it.
 */
import { originForm } from "./config.js";
import type {
  OperationFilter,
  PackageConfig,
  PublishConfig,
  SdkConfig,
} from "./config.js";

interface TextRule {
  readonly kind: "text";
  readonly expected: string;
  readonly form: RegExp;
}

export type Rule =
  | TextRule
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Rule }
  | { readonly kind: "map"; readonly of: Rule; readonly keys?: TextRule }
  /** `expected` says both; of the lists, the items are checked. */
  | {
      readonly kind: "flagOrList";
      readonly expected: string;
      readonly of: Rule;
    }
  | { readonly kind: "object"; readonly fields: Fields };

export type Fields = Readonly<Record<string, Rule>>;

const text = (
  expected = "a text that is not empty",
  form = /\S/,
): TextRule => ({
  kind: "text",
  expected,
  form,
});

const identifier = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;

/** Neither outside, nor a pattern, nor one of those that are there already. */
const exportPath =
  /^\.\/(?!package\.json$)(?:[\w-][\w.-]*)(?:\/[\w-][\w.-]*)*$/;
const module = /^src\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*(?<!\.d)\.ts$/;

const publishFields = {
  access: { kind: "choice", of: ["public", "restricted"] },
  registry: text("a URL", /^https?:\/\/\S+$/i),
  tag: text("a tag of npm, such as `next`", /^[a-z][\w-]*$/i),
  provenance: { kind: "flag" },
} as const satisfies Record<keyof PublishConfig, Rule>;

const packageFields = {
  name: text(
    "an npm package name, such as `@acme/sdk`",
    /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
  ),
  version: text(
    "a version, such as `1.2.0`",
    /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
  ),
  description: text(),
  license: text("an SPDX license, such as `MIT`"),
  author: text(),
  repository: text("a URL", /^[a-z][a-z0-9+.-]*:\S+$/i),
  homepage: text("a URL", /^https?:\/\/\S+$/i),
  keywords: { kind: "list", of: text() },
  engines: {
    kind: "map",
    keys: text("the name of an engine, such as `node`", /^[a-z][\w-]*$/i),
    of: text("a range of versions, such as `>=22`"),
  },
  exports: {
    kind: "map",
    keys: text("a path below the package, such as `./extras`", exportPath),
    of: text("a module of the package, such as `src/lib/extras.ts`", module),
  },
  sideEffects: {
    kind: "flagOrList",
    expected: "true, false or a list of files",
    of: text(),
  },
  publishConfig: { kind: "object", fields: publishFields },
} as const satisfies Record<keyof PackageConfig, Rule>;

const filterFields = {
  tags: { kind: "list", of: text() },
  paths: { kind: "list", of: text() },
  operations: { kind: "list", of: text() },
  deprecated: { kind: "flag" },
} as const satisfies Record<keyof OperationFilter, Rule>;

/** What may stand in the config of one SDK. */
export const sdkFields = {
  input: text("the path or URL of an OpenAPI document"),
  output: text("the path of a folder"),
  refRoot: text("the path of a folder"),
  headers: { kind: "map", of: text("the value of a header") },
  allowRefOrigins: {
    kind: "list",
    of: text("an origin, such as `https://schemas.example`", originForm),
  },
  overlays: { kind: "list", of: text("the path of an overlay") },
  include: { kind: "object", fields: filterFields },
  exclude: { kind: "object", fields: filterFields },
  package: { kind: "object", fields: packageFields },
  clientName: text(
    "a class name, such as `Acme`",
    new RegExp(`^${identifier}$`, "u"),
  ),
  clientParameters: { kind: "list", of: text() },
  environmentPrefix: text("capitals, such as `ACME`", /^[A-Z][A-Z0-9_]*$/),
  resources: {
    kind: "map",
    of: text(
      "names joined by dots, such as `chat.completions`",
      new RegExp(`^${identifier}(?:\\.${identifier})*$`, "u"),
    ),
  },
  methods: {
    kind: "map",
    of: text(
      "a method name, such as `list` or `apiKeys.list`",
      new RegExp(`^${identifier}(?:\\.${identifier})*$`, "u"),
    ),
  },
  models: {
    kind: "map",
    of: text(
      "the name of a type, such as `Pet`",
      new RegExp(`^${identifier}$`, "u"),
    ),
  },
  enums: { kind: "choice", of: ["closed", "open", "const"] },
  int64: { kind: "choice", of: ["number", "string"] },
  dates: { kind: "choice", of: ["Date", "string"] },
} as const satisfies Record<keyof SdkConfig, Rule>;
