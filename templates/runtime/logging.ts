/**
 * A log with nothing to hide: it is made of what the document says and of the answer's status,
 * never of a URL with values in it, a header or a body.
 */
import type { Middleware } from "./options.js";
import { requestId } from "./read-response.js";

/** Where log lines go; `console` is one. */
export interface Logger {
  debug(message: string, fields: object): void;
  warn(message: string, fields: object): void;
}

/** Logs one line per attempt: method, path template, status and duration. */
export function logging(logger: Logger = console): Middleware {
  return async (request, next, { operation, method, route, attempt }) => {
    const start = performance.now();
    let response: Response | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      const milliseconds = Math.round(performance.now() - start);
      logger[response && response.status < 400 ? "debug" : "warn"](
        `${method} ${route} ${response?.status ?? "failed"} ${milliseconds} ms`,
        {
          operation,
          attempt,
          status: response?.status,
          requestId: response && requestId(response.headers),
          milliseconds,
        },
      );
    }
  };
}
