/** A server that answers with the examples of a document, where a request is as the document wants it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { API } from "./apis.js";
import { match, readOperations } from "./document.js";
import type { Described } from "./document.js";
import { answer, serve } from "./loopback.js";
import type { Received } from "./loopback.js";

export interface Mock {
  /** A sample with this server in place of the one that it names. */
  readonly aim: (sample: string) => string;
  /** What the samples and the client read from the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `getKeys 200` for each request, in order. */
  readonly answered: readonly string[];
}

/** A mock for the current test. */
export const serveDocument = async (api: API): Promise<Mock> => {
  const operations = readOperations(api.document);
  const { servers } = parse(readFileSync(api.document, "utf8")) as {
    readonly servers?: readonly { readonly url: string }[];
  };
  const server = servers?.[0] && new URL(servers[0].url);
  // Where the document names no server, samples do.
  const origin = server?.origin ?? "https://api.example.com";
  const base = server?.pathname.replace(/\/$/, "") ?? "";
  const key = `key-of-${api.name}`;
  const answered: string[] = [];
  const { url } = await serve((request, response) => {
    const found = match(operations, request.method, request.url, base);
    const status = statusOf(request, found, key);
    answered.push(`${found?.id ?? request.url} ${status}`);
    const isEnd = /[?&]offset=[1-9]/.test(request.url);
    const body = isEnd ? { data: [] } : found?.success.body;
    answer(response, status, status < 300 ? body : { status });
  });
  const prefix = api.name.toUpperCase();
  return {
    aim: (sample) => sample.replaceAll(origin, url),
    env: {
      [`${prefix}_API_KEY`]: key,
      [`${prefix}_BASE_URL`]: url + base,
      [`${prefix}_ACCOUNT_ID`]: "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6",
    },
    answered,
  };
};

const statusOf = (
  { headers, body }: Received,
  found: Described | undefined,
  key: string,
): number => {
  if (!found) return 404;
  if (headers.authorization !== `Bearer ${key}`) return 401;
  if (found.fields.length === 0) return found.success.status;
  if (headers["content-type"] !== "application/json") return 415;
  const sent = Object.keys(JSON.parse(body) as object);
  return sent.length > 0 && sent.every((name) => found.fields.includes(name))
    ? found.success.status
    : 422;
};
