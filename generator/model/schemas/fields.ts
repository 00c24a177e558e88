/**
 * The fields of an object type, through names and intersections.
 */
import type { Name, Property, Text, Type } from "../../sdk/sdk.js";
import {
  intersection,
  isKeyword,
  isSameType,
  joinProperties,
} from "./simplify.js";

interface FieldsContext {
  readonly typeOf: (name: Name) => Type | undefined;
  /** True if an object may have keys that are not declared. */
  readonly mayBeOpen: boolean;
}

/** Undefined where the type is no object. */
export function fieldsOf(
  type: Type,
  context: FieldsContext,
  known = new Map<Name, readonly Property[] | undefined>(),
): readonly Property[] | undefined {
  const { typeOf, mayBeOpen } = context;
  switch (type.kind) {
    case "object":
      return type.index && !mayBeOpen ? undefined : type.properties;
    case "model": {
      if (known.has(type.name)) return known.get(type.name);
      // A type that contains itself has no finite list of fields.
      known.set(type.name, undefined);
      const target = typeOf(type.name);
      const fields = target && fieldsOf(target, context, known);
      known.set(type.name, fields);
      return fields;
    }
    case "withRequired":
      return fieldsOf(type.of, context, known)?.map((field) =>
        type.keys.includes(field.name) ? { ...field, optional: false } : field,
      );
    case "intersection": {
      const fields = new Map<Text, Property>();
      const rules = type.members.filter(({ kind }) => kind === "union");
      for (const member of type.members) {
        if (member.kind === "union") continue;
        const inherited = fieldsOf(member, context, known);
        if (!inherited) return undefined;
        for (const field of inherited) {
          const before = fields.get(field.name);
          fields.set(field.name, before ? joinedField(before, field) : field);
        }
      }
      return rules.every((rule) => isRuleFor(rule, fields))
        ? [...fields.values()]
        : undefined;
    }
    default:
      return undefined;
  }
}

/** True if a union only restricts which of these fields occur together. */
const isRuleFor = (type: Type, fields: ReadonlyMap<Text, Property>): boolean =>
  type.kind === "union"
    ? type.members.every((member) => isRuleFor(member, fields))
    : type.kind === "object" &&
      !type.index &&
      type.properties.every(
        (property) =>
          isKeyword(property.type, "never") ||
          isOfType(fields.get(property.name), property.type),
      );

const isOfType = (property: Property | undefined, type: Type): boolean =>
  property !== undefined && isSameType(property.type, type);

/** A property that two members of an intersection have. */
const joinedField = (a: Property, b: Property): Property =>
  joinProperties(a, b) ?? {
    ...a,
    ...b,
    type: intersection([a.type, b.type]),
    optional: a.optional && b.optional,
  };
