/**
 * Redirects that are part of an API: downloads that another host keeps, and
 * operations whose result is where something is. Browsers show no redirects.
 */
import type { Decoder } from "./operation.js";
import type { Fetch, Transport } from "./options.js";
import { isStream } from "./read-response.js";

/**
 * Follows redirects to other hosts, without credentials and without anything
 * else that the client was given: the URL has to suffice there.
 */
export const following = (decoder: Decoder): Decoder => ({
  ...decoder,
  transport: follow,
});

/** Resolves to the URL that the response redirects to. */
export const redirectTarget: Decoder = {
  transport: (fetch) => async (url, init, call) => {
    const response = await fetch(url, init, call);
    const target = targetOf(response, url);
    // The API's document calls it a success.
    return target
      ? Object.defineProperties(response, {
          ok: { value: true },
          url: { value: target.href },
        })
      : response;
  },
  async decode(response) {
    await discard(response);
    // Where the server gives the thing itself, it is where it was asked for.
    return response.url;
  },
};

const follow: Transport = (fetch) => async (url, init, call) => {
  const response = await fetch(url, init, call);
  const { method = "GET" } = init as RequestInit;
  const isRead = /^(GET|HEAD)$/.test(method) || response.status === 303;
  const { origin, protocol } = new URL(url as string);
  let target = targetOf(response, url);
  // Within the origin, the client itself follows, with all that it has.
  if (!isRead || target?.origin === origin) return response;
  for (let hop = 0; hop < 5 && target; hop++) {
    // Not from https to http, where anyone could change the file.
    if (![protocol, "https:"].includes(target.protocol)) break;
    await discard(response);
    const next = await fetch(
      target.href,
      {
        ...init,
        method: method === "HEAD" ? "HEAD" : "GET",
        headers: new Headers({ accept: "*/*" }),
        body: null,
        credentials: "omit",
      },
      call,
    );
    target = targetOf(next, target);
    if (!target) return next;
    await discard(next);
  }
  return response;
};

/** The URL of a redirect; undefined where there is none. */
function targetOf(
  { status, headers }: Response,
  base: Parameters<Fetch>[0] | URL,
): URL | undefined {
  const target = headers.get("location");
  try {
    return target && [301, 302, 303, 307, 308].includes(status)
      ? new URL(target, base as string)
      : undefined;
  } catch {
    // It names no URL: an error like any other redirect that leads nowhere.
    return undefined;
  }
}

/** Frees the connection. */
async function discard({ body }: Response): Promise<void> {
  if (isStream(body)) await body.cancel();
}
