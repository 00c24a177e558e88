/**
 * The documentation of what the document describes, as remarks of a comment.
 */
import type { Doc, Operation } from "../../sdk/sdk.js";
import type { Code, Remark } from "../encode/encode.js";
import {
  constraintText,
  operationText,
  paragraphs,
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

/** Whole bodies belong into the samples. */
const isShort = (example: unknown): boolean =>
  JSON.stringify(example).length <= 120;

const deprecation = (isDeprecated = false): Remark[] =>
  isDeprecated ? [{ tag: "deprecated", text: "" }] : [];

/** A function or method. */
export function operationRemarks(operation: Operation, sample: Code): Remark[] {
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
    ...(sample === "" ? [] : [{ tag: "example", text: sample } as const]),
    ...text.errors.map(({ className, response: { status, doc } }) => ({
      tag: "throws" as const,
      text: `{${className}} ${status} ${firstLine(doc.description ?? "")}`,
    })),
  ];
}

const firstLine = (text: string): string => text.trim().split(/\r?\n/)[0] ?? "";
