/** Request bodies that an operation takes in several media types. */
import type { Encoder, Operation } from "./operation.js";

/**
 * A media type, its encoder, and the members of the operation that differ for
 * it.
 */
export type BodyMediaType = readonly [
  mediaType: string,
  encoder: Encoder,
  overrides?: Pick<Operation, "fields" | "encoding" | "optional">,
];

/**
 * Encodes as the media type in `params.contentType`, or as the first one if it
 * is undefined.
 */
export function bodyByMediaType(
  types: readonly BodyMediaType[],
  key = "contentType",
): Encoder {
  return {
    encode(params, operation, headers, scope, options) {
      const requested = params[key];
      const chosen = types.find(
        ([type]) => requested === undefined || type === requested,
      );
      if (!chosen)
        throw new TypeError(`${key} is not a media type of the body`);
      const [contentType, encoder, overrides] = chosen;
      return encoder.encode(
        params,
        { ...operation, ...overrides, contentType },
        headers,
        scope,
        options,
      );
    },
  };
}
