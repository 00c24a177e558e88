/**
 * The parts of a request and a response that pages are recognised by: parameters and fields, with the
 * path that leads to each.
 */
import type { Schema } from "../../openapi/document.js";
import type { Property, Text, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, union, withoutHints } from "../schemas/simplify.js";
import type { PlannedBody } from "./bodies.js";
import type { PlannedParameter } from "./parameters.js";

/** A value somewhere in `params` or in a body. */
export interface PagingField {
  readonly path: readonly Text[];
  /** Its name as `plain` writes it. */
  readonly name: string;
  readonly type: Type;
  /** What the document says about it: description, format, example. */
  readonly about: string;
  /** True for what is sent in the body. */
  readonly isInBody?: boolean;
}

/** `next_cursor`, `nextCursor` and `next-cursor` are one name. */
export const plain = (name: string): string =>
  name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Objects that hold what a response says about its pages. */
const containers =
  /meta|paginat|paging|^page|cursor|^next$|links$|^(result|list|response)?info$/;

/** A type may contain itself. */
const maxDepth = 20;

export class Fields {
  readonly #models: Models;

  constructor(models: Models) {
    this.#models = models;
  }

  /** The properties of an object, also where it may be null or have others besides them. */
  of(type: Type, depth = 0): readonly Property[] {
    const target = this.#models.unaliased(this.#models.withoutNull(type));
    if (target.kind === "object") return target.properties;
    const fields = this.#models.fieldsOf(target);
    if (fields || target.kind !== "intersection" || depth > maxDepth)
      return fields ?? [];
    return target.members.flatMap((member) => this.of(member, depth + 1));
  }

  /** The type that a name leads to. */
  resolved = (type: Type): Type => this.#models.unaliased(type);

  /** The fields that every alternative of a type has. */
  common(type: Type): readonly Property[] {
    const members = this.members(type);
    const [first = [], ...others] = members.map((member) => this.of(member));
    return first.filter(({ name }) =>
      others.every((fields) => fields.some((field) => field.name === name)),
    );
  }

  /** The alternatives of a type, without `null` and `undefined`. */
  members(type: Type, depth = 0): readonly Type[] {
    const target = this.#models.unaliased(type);
    return target.kind === "union" && depth < maxDepth
      ? target.members.flatMap((member) => this.members(member, depth + 1))
      : isKeyword(target, "null", "undefined")
        ? []
        : [target];
  }

  at(type: Type, path: readonly string[]): Property | undefined {
    const [name, ...rest] = path;
    const field = this.of(type).find((one) => one.name === name);
    return field && rest.length > 0 ? this.at(field.type, rest) : field;
  }

  /**
   * The fields that may say something about pages: those of the body, one level below it, and two
   * levels below in objects that are there for it.
   */
  in(
    type: Type,
    depth = 1,
    above: readonly Text[] = [],
  ): readonly PagingField[] {
    return this.of(type).flatMap((field) => {
      const path = [...above, field.name];
      const isOpen = depth === 1 || (depth < 3 && isContainer(path));
      return [
        pagingFieldOf(field, path),
        ...(isOpen ? this.in(field.type, depth + 1, path) : []),
      ];
    });
  }

  /** True for numbers, also where `null` is allowed. */
  isCount = (type: Type): boolean => this.#isAll(type, "number");

  isFlag = (type: Type): boolean =>
    this.members(type).length > 0 &&
    this.members(type).every(
      (one) =>
        isKeyword(one, "boolean") ||
        (one.kind === "literal" && typeof one.value === "boolean"),
    );

  /** True for what can be sent as a cursor. */
  isToken = (type: Type): boolean => this.#isAll(type, "string", "number");

  #isAll(type: Type, ...keywords: ("string" | "number")[]): boolean {
    const members = this.members(withoutHints(union(this.members(type))));
    return (
      members.length > 0 &&
      members.every((member) => isKeyword(member, ...keywords))
    );
  }
}

/** True if all objects on the way to a field are there to say something about pages. */
export const isContainer = (path: readonly Text[]): boolean =>
  path.every((name) => containers.test(plain(name)));

const pagingFieldOf = (
  { name, type, doc }: Property,
  path: readonly Text[],
): PagingField => ({
  path,
  name: plain(name),
  type,
  about: [
    doc.summary,
    doc.description,
    ...(doc.constraints ?? []),
    typeof doc.example === "string" ? `Example: ${doc.example}` : undefined,
  ]
    .filter((text) => text !== undefined)
    .join("\n"),
});

/** Something that a call can be given, with its schema: the one at `inner` in `schema`. */
export interface Input extends PagingField {
  readonly schema: Schema | undefined;
  readonly inner: readonly string[];
}

/** What a call can be given in the query and in the body, also one level deep. */
export function inputsOf(
  parameters: readonly PlannedParameter[],
  body: PlannedBody | undefined,
  fields: Fields,
): readonly Input[] {
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, key, type, doc, schema }): Input => ({
      ...pagingFieldOf({ name, type, doc, optional: true }, [key]),
      schema,
      inner: [],
    }));
  const top = [...query, ...bodyInputs(body, fields)];
  return [...top, ...top.flatMap((input) => below(input, fields))];
}

const below = (outer: Input, fields: Fields): readonly Input[] =>
  fields.of(outer.type).map((field) => ({
    ...pagingFieldOf(field, [...outer.path, field.name]),
    ...(outer.isInBody === true && { isInBody: true }),
    schema: outer.schema,
    inner: [...outer.inner, field.name],
  }));

/** A body with a choice of media types has no one place for a field. */
function bodyInputs(
  body: PlannedBody | undefined,
  fields: Fields,
): readonly Input[] {
  if (!body || body.others.length > 0) return [];
  const { type, media } = body;
  const whole = {
    path: [body.body.key],
    name: "",
    type,
    about: "",
    isInBody: true,
  };
  return below({ ...whole, schema: media.schema, inner: [] }, fields).flatMap(
    (input) => {
      if (!body.fields) return input;
      const [, name, ...inner] = input.path;
      const field = body.fields.find((one) => one.name === name);
      return field ? { ...input, path: [field.key, ...inner] } : [];
    },
  );
}
