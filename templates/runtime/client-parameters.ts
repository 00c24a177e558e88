/** Parameters that the client was given and that go with every request. */
import { addCookies, setHeader } from "./headers.js";
import type { Authenticator } from "./operation.js";
import { addQuery, percentEncode, scalarText } from "./text.js";

type ClientParameter = readonly [
  location: "header" | "query" | "cookie",
  name: string,
  value: unknown,
];

/**
 * Adds those that have a value, then credentials. One that a call has of its
 * own is left as it is.
 */
export function sendsParameters(
  auth: Authenticator | undefined,
  parameters: readonly ClientParameter[],
): Authenticator | undefined {
  const given = parameters.flatMap(([location, name, value]) =>
    value === undefined ? [] : [[location, name, scalarText(name, value)]],
  ) as (readonly ["header" | "query" | "cookie", string, string])[];
  if (given.length === 0) return auth;
  return (request, ...rest) => {
    const { headers } = request;
    for (const [location, name, text] of given)
      if (location === "header") {
        if (!headers.has(name)) setHeader(headers, name, text);
      } else {
        const pair = `${percentEncode(name)}=${percentEncode(text)}`;
        if (location === "query") {
          if (!new URL(request.url).searchParams.has(name))
            request.url = addQuery(request.url, pair);
        } else if (
          !(headers.get("cookie") ?? "")
            .split("; ")
            .some((cookie) => cookie.startsWith(`${percentEncode(name)}=`))
        )
          addCookies(headers, pair);
      }
    return auth?.(request, ...rest);
  };
}
