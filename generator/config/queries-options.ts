/**
 * The option `queries`: options of cached calls, for libraries of several frameworks.
 */
import { isRecord } from "../openapi/records.js";
import { arrayOf, oneOf, string, type Rule, type RuleSchema } from "./rule.js";

const queryAdapters = ["react", "vue", "solid", "svelte", "swr"] as const;

/** `swr` is SWR; the others are TanStack Query for a framework. */
export type QueryAdapter = (typeof queryAdapters)[number];

export interface QueriesConfig {
  readonly adapters: QueryAdapter | readonly QueryAdapter[];
  /**
   * Operations that only read, although their method does not say so: `POST /search`, or an
   * operationId.
   */
  readonly operations?: readonly string[];
}

const adapter = oneOf(...queryAdapters);
const isAdapters = (value: unknown): boolean =>
  adapter.accepts(value) || Array.isArray(value);

/** One adapter, or several. */
const adaptersSchema: RuleSchema = {
  type: ["string", "array"],
  pattern: `^(?:${queryAdapters.join("|")})$`,
  items: { enum: queryAdapters },
};

const adapters: Rule = {
  expected: `${adapter.expected}, or an array of them`,
  accepts: isAdapters,
  schema: adaptersSchema,
  words: queryAdapters,
  items: adapter,
};

export const queriesRule: Rule = {
  expected: `${adapters.expected}, or an object with \`adapters\``,
  words: queryAdapters,
  accepts: (value) =>
    isAdapters(value) || (isRecord(value) && value["adapters"] !== undefined),
  schema: {
    ...adaptersSchema,
    type: ["string", "array", "object"],
    required: ["adapters"],
    patternProperties: {
      "^adapters$": adaptersSchema,
      "^operations$": {
        type: "array",
        items: { type: "string", pattern: "\\S" },
      },
    },
  },
  items: (key) => (/^\d+$/.test(key) ? adapter : (members[key] ?? unknown)),
  keys: oneOf("adapters", "operations"),
};

const members: Readonly<Record<string, Rule>> = {
  adapters,
  operations: arrayOf(string("an operationId or `POST /search`")),
};

const unknown: Rule = { expected: "nothing", accepts: () => true };
