/**
 * The options that the config gives to calls which say nothing else.
 */
import type { CallDefaultsConfig, DefaultsConfig } from "../../config/client-config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { CallDefaults } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import { patternOf } from "./operation-patterns.js";

export interface PlannedDefaults {
  /** Those of every call that the client's options can say. */
  readonly client?: CallDefaults;
  /** Those of single operations, and the query of all, by key. */
  readonly operations: ReadonlyMap<string, CallDefaults>;
}

export function planDefaults(
  { operations: single = {}, query, ...client }: DefaultsConfig = {},
  entries: readonly OperationEntry[],
  diagnostics: Diagnostics,
): PlannedDefaults {
  // A name comes after patterns, the longer one of two after the other.
  const patterns = Object.entries(single)
    .map(([text, defaults]) => ({ ...patternOf(text), defaults }))
    .sort(
      (a, b) =>
        Number(b.text.includes("*")) - Number(a.text.includes("*")) ||
        a.text.length - b.text.length ||
        (a.text < b.text ? -1 : 1),
    );
  const operations = new Map<string, CallDefaults>();
  for (const entry of entries) {
    const matching = patterns.filter(({ matches }) => matches(entry));
    for (const pattern of matching) pattern.isUsed = true;
    const all = [
      ...(query ? [{ query }] : []),
      ...matching.map(({ defaults }) => defaults),
    ];
    if (all.length > 0) operations.set(entry.key, all.reduce(over, {}));
  }
  for (const { text } of patterns.filter(({ isUsed }) => !isUsed))
    diagnostics.report("defaults-unknown", { text });
  return {
    operations,
    ...(Object.keys(client).length > 0 && { client: over({}, client) }),
  };
}

const over = (
  first: CallDefaults,
  { headers, query, ...others }: CallDefaultsConfig,
): CallDefaults => ({
  ...first,
  ...others,
  ...(headers && { headers: { ...first.headers, ...headers } }),
  ...(query && { query: { ...first.query, ...query } }),
});
