/** Pages whose response headers say how the list goes on. */
import { json } from "./body.js";
import type { Decoder } from "./operation.js";

/** The name of a member, such as `~next`, and the header that it comes from. */
type HeaderMember = readonly [member: string, header: string];

/**
 * Decodes a page and adds headers to the body as members, where paging looks
 * for them; they are not enumerable, so that JSON of the body is without them.
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

/** A cursor stays a string even if it looks like a number; a total does not. */
const valueOf = (member: string, text: string | null): unknown => {
  if (text === null || member === "~next") return text;
  return member === "~more" ? !/^(false|0|no|)$/i.test(text) : Number(text);
};
