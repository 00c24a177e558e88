/**
 * One schema, two directions: the server sends `readOnly` properties, the client `writeOnly` ones
 * (OpenAPI 3.1.1 section 4.8.24). A model that has such properties and travels both ways is declared
 * twice, as `Pet` for responses and `PetInput` for requests; any other model once.
 */
import type { Name, Property } from "../../sdk/sdk.js";
import { childTypes, mapType, type Type } from "../../sdk/types.js";

type Direction = "request" | "response";

/** The types that operations send and receive. */
export interface Roots {
  readonly requests: readonly Type[];
  /** Bodies that can carry files. */
  readonly forms: readonly Type[];
  readonly responses: readonly Type[];
}

interface NamedType {
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
  of(model: NamedType): readonly NamedType[];
}

export function viewer(
  models: ReadonlyMap<Name, NamedType>,
  roots: Roots,
  claim: (wanted: string) => Name,
): Views {
  const requests = reachable(models, [...roots.requests, ...roots.forms]);
  const responses = reachable(models, roots.responses);
  const forms = reachable(models, roots.forms);
  const inputs = new Map<Name, Name>();
  for (const name of [...affectedModels(models)].sort())
    if (requests.has(name) && responses.has(name))
      inputs.set(name, claim(`${name}Input`));

  return {
    view: (type, direction, files = false) =>
      viewOf(type, { inputs, direction, files }),
    of({ name, type }) {
      const files = forms.has(name);
      const direction = responses.has(name)
        ? "response"
        : requests.has(name)
          ? "request"
          : undefined;
      const declared = {
        name,
        type: viewOf(type, { inputs, direction, files }),
      };
      const input = inputs.get(name);
      if (input === undefined) return [declared];
      const sent = viewOf(type, { inputs, direction: "request", files });
      return [declared, { name: input, type: sent }];
    },
  };
}

interface ViewOptions {
  /** Models that are declared twice -> the name of the one for requests. */
  readonly inputs: ReadonlyMap<Name, Name>;
  /** Undefined: a model that no operation uses keeps every property. */
  readonly direction: Direction | undefined;
  readonly files: boolean;
}

function viewOf(type: Type, options: ViewOptions): Type {
  const { direction } = options;
  const inside = (inner: Type): Type => viewOf(inner, options);
  switch (type.kind) {
    case "model": {
      const input =
        direction === "request" ? options.inputs.get(type.name) : undefined;
      return input === undefined ? type : { kind: "model", name: input };
    }
    case "binary":
      if (!options.files) return { kind: "keyword", keyword: "string" };
      return direction === "request" ? { kind: "binary", input: true } : type;
    case "dateTime":
      return { kind: "dateTime", input: direction === "request" };
    case "object": {
      const properties = type.properties.filter((property) =>
        isVisible(property, direction),
      );
      return mapType({ ...type, properties }, inside);
    }
    default:
      return mapType(type, inside);
  }
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
  models: ReadonlyMap<Name, NamedType>,
  types: readonly Type[],
): ReadonlySet<Name> {
  const names = new Set<Name>();
  const open = types.flatMap(mentioned);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    const model = models.get(name);
    if (model) for (const next of mentioned(model.type)) open.push(next);
  }
  return names;
}

/** Models whose shape differs by direction, themselves or through what they hold. */
function affectedModels(
  models: ReadonlyMap<Name, NamedType>,
): ReadonlySet<Name> {
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
  const names = new Set<Name>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const user of users.get(name) ?? []) open.push(user);
  }
  return names;
}

/** The models that a type names, anywhere in it; asked for again in each direction. */
function mentioned(type: Type): readonly Name[] {
  const known = knownMentions.get(type);
  if (known) return known;
  const names: Name[] = [];
  collectMentions(type, names);
  knownMentions.set(type, names);
  return names;
}

const knownMentions = new WeakMap<Type, readonly Name[]>();

function collectMentions(type: Type, names: Name[]): void {
  if (type.kind === "model") names.push(type.name);
  else for (const child of childTypes(type)) collectMentions(child, names);
}

const hasDirected = (type: Type): boolean =>
  (type.kind === "object" &&
    type.properties.some(({ access }) => access !== undefined)) ||
  childTypes(type).some(hasDirected);
