/**
 * A list of what is passed, sent or returned, a line for each. The fields of an object that a page lists
 * already are not listed again.
 */
import type { Doc, Name, Type } from "../../sdk/sdk.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  listed,
  markdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { constraintText } from "../operation-text.js";
import { typeLabel } from "./type-labels.js";

/** What all pages share. */
export interface PageContext {
  /** Where each model is documented: `models.md#pet`. */
  readonly models: ReadonlyMap<Name, string>;
  /** Markdown of the document on one line; the same parameters come again and again. */
  readonly line: (text: string) => Markdown;
  /** The bodies that a page shows, with the call that is answered by each. */
  readonly bodies: Map<string, string>;
  /** The objects whose fields a page lists, by the lines of these. */
  readonly fields: Map<string, Markdown>;
}

/** Where a list of fields stands. */
export interface ListPlace {
  readonly pages: PageContext;
  /** What it is about, as other lists of the page refer to it. */
  readonly section: Markdown;
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
  codeSpan(shortened(valueText(value), longestValue), "text");

const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]`
    : JSON.stringify(value);

/** What is cut off here, the samples have. */
export const shortened = (text: string, length: number): string =>
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
      line(doc.deprecation ?? ""),
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
export interface Row {
  /** The name, behind those of what it is a part of. */
  readonly path: string;
  readonly from?: Markdown;
  readonly type: Type;
  readonly required: boolean;
  readonly doc: Doc;
}

/** `name` (`string`, query, required): what it is. */
const rowLine = (
  { path, from = mdText``, type, required, doc }: Row,
  { pages, more }: { readonly pages: PageContext; readonly more: Markdown },
): Markdown => {
  const kind = joinMarkdown(
    [typeLink(type, pages), from, required ? mdText`required` : mdText``],
    ", ",
  );
  return withText(
    joinMarkdown([codeSpan(path, "text"), mdText`(${kind})`], " "),
    joinMarkdown([aboutValue(doc, pages), more], " "),
  );
};

/** Fewer fields are listed again. */
const fewFields = 4;

/** The fields of an object that the page lists already are those of the first such object. */
export function rowList(
  rows: readonly Row[],
  { pages, section }: ListPlace,
): Markdown {
  const lines: Markdown[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!row) break;
    const below = rowsBelow(row, rows.slice(index + 1));
    const text = below
      .map((one) =>
        rowLine(
          { ...one, path: one.path.slice(row.path.length) },
          { pages, more: mdText`` },
        ),
      )
      .join("\n");
    const before =
      below.length < fewFields ? undefined : pages.fields.get(text);
    const more =
      before === undefined ? mdText`` : mdText`Fields: as ${before}.`;
    lines.push(rowLine(row, { pages, more }));
    if (before !== undefined) index += below.length;
    else if (below.length >= fewFields)
      pages.fields.set(
        text,
        mdText`${codeSpan(row.path, "text")} in ${section}`,
      );
  }
  return listed(lines);
}

const rowsBelow = ({ path }: Row, rows: readonly Row[]): readonly Row[] => {
  const end = rows.findIndex(
    (row) =>
      !row.path.startsWith(`${path}.`) && !row.path.startsWith(`${path}[]`),
  );
  return end < 0 ? rows : rows.slice(0, end);
};

export const withText = (subject: Markdown, about: Markdown): Markdown =>
  joinMarkdown([subject, about], ": ");
