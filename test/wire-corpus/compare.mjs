/** Where a request differs from what the document asks for; one line for each place. */
import { isDeepStrictEqual } from "node:util";
import { parseMultipart } from "./receiver.mjs";
import { parseForm } from "./serialiser.mjs";

/** What the platform adds by itself. */
const usual = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "content-type",
  "host",
  "sec-fetch-mode",
  "transfer-encoding",
  "user-agent",
]);

const show = (value) => JSON.stringify(value) ?? "nothing";

/** @param base the path of the server's URL */
export async function differences(expected, received, operation, base) {
  const found = [];
  const compare = (what, want, got) => {
    if (!isDeepStrictEqual(want, got))
      found.push(`${what}: wants ${show(want)}, got ${show(got)}`);
  };
  compare("method", expected.method, received.method);
  const [path, query] = (base + expected.path).split("?");
  compare("path", path, received.path);

  // One alternative of the security, and nothing besides it.
  const places = [...expected.alternatives]
    .sort((a, b) => b.length - a.length)
    .map((parts) =>
      withCredentials(
        { ...expected, query: [...(query ? [query] : []), ...expected.query] },
        parts,
      ),
    );
  const got = placesOf(received, places, expected);
  if (!places.some((want) => isDeepStrictEqual(want, got)))
    for (const place of ["query", "headers", "cookies"])
      compare(place, places[0][place], got[place]);

  const { accepts } = operation;
  const accept = received.headers.get("accept") ?? "";
  if (accepts.length > 0 && !accepts.some((type) => matches(accept, type)))
    found.push(`accept: ${accept} is none of ${accepts.join(", ")}`);
  found.push(...(await bodyDifferences(expected.body, received, operation)));
  return found;
}

const withCredentials = (expected, parts) => ({
  query: sorted([
    ...expected.query.flatMap((text) => text.split("&")),
    ...parts.flatMap(({ query = [] }) => query),
  ]),
  // One field a name: two schemes can share a header only if one token serves both.
  headers: sorted([
    ...new Map([
      ...expected.headers,
      ...parts.flatMap(({ header }) => (header ? [header] : [])),
    ]),
  ]),
  cookies: sorted([
    ...expected.cookies,
    ...parts.flatMap(({ cookie = [] }) => cookie),
  ]),
});

function placesOf({ query, headers }, places, { free }) {
  const wanted = new Set(
    places.flatMap((place) => place.headers.map(([name]) => name)),
  );
  return {
    query: sorted(query.split("&").filter(Boolean)),
    headers: sorted(
      [...headers].filter(
        ([name]) =>
          wanted.has(name) ||
          !(usual.has(name) || free.includes(name) || name === "cookie"),
      ),
    ),
    cookies: sorted((headers.get("cookie") ?? "").split("; ").filter(Boolean)),
  };
}

/** By name, with the order of equal names kept. */
const sorted = (list) => {
  const name = (one) => (Array.isArray(one) ? one[0] : one.split("=")[0]);
  return list.sort((a, b) =>
    name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0,
  );
};

const essence = (type) => type.split(";")[0].trim().toLowerCase();

function matches(accept, type) {
  const wanted = essence(type);
  return accept
    .split(",")
    .map(essence)
    .some((one) => {
      if (one === wanted || one === "*/*" || wanted === "*/*") return true;
      const [family, kind] = wanted.split("/");
      return kind === "*"
        ? one.startsWith(`${family}/`)
        : one === `${family}/*`;
    });
}

async function bodyDifferences(expected, { headers, body }, { bodies }) {
  const type = headers.get("content-type");
  if (!expected)
    return body.length > 0 || type !== undefined
      ? [`body: wants none, got ${type} ${show(body.toString())}`]
      : [];
  if (type === undefined) return ["body: without a content type"];
  if (!Object.keys(bodies).some((one) => matches(type, one)))
    return [
      `content type: ${type} is none of ${Object.keys(bodies).join(", ")}`,
    ];
  switch (expected.kind) {
    case "json":
      return unequal(expected.value, JSON.parse(body.toString()));
    case "form":
      return unequal(
        sorted(expected.pairs),
        sorted(parseForm(body.toString())),
      );
    case "multipart":
      return unequal(
        await Promise.all(expected.parts.map(plainPart)),
        await Promise.all(parseMultipart(body, type).map(plainPart)),
      );
    case "bytes":
      return unequal(await hex(expected.value), await hex(body));
    default:
      throw new Error(`unknown kind of body ${expected.kind}`);
  }
}

const unequal = (want, got) =>
  isDeepStrictEqual(want, got)
    ? []
    : [`body: wants ${show(want)}, got ${show(got)}`];

const plainPart = async ({ content, ...rest }) => ({
  ...rest,
  content: await hex(content),
});

const hex = async (value) =>
  Buffer.from(
    value instanceof Blob ? await value.arrayBuffer() : value,
  ).toString("hex");
