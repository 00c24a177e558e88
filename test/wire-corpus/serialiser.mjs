/**
 * What a request must look like, straight from the document: parameters after the tables of OpenAPI
 * 3.1.1 section 4.8.12 and RFC 6570, bodies after sections 4.8.14 and 4.8.15, security after 4.8.30.
 * It shares nothing with the generator or the runtime, so that a mistake has to be made twice.
 *
 * What the specification leaves open is answered as README.md of the generator does: structured
 * values inside a list or an object are JSON.
 */
import { follow } from "./document.mjs";

/**
 * @param values parameters with their values: `{ parameter, value }`
 * @param body `{ mediaType, value }`, or undefined
 */
export function serialise({ root, operation, values, body, credentials }) {
  const expected = {
    method: operation.method,
    // What is no character of a URL is encoded (RFC 3987 section 3.1).
    path: operation.path.replace(/[^\x21-\x7e]+/g, encodeURIComponent),
    query: [],
    headers: new Map(),
    cookies: [],
    body:
      body &&
      serialiseBody(operation.bodies[body.mediaType], body, root.openapi ?? ""),
    alternatives: alternativesOf(root, operation.security, credentials),
    // Without a value, the caller gets one: that is what such a header is for.
    free: operation.parameters
      .map(({ name }) => name.toLowerCase())
      .filter((name) => name === "idempotency-key"),
  };
  for (const { parameter, value } of values) {
    const text = write(parameter, value);
    if (parameter.in === "path")
      expected.path = expected.path.replaceAll(`{${parameter.name}}`, text);
    else if (parameter.in === "header")
      expected.headers.set(parameter.name.toLowerCase(), text);
    else if (parameter.in === "cookie")
      expected.cookies.push(...text.split("&"));
    else if (text !== "") expected.query.push(text);
  }
  // A fragment is not part of a request (RFC 9110 section 4.2.5).
  expected.path = expected.path.split("#")[0];
  return expected;
}

/** All but RFC 3986's unreserved characters. */
const escape = (text) =>
  [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");

/** RFC 6570's reserved expansion, but for what would end a value in a query. */
const escapeReserved = (text) =>
  text
    .split(/(%[0-9A-Fa-f]{2}|[:/?@!$'()*,;=])/)
    .map((part, index) => (index % 2 ? part : escape(part)))
    .join("");

const isObject = (value) =>
  typeof value === "object" && value !== null && !(value instanceof Date);

const textOf = (value) =>
  value instanceof Date
    ? value.toISOString()
    : isObject(value)
      ? JSON.stringify(value)
      : String(value);

/** One parameter; in a query and a cookie, with its name. */
function write(parameter, value) {
  const { name, in: place, content } = parameter;
  const inQuery = place === "query" || place === "cookie";
  const encode =
    place === "header"
      ? (text) => text
      : parameter.allowReserved
        ? escapeReserved
        : escape;
  if (content) {
    const json = Object.keys(content).some((type) => /\bjson\b/i.test(type));
    const text = json ? JSON.stringify(value) : textOf(value);
    if (place === "querystring")
      return json
        ? escape(text)
        : formFields(value, Object.values(content)[0].encoding)
            .filter((pair) => pair !== "")
            .join("&");
    return inQuery ? `${escape(name)}=${encode(text)}` : encode(text);
  }
  const style = parameter.style ?? (inQuery ? "form" : "simple");
  const explode = parameter.explode ?? (style === "form" || style === "cookie");
  return writeStyle({ name, value, style, explode, place, encode });
}

function writeStyle({ name, value, style, explode, place, encode }) {
  const isList = Array.isArray(value);
  const members = (
    isObject(value)
      ? Object.entries(value).map(([key, item]) => [isList ? name : key, item])
      : [[name, value]]
  ).filter(([, item]) => item !== undefined && item !== null);
  const named = members.map(
    ([key, item]) =>
      `${place === "header" ? key : escape(key)}=${encode(textOf(item))}`,
  );
  const plain = members.flatMap(([key, item]) =>
    isObject(value) && !isList
      ? [encode(key), encode(textOf(item))]
      : [encode(textOf(item))],
  );
  const asList = explode && isObject(value) && !isList ? named : plain;
  const joined = (separator) =>
    explode ? named.join("&") : `${escape(name)}=${plain.join(separator)}`;
  switch (style) {
    case "simple":
      return asList.join(",");
    case "label":
      return `.${asList.join(explode ? "." : ",")}`;
    case "matrix":
      return explode
        ? named.map((one) => `;${one}`).join("")
        : `;${escape(name)}=${plain.join(",")}`;
    case "form":
    case "cookie":
      return joined(",");
    case "spaceDelimited":
      if (place === "header") return plain.join(" ");
      return place === "path" ? plain.join("%20") : joined("%20");
    case "pipeDelimited":
      if (place === "header") return plain.join("|");
      return place === "path" ? plain.join("%7C") : joined("%7C");
    case "tab":
      if (place === "header") return plain.join("\t");
      return place === "path" ? plain.join("%09") : joined("%09");
    case "deepObject":
      return deepMembers(name, value)
        .map(([key, text]) => `${escape(key)}=${encode(text)}`)
        .join("&");
    default:
      throw new Error(`unknown style ${style}`);
  }
}

const deepMembers = (name, value) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        deepMembers(`${name}[${key}]`, item),
      )
    : value === undefined || value === null
      ? []
      : [[name, textOf(value)]];

const formOf = (value) =>
  Object.entries(value)
    .flatMap(([name, item]) => [item].flat().map((one) => [name, one]))
    .map(([name, one]) => `${escape(name)}=${escape(textOf(one))}`)
    .join("&");

const isStyled = ({ style, explode, allowReserved } = {}) =>
  (style ?? explode ?? allowReserved) !== undefined;

/** The fields of a form; a space is a plus where no style says otherwise. */
const formFields = (value, encoding = {}) =>
  Object.entries(value).map(([name, item]) =>
    isStyled(encoding[name])
      ? write({ ...encoding[name], name, in: "query" }, item)
      : formOf({ [name]: item })
          .replaceAll("%20", "+")
          .replaceAll("~", "%7E"),
  );

/** The same as data, so that bodies are compared by what they say. */
function serialiseBody({ encoding = {} } = {}, { mediaType, value }, version) {
  if (/^application\/x-www-form-urlencoded/i.test(mediaType))
    return {
      kind: "form",
      pairs: parseForm(formFields(value, encoding).join("&")),
    };
  if (/^multipart\//i.test(mediaType)) {
    // OpenAPI 3.0 has styles for forms only, later versions for this type too.
    const hasStyles =
      !version.startsWith("3.0") && /^multipart\/form-data\b/i.test(mediaType);
    const parts = Object.entries(value).flatMap(([name, item]) => {
      // Read as a query: parts are not percent-encoded.
      if (hasStyles && isStyled(encoding[name]) && !(item instanceof Blob))
        return parseForm(
          write(
            { ...encoding[name], name, in: "query", allowReserved: false },
            item,
          ),
        ).map(([key, text]) => ({ ...textPart, name: key, content: text }));
      return [item].flat().map((one) => ({
        name,
        type: encoding[name]?.contentType ?? typeOfPart(one),
        filename: one instanceof Blob ? one.name : undefined,
        content: one instanceof Blob ? one : textOf(one),
      }));
    });
    return { kind: "multipart", parts };
  }
  // JSON Lines, and RFC 7464 with its record separator.
  if (/ndjson|jsonl|json-seq/i.test(mediaType) && Array.isArray(value)) {
    const start = /json-seq/i.test(mediaType) ? "\x1e" : "";
    const lines = value.map((item) => `${start}${JSON.stringify(item)}\n`);
    return { kind: "bytes", value: lines.join("") };
  }
  return value instanceof Blob || typeof value === "string"
    ? { kind: /[/+]json\b/i.test(mediaType) ? "json" : "bytes", value }
    : { kind: "json", value: JSON.parse(JSON.stringify(value)) };
}

const textPart = { type: "text/plain", filename: undefined };

const typeOfPart = (value) =>
  value instanceof Blob
    ? value.type
    : isObject(value)
      ? "application/json"
      : "text/plain";

/** Names and values of a form, decoded. */
export const parseForm = (text) =>
  text
    .split("&")
    .filter(Boolean)
    .map((pair) =>
      pair
        .replaceAll("+", " ")
        .split("=")
        .map((part) => decodeURIComponent(part)),
    );

/** What each alternative adds to a request; one of them has to be there, and no more. */
function alternativesOf(root, security, credentials) {
  const schemes =
    root.securityDefinitions ?? root.components?.securitySchemes ?? {};
  const all = security.map((names) =>
    Object.keys(names).map((name) => {
      const scheme = follow(root, schemes[name]);
      const secret = credentials.get(name);
      const { type, in: place, name: key } = scheme ?? {};
      if (type === "apiKey")
        return place === "query"
          ? { query: `${escape(key)}=${escape(secret)}` }
          : place === "header"
            ? { header: [key.toLowerCase(), secret] }
            : { cookie: `${key}=${secret}` };
      if (type === "mutualTLS") return {};
      const isBasic = type === "basic" || /^basic$/i.test(scheme?.scheme ?? "");
      const word = isBasic
        ? "Basic"
        : type === "http" && !/^bearer$/i.test(scheme.scheme)
          ? scheme.scheme
          : "Bearer";
      const text = isBasic
        ? Buffer.from(`${secret.username}:${secret.password}`).toString(
            "base64",
          )
        : secret;
      return { header: ["authorization", `${word} ${text}`] };
    }),
  );
  return all.length > 0 ? all : [[]];
}
