/**
 * One schema, two directions: the server sends `readOnly` properties, the client `writeOnly` ones
 * (OpenAPI 3.1.1 section 4.8.24). A model that has such properties and travels both ways is declared
 * twice, as `Pet` for responses and `PetInput` for requests; any other model once.
 */
import type { Name, Property, Type } from "../../sdk/sdk.js";

export type Direction = "request" | "response";

/** The types that operations send and receive. */
export interface Roots {
  readonly requests: readonly Type[];
  /** Bodies that can carry files. */
  readonly forms: readonly Type[];
  readonly responses: readonly Type[];
}

interface Named {
  readonly name: Name;
  readonly type: Type;
}

export interface Views {
  /**
   * A type as one direction sees it.
   * @param files can the body hold files? In JSON they are text.
   */
  view(type: Type, direction: Direction, files?: boolean): Type;
  /** The declarations that one model needs: one or two. */
  of(model: Named): readonly Named[];
}

export function viewer(
  models: ReadonlyMap<Name, Named>,
  roots: Roots,
  claim: (wanted: string) => Name,
): Views {
  const requests = reachable(models, [...roots.requests, ...roots.forms]);
  const responses = reachable(models, roots.responses);
  const forms = reachable(models, roots.forms);
  const affected = affectedModels(models);
  const inputs = new Map<Name, Name>();
  for (const name of [...affected].sort())
    if (requests.has(name) && responses.has(name))
      inputs.set(name, claim(`${name}Input`));

  const transform = (type: Type, how: How): Type => {
    const inside = (one: Type): Type => transform(one, how);
    switch (type.kind) {
      case "model": {
        const input =
          how.direction === "request" ? inputs.get(type.name) : undefined;
        return input === undefined ? type : { kind: "model", name: input };
      }
      case "binary":
        if (!how.files) return { kind: "keyword", keyword: "string" };
        return how.direction === "request"
          ? { kind: "binary", input: true }
          : type;
      case "dateTime":
        return { kind: "dateTime", input: how.dates };
      case "array":
        return { ...type, item: inside(type.item) };
      case "tuple":
        return {
          ...type,
          items: type.items.map((item) => ({
            ...item,
            type: inside(item.type),
          })),
          ...(type.rest && { rest: inside(type.rest) }),
        };
      case "object":
        return {
          ...type,
          properties: type.properties
            .filter((property) => isVisible(property, how.direction))
            .map((property) => ({ ...property, type: inside(property.type) })),
          ...(type.index && { index: inside(type.index) }),
        };
      case "union":
      case "intersection":
        return { ...type, members: type.members.map(inside) };
      case "withRequired":
      case "element":
        return { ...type, of: inside(type.of) };
      default:
        return type;
    }
  };

  return {
    view: (type, direction, files = false) =>
      transform(type, { direction, dates: direction === "request", files }),
    of({ name, type }) {
      const files = forms.has(name);
      const sent = requests.has(name);
      const received = responses.has(name);
      const input = inputs.get(name);
      const own: Direction | undefined =
        sent && !received
          ? "request"
          : received || !sent
            ? "response"
            : undefined;
      const both = !sent && !received;
      return [
        {
          name,
          type: transform(type, {
            direction: both ? undefined : own,
            dates: own === "request",
            files,
          }),
        },
        ...(input === undefined
          ? []
          : [
              {
                name: input,
                type: transform(type, {
                  direction: "request",
                  dates: true,
                  files,
                }),
              },
            ]),
      ];
    },
  };
}

interface How {
  /** Undefined: a model that no operation uses keeps every property. */
  readonly direction: Direction | undefined;
  readonly dates: boolean;
  readonly files: boolean;
}

const isVisible = (
  { access }: Property,
  direction: Direction | undefined,
): boolean =>
  direction === "request"
    ? access !== "readOnly"
    : direction === "response"
      ? access !== "writeOnly"
      : true;

/** Every model that the types lead to. */
function reachable(
  models: ReadonlyMap<Name, Named>,
  types: readonly Type[],
): ReadonlySet<Name> {
  const found = new Set<Name>();
  const open = types.flatMap(mentioned);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const model = models.get(name);
    if (model) for (const next of mentioned(model.type)) open.push(next);
  }
  return found;
}

/** Models whose shape differs by direction, themselves or through what they hold. */
function affectedModels(models: ReadonlyMap<Name, Named>): ReadonlySet<Name> {
  const users = new Map<Name, Name[]>();
  const open: Name[] = [];
  for (const { name, type } of models.values()) {
    if (hasDirected(type)) open.push(name);
    for (const used of mentioned(type)) {
      const known = users.get(used);
      if (known) known.push(name);
      else users.set(used, [name]);
    }
  }
  const found = new Set<Name>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const user of users.get(name) ?? []) open.push(user);
  }
  return found;
}

/** The models that a type names, anywhere in it; asked for again in each direction. */
function mentioned(type: Type): readonly Name[] {
  let names = knownMentions.get(type);
  if (!names) {
    const found: Name[] = [];
    collectMentions(type, found);
    knownMentions.set(type, (names = found));
  }
  return names;
}

const knownMentions = new WeakMap<Type, readonly Name[]>();

function collectMentions(type: Type, found: Name[]): void {
  if (type.kind === "model") found.push(type.name);
  else for (const one of inner(type)) collectMentions(one, found);
}

const hasDirected = (type: Type): boolean =>
  (type.kind === "object" &&
    type.properties.some(({ access }) => access !== undefined)) ||
  inner(type).some(hasDirected);

/** The types directly inside a type. */
function inner(type: Type): readonly Type[] {
  switch (type.kind) {
    case "array":
      return [type.item];
    case "tuple":
      return [
        ...type.items.map((item) => item.type),
        ...(type.rest ? [type.rest] : []),
      ];
    case "object":
      return [
        ...type.properties.map((property) => property.type),
        ...(type.index ? [type.index] : []),
      ];
    case "union":
    case "intersection":
      return type.members;
    case "withRequired":
    case "element":
      return [type.of];
    default:
      return [];
  }
}
