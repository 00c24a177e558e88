/**
 * Multipart bodies whose parts have no names, such as `multipart/mixed`
 * (RFC 2046): a part for each item of a list, in its order.
 */
import type { Encoder, FieldEncoding } from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import { contentOf, encodeParts, type BodyPart } from "./multipart.js";
import { throwTypeError } from "./type-error.js";
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
              partOf(item, index, operation.encoding ?? []),
            )
          : throwTypeError("invalid value for body"),
    ),
};

function partOf(
  item: unknown,
  index: number,
  encodings: readonly FieldEncoding[],
): BodyPart {
  const { value, options = {} } = contentAndOptions(item);
  if (value === undefined || value === null)
    throwTypeError(`invalid value for body[${index}]`);
  const encoding = withoutPrototype<Partial<FieldEncoding>>(
    encodings.find(({ name }) => name === `${index}`) ??
      encodings.find(({ name }) => name === "*"),
  );
  const [content, type = "text/plain"] = contentOf(`body[${index}]`, value);
  const { filename } = options;
  return {
    name: `body[${index}]`,
    // A list of media types or a wildcard leaves the choice to the value's own
    // type.
    type:
      options.type ??
      (/[,*]/.test(encoding.type ?? "*") ? type : encoding.type),
    headers: [
      ...(encoding.headers ?? []),
      ...Object.entries(options.headers ?? {}),
    ],
    disposition: filename === undefined ? undefined : "attachment",
    filename,
    content,
  };
}
