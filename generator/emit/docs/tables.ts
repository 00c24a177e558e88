/**
 * The tables of the docs: what an operation takes, what it answers with, what it throws.
 */
import type { Doc, Name, Operation, Text, Type } from "../../sdk/sdk.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  markdown,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";
import { constraintText, type ErrorText } from "../operation-text.js";
import { typeLabel } from "./type-labels.js";

/** What all pages share. */
export interface PageContext {
  /** Where each model is documented: `models.md#pet`. */
  readonly models: ReadonlyMap<Name, string>;
  /** Markdown of the document on one line; the same parameters come again and again. */
  readonly line: (text: string) => Markdown;
}

/** The label of a type, linked to the section of its model if it mentions exactly one. */
export function typeSpan(
  type: Type,
  pages: PageContext,
  where: "cell" | "text" = "text",
): Markdown {
  const { text, models } = typeLabel(type);
  const names = new Set(models);
  const [only] = names;
  const place =
    names.size === 1 && only !== undefined ? pages.models.get(only) : undefined;
  const label = codeSpan(text, where);
  return place === undefined ? label : link(label, place);
}

const typeCell = (type: Type, pages: PageContext): Markdown =>
  typeSpan(type, pages, "cell");

/** What a cell says of a value: its description, its bounds, its default. */
function descriptionCell(doc: Doc, { line }: PageContext): Markdown {
  const { summary, description, defaultValue } = doc;
  const constraints = constraintText(doc);
  return joinMarkdown(
    [
      doc.deprecated ? mdText`**Deprecated.**` : mdText``,
      line(description ?? summary ?? ""),
      constraints === undefined ? mdText`` : markdown(constraints),
      defaultValue === undefined
        ? mdText``
        : mdText`Default: ${valueCell(defaultValue)}.`,
    ],
    " ",
  );
}

const longestValue = 80;

/** A word that is longer does not break: it would take its column the room of the description. */
const longestWord = 20;
const longWord = new RegExp(`[^\\s-]{${longestWord + 1},}`, "u");

const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]`
    : JSON.stringify(value);

const valueCell = (value: unknown): Markdown =>
  codeSpan(cut(valueText(value), longestValue));

/** What is cut off here, the samples have. */
function exampleCell({ example }: Doc): Markdown {
  if (example === undefined) return "" as Markdown;
  const text = cut(valueText(example), longestValue);
  const long = longWord.exec(text);
  return codeSpan(long ? cut(text, long.index + longestWord) : text);
}

const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;

const mark = (required: boolean): Markdown =>
  (required ? "yes" : "") as Markdown;

/** A line of a table: what is passed or sent, or a part of it. */
interface Row {
  /** The name, behind those of what it is a part of. */
  readonly path: string;
  readonly from?: string;
  readonly type: Type;
  readonly required: boolean;
  readonly doc: Doc;
}

/** The columns for locations and examples are there only if a row has a value for them. */
function rowTable(rows: readonly Row[], pages: PageContext): Markdown {
  const placed = rows.some(({ from }) => from !== undefined);
  const shown = rows.some(({ doc }) => doc.example !== undefined);
  return table(
    [
      ...(placed ? ["name", "in"] : ["name"]),
      ...["type", "required", "description"],
      ...(shown ? ["example"] : []),
    ],
    rows.map(({ path, from = "", type, required, doc }) => [
      codeSpan(path),
      ...(placed ? [from as Markdown] : []),
      typeCell(type, pages),
      mark(required),
      descriptionCell(doc, pages),
      ...(shown ? [exampleCell(doc)] : []),
    ]),
  );
}

/** Deeper fields, and those that would make a table longer, are left to the types. */
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

/** Everything that is passed: the argument, the fields of `params`, the key of the options. */
export function parameterTable(
  operation: Operation,
  pages: PageContext,
): Markdown | undefined {
  const { positional, params, idempotencyHeader } = operation;
  const passed: Row[] = (params?.fields ?? []).map((field) => ({
    ...field,
    path: field.name,
    required: !field.optional,
  }));
  if (positional)
    passed.unshift({
      ...positional,
      path: positional.name,
      from: "path",
      required: true,
    });
  const rows = [...withFields(passed)];
  if (idempotencyHeader !== undefined)
    rows.push({
      path: "options.idempotencyKey",
      from: "header",
      type: { kind: "keyword", keyword: "string" },
      required: false,
      doc: {
        description:
          `Sent as \`${idempotencyHeader}\`. Without it, the SDK makes a key for each call and keeps it across its retries.` as Text,
      },
    });
  return rows.length === 0 ? undefined : rowTable(rows, pages);
}

/** The fields of a type, as the server sends them or takes them; undefined where it has none. */
export function fieldTable(
  type: Type,
  pages: PageContext,
): Markdown | undefined {
  const rows = withFields(fieldsOf(type)).map((row) => ({
    ...row,
    path: row.path.replace(/^\./, ""),
  }));
  if (type.kind === "object" && type.index)
    rows.push({ path: "*", type: type.index, required: false, doc: {} });
  return rows.length === 0 ? undefined : rowTable(rows, pages);
}

/** One row for each status that the document names, and one for those that it does not. */
export function errorTable(
  errors: readonly ErrorText[],
  pages: PageContext,
): Markdown {
  const rows = errors.map(({ className, response }) => {
    const { status, body, mediaType, doc } = response;
    return [
      codeSpan(className),
      markdown(status === "default" ? "any other" : String(status)),
      mediaType === undefined ? ("" as Markdown) : codeSpan(mediaType),
      typeCell(body, pages),
      pages.line(doc.description ?? ""),
    ];
  });
  if (!errors.some(({ response }) => response.status === "default"))
    rows.push([
      codeSpan("APIError"),
      "4XX, 5XX" as Markdown,
      codeSpan("*/*"),
      codeSpan("unknown"),
      "Any other error status." as Markdown,
    ]);
  return table(["class", "status", "content type", "body", "when"], rows);
}
