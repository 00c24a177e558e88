/**
 * One GET request, without following redirects, with a limit on the size after decompression.
 */
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

export interface HttpRequest {
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Default: any address. */
  readonly lookup: LookupFunction | undefined;
  readonly signal: AbortSignal;
  /** Bytes. */
  readonly limit: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Of a redirect. */
  readonly location: string | undefined;
  readonly bytes: Buffer;
}

class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export const request = (
  url: URL,
  options: HttpRequest,
): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const { lookup, signal } = options;
    const sent = send(
      url,
      {
        headers: {
          accept: "application/yaml, application/json, */*;q=0.5",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": "sdkwright",
          ...options.headers,
        },
        signal,
        // A kept-alive connection would keep the process alive.
        agent: false,
        ...(lookup && { lookup }),
      },
      (response) => {
        const { statusCode: status = 0, headers } = response;
        const isRedirect = status >= 300 && status < 400 && status !== 304;
        if (isRedirect && headers.location !== undefined) {
          response.destroy();
          const { location } = headers;
          resolve({ status, location, bytes: Buffer.alloc(0) });
          return;
        }
        const encoding = headers["content-encoding"];
        collect(decompress(response, encoding), options.limit).then(
          (bytes) => {
            resolve({ status, location: undefined, bytes });
          },
          (error: unknown) => {
            response.destroy();
            reject(
              signal.aborted ? (signal.reason as Error) : (error as Error),
            );
          },
        );
      },
    );
    sent.on("error", (error) => {
      reject(signal.aborted ? (signal.reason as Error) : error);
    });
    sent.end();
  });

const decompressors = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

const decompress = (body: Readable, encoding = "identity"): Readable => {
  const create = decompressors.get(encoding);
  // Errors reach the reader of the last stream.
  return create ? pipeline(body, create(), () => undefined) : body;
};

const collect = async (body: Readable, limit: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
