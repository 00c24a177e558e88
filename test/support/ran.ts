/** A small program over the package of a document: type-checked, and run against a server on this machine. */
import { built } from "./built.js";
import type { Options, Source } from "./pipeline.js";
import {
  answer,
  serve,
  type Handler,
  type Received,
} from "../packages/support/loopback.js";

interface Ran {
  /** What the compiler says of the program and of the package. */
  readonly errors: readonly string[];
  readonly received: readonly Received[];
  /** `POST /pets?a=1 {"b":2}` */
  readonly requests: readonly string[];
  /** What the program returns. */
  readonly result: unknown;
}

interface Program {
  readonly run: (baseURL: string) => Promise<unknown>;
}

const nothing: Handler = (_, response) => {
  answer(response, 200, {});
};

/**
 * @param code TypeScript beside `src/`, which exports `run`; what does not compile is not run
 * @param options of the config; `handler` answers
 */
export async function ran(
  source: Source,
  code: string,
  {
    handler = nothing,
    ...options
  }: Options & { readonly handler?: Handler } = {},
): Promise<Ran> {
  const { exports, errors } = await built(source, code, options);
  const { url, received } = await serve(handler);
  const result =
    errors.length > 0 ? undefined : await (exports as Program).run(url);
  return {
    errors,
    received,
    requests: received.map(({ method, url: path, body }) =>
      `${method} ${path} ${body}`.trimEnd(),
    ),
    result,
  };
}
