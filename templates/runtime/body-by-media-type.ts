/** Bodies that can be sent in several media types. */
import type { Encoder, Operation } from "./operation.js";

/** A media type, who writes it, and what it has of its own: `fields` and `encoding`. */
export type BodyMediaType = readonly [
  mediaType: string,
  encoder: Encoder,
  own?: Pick<Operation, "fields" | "encoding" | "optional">,
];

/** The encoder that `params.contentType` names; the first one when it names none. */
export function bodyByMediaType(
  types: readonly BodyMediaType[],
  key = "contentType",
): Encoder {
  return {
    encode(params, operation, headers, signal) {
      const wanted = params[key];
      const chosen = types.find(
        ([type]) => wanted === undefined || type === wanted,
      );
      if (!chosen) throw new TypeError(`${key} is none of the body's types`);
      const [contentType, encoder, own] = chosen;
      return encoder.encode(
        params,
        { ...operation, ...own, contentType },
        headers,
        signal,
      );
    },
  };
}
