/**
 * The body of a sample request, as the libraries of other languages take it.
 */
import type { FormPart } from "#runtime/multipart";
import type { Operation } from "../../sdk/sdk.js";
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
export function bodyOf(
  { body: declared }: Operation,
  { body, parts }: PreparedSample,
): SampleBody | undefined {
  if (parts) return { kind: "multipart", parts: parts.map(samplePart) };
  if (body === undefined) return undefined;
  if (typeof body !== "string" || declared?.kind === "binary")
    return { kind: "file", file: sampleFile.name };
  return declared?.kind === "json"
    ? { kind: "json", value: JSON.parse(body) as unknown }
    : { kind: "text", text: body };
}

function samplePart({ name, type, content }: FormPart): SamplePart {
  const isFile = typeof content !== "string";
  // The libraries give a file this type by themselves.
  const isUsual = isFile && type === "application/octet-stream";
  return {
    name,
    ...(type !== undefined && !isUsual && { type }),
    ...(isFile ? { file: sampleFile.name } : { text: content }),
  };
}
