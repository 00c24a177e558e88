/**
 * The tables of the docs: what an operation takes, what it answers with, what it throws.
 */
import type {
  Doc,
  Model,
  Name,
  ObjectType,
  Operation,
  Property,
  Type,
} from "../sdk.js";
import { errorClass } from "./comments.js";
import { codeSpan, markdown, table, type Markdown } from "./encode-markdown.js";
import { labelOf } from "./type-labels.js";

/** What all pages share. */
export interface Pages {
  /** Where the models stand on their page. */
  readonly anchors: ReadonlyMap<Name, string>;
  /** Markdown of the document on one line; the same parameters come again and again. */
  readonly line: (text: string) => Markdown;
}

/** A type, linked to the page of the models where it is about one of them. */
export function typeCell(type: Type, pages: Pages): Markdown {
  const { text, models } = labelOf(type);
  const names = new Set(models);
  const [only] = names;
  const anchor =
    names.size === 1 && only !== undefined
      ? pages.anchors.get(only)
      : undefined;
  const label = codeSpan(text);
  return anchor === undefined
    ? label
    : (`[${label}](models.md#${anchor})` as Markdown);
}

const join = (parts: readonly string[]): Markdown =>
  parts.filter(Boolean).join(" ") as Markdown;

/** What a cell says of a value: its description, its bounds, its default. */
function descriptionCell(doc: Doc, { line }: Pages): Markdown {
  const { summary, description, constraints = [], defaultValue } = doc;
  return join([
    doc.deprecated ? "**Deprecated.**" : "",
    line(description ?? summary ?? ""),
    constraints.length > 0 ? sentence(markdown(constraints.join("; "))) : "",
    defaultValue === undefined ? "" : `Default: ${valueCell(defaultValue)}.`,
  ]);
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.$]$/.test(text) ? "" : "."}`;

/** Examples that are longer stand in the samples. */
const longestExample = 80;

function valueCell(value: unknown): Markdown {
  const text = JSON.stringify(value);
  return text.length > longestExample ? ("…" as Markdown) : codeSpan(text);
}

const exampleCell = ({ example }: Doc): Markdown =>
  example === undefined ? ("" as Markdown) : valueCell(example);

const mark = (required: boolean): Markdown =>
  (required ? "yes" : "") as Markdown;

/** Everything that is passed: the argument, the fields of `params`, the key of the options. */
export function parameterTable(
  operation: Operation,
  pages: Pages,
): Markdown | undefined {
  const { positional, params, idempotencyHeader } = operation;
  const rows = [
    ...(positional
      ? [
          [
            codeSpan(positional.name),
            "path" as Markdown,
            typeCell(positional.type, pages),
            mark(true),
            descriptionCell(positional.doc, pages),
            exampleCell(positional.doc),
          ],
        ]
      : []),
    ...(params?.fields ?? []).map((field) => [
      codeSpan(field.name),
      field.from as string as Markdown,
      typeCell(field.type, pages),
      mark(!field.optional),
      descriptionCell(field.doc, pages),
      exampleCell(field.doc),
    ]),
    ...(idempotencyHeader === undefined
      ? []
      : [
          [
            codeSpan("options.idempotencyKey"),
            "header" as Markdown,
            codeSpan("string"),
            mark(false),
            `Sent as ${codeSpan(idempotencyHeader)}. Without it, each call gets a key of its own, which its retries keep.` as Markdown,
            "" as Markdown,
          ],
        ]),
  ];
  return rows.length === 0
    ? undefined
    : table(["name", "in", "type", "required", "description", "example"], rows);
}

/** The members of an object, as the server sends them or takes them. */
export const propertyTable = (
  { properties, index }: ObjectType,
  pages: Pages,
): Markdown =>
  table(
    ["name", "type", "required", "description", "example"],
    [
      ...properties.map((property: Property) => [
        codeSpan(property.name),
        typeCell(property.type, pages),
        mark(!property.optional),
        descriptionCell(property.doc, pages),
        exampleCell(property.doc),
      ]),
      ...(index
        ? [
            [
              "any other" as Markdown,
              typeCell(index, pages),
              mark(false),
              "" as Markdown,
              "" as Markdown,
            ],
          ]
        : []),
    ],
  );

/** One row for each status that the document names, and one for those that it does not. */
export function errorTable({ errors }: Operation, pages: Pages): Markdown {
  const rows = errors.responses.map(({ status, body, mediaType, doc }) => [
    codeSpan(errorClass(status)),
    (status === "default" ? "any other" : String(status)) as Markdown,
    mediaType === undefined ? ("" as Markdown) : codeSpan(mediaType),
    typeCell(body, pages),
    pages.line(doc.description ?? ""),
  ]);
  const isComplete = errors.responses.some(
    ({ status }) => status === "default",
  );
  return table(
    ["class", "status", "content type", "body", "when"],
    isComplete
      ? rows
      : [
          ...rows,
          [
            codeSpan("APIError"),
            "4XX, 5XX" as Markdown,
            codeSpan("*/*"),
            codeSpan("unknown"),
            "Any other error status." as Markdown,
          ],
        ],
  );
}

/** The object that a model is, if it is one. */
export const objectOf = ({ declaration }: Model): ObjectType | undefined =>
  declaration.kind === "interface"
    ? declaration.body
    : declaration.type.kind === "object"
      ? declaration.type
      : undefined;
