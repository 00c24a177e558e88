/**
 * The documentation of what the document describes, as remarks of a comment.
 */
import type { Doc, Operation } from "../../sdk/sdk.js";
import type { Code, Remark } from "../encode/encode.js";
import {
  constraintText,
  operationText,
  paragraphs,
  shortText,
} from "../operation-text.js";

/** A type, a property or a parameter. */
export function remarksOf(about: Doc): Remark[] {
  const { defaultValue, example } = about;
  const constraints = constraintText(about);
  return [
    ...paragraphs(about).map((text) => ({ text })),
    ...(constraints === undefined ? [] : [{ text: constraints }]),
    ...deprecation(about.deprecated),
    ...(defaultValue === undefined
      ? []
      : [{ tag: "default", text: JSON.stringify(defaultValue) } as const]),
    ...(example !== undefined && isShort(example)
      ? [{ tag: "example", text: JSON.stringify(example) } as const]
      : []),
  ];
}

const asSentence = (text: string): string =>
  /[\p{L}\p{N})\]"'`]$/u.test(text) ? `${text}.` : text;

/** Whole bodies belong into the samples. */
const isShort = (example: unknown): boolean =>
  JSON.stringify(example).length <= 120;

const deprecation = (isDeprecated = false): Remark[] =>
  isDeprecated ? [{ tag: "deprecated", text: "" }] : [];

/** A method: all that there is to say of its operation. */
export function methodRemarks(operation: Operation, sample: Code): Remark[] {
  const text = operationText(operation);
  const scopes = text.scopes.map((scope) => `\`${scope}\``).join(", ");
  return [
    ...text.paragraphs.map((paragraph) => ({ text: paragraph })),
    {
      text: [
        `\`${text.route}\``,
        ...(scopes === "" ? [] : [`scope ${scopes}`]),
        text.retries,
      ].join(" - "),
    },
    ...text.notes.map((note) => ({ text: note })),
    ...deprecation(text.isDeprecated),
    ...argumentRemarks(operation),
    ...returnRemarks(operation),
    ...(sample === "" ? [] : [{ tag: "example", text: sample } as const]),
    ...text.errors.map(({ className, response: { status, doc } }) => ({
      tag: "throws" as const,
      text: `{${className}} ${status} ${firstLine(doc.description ?? "")}`,
    })),
  ];
}

/**
 * What has its whole comment on the method: the function of an operation, and the less usual ways to
 * call it. Editors show the comment of what is called, and lead on by the link.
 */
export function shortRemarks(operation: Operation, link: string): Remark[] {
  const text = shortText(operation) || `\`${operationText(operation).route}\``;
  return [
    { text: `${asSentence(text)} See ${link}.` },
    ...deprecation(operation.doc.deprecated),
  ];
}

/** The arguments, as far as the document says what they are. */
const argumentRemarks = ({ positional, body }: Operation): Remark[] =>
  [...positional, { name: "params", doc: body?.doc ?? {} }].flatMap(
    ({ name, doc }) => {
      const text = textOf(doc);
      return text === ""
        ? []
        : // After a hyphen a brace is not read as the start of a type.
          [{ tag: "param", text: `${name} - ${text}` }];
    },
  );

/** A description with its bounds and its default, in one paragraph. */
function textOf(about: Doc): string {
  const { defaultValue } = about;
  return [
    ...paragraphs(about).map((text) => asSentence(text.trim())),
    constraintText(about) ?? "",
    defaultValue === undefined
      ? ""
      : `Default: \`${JSON.stringify(defaultValue)}\`.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}

const returnRemarks = ({ result }: Operation): Remark[] => {
  const text = result.doc.description?.trim() ?? "";
  return text === "" ? [] : [{ tag: "returns", text }];
};

const firstLine = (text: string): string => text.trim().split(/\r?\n/)[0] ?? "";
