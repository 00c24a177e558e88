/**
 * One schema, two directions: the server sends `readOnly` properties, the client `writeOnly` ones
 * (OpenAPI 3.1.1 section 4.8.24). A model that has such properties and travels both ways is declared
 * twice, as `Pet` for responses and `PetInput` for requests; any other model once.
 */
import type { Name, Property } from "../../sdk/sdk.js";
import { childTypes, mapType, type Type } from "../../sdk/types.js";
import type { NamedType } from "./declarations.js";

type Direction = "request" | "response";

/** The types that operations send and receive. */
export interface ExchangedTypes {
  readonly requests: readonly Type[];
  /** Bodies that can carry files. */
  readonly forms: readonly Type[];
  readonly responses: readonly Type[];
}

export interface Views {
  /**
   * The type as it is in one direction.
   * @param files true for a body that can hold files; in JSON they are text
   */
  view(type: Type, direction: Direction, files?: boolean): Type;
  /** The declarations that one model needs: one or two. */
  of(model: NamedType): readonly NamedType[];
}

export function createViews(
  models: ReadonlyMap<Name, NamedType>,
  roots: ExchangedTypes,
  claim: (wanted: string) => Name,
): Views {
  const uses = new Map(
    [...models.values()].map(({ name, type }) => [name, mentioned(type)]),
  );
  const reachable = (types: readonly Type[]): ReadonlySet<Name> =>
    closure(types.flatMap(mentioned), (name) => uses.get(name) ?? []);
  const requests = reachable([...roots.requests, ...roots.forms]);
  const responses = reachable(roots.responses);
  const forms = reachable(roots.forms);
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
      const declared = viewOf(type, { inputs, direction, files });
      const input = inputs.get(name);
      if (input === undefined) return [{ name, type: declared }];
      const sent = viewOf(type, { inputs, direction: "request", files });
      return [
        { name, type: declared },
        { name: input, type: sent },
      ];
    },
  };
}

interface ViewOptions {
  /** Models that are declared twice -> the name of the declaration for requests. */
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
  !(direction === "request" && access === "readOnly") &&
  !(direction === "response" && access === "writeOnly");

/** The names from which `next` starts, and all that it leads to. */
function closure(
  start: Iterable<Name>,
  next: (name: Name) => readonly Name[],
): ReadonlySet<Name> {
  const names = new Set(start);
  // A set that grows while it is read is read to its end.
  for (const name of names) for (const other of next(name)) names.add(other);
  return names;
}

/** Models whose shape differs by direction, themselves or through what they hold. */
function affectedModels(
  models: ReadonlyMap<Name, NamedType>,
): ReadonlySet<Name> {
  const users = new Map<Name, Name[]>();
  for (const { name, type } of models.values())
    for (const used of mentioned(type)) {
      const known = users.get(used);
      if (known) known.push(name);
      else users.set(used, [name]);
    }
  const directed = [...models.values()].filter(({ type }) => hasDirected(type));
  return closure(
    directed.map(({ name }) => name),
    (name) => users.get(name) ?? [],
  );
}

/** The models that a type names, anywhere in it. */
const mentioned = (type: Type): readonly Name[] =>
  type.kind === "model" ? [type.name] : childTypes(type).flatMap(mentioned);

const hasDirected = (type: Type): boolean =>
  (type.kind === "object" &&
    type.properties.some(({ access }) => access !== undefined)) ||
  childTypes(type).some(hasDirected);
