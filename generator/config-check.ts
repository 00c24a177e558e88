/**
 * Checks a config that someone wrote.
 *
 * A config is code or data of the package's owner, so it is trusted; the checks are there to find
 * mistakes, all of them at once, and to keep names that go into code as they are well formed.
 */
import { originForm } from "./config.js";
import type { OperationFilter, PackageConfig, SdkConfig } from "./config.js";
import type { Diagnostics } from "./diagnostics.js";
import type { Position } from "./document.js";
import { nearest } from "./nearest.js";

/** Steps into a config: `["package", "name"]`, `[1, "input"]`. */
export type ConfigPath = readonly (string | number)[];

/** What is known of the file that holds the config. */
export interface ConfigSource {
  /** As shown in messages. */
  readonly file?: string;
  /** Where a value stands; absent for config files that are code. */
  readonly locate?: (path: ConfigPath) => Position | undefined;
}

type Rule =
  | { readonly kind: "text"; readonly expected: string; readonly form: RegExp }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Rule }
  | { readonly kind: "map"; readonly of: Rule }
  | { readonly kind: "object"; readonly fields: Fields };

type Fields = Readonly<Record<string, Rule>>;

const text = (expected = "a text that is not empty", form = /\S/): Rule => ({
  kind: "text",
  expected,
  form,
});

const identifier = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;

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
} as const satisfies Record<keyof PackageConfig, Rule>;

const filterFields = {
  tags: { kind: "list", of: text() },
  paths: { kind: "list", of: text() },
  operations: { kind: "list", of: text() },
  deprecated: { kind: "flag" },
} as const satisfies Record<keyof OperationFilter, Rule>;

const sdkFields = {
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

/** Reports everything that is wrong with a config; gives it back as a list when nothing is. */
export const checkConfig = (
  value: unknown,
  diagnostics: Diagnostics,
  source: ConfigSource = {},
): readonly SdkConfig[] | undefined => {
  const checker = new Checker(diagnostics, source);
  if (Array.isArray(value)) {
    value.forEach((sdk: unknown, index) => {
      checker.sdk(sdk, [index]);
    });
    if (value.length === 0) checker.wrongType([], "one SDK or more", value);
  } else {
    checker.sdk(value, []);
  }
  if (checker.failed) return undefined;
  return (Array.isArray(value) ? value : [value]) as SdkConfig[];
};

class Checker {
  failed = false;
  readonly #diagnostics: Diagnostics;
  readonly #source: ConfigSource;

  constructor(diagnostics: Diagnostics, source: ConfigSource) {
    this.#diagnostics = diagnostics;
    this.#source = source;
  }

  sdk(value: unknown, path: ConfigPath): void {
    if (!isObject(value)) {
      this.wrongType(path, "an object of options", value);
      return;
    }
    this.#object(value, sdkFields, path);
    for (const key of ["input", "output"] as const) {
      if (value[key] === undefined) {
        const option = this.#name([...path, key], path);
        this.#report("config-missing-option", { option }, path);
      }
    }
  }

  wrongType(path: ConfigPath, expected: string, value: unknown): void {
    const option = this.#name(path, path);
    this.#report(
      "config-type",
      { option, expected, found: describe(value) },
      path,
    );
  }

  #value(value: unknown, rule: Rule, path: ConfigPath): void {
    switch (rule.kind) {
      case "text":
        if (typeof value !== "string" || !rule.form.test(value)) {
          this.wrongType(path, rule.expected, value);
        }
        return;
      case "choice":
        if (typeof value !== "string" || !rule.of.includes(value)) {
          this.wrongType(path, rule.of.map(quote).join(" or "), value);
        }
        return;
      case "flag":
        if (typeof value !== "boolean") {
          this.wrongType(path, "true or false", value);
        }
        return;
      case "list":
        if (!Array.isArray(value)) {
          this.wrongType(path, "a list", value);
          return;
        }
        value.forEach((item: unknown, index) => {
          this.#value(item, rule.of, [...path, index]);
        });
        return;
      case "map":
        if (!isObject(value)) {
          this.wrongType(path, "an object", value);
          return;
        }
        for (const [key, item] of Object.entries(value)) {
          this.#value(item, rule.of, [...path, key]);
        }
        return;
      case "object":
        if (!isObject(value)) {
          this.wrongType(path, "an object", value);
          return;
        }
        this.#object(value, rule.fields, path);
    }
  }

  #object(
    value: Readonly<Record<string, unknown>>,
    fields: Fields,
    path: ConfigPath,
  ): void {
    for (const [key, item] of Object.entries(value)) {
      const rule = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (rule === undefined) {
        const known = Object.keys(fields);
        const near = nearest(key, known);
        const hint =
          near === undefined
            ? `The options here are ${known.join(", ")}.`
            : `Did you mean \`${near}\`?`;
        const option = this.#name([...path, key], [...path, key]);
        this.#report("config-unknown-option", { option, hint }, [...path, key]);
      } else if (item !== undefined) {
        this.#value(item, rule, [...path, key]);
      }
    }
  }

  #report(
    code: "config-type" | "config-unknown-option" | "config-missing-option",
    details: Readonly<Record<string, string>>,
    path: ConfigPath,
  ): void {
    this.failed = true;
    this.#diagnostics.report(code, details, this.#source.locate?.(path));
  }

  /** The option as one would write it, and the file when no position will name it. */
  #name(option: ConfigPath, at: ConfigPath): string {
    const name = option
      .map((step) =>
        typeof step === "number"
          ? `[${step}]`
          : /^[\w$]+$/.test(step)
            ? `.${step}`
            : `[${JSON.stringify(step)}]`,
      )
      .join("")
      .replace(/^\./, "");
    const { file, locate } = this.#source;
    const shown = name === "" ? "the config" : `\`${name}\``;
    return file === undefined || locate?.(at) ? shown : `${shown} in ${file}`;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const quote = (value: string): string => JSON.stringify(value);

const describe = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value))
    return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  return typeof value === "object"
    ? "an object"
    : `a value of type ${typeof value}`;
};
