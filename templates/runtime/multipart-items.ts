/**
 * Multipart bodies whose parts have no names, such as `multipart/mixed`
 * (RFC 2046): a part for each item of a list, in its order.
 */
import type { Encoder, FieldEncoding } from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import { encodeParts, partOf, type BodyPart } from "./multipart.js";
import { refuseValue } from "./type-error.js";
import { contentAndOptions } from "./upload.js";

/** The encoding of an item is that of its position, or else that of `*`. */
export const multipartItems: Encoder = {
  encode: (params, operation, headers, scope) =>
    encodeParts(
      params,
      operation,
      headers,
      scope,
      "multipart/mixed",
      (items) =>
        Array.isArray(items)
          ? itemParts(items, operation.encoding)
          : refuseValue("body"),
    ),
};

/** @internal The parts of a list, in its order. */
export const itemParts = (
  items: readonly unknown[],
  encodings: readonly FieldEncoding[] = [],
): BodyPart[] => items.map((item, index) => itemPart(item, index, encodings));

function itemPart(
  item: unknown,
  index: number,
  encodings: readonly FieldEncoding[],
): BodyPart {
  const given = contentAndOptions(item);
  const encoding = withoutPrototype<Partial<FieldEncoding>>(
    encodings.find((one) => one.name === `${index}`) ??
      encodings.find((one) => one.name === "*"),
  );
  const name = `body[${index}]`;
  // As the only item of a field, whatever it is.
  const written = encoding.parts?.(name, [given.value])[0]?.[1];
  const { type = "text/plain", ...part } = partOf(
    name,
    { ...given, ...(written !== undefined && { value: written }) },
    encoding,
  );
  // Only what has a name of its own is a file.
  const disposition =
    given.options?.filename === undefined ? undefined : "attachment";
  return { ...part, type, disposition };
}
