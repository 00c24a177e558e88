/**
 * Encoding Objects inside an Encoding Object (OpenAPI 3.2, section 4.15.3): they are about the parts of a
 * part that is multipart, or about the fields of one that is a form.
 */
import { kindLabel } from "../../openapi/grammar.js";
import { isFormType, isMultipartType } from "../../openapi/inner-bodies.js";
import { toPointer } from "../../openapi/pointers.js";
import type { ObjectCheck } from "./context.js";

export const checkEncoding: ObjectCheck = (node, path, { diagnostics }) => {
  const pointer = toPointer(path);
  const { contentType, style, explode, allowReserved } = node;
  const type = typeof contentType === "string" ? contentType : "";
  // What an encoding of a media type is about: `…/content/<media type>/encoding/<name>`.
  const isInForm =
    pointer.at(-2) === "encoding" && isFormType(pointer.at(-3) ?? "");
  const hasParts = isFormType(type) || (isMultipartType(type) && !isInForm);
  if (hasParts && (style ?? explode ?? allowReserved) === undefined) return;
  for (const field of ["encoding", "prefixEncoding", "itemEncoding"])
    if (!isEmpty(node[field]))
      diagnostics.report(
        "field-unsupported",
        { object: kindLabel("encoding"), field, effect },
        [...pointer, field],
      );
};

const effect =
  "only a part whose contentType is one of multipart, or of a form, and that has no style, has parts of its own";

const isEmpty = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  Object.keys(value).length === 0;
