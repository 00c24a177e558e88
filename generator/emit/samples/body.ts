/**
 * The body of a sample request, as the libraries of other languages take it.
 */
import type { FormPart } from "#runtime/multipart";
import type { FieldEncoding, Operation } from "../../sdk/sdk.js";
import { sampleFile, type PreparedSample } from "./prepared.js";

export type SampleBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "text"; readonly text: string }
  /** The bytes of a file, by its name. */
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "multipart"; readonly parts: readonly SamplePart[] };

export type SamplePart = {
  readonly name: string;
  readonly type?: string;
} & ({ readonly text: string } | { readonly file: string });

/** Undefined where the sample call sends none. */
export function sampleBody(
  { body: declared }: Operation,
  { body, parts }: PreparedSample,
): SampleBody | undefined {
  if (parts)
    return {
      kind: "multipart",
      parts: parts.map((part) => samplePart(part, declared?.encoding)),
    };
  if (body === undefined) return undefined;
  if (typeof body !== "string" || declared?.kind === "binary")
    return { kind: "file", file: sampleFile.name };
  return declared?.kind === "json"
    ? { kind: "json", value: JSON.parse(body) as unknown }
    : { kind: "text", text: body };
}

function samplePart(
  { name, type, content }: FormPart,
  encodings: readonly FieldEncoding[] = [],
): SamplePart {
  const isFile = typeof content !== "string";
  // The type of a file that is not declared is the libraries' default too.
  const isDeclared = encodings.some(
    (encoding) => encoding.name === name && encoding.contentType === type,
  );
  return {
    name,
    ...(type !== undefined && (isDeclared || !isFile) && { type }),
    ...(isFile ? { file: sampleFile.name } : { text: content }),
  };
}
