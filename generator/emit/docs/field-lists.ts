/**
 * The lists of the docs: what an operation takes, what it answers with, what it throws. They are no
 * tables, which are as wide as their widest cell in every row: half of a large page would be spaces,
 * and a longer description would change every line of it.
 */
import type { Operation, ParamsField, Text, Type } from "../../sdk/sdk.js";
import {
  codeSpan,
  joinMarkdown,
  markdown,
  listed,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import type { ErrorText } from "../operation-text.js";
import {
  rowList,
  typeLink,
  withText,
  type ListPlace,
  type PageContext,
  type Row,
} from "./row-list.js";

/** Deeper fields, and those that would make a list longer, are left to the types. */
const deepest = 2;
const mostRows = 50;

/** Rows, and those of the fields below them: a type without a name has no page of its own. */
function withFields(rows: readonly Row[]): readonly Row[] {
  for (let depth = deepest; depth > 0; depth--) {
    const all = rows.flatMap((row) => withFieldsBelow(row, depth));
    if (all.length <= mostRows) return all;
  }
  return rows;
}

const withFieldsBelow = (row: Row, depth: number): readonly Row[] => [
  row,
  ...(depth > 0 ? fieldsOf(row.type) : []).flatMap((field) =>
    withFieldsBelow(
      { ...row, ...field, path: row.path + field.path },
      depth - 1,
    ),
  ),
];

type Field = Omit<Row, "from">;

/** The fields of the objects in a type, named as they are reached: `.id`, `[].id`. */
function fieldsOf(type: Type): readonly Field[] {
  switch (type.kind) {
    case "object":
      return [
        ...type.properties.map(({ name, optional, ...field }) => ({
          ...field,
          path: `.${name}`,
          required: !optional,
        })),
        ...(type.index ? fieldsBelow(".*", type.index) : []),
      ];
    case "array":
    case "iterable":
      return fieldsBelow("[]", type.item);
    case "union":
    case "intersection": {
      const fields = type.members.flatMap(fieldsOf);
      return [...new Map(fields.map((field) => [field.path, field])).values()];
    }
    case "withRequired":
      return fieldsOf(type.of);
    default:
      return [];
  }
}

const fieldsBelow = (path: string, type: Type): readonly Field[] =>
  fieldsOf(type).map((field) => ({ ...field, path: path + field.path }));

/** Of a body that may be several objects, the fields of all of them. */
function paramsFields({ params, body }: Operation): readonly ParamsField[] {
  const { fields = [], alternatives = [] } = params ?? {};
  if (body?.choice || alternatives.length === 0) return fields;
  const sets = [fields, ...alternatives];
  const names = new Set(sets.flat().map(({ name }) => name));
  return [...names].flatMap((name) => {
    const found = sets.flatMap((set) => set.filter((one) => one.name === name));
    const [first] = found;
    const optional =
      found.length < sets.length || found.some((field) => field.optional);
    return first ? [{ ...first, optional }] : [];
  });
}

/** Everything that is passed: the argument, the fields of `params`, the key of the options. */
export function parameterList(
  operation: Operation,
  place: ListPlace,
): Markdown | undefined {
  const { positional, idempotencyHeader } = operation;
  const passed: Row[] = [
    ...positional.map((argument) => ({
      ...argument,
      path: argument.name,
      from: mdText`path`,
      required: true,
    })),
    ...paramsFields(operation).map((field) => ({
      ...field,
      from: markdown(field.from),
      path: field.name,
      required: !field.optional,
    })),
  ];
  const rows = [...withFields(passed)];
  if (idempotencyHeader !== undefined)
    rows.push({
      path: "options.idempotencyKey",
      from: mdText`header`,
      type: { kind: "keyword", keyword: "string" },
      required: false,
      doc: {
        description:
          `Sent as \`${idempotencyHeader}\`. Without it, the SDK makes a key for each call and keeps it across its retries.` as Text,
      },
    });
  return rows.length === 0 ? undefined : rowList(rows, place);
}

/** The fields of a type, as the server sends them or takes them; nothing where it has none. */
export function fieldBlocks(type: Type, place: ListPlace): Markdown[] {
  const rows = withFields(fieldsOf(type)).map((row) => ({
    ...row,
    path: row.path.replace(/^\./, ""),
  }));
  if (type.kind === "object" && type.index)
    rows.push({ path: "*", type: type.index, required: false, doc: {} });
  return rows.length === 0
    ? []
    : // Without a line between them the list would go on one that ends the text.
      [mdText`Fields:`, rowList(rows, place)];
}

/** One line for each status that the document names; nothing where it names none. */
export function errorList(
  errors: readonly ErrorText[],
  pages: PageContext,
): Markdown | undefined {
  const lines = errors.map(({ className, response }) => {
    const { status, body, mediaType, doc } = response;
    const type = joinMarkdown(
      [
        typeLink(body, pages),
        mediaType === undefined || /^application\/json$/i.test(mediaType)
          ? mdText``
          : mdText`as ${codeSpan(mediaType, "text")}`,
      ],
      " ",
    );
    return withText(
      joinMarkdown(
        [
          status === "default" ? mdText`any other` : markdown(String(status)),
          codeSpan(className, "text"),
          mediaType === undefined ? mdText`` : mdText`(${type})`,
        ],
        " ",
      ),
      pages.line(doc.description ?? ""),
    );
  });
  return lines.length === 0 ? undefined : listed(lines);
}
