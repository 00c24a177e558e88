/**
 * Checks a config.
 *
 * A config is code or data of the package's owner, so it is trusted; the checks are there to find
 * mistakes, all of them at once, and to keep names that go into code as they are well formed.
 */
import type { SdkConfig } from "./config.js";
import { sdkFields } from "./rules.js";
import type { OptionRules, Rule } from "./rules.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Position } from "../openapi/document.js";
import { isRecord } from "../openapi/records.js";
import { nearest } from "./nearest.js";
import { withoutPrototypes } from "./without-prototype.js";

/** Steps into a config: `["package", "name"]`, `[1, "input"]`. */
export type ConfigPath = readonly (string | number)[];

/** The file that the config comes from. */
export interface ConfigSource {
  /** As shown in messages. */
  readonly file?: string;
  /** The position of a value; absent for config files that are code. */
  readonly locate?: (path: ConfigPath) => Position | undefined;
}

/** Reports everything that is wrong with a config; returns it as an array when nothing is. */
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
  if (checker.hasFailed) return undefined;
  return withoutPrototypes(
    (Array.isArray(value) ? value : [value]) as SdkConfig[],
  );
};

class Checker {
  hasFailed = false;
  readonly #diagnostics: Diagnostics;
  readonly #source: ConfigSource;

  constructor(diagnostics: Diagnostics, source: ConfigSource) {
    this.#diagnostics = diagnostics;
    this.#source = source;
  }

  sdk(value: unknown, path: ConfigPath): void {
    if (!isRecord(value)) {
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
      case "string":
        if (typeof value !== "string" || !rule.form.test(value)) {
          this.wrongType(path, rule.expected, value);
        }
        return;
      case "enum":
        if (typeof value !== "string" || !rule.values.includes(value)) {
          this.wrongType(path, rule.values.map(quote).join(" or "), value);
        }
        return;
      case "boolean":
        if (typeof value !== "boolean") {
          this.wrongType(path, "true or false", value);
        }
        return;
      case "array":
        if (!Array.isArray(value)) {
          this.wrongType(path, "an array", value);
          return;
        }
        value.forEach((item: unknown, index) => {
          this.#value(item, rule.of, [...path, index]);
        });
        return;
      case "map":
        if (!isRecord(value)) {
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
      case "booleanOrArray":
        if (typeof value === "boolean") return;
        if (!Array.isArray(value)) {
          this.wrongType(path, rule.expected, value);
          return;
        }
        this.#value(value, { kind: "array", of: rule.of }, path);
        return;
      case "object":
        if (!isRecord(value)) {
          this.wrongType(path, "an object", value);
          return;
        }
        this.#object(value, rule.fields, path);
    }
  }

  #object(
    value: Readonly<Record<string, unknown>>,
    fields: OptionRules,
    path: ConfigPath,
  ): void {
    for (const [key, item] of Object.entries(value)) {
      const rule = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (rule === undefined) {
        const known = Object.keys(fields);
        const similar = nearest(key, known);
        const hint =
          similar === undefined
            ? `The options here are ${known.join(", ")}.`
            : `Did you mean \`${similar}\`?`;
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
    this.hasFailed = true;
    this.#diagnostics.report(code, details, this.#source.locate?.(path));
  }

  /** The option as it is written in code, and the file when no position will name it. */
  #name(option: ConfigPath, place: ConfigPath): string {
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
    return file === undefined || locate?.(place)
      ? shown
      : `${shown} in ${file}`;
  }
}

const quote = (value: string): string => JSON.stringify(value);

const describe = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value))
    return value.length === 0 ? "an empty array" : "an array";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  return typeof value === "object"
    ? "an object"
    : `a value of type ${typeof value}`;
};
