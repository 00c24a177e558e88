/**
 * The HTTP request of an operation's sample call, for samples in other languages: what the SDK would
 * send, in pieces that snippets print.
 */
import type { Client, Operation, Sdk } from "../../sdk/sdk.js";
import {
  environmentPiece,
  textPiece,
  type SnippetPiece,
} from "../encode/snippets.js";
import { sampleBody, type SampleBody } from "./body.js";
import {
  credentialsOf,
  type BasicVariables,
  type SampleCredentials,
  type SampleHeader,
} from "./credentials.js";
import { prepareSample, type PreparedSample } from "./prepared.js";

export interface SampleRequest {
  readonly method: string;
  readonly url: readonly SnippetPiece[];
  readonly headers: readonly SampleHeader[];
  readonly basic?: BasicVariables;
  readonly body?: SampleBody;
  /** How the response is read. */
  readonly answer: "json" | "text";
}

/** Undefined where the SDK would not send the values of the document's example. */
export function sampleRequest(
  operation: Operation,
  sdk: Sdk,
): SampleRequest | undefined {
  const { client } = sdk;
  const marks = new Map(
    client.parameters.flatMap((one, index): (readonly [string, string])[] =>
      one.in === "client" ? [] : [[one.name, parameterMark(index)]],
    ),
  );
  const prepared = prepareSample(operation, sdk, marks);
  if (!prepared) return undefined;
  const credentials = credentialsOf(operation, client);
  const body = sampleBody(operation, prepared);
  return {
    method: operation.method,
    url: merged([
      ...(client.baseURL === undefined
        ? [environmentPiece(`${client.environmentPrefix}_BASE_URL`)]
        : []),
      ...urlPieces(prepared.url, client),
      ...credentials.query.flatMap((pair, index) => [
        textPiece(index > 0 || prepared.url.includes("?") ? "&" : "?"),
        ...pair,
      ]),
    ]),
    headers: headersOf(operation, prepared, credentials),
    ...(credentials.basic && { basic: credentials.basic }),
    ...(body && { body }),
    answer: operation.result.kind === "json" ? "json" : "text",
  };
}

/** True if the request has the value of an environment variable. */
export const readsEnvironment = ({
  url,
  headers,
  basic,
}: SampleRequest): boolean =>
  basic !== undefined ||
  [...url, ...headers.flatMap(({ value }) => value)].some(
    ({ kind }) => kind === "environment",
  );

/** A placeholder for the value of a client parameter; no encoder changes it. */
const parameterMark = (index: number): string => `~~${index}~~`;

/** The URL with environment variables in place of the marks. */
const urlPieces = (
  url: string,
  { parameters }: Client,
): readonly SnippetPiece[] =>
  // Those at odd indexes are what the pattern captured.
  url.split(/(~~\d+~~)/).map((text, index) => {
    const parameter =
      index % 2 === 1 ? parameters[Number(text.slice(2, -2))] : undefined;
    return parameter
      ? environmentPiece(parameter.environment)
      : textPiece(text);
  });

/** Adjacent texts become one; empty ones are left out. */
const merged = (pieces: readonly SnippetPiece[]): readonly SnippetPiece[] =>
  pieces.reduce<SnippetPiece[]>((all, piece) => {
    const last = all.at(-1);
    if (piece.kind !== "text") return [...all, piece];
    if (piece.text === "") return all;
    return last?.kind === "text"
      ? [...all.slice(0, -1), textPiece(last.text + piece.text)]
      : [...all, piece];
  }, []);

/** Under the names that the document gives them, each once; credentials come first. */
function headersOf(
  { parameters }: Operation,
  { headers, parts }: PreparedSample,
  credentials: SampleCredentials,
): SampleHeader[] {
  const names = [
    "Accept",
    ...parameters
      .filter((parameter) => parameter.in === "header")
      .map(({ name }) => name),
    "Cookie",
    // The libraries choose the boundary of a multipart body.
    ...(parts ? [] : ["Content-Type"]),
  ];
  const prepared = names.map((name) => {
    const text = headers.get(name);
    const values = [
      ...(text === null ? [] : [[textPiece(text)]]),
      ...(name === "Cookie" ? credentials.cookies : []),
    ];
    const value = values.flatMap((pieces, index) =>
      index === 0 ? pieces : [textPiece("; "), ...pieces],
    );
    return { name, value };
  });
  // What is set later replaces what was set before, and credentials come last.
  const sent = new Map(
    credentials.headers.map((header) => [header.name.toLowerCase(), header]),
  );
  for (const header of prepared) {
    const id = header.name.toLowerCase();
    if (header.value.length > 0 && !sent.has(id)) sent.set(id, header);
  }
  return [...sent.values()];
}
