/**
 * One GET request, unfollowed, with a limit on what is taken in after decompression.
 */
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { pipeline } from "node:stream";

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
        // A connection that is kept would keep the process.
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

const decompress = (body: Readable, encoding = "identity"): Readable => {
  const unpack =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "deflate"
        ? createInflate()
        : encoding === "br"
          ? createBrotliDecompress()
          : undefined;
  // What fails on the way reaches whoever reads the end.
  return unpack ? pipeline(body, unpack, () => undefined) : body;
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
