/**
 * Checks a config against `rules.ts`.
 *
 * A config belongs to the package's owner, so it is trusted; the check reports all mistakes at once,
 * and keeps names that go into code well formed.
 */
import type { SdkConfig } from "./config.js";
import { object, type Rule } from "./rule.js";
import { pluginOptionRules } from "./plugin-use.js";
import { sdkRule } from "./rules.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Position } from "../openapi/document.js";
import { isRecord, type JsonObject } from "../openapi/records.js";
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
  const sdks: readonly unknown[] = Array.isArray(value) ? value : [value];
  sdks.forEach((sdk, index) => {
    checker.sdk(sdk, Array.isArray(value) ? [index] : []);
  });
  if (sdks.length === 0) checker.wrongType([], "one SDK or more", value);
  return checker.hasFailed
    ? undefined
    : withoutPrototypes(sdks as readonly SdkConfig[]);
};

/** The rules of a plugin may throw: so may the code that would use what they let through. */
const isAccepted = (value: unknown, rule: Rule): boolean => {
  try {
    return rule.accepts(value);
  } catch {
    return false;
  }
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
    this.#value(value, sdkRule, path);
    if (!isRecord(value)) return;
    for (const [index, { options, rules }] of pluginOptionRules(
      value["plugins"],
    ))
      this.#value(options, object(rules), [
        ...path,
        "plugins",
        index,
        "options",
      ]);
    for (const key of ["input", "output"]) {
      if (value[key] === undefined) {
        const option = this.#name([...path, key], path);
        this.#report("config-missing-option", { option }, path);
      }
    }
  }

  wrongType(path: ConfigPath, expected: string, value: unknown): void {
    const option = this.#name(path, path);
    const found = describeValue(value);
    this.#report("config-type", { option, expected, found }, path);
  }

  #value(value: unknown, rule: Rule, path: ConfigPath): void {
    if (!isAccepted(value, rule)) {
      this.wrongType(path, expectedOf(rule, value), value);
    } else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        const items = itemRule(rule, String(index));
        if (items) this.#value(item, items, [...path, index]);
      });
    } else if (isRecord(value) && (rule.items ?? rule.fields)) {
      this.#members(value, rule, path);
    }
  }

  #members(object: JsonObject, rule: Rule, path: ConfigPath): void {
    const { keys, fields = {} } = rule;
    for (const [key, value] of Object.entries(object)) {
      const memberPath = [...path, key];
      if (keys && !isAccepted(key, keys)) {
        const option = `a key of ${this.#name(path, memberPath)}`;
        const expected = expectedOf(keys, key);
        const details = { expected, found: describeValue(key) };
        this.#report("config-type", { option, ...details }, memberPath);
      }
      const items = itemRule(rule, key);
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (items) this.#value(value, items, memberPath);
      else if (!field) this.#unknownOption(memberPath, Object.keys(fields));
      else if (value !== undefined) this.#value(value, field, memberPath);
    }
  }

  #unknownOption(path: ConfigPath, known: readonly string[]): void {
    const similar = nearest(String(path.at(-1)), known);
    const hint =
      similar === undefined
        ? `The options here are ${known.join(", ")}.`
        : `Did you mean \`${similar}\`?`;
    const option = this.#name(path, path);
    this.#report("config-unknown-option", { option, hint }, path);
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

/** With the word that a mistyped one was meant to be. */
const expectedOf = ({ expected, words = [] }: Rule, value: unknown): string => {
  const similar = typeof value === "string" ? nearest(value, words) : undefined;
  return similar === undefined
    ? expected
    : `${expected} (did you mean \`${similar}\`?)`;
};

const itemRule = ({ items }: Rule, key: string): Rule | undefined =>
  typeof items === "function" ? items(key) : items;

export const describeValue = (value: unknown): string => {
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty array" : "an array";
  }
  if (typeof value === "string") return JSON.stringify(value);
  if (isRecord(value)) return describeObject(value);
  return ["number", "boolean", "object"].includes(typeof value)
    ? String(value)
    : `a value of type ${typeof value}`;
};

/** As many keys as are read; no option that asks for some of its own has more. */
const longestList = 8;

/** With its keys: what an object lacks is seen beside what it has. */
const describeObject = (value: JsonObject): string => {
  const keys = Object.keys(value).map((key) => `\`${key}\``);
  if (keys.length === 0) return "an empty object";
  return `an object with ${keys.slice(0, longestList).join(", ")}${keys.length > longestList ? "…" : ""}`;
};
