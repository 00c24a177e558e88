/**
 * The rules of a config as JSON Schema, for editors of JSON and YAML configs.
 *
 * Written in draft 7, which editors know best. It accepts what `check.ts` accepts, for configs that are
 * data: what only code can have is not in it.
 */
import type { OptionRules, Rule, RuleSchema } from "./rule.js";
import { sdkRule } from "./rules.js";

/** What an option is for, by its path: `["package", "name"]`, with `*` for an item or any key. */
export type Describe = (path: readonly string[]) => string | undefined;

/** A schema in the file, as plain data. */
export type FileSchema = Readonly<Record<string, unknown>>;

/** @param describe the default says what a value must be */
export const configSchema = (describe?: Describe): FileSchema => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "sdkwright.config",
  description: "The options of one SDK, or of several.",
  if: { type: "array" },
  then: { type: "array", minItems: 1, items: { $ref: "#/definitions/sdk" } },
  else: { $ref: "#/definitions/sdk" },
  definitions: {
    sdk: {
      ...schemaOf(sdkRule, { path: [], describe }),
      required: ["input", "output"],
    },
  },
});

interface Place {
  readonly path: readonly string[];
  readonly describe: Describe | undefined;
}

const schemaOf = (rule: Rule, place: Place): FileSchema => {
  const { schema = {}, expected, fields, keys } = rule;
  return {
    description: place.describe?.(place.path) ?? sentence(expected),
    ...schema,
    ...(fields && fieldSchemas(fields, place)),
    ...itemSchemas(rule, place),
    ...(keys && { propertyNames: schemaOf(keys, place) }),
  };
};

const fieldSchemas = (fields: OptionRules, place: Place): FileSchema => ({
  properties: Object.fromEntries(
    Object.entries(fields)
      .filter(([, { schema }]) => schema !== undefined)
      .map(([name, field]) => [
        name,
        schemaOf(field, { ...place, path: [...place.path, name] }),
      ]),
  ),
  additionalProperties: false,
});

/** Items that depend on their key are in the schema of the rule already. */
const itemSchemas = ({ items, schema }: Rule, place: Place): FileSchema => {
  if (items === undefined || typeof items === "function") return {};
  const inner = schemaOf(items, { ...place, path: [...place.path, "*"] });
  return takes(schema, "array")
    ? { items: inner }
    : { additionalProperties: inner };
};

const takes = (schema: RuleSchema | undefined, type: "array"): boolean =>
  [schema?.type].flat().includes(type);

const sentence = (expected: string): string =>
  `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`;
