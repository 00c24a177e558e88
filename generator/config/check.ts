/**
 * Checks a config that someone wrote.
 *
 * A config is code or data of the package's owner, so it is trusted; the checks are there to find
 * mistakes, all of them at once, and to keep names that go into code as they are well formed.
 */
import type { SdkConfig } from "./config.js";
import { sdkFields } from "./rules.js";
import type { Fields, Rule } from "./rules.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Position } from "../openapi/document.js";
import { nearest } from "./nearest.js";
import { ownData } from "./own.js";

/** Steps into a config: `["package", "name"]`, `[1, "input"]`. */
export type ConfigPath = readonly (string | number)[];

/** What is known of the file that holds the config. */
export interface ConfigSource {
  /** As shown in messages. */
  readonly file?: string;
  /** Where a value stands; absent for config files that are code. */
  readonly locate?: (path: ConfigPath) => Position | undefined;
}

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
  return ownData((Array.isArray(value) ? value : [value]) as SdkConfig[]);
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

  #wrongKey(path: ConfigPath, expected: string): void {
    const option = `a key of ${this.#name(path.slice(0, -1), path)}`;
    const found = describe(path.at(-1));
    this.#report("config-type", { option, expected, found }, path);
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
          if (rule.keys && !rule.keys.form.test(key)) {
            this.#wrongKey([...path, key], rule.keys.expected);
          }
          this.#value(item, rule.of, [...path, key]);
        }
        return;
      case "flagOrList":
        if (typeof value === "boolean") return;
        if (!Array.isArray(value)) {
          this.wrongType(path, rule.expected, value);
          return;
        }
        this.#value(value, { kind: "list", of: rule.of }, path);
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
