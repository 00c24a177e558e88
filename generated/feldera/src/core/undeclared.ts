/** Decoders of responses that the document does not describe, or describes wrongly. */
import { blob, decodeText } from "./decoders.js";
import type { Decoder } from "./operation.js";
import { decodeJSON } from "./read-response.js";

const typeOf = ({ headers }: Response): string =>
  headers.get("content-type") ?? "";

/**
 * What the response says that it is: JSON, text, or else a `Blob`. An empty one
 * is undefined.
 */
export const undeclared: Decoder = {
  async decode(response, context) {
    const type = typeOf(response);
    if (/^[^;]*[/+]json *(;|$)/i.test(type))
      return decodeJSON(response, context);
    if (/^(text\/|[^;]*[/+]xml *(;|$))/i.test(type))
      return (await decodeText(response, context)) || undefined;
    const content = (await blob.decode(response, context)) as Blob;
    return content.size > 0 ? content : undefined;
  },
};

/** A string: JSON, or the text itself where the response is text. */
export const jsonOrText: Decoder = {
  async decode(response, context) {
    if (!/^text\/(?!json)/i.test(typeOf(response)))
      return decodeJSON(response, context);
    const text = await decodeText(response, context);
    try {
      // JSON under a type that a server has guessed.
      const value: unknown = JSON.parse(text);
      if (typeof value === "string") return value;
    } catch {
      // It is a text.
    }
    return text;
  },
};
