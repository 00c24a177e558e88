/**
 * The HTTP request that the sample call of an operation makes, for samples in other languages: the
 * same arguments, written in the same way.
 */
import { assertNever, type Operation, type Sdk } from "../../sdk/sdk.js";
import type { Piece } from "../encode/snippets.js";
import { bodyOf, contentTypeOf, type SampleBody } from "./body.js";
import { escape, headerText, pathText, queryText } from "./values.js";
import { givenFields } from "./samples.js";

export interface SampleRequest {
  readonly method: string;
  readonly url: readonly Piece[];
  readonly headers: readonly SampleHeader[];
  /** Environment variables with a user name and a password. */
  readonly basic?: { readonly username: string; readonly password: string };
  readonly body?: SampleBody;
  /** How what comes back is read. */
  readonly answer: "json" | "text";
}

export interface SampleHeader {
  readonly name: string;
  readonly value: readonly Piece[];
}

const text = (value: string): Piece => ({ kind: "text", text: value });
const environment = (name: string): Piece => ({ kind: "environment", name });

export function sampleRequest(operation: Operation, sdk: Sdk): SampleRequest {
  const given = new Map<string, unknown>(
    givenFields(operation, "full").map(([{ name }, value]) => [name, value]),
  );
  const { positional, sample, parameters, body, result } = operation;
  if (positional) given.set(positional.wireName, sample.positional);
  const isGiven = (key: string): boolean =>
    given.get(key) !== undefined && given.get(key) !== null;
  const sent = (place: "query" | "header" | "cookie") =>
    parameters.filter((one) => one.in === place && isGiven(one.key));
  const query = sent("query")
    .map(({ name, key, encoding }) => queryText(name, given.get(key), encoding))
    .filter(Boolean);
  const cookies = sent("cookie")
    .map(({ name, key, encoding }) =>
      queryText(name, given.get(key), encoding, "cookie").replaceAll("&", "; "),
    )
    .filter(Boolean);
  const credentials = credentialsOf(operation, sdk);
  const content = body && bodyOf(operation, body, given, sdk);
  const { server } = operation;
  const base = server ?? sdk.client.baseURL;
  const cookie = [
    ...(cookies.length > 0 ? [text(cookies.join("; "))] : []),
    ...credentials.cookie.flatMap((piece, index) =>
      index === 0 && cookies.length > 0 ? [text("; "), piece] : [piece],
    ),
  ];
  const first = query.length > 0 ? "&" : "?";
  return {
    method: operation.method,
    url: merged([
      base === undefined
        ? environment(`${sdk.client.environmentPrefix}_BASE_URL`)
        : text(base.replace(/(?<!\/)\/+$/, "")),
      ...pathOf(operation, given, sdk),
      ...(query.length > 0 ? [text(`?${query.join("&")}`)] : []),
      ...credentials.query.flatMap((pair, index) => [
        text(index === 0 ? first : "&"),
        ...pair,
      ]),
    ]),
    headers: [
      ...credentials.headers,
      { name: "Accept", value: [text(acceptOf(operation))] },
      ...sent("header").map(({ name, key, encoding }) => ({
        name,
        value: [text(headerText(name, given.get(key), encoding))],
      })),
      ...(cookie.length > 0 ? [{ name: "Cookie", value: cookie }] : []),
      ...(content && content.kind !== "multipart"
        ? [{ name: "Content-Type", value: [text(contentTypeOf(body))] }]
        : []),
    ],
    ...(credentials.basic && { basic: credentials.basic }),
    ...(content && { body: content }),
    answer: result.kind === "json" ? "json" : "text",
  };
}

/** Texts side by side are one. */
const merged = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    return last?.kind === "text" && piece.kind === "text"
      ? [...all.slice(0, -1), text(last.text + piece.text)]
      : [...all, piece];
  }, []);

const acceptOf = ({ result }: Operation): string =>
  result.mediaType === undefined ||
  result.kind === "none" ||
  result.mediaType === "*/*"
    ? "application/json"
    : result.mediaType;

function pathOf(
  { path, parameters }: Operation,
  given: ReadonlyMap<string, unknown>,
  { client }: Sdk,
): Piece[] {
  return path.split(/(\{.+?\})/).flatMap((part): Piece[] => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === "" ? [] : [text(part)];
    const parameter = parameters.find(
      (one) => one.in === "path" && one.name === name,
    );
    const value = given.get(parameter?.key ?? name);
    const fixed = client.parameters.find((one) => one.name === name);
    if (value === undefined && fixed) return [environment(fixed.environment)];
    const encoding = parameter?.encoding ?? { kind: "default" };
    return [text(pathText(name, value ?? "", encoding))];
  });
}

interface CredentialParts {
  readonly headers: readonly SampleHeader[];
  readonly query: readonly (readonly Piece[])[];
  readonly cookie: readonly Piece[];
  readonly basic?: { readonly username: string; readonly password: string };
}

/** The first alternative that asks for something: what the SDK sends once its options are set. */
function credentialsOf(
  { security }: Operation,
  { client }: Sdk,
): CredentialParts {
  const needs = (security ?? client.security).find((one) => one.length > 0);
  const parts = (needs ?? []).flatMap((wanted): Partial<CredentialParts>[] => {
    const credential = client.schemes.find(({ name }) => name === wanted);
    if (!credential) return [];
    const { scheme, environment: variable } = credential;
    const value = environment(variable);
    const authorization = (word: string): Partial<CredentialParts> => ({
      headers: [{ name: "Authorization", value: [text(`${word} `), value] }],
    });
    switch (scheme.kind) {
      case "bearer":
        return [authorization("Bearer")];
      case "http":
        return [authorization(scheme.authScheme)];
      case "basic":
        return [
          {
            basic: {
              username: `${variable}_USERNAME`,
              password: `${variable}_PASSWORD`,
            },
          },
        ];
      case "apiKey":
        switch (scheme.in) {
          case "header":
            return [{ headers: [{ name: scheme.name, value: [value] }] }];
          case "query":
            return [{ query: [[text(`${escape(scheme.name)}=`), value]] }];
          case "cookie":
            return [{ cookie: [text(`${scheme.name}=`), value] }];
          default:
            return assertNever(scheme.in);
        }
      default:
        return assertNever(scheme);
    }
  });
  const basic = parts.find((part) => part.basic)?.basic;
  return {
    headers: parts.flatMap(({ headers = [] }) => headers),
    query: parts.flatMap(({ query = [] }) => query),
    cookie: parts.flatMap(({ cookie = [] }) => cookie),
    ...(basic && { basic }),
  };
}
