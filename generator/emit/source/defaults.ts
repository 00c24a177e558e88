/**
 * Options that hold where the caller says nothing else, in the code that passes them on.
 */
import type { CallDefaults, Operation, Text } from "../../sdk/sdk.js";
import { code, key, lit, type Code, type Remark } from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtimeSymbols } from "./symbols.js";

/** The code of options, over the defaults where there are any. */
export const overDefaults = (
  options: Code,
  defaults: CallDefaults | undefined,
  module: Module,
): Code =>
  defaults
    ? code`${module.use(runtimeSymbols.withDefaults)}(${options}, ${lit(defaults)})`
    : options;

/** What `placed` returns, likewise. */
export const placedOverDefaults = (
  placed: Code,
  defaults: CallDefaults | undefined,
  module: Module,
): Code =>
  defaults
    ? code`${module.use(runtimeSymbols.placedWithDefaults)}(${placed}, ${lit(defaults)})`
    : placed;

/** Defaults of the query that the operation declares as parameters, which come in their place. */
export function declaredDefaults({
  defaults,
  parameters,
}: Operation): readonly Code[] {
  return Object.entries(defaults?.query ?? {}).flatMap(([name, value]) => {
    const declared = parameters.find(
      (one) => one.in === "query" && one.name === (name as Text),
    );
    return declared ? [code`${key(declared.key)}: ${lit(value)}`] : [];
  });
}

/** Those that are left for the options. */
export function optionDefaults({
  defaults,
  parameters,
}: Operation): CallDefaults | undefined {
  if (!defaults?.query) return defaults;
  const { query, ...others } = defaults;
  const left = Object.entries(query).filter(
    ([name]) =>
      !parameters.some(
        (one) => one.in === "query" && one.name === (name as Text),
      ),
  );
  const all = {
    ...others,
    ...(left.length > 0 && { query: Object.fromEntries(left) }),
  };
  return Object.keys(all).length > 0 ? all : undefined;
}

interface DefaultOption {
  readonly name: Code;
  readonly type: Code;
  readonly remarks: readonly Remark[];
}

const options = {
  timeout: {
    name: code`timeout`,
    type: code`number`,
    text: "Milliseconds that one attempt may take.",
  },
  maxRetries: {
    name: code`maxRetries`,
    type: code`number`,
    text: "How often a failed request is retried.",
  },
  retry: {
    name: code`retry`,
    type: code`"safe" | "all"`,
    text: "Which requests are repeated although the server may have acted on them.",
  },
} as const;

/** The options of the client whose defaults are others than the runtime's. */
export const defaultOptions = (
  defaults: CallDefaults = {},
): readonly DefaultOption[] =>
  (["timeout", "maxRetries", "retry"] as const).flatMap((option) => {
    const value = defaults[option];
    const { name, type, text } = options[option];
    return value === undefined
      ? []
      : [
          {
            name,
            type,
            remarks: [
              { text },
              { tag: "default" as const, text: JSON.stringify(value) },
            ],
          },
        ];
  });
