/**
 * How a type is declared: an interface where it can be one, because editors show its name and not
 * its members, and a type alias otherwise.
 */
import type { Declaration, Name, Property, Text, Type } from "../../sdk/sdk.js";
import { childTypes, mapType } from "../../sdk/types.js";
import {
  indexBeside,
  intersection,
  joinProperties,
  union,
} from "./simplify.js";

interface NamedType {
  readonly name: Name;
  readonly type: Type;
}

type Properties = ReadonlyMap<Text, Property>;

/** An interface as it is declared, and with everything that it inherits. */
interface InterfaceParts {
  readonly bases: readonly Name[];
  readonly declared: Properties;
  readonly all: Properties;
}

export class Declarations {
  readonly #known = new Map<Name, Properties | undefined>();

  /** @param models every model, by name */
  constructor(private readonly models: ReadonlyMap<Name, NamedType>) {}

  /** How a type is declared under a name. */
  of(type: Type): Declaration {
    if (type.kind === "object" && type.properties.length > 0)
      return { kind: "interface", extends: [], body: type };
    const parts = type.kind === "model" ? undefined : this.#partsOf(type);
    if (!parts) return { kind: "alias", type: this.#admitting(type) };
    const { bases, declared } = parts;
    const [only] = bases;
    return declared.size === 0 && bases.length === 1 && only
      ? { kind: "alias", type: { kind: "model", name: only } }
      : {
          kind: "interface",
          extends: [...new Set(bases)],
          body: { kind: "object", properties: [...declared.values()] },
        };
  }

  /** The properties of a model that is an interface; undefined for any other. */
  #propertiesOf(name: Name): Properties | undefined {
    if (!this.#known.has(name)) {
      this.#known.set(name, undefined); // what leads back to itself is no interface
      const model = this.models.get(name);
      this.#known.set(name, model && this.#partsOf(model.type)?.all);
    }
    return this.#known.get(name);
  }

  /** `A & B & { c: string }` as `extends A, B { c: string }`, unless one name has two types. */
  #partsOf(type: Type): InterfaceParts | undefined {
    if (type.kind === "object" && !type.index && type.properties.length > 0) {
      const declared = byName(type.properties);
      return { bases: [], declared, all: declared };
    }
    const builder = new InterfaceBuilder((name) => this.#propertiesOf(name));
    const members = type.kind === "intersection" ? type.members : [type];
    // Bases first: what is declared here is seen against them.
    const sorted = [...members].sort(
      (a, b) => Number(a.kind === "object") - Number(b.kind === "object"),
    );
    return sorted.every((member) => builder.add(member)) &&
      builder.bases.length > 0
      ? builder
      : undefined;
  }

  /** Lets the index of a map admit the properties that the map is joined with. */
  #admitting(type: Type): Type {
    if (type.kind !== "intersection") return type;
    const named = type.members.flatMap((member) =>
      member.kind === "model"
        ? [...(this.#propertiesOf(member.name)?.values() ?? [])]
        : member.kind === "object"
          ? member.properties
          : [],
    );
    return mapType(type, (member) =>
      member.kind === "object" && member.index
        ? { ...member, index: indexBeside(named, member.index) }
        : member,
    );
  }
}

/** An interface to which the members of an intersection are added. */
class InterfaceBuilder implements InterfaceParts {
  readonly bases: Name[] = [];
  readonly declared = new Map<Text, Property>();
  readonly #inherited = new Map<Text, Property>();

  constructor(
    private readonly propertiesOf: (name: Name) => Properties | undefined,
  ) {}

  get all(): Properties {
    return new Map([...this.#inherited, ...this.declared]);
  }

  /** False if no interface can have the member. */
  add(member: Type): boolean {
    switch (member.kind) {
      case "model":
        return this.#inherit(member.name);
      case "withRequired": {
        const isAdded = this.add(member.of);
        for (const name of member.keys) this.#require(name);
        return isAdded;
      }
      case "object":
        return (
          !member.index &&
          member.properties.every((property) => this.#declare(property))
        );
      default:
        return false;
    }
  }

  #inherit(name: Name): boolean {
    const properties = this.propertiesOf(name);
    if (!properties) return false;
    this.bases.push(name);
    for (const property of properties.values()) {
      const other = this.#inherited.get(property.name);
      // Two bases must agree, or the interface says which of them holds.
      const both = other ? joinProperties(other, property) : property;
      if (!both) return false;
      this.#inherited.set(property.name, both);
      if (
        other &&
        !(isSameProperty(other, both) && isSameProperty(property, both))
      )
        this.declared.set(property.name, both);
    }
    return true;
  }

  #declare(property: Property): boolean {
    const before = this.#get(property.name);
    const both = before ? joinProperties(before, property) : property;
    if (!both) return false;
    const isRepeated =
      before && isSameProperty(before, both) && isUndocumented(property);
    if (!isRepeated) this.declared.set(property.name, both);
    return true;
  }

  #require(name: Text): void {
    const before = this.#get(name);
    if (before?.optional)
      this.declared.set(name, { ...before, optional: false, doc: {} });
  }

  #get(name: Text): Property | undefined {
    return this.declared.get(name) ?? this.#inherited.get(name);
  }
}

const byName = (properties: readonly Property[]): Properties =>
  new Map(properties.map((property) => [property.name, property]));

/** True if both say the same to the compiler. */
const isSameProperty = (a: Property, b: Property): boolean =>
  a.optional === b.optional &&
  JSON.stringify(a.type) === JSON.stringify(b.type);

const isUndocumented = ({ doc }: Property): boolean =>
  Object.keys(doc).length === 0;

/**
 * A type that is a union or an intersection of itself has no meaning to TypeScript (TS2456), and
 * none in the document either: `A = A | B` says no more than `A = B`. The way back is taken out.
 */
export function withoutCycles<T extends NamedType>(
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
