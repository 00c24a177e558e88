/**
 * The grammar of OpenAPI documents: the tables of `objects.ts` in the form that the walk, the checks,
 * the bundler and the upgrade read.
 */
import { type Fields, openapi3 } from "./objects.js";
import { schemaObjects } from "./schema-objects.js";
import { swagger2 } from "./swagger2-objects.js";

const table = { ...openapi3, ...schemaObjects, ...swagger2 };

/** An object of OpenAPI 3.x. */
export type Kind = keyof typeof table;

export type Scalar = "text" | "flag" | "number" | "count" | "bound" | "type";

/** What a field holds. `any` is data of the document's own: nothing in it is looked at. */
export type Content =
  | { readonly form: "object"; readonly kind: Kind }
  | { readonly form: "scalar"; readonly scalar: Scalar }
  | { readonly form: "list" | "map"; readonly of: Content }
  | { readonly form: "any" };

export interface Field {
  readonly content: Content;
  readonly presence: "required" | "expected" | "optional";
}

export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  /** What the fields hold that have no name of their own (paths, statuses, expressions). */
  readonly others: Content | undefined;
  readonly demanded: readonly (readonly [string, Field])[];
}

const scalars: ReadonlySet<string> = new Set<Scalar>([
  "text",
  "flag",
  "number",
  "count",
  "bound",
  "type",
]);

const isKind = (name: string): name is Kind => Object.hasOwn(table, name);
const isScalar = (name: string): name is Scalar => scalars.has(name);

const readContent = (notation: string): Content => {
  const inner = notation.slice(1, -1);
  if (notation.startsWith("[")) return { form: "list", of: readContent(inner) };
  if (notation.startsWith("{")) return { form: "map", of: readContent(inner) };
  if (isKind(notation)) return { form: "object", kind: notation };
  if (isScalar(notation)) return { form: "scalar", scalar: notation };
  if (notation === "any") return { form: "any" };
  throw new Error(`grammar: what is ${notation}?`);
};

const readField = (notation: string): Field => ({
  content: readContent(notation.replace(/[!+]$/, "")),
  presence: notation.endsWith("!")
    ? "required"
    : notation.endsWith("+")
      ? "expected"
      : "optional",
});

const readShape = (fields: Fields): Shape => {
  const read = new Map(
    Object.entries(fields).map(([name, notation]) => [
      name,
      readField(notation),
    ]),
  );
  const others = read.get("*")?.content;
  read.delete("*");
  return {
    fields: read,
    others,
    demanded: [...read].filter(([, { presence }]) => presence !== "optional"),
  };
};

const shapes = new Map<string, Shape>(
  Object.entries(table).map(([kind, fields]) => [kind, readShape(fields)]),
);

export const shapeOf = (kind: Kind): Shape => {
  const shape = shapes.get(kind);
  if (shape === undefined) throw new Error(`grammar: no kind ${kind}`);
  return shape;
};

/** The fields of an object that hold another kind: the methods of a path item. */
export const fieldsHolding = (fields: Fields, kind: Kind): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name] === kind);

/** `a schema`, `an operation`. */
export const someOf = (kind: Kind): string => {
  const label = labelOf(kind);
  return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
};

/** For messages: `securityScheme` -> `security scheme`. */
export const labelOf = (kind: Kind): string =>
  kind === "openapi"
    ? "document"
    : kind.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());

/** What stands under `name` in an object of this kind; undefined for extensions and the unknown. */
export const contentOf = (shape: Shape, name: string): Content | undefined =>
  shape.fields.get(name)?.content ??
  (name.startsWith("x-") ? undefined : shape.others);

/** The kinds that may be given by reference, and where a document keeps the shared ones. */
export const sections: ReadonlyMap<Kind, readonly string[]> = new Map<
  Kind,
  readonly string[]
>([
  ["schema", ["components", "schemas"]],
  ["response", ["components", "responses"]],
  ["parameter", ["components", "parameters"]],
  ["example", ["components", "examples"]],
  ["requestBody", ["components", "requestBodies"]],
  ["header", ["components", "headers"]],
  ["securityScheme", ["components", "securitySchemes"]],
  ["link", ["components", "links"]],
  ["callback", ["components", "callbacks"]],
  ["pathItem", ["components", "pathItems"]],
  ["mediaType", ["components", "mediaTypes"]],
  ["swaggerParameter", ["parameters"]],
  ["swaggerResponse", ["responses"]],
]);

/** Where a document of this kind keeps the shared objects of a kind; undefined where it has none. */
export const sectionOf = (
  kind: Kind,
  document: Content,
): readonly string[] | undefined =>
  kind === "schema" && document === swaggerRoot
    ? ["definitions"]
    : sections.get(kind);

export const openapiRoot: Content = { form: "object", kind: "openapi" };
export const swaggerRoot: Content = { form: "object", kind: "swagger" };
