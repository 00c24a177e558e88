/**
 * One schema, several uses: the server sends `readOnly` properties, the client `writeOnly` ones
 * (OpenAPI 3.1.1 section 4.8.24), a time may be sent as a `Date` and is received as text, and a file
 * is bytes in a form and text in JSON. A model that looks
 * different in the uses that it has is declared for each: as `Pet` where it is received (or in the
 * only use that it has), `PetInput` where it is sent as JSON, and `PetUpload` where it is sent in a
 * form that can carry files; any other model once.
 */
import type { Name, ObjectType, Property } from "../../sdk/sdk.js";
import { childTypes, mapType, type Type } from "../../sdk/types.js";
import type { NamedType } from "./declarations.js";
import { fieldsOf } from "./fields.js";
import { intersection } from "./simplify.js";

type Direction = "request" | "response";

/** Where a type is used: a form is a request that can carry files. */
type Use = Direction | "form";

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
  /** The declarations that one model needs: one for each shape that is used. */
  of(model: NamedType): readonly NamedType[];
}

export function createViews(
  models: ReadonlyMap<Name, NamedType>,
  roots: ExchangedTypes,
  claim: (wanted: string) => Name,
): Views {
  const mentions = new Map(
    [...models.values()].map(({ name, type }) => [name, mentioned(type)]),
  );
  const reachable = (types: readonly Type[]): ReadonlySet<Name> =>
    closure(types.flatMap(mentioned), (name) => mentions.get(name) ?? []);
  const uses = [
    ["response", reachable(roots.responses)],
    ["request", reachable(roots.requests)],
    ["form", reachable(roots.forms)],
  ] as const;
  const fields = (type: Type): readonly Property[] =>
    fieldsOf(type, {
      typeOf: (name) => models.get(name)?.type,
      mayBeOpen: false,
    }) ?? [];
  const plain = { files: false, nameIn: (_: unknown, name: Name) => name };
  const seen = (type: Type, use: Use): string =>
    JSON.stringify(viewOf(type, { ...plain, use, fields }));
  const directed = affected(
    models,
    (type) => seen(type, "response") !== seen(type, "request"),
  );
  const filed = affected(models, (type) => holds(type, isFile));
  /** Uses of one shape share a declaration. */
  const shapeOf = (name: Name, use: Use): string =>
    `${directed.has(name) && isSent(use) ? "sent" : ""} ${
      filed.has(name) && use === "form" ? "files" : ""
    }`;

  const names = new Map<Name, Map<string, DeclaredView>>();
  for (const name of [...models.keys()].sort()) {
    const declared = new Map<string, DeclaredView>();
    for (const [use, reached] of uses) {
      const shape = shapeOf(name, use);
      if (!reached.has(name) || declared.has(shape)) continue;
      const suffix = shape.endsWith("files") ? "Upload" : "Input";
      declared.set(shape, {
        use,
        name: declared.size === 0 ? name : claim(name + suffix),
      });
    }
    names.set(name, declared);
  }
  const nameIn = (use: Use | undefined, name: Name): Name =>
    (use && names.get(name)?.get(shapeOf(name, use))?.name) ?? name;

  return {
    view: (type, direction, files = false) =>
      viewOf(type, {
        use: files && direction === "request" ? "form" : direction,
        files,
        nameIn,
        fields,
      }),
    of({ name, type }) {
      const declared = [...(names.get(name)?.values() ?? [])];
      // A model that no operation uses keeps every property.
      return (declared.length > 0 ? declared : [{ name, use: undefined }]).map(
        (view) => ({
          name: view.name,
          type: viewOf(type, {
            use: view.use,
            files: view.use === "form",
            nameIn,
            fields,
          }),
        }),
      );
    },
  };
}

/** The first use that a declaration is for, and its name. */
interface DeclaredView {
  readonly use: Use;
  readonly name: Name;
}

interface ViewOptions {
  readonly use: Use | undefined;
  readonly files: boolean;
  readonly nameIn: (use: Use | undefined, name: Name) => Name;
  /** The fields of an object type; none where it is none. */
  readonly fields: (type: Type) => readonly Property[];
}

function viewOf(type: Type, options: ViewOptions): Type {
  const { use, files, nameIn } = options;
  const inside = (inner: Type): Type => viewOf(inner, options);
  switch (type.kind) {
    case "model":
      return { kind: "model", name: nameIn(use, type.name) };
    case "binary":
      if (!files) return { kind: "keyword", keyword: "string" };
      return isSent(use) ? { kind: "binary", input: true } : type;
    case "dateTime":
      return { kind: "dateTime", input: isSent(use) };
    case "object": {
      return mapType(visibleOf(type, use), inside);
    }
    case "intersection":
      return intersection(withoutHidden(type.members, options).map(inside));
    default:
      return mapType(type, inside);
  }
}

/**
 * The members of an intersection, of which one may hide a property that another has: what a name
 * leads to is written out without it.
 */
function withoutHidden(
  members: readonly Type[],
  { use, fields }: ViewOptions,
): readonly Type[] {
  const own = members.map((member) => fields(member));
  const hidden = new Set(
    own
      .flat()
      .filter((field) => !isVisible(field, use))
      .map(({ name }) => name),
  );
  if (hidden.size === 0) return members;
  const isHidden = ({ name }: Property): boolean => hidden.has(name);
  return members.map((member, index) => {
    const known = own[index] ?? [];
    // What a name hides itself, it hides in its own declaration.
    if (!known.some((field) => isHidden(field) && isVisible(field, use)))
      return member;
    const properties = known.filter((field) => !isHidden(field));
    return { kind: "object", properties };
  });
}

/** An object without what is hidden, which it notes. */
function visibleOf(type: ObjectType, use: Use | undefined): ObjectType {
  const properties = type.properties.filter((one) => isVisible(one, use));
  const withheld = type.properties.flatMap(({ name, access }) =>
    access && !isVisible({ access }, use) ? [{ name, access }] : [],
  );
  return withheld.length === 0
    ? { ...type, properties }
    : { ...type, properties, withheld };
}

const isVisible = (
  { access }: Pick<Property, "access">,
  use: Use | undefined,
): boolean =>
  !(isSent(use) && access === "readOnly") &&
  !(use === "response" && access === "writeOnly");

const isSent = (use: Use | undefined): boolean =>
  use === "request" || use === "form";

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

/** Models that are themselves of a kind, or hold one that is. */
function affected(
  models: ReadonlyMap<Name, NamedType>,
  is: (type: Type) => boolean,
): ReadonlySet<Name> {
  const users = new Map<Name, Name[]>();
  for (const { name, type } of models.values())
    for (const used of mentioned(type)) {
      const known = users.get(used);
      if (known) known.push(name);
      else users.set(used, [name]);
    }
  const all = [...models.values()].filter(({ type }) => is(type));
  return closure(
    all.map(({ name }) => name),
    (name) => users.get(name) ?? [],
  );
}

/** The models that a type names, anywhere in it. */
const mentioned = (type: Type): readonly Name[] =>
  type.kind === "model" ? [type.name] : childTypes(type).flatMap(mentioned);

const holds = (type: Type, is: (type: Type) => boolean): boolean =>
  is(type) || childTypes(type).some((inner) => holds(inner, is));

const isFile = ({ kind }: Type): boolean => kind === "binary";
