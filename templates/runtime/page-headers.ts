/** Pages of which a header says how the list goes on. */
import { json } from "./body.js";
import type { Decoder } from "./operation.js";

/** A member of the body, `~next`, and the header that it is. */
type HeaderMember = readonly [member: string, header: string];

/**
 * Decodes a page and gives it members that are found where those of the body
 * are, and are not written out with it.
 */
export const withHeaderMembers = (
  members: readonly HeaderMember[],
  decoder: Decoder = json,
): Decoder => ({
  ...decoder,
  async decode(response, context) {
    const data: unknown = await decoder.decode(response, context);
    if (Object(data) === data)
      for (const [member, header] of members)
        Object.defineProperty(data, member, {
          value: valueOf(member, response.headers.get(header)),
        });
    return data;
  },
});

/** A cursor is a text whatever it looks like, which a number of items is not. */
const valueOf = (member: string, text: string | null): unknown => {
  if (text === null || member === "~next") return text;
  return member === "~more" ? !/^(false|0|no|)$/i.test(text) : Number(text);
};
