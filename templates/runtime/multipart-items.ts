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
          ? items.map((item, index) =>
              itemPart(item, index, operation.encoding ?? []),
            )
          : refuseValue("body"),
    ),
};

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
  const { type = "text/plain", ...part } = partOf(
    `body[${index}]`,
    given,
    encoding,
  );
  // Only what has a name of its own is a file.
  const disposition =
    given.options?.filename === undefined ? undefined : "attachment";
  return { ...part, type, disposition };
}
