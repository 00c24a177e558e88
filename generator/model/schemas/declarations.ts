/**
 * How a type is declared: an interface where it can be one, because editors show its name and not
 * its members, and a type alias otherwise.
 */
import type { Declaration, Name, Property, Text, Type } from "../../sdk/sdk.js";
import { childTypes, mapType } from "../../sdk/types.js";
import {
  indexBeside,
  intersection,
  isSameType,
  joinProperties,
  keywordType,
  union,
  withheldOf,
} from "./simplify.js";

export interface NamedType {
  readonly name: Name;
  readonly type: Type;
}

type Properties = ReadonlyMap<Text, Property>;

export class Declarations {
  readonly #known = new Map<Name, Properties | undefined>();

  /** @param models every model, by name */
  constructor(private readonly models: ReadonlyMap<Name, NamedType>) {}

  of(type: Type): Declaration {
    if (type.kind === "object" && type.properties.length > 0)
      return { kind: "interface", extends: [], body: type };
    const builder = type.kind === "model" ? undefined : this.#interfaceOf(type);
    if (!builder) return { kind: "alias", type: this.#withWideIndex(type) };
    const { bases, declared } = builder;
    const [base, ...more] = bases;
    return declared.size === 0 && base && more.length === 0
      ? { kind: "alias", type: { kind: "model", name: base } }
      : {
          kind: "interface",
          extends: [...new Set(bases)],
          body: {
            kind: "object",
            properties: [...declared.values()],
            ...withheldOf(type.kind === "intersection" ? type.members : [type]),
          },
        };
  }

  /** The properties of a model that is an interface; undefined for any other. */
  #propertiesOf(name: Name): Properties | undefined {
    if (!this.#known.has(name)) {
      this.#known.set(name, undefined); // a type that extends itself is no interface
      const model = this.models.get(name);
      this.#known.set(name, model && this.#interfaceOf(model.type)?.all);
    }
    return this.#known.get(name);
  }

  /** `A & B & { c: string }` as `extends A, B { c: string }`, unless one name has two types. */
  #interfaceOf(type: Type): InterfaceBuilder | undefined {
    const builder = new InterfaceBuilder((name) => this.#propertiesOf(name));
    const members = type.kind === "intersection" ? type.members : [type];
    // Bases first: declared properties are compared with theirs.
    const sorted = [...members].sort(
      (a, b) => Number(a.kind === "object") - Number(b.kind === "object"),
    );
    const isInterface =
      sorted.every((member) => builder.add(member)) &&
      (type.kind === "object"
        ? builder.declared.size > 0
        : builder.bases.length > 0);
    return isInterface ? builder : undefined;
  }

  /** Widens the index signature of a map to the properties that the map is intersected with. */
  #withWideIndex(type: Type): Type {
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
class InterfaceBuilder {
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
      // TypeScript demands that two bases agree or that the interface redeclares the property.
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

/** True if the compiler sees no difference. */
const isSameProperty = (a: Property, b: Property): boolean =>
  a.optional === b.optional && isSameType(a.type, b.type);

const isUndocumented = ({ doc }: Property): boolean =>
  Object.keys(doc).length === 0;

/**
 * Removes circular aliases, which TypeScript refuses (TS2456): `A = A | B` becomes `A = B`, which
 * means the same in the document.
 */
export function withoutCycles<T extends NamedType>(
  models: ReadonlyMap<Name, T>,
): Map<Name, T> {
  const result = new Map(models);
  const done = new Set<Name>();

  const visit = (name: Name, path: readonly Name[]): void => {
    const model = result.get(name);
    if (!model || done.has(name)) return;
    const open = [...path, name];
    const type = withoutModels(model.type, new Set(open));
    result.set(name, { ...model, type });
    for (const next of immediate(type)) visit(next, open);
    done.add(name);
  };

  // Sorted, so that what is taken out does not depend on the order of the document.
  for (const name of [...models.keys()].sort()) visit(name, []);
  return result;
}

/** Models that must be resolved before the type itself is. */
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

/** The type without the models that are being visited, which lead back to it. */
function withoutModels(type: Type, open: ReadonlySet<Name>): Type {
  const isOpen = (member: Type): boolean =>
    member.kind === "model" && open.has(member.name);
  switch (type.kind) {
    case "model":
      return isOpen(type) ? keywordType("unknown") : type;
    case "union":
    case "intersection": {
      const combine = type.kind === "union" ? union : intersection;
      const kept = type.members.filter((member) => !isOpen(member));
      return combine(kept.map((member) => withoutModels(member, open)));
    }
    case "withRequired":
      return { ...type, of: withoutModels(type.of, open) };
    default:
      return type;
  }
}
