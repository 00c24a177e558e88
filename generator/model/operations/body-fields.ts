/**
 * The fields of a body that share `params`.
 */
import type { Property, Text, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, union } from "../schemas/simplify.js";

/** A field with its key in `params`. */
export interface PlannedField extends Property {
  readonly key: Text;
}

type Fields = readonly Property[];

/** The fields that share `params`. What extends a base has more of them: that is passed whole. */
export function sharedFields(
  fields: Fields | undefined,
): readonly PlannedField[] | undefined {
  const sent = fields?.filter(({ access }) => access !== "readOnly") ?? [];
  return sent.length > 0
    ? sent.map((field) => ({ ...field, key: field.name }))
    : undefined;
}

/**
 * The fields of each object that a type may be; null, for which no field can stand, aside.
 *
 * @returns undefined where the type may be something else
 */
export function objectsOf(
  type: Type,
  models: Models,
  depth = 0,
): readonly Fields[] | undefined {
  const fields = models.declaredFieldsOf(type);
  if (fields) return [fields];
  const target = models.unaliased(type);
  if (target.kind !== "union" || depth > 20) return undefined;
  const objects: Fields[] = [];
  for (const member of target.members) {
    if (isKeyword(member, "null")) continue;
    const own = objectsOf(member, models, depth + 1);
    if (!own) return undefined;
    objects.push(...own);
  }
  return objects.length > 0 ? objects : undefined;
}

/** The fields of any of several objects; one that not all of them require may be left out. */
export function joinedFields<Field extends Property>(
  objects: readonly (readonly Field[])[],
): readonly Field[] {
  const [first = [], ...others] = objects;
  if (others.length === 0) return first;
  const names = [
    ...new Set(objects.flatMap((fields) => fields.map(({ name }) => name))),
  ];
  return names.flatMap((name) => {
    const found = objects.flatMap(
      (fields) => fields.find((field) => field.name === name) ?? [],
    );
    const [field] = found;
    return field
      ? [
          {
            ...field,
            type: union(found.map(({ type }) => type)),
            optional:
              found.length < objects.length ||
              found.some(({ optional }) => optional),
          },
        ]
      : [];
  });
}
