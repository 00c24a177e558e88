/** Bodies that can be sent in several media types. */
import type { Encoder } from "./operation.js";

/** The encoder that `params.contentType` names; the first one when it names none. */
export function variants(
  types: readonly (readonly [mediaType: string, encoder: Encoder])[],
  key = "contentType",
): Encoder {
  return {
    encode(params, operation, headers, signal) {
      const wanted = params[key];
      const chosen = types.find(
        ([type]) => wanted === undefined || type === wanted,
      );
      if (!chosen) throw new TypeError(`${key} is none of the body's types`);
      const [contentType, encoder] = chosen;
      return encoder.encode(
        params,
        { ...operation, contentType },
        headers,
        signal,
      );
    },
  };
}
