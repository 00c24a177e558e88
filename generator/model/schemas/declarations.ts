/**
 * How a type is declared: an interface where it can be one, because editors show its name and not
 * its members, and a type alias otherwise.
 */
import type { Declaration, Name, Property, Text, Type } from "../../sdk/sdk.js";
import { childTypes } from "../../sdk/types.js";
import {
  indexBeside,
  intersection,
  joinProperties,
  union,
} from "./simplify.js";

interface Named {
  readonly name: Name;
  readonly type: Type;
}

type Properties = ReadonlyMap<Text, Property>;

/** An interface with everything that it inherits. */
interface Parts {
  readonly bases: readonly Name[];
  readonly own: readonly Property[];
  readonly all: Properties;
}

/** @param models every model, by name */
export function declarer(
  models: ReadonlyMap<Name, Named>,
): (type: Type) => Declaration {
  const known = new Map<Name, Properties | undefined>();

  /** The properties of a model that is an interface; undefined for any other. */
  function propertiesOf(name: Name): Properties | undefined {
    if (!known.has(name)) {
      known.set(name, undefined); // what leads back to itself is no interface
      const model = models.get(name);
      known.set(name, model && partsOf(model.type)?.all);
    }
    return known.get(name);
  }

  /** `A & B & { c: string }` as `extends A, B { c: string }`, unless one name has two types. */
  function partsOf(type: Type): Parts | undefined {
    if (type.kind === "object" && !type.index && type.properties.length > 0)
      return { bases: [], own: type.properties, all: byName(type.properties) };
    const bases: Name[] = [];
    const inherited = new Map<Text, Property>();
    const own = new Map<Text, Property>();
    const inherit = (name: Name): boolean => {
      const properties = propertiesOf(name);
      if (!properties) return false;
      bases.push(name);
      for (const property of properties.values()) {
        const other = inherited.get(property.name);
        if (!other) {
          inherited.set(property.name, property);
          continue;
        }
        // Two bases must agree, or the interface says which of them holds.
        const both = joinProperties(other, property);
        if (!both) return false;
        inherited.set(property.name, both);
        if (!says(other, both) || !says(property, both))
          own.set(property.name, both);
      }
      return true;
    };
    const declare = (property: Property): boolean => {
      const before = own.get(property.name) ?? inherited.get(property.name);
      const both = before ? joinProperties(before, property) : property;
      if (both && !(before && says(before, both) && isUntold(property)))
        own.set(property.name, both);
      return both !== undefined;
    };
    const require = (name: Text): void => {
      const before = own.get(name) ?? inherited.get(name);
      if (before?.optional)
        own.set(name, { ...before, optional: false, doc: {} });
    };
    const addRequired = (of: Type, keys: readonly Text[]): boolean => {
      const added = add(of);
      keys.forEach(require);
      return added;
    };
    const add = (member: Type): boolean =>
      member.kind === "model"
        ? inherit(member.name)
        : member.kind === "withRequired"
          ? addRequired(member.of, member.keys)
          : member.kind === "object" &&
            !member.index &&
            member.properties.every(declare);
    const members = type.kind === "intersection" ? type.members : [type];
    // Bases first: what is declared here is seen against them.
    const sorted = [...members].sort(
      (a, b) => Number(a.kind === "object") - Number(b.kind === "object"),
    );
    return sorted.every(add) && bases.length > 0
      ? {
          bases,
          own: [...own.values()],
          all: new Map([...inherited, ...own]),
        }
      : undefined;
  }

  /** Lets the index of a map admit the properties that the map is joined with. */
  function admitting(type: Type): Type {
    if (type.kind !== "intersection") return type;
    const named = type.members.flatMap((member) => [
      ...(member.kind === "model"
        ? (propertiesOf(member.name)?.values() ?? [])
        : member.kind === "object"
          ? member.properties
          : []),
    ]);
    return {
      ...type,
      members: type.members.map((member) =>
        member.kind === "object" && member.index
          ? {
              ...member,
              index: indexBeside(named, member.index),
            }
          : member,
      ),
    };
  }

  return (type) => {
    if (type.kind === "object" && type.properties.length > 0)
      return { kind: "interface", extends: [], body: type };
    const parts = type.kind === "model" ? undefined : partsOf(type);
    if (!parts) return { kind: "alias", type: admitting(type) };
    const { bases, own } = parts;
    const [only] = bases;
    return own.length === 0 && bases.length === 1 && only
      ? { kind: "alias", type: { kind: "model", name: only } }
      : {
          kind: "interface",
          extends: [...new Set(bases)],
          body: { kind: "object", properties: own },
        };
  };
}

const byName = (properties: readonly Property[]): Properties =>
  new Map(properties.map((property) => [property.name, property]));

/** Does the first say everything that the second says to the compiler? */
const says = (a: Property, b: Property): boolean =>
  a.optional === b.optional &&
  JSON.stringify(a.type) === JSON.stringify(b.type);

const isUntold = ({ doc }: Property): boolean => Object.keys(doc).length === 0;

/**
 * A type that is a union or an intersection of itself has no meaning to TypeScript (TS2456), and
 * none in the document either: `A = A | B` says no more than `A = B`. The way back is taken out.
 */
export function withoutCycles<T extends Named>(
  models: ReadonlyMap<Name, T>,
): Map<Name, T> {
  const types = new Map<Name, Type>(
    [...models].map(([name, { type }]) => [name, type]),
  );
  const done = new Set<Name>();

  const visit = (name: Name, path: readonly Name[]): void => {
    if (done.has(name)) return;
    const type = types.get(name);
    if (!type) return;
    const open = [...path, name];
    types.set(name, cut(type, new Set(open)));
    for (const next of immediate(types.get(name) ?? type)) visit(next, open);
    done.add(name);
  };

  // Sorted, so that the cut does not depend on the order of the document.
  for (const name of [...models.keys()].sort()) visit(name, []);
  return new Map(
    [...models].map(([name, model]) => [
      name,
      { ...model, type: types.get(name) ?? model.type },
    ]),
  );
}

/** Models that must be known before the type itself is. */
function immediate(type: Type): readonly Name[] {
  switch (type.kind) {
    case "model":
      return [type.name];
    case "union":
    case "intersection":
    case "withRequired":
      return childTypes(type).flatMap(immediate);
    default:
      return [];
  }
}

function cut(type: Type, open: ReadonlySet<Name>): Type {
  switch (type.kind) {
    case "model":
      return open.has(type.name)
        ? { kind: "keyword", keyword: "unknown" }
        : type;
    case "union":
      return union(keep(type.members, open));
    case "intersection":
      return intersection(keep(type.members, open));
    case "withRequired":
      return { ...type, of: cut(type.of, open) };
    default:
      return type;
  }
}

const keep = (members: readonly Type[], open: ReadonlySet<Name>): Type[] =>
  members
    .filter((member) => !(member.kind === "model" && open.has(member.name)))
    .map((member) => cut(member, open));
