/**
 * The lists of the docs: what an operation takes, what it answers with, what it throws. They are no
 * tables, which are as wide as their widest cell in every row: half of a large page would be spaces,
 * and a longer description would change every line of it.
 */
import type {
  Doc,
  Name,
  Operation,
  ParamsField,
  Text,
  Type,
} from "../../sdk/sdk.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  markdown,
  listed,
  mdText,
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
  /** The bodies that a page shows, with the call that is answered by each. */
  readonly bodies: Map<string, string>;
}

/** The label of a type, outside of tables: linked to the section of its model if it mentions exactly one. */
export function typeLink(type: Type, pages: PageContext): Markdown {
  const { text, models } = typeLabel(type);
  const names = new Set(models);
  const [only] = names;
  const place =
    names.size === 1 && only !== undefined ? pages.models.get(only) : undefined;
  const label = codeSpan(text, "text");
  return place === undefined ? label : link(label, place);
}

const longestValue = 80;

const valueCode = (value: unknown): Markdown =>
  codeSpan(cut(valueText(value), longestValue), "text");

const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]`
    : JSON.stringify(value);

/** What is cut off here, the samples have. */
export const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;

/** What is said of a value: its description, its bounds, its default, an example. */
function aboutValue(doc: Doc, { line }: PageContext): Markdown {
  const { summary, description, defaultValue, example } = doc;
  const constraints = constraintText(doc);
  return joinMarkdown(
    [
      doc.deprecated ? mdText`**Deprecated.**` : mdText``,
      line(description ?? summary ?? ""),
      constraints === undefined ? mdText`` : markdown(constraints),
      defaultValue === undefined
        ? mdText``
        : mdText`Default: ${valueCode(defaultValue)}.`,
      example === undefined
        ? mdText``
        : mdText`Example: ${valueCode(example)}.`,
    ],
    " ",
  );
}

/** A line of a list: what is passed or sent, or a part of it. */
interface Row {
  /** The name, behind those of what it is a part of. */
  readonly path: string;
  readonly from?: Markdown;
  readonly type: Type;
  readonly required: boolean;
  readonly doc: Doc;
}

/** `name` (`string`, query, required): what it is. */
const rowList = (rows: readonly Row[], pages: PageContext): Markdown =>
  listed(
    rows.map(({ path, from = mdText``, type, required, doc }) => {
      const kind = joinMarkdown(
        [typeLink(type, pages), from, required ? mdText`required` : mdText``],
        ", ",
      );
      return withText(
        joinMarkdown([codeSpan(path, "text"), mdText`(${kind})`], " "),
        aboutValue(doc, pages),
      );
    }),
  );

const withText = (subject: Markdown, about: Markdown): Markdown =>
  joinMarkdown([subject, about], ": ");

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
  pages: PageContext,
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
  return rows.length === 0 ? undefined : rowList(rows, pages);
}

/** The fields of a type, as the server sends them or takes them; nothing where it has none. */
export function fieldBlocks(type: Type, pages: PageContext): Markdown[] {
  const rows = withFields(fieldsOf(type)).map((row) => ({
    ...row,
    path: row.path.replace(/^\./, ""),
  }));
  if (type.kind === "object" && type.index)
    rows.push({ path: "*", type: type.index, required: false, doc: {} });
  return rows.length === 0
    ? []
    : // Without a line between them the list would go on one that ends the text.
      [mdText`Fields:`, rowList(rows, pages)];
}

/** One line for each status that the document names, and one for those that it does not. */
export function errorList(
  errors: readonly ErrorText[],
  pages: PageContext,
): Markdown {
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
  return listed(
    errors.some(({ response }) => response.status === "default")
      ? lines
      : [...lines, mdText`other 4XX and 5XX \`APIError\` (\`unknown\`)`],
  );
}
