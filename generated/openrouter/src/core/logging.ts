/**
 * A log without secrets: it shows the operation's path template and the
 * response's status, but no URL, header or body.
 */
import type { Middleware } from "./options.js";
import { requestId } from "./read-response.js";

/** Where log messages go, such as `console`. */
export interface Logger {
  debug(message: string, fields: object): void;
  warn(message: string, fields: object): void;
}

/**
 * Middleware that logs one message per attempt: method, path template, status
 * and duration in milliseconds. A response below 400 is logged with `debug`,
 * anything else with `warn`. The message has the fields as text too: some
 * loggers take them in another place, or not at all.
 */
export function logging(logger: Logger = console): Middleware {
  return async (request, next, { operation, method, route, attempt }) => {
    const start = performance.now();
    let response: Response | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      const milliseconds = Math.round(performance.now() - start);
      const fields = {
        operation,
        attempt,
        status: response?.status,
        requestId: response && requestId(response.headers),
        milliseconds,
      };
      const details = [
        operation,
        attempt > 0 && `attempt ${attempt + 1}`,
        fields.requestId && `request ${fields.requestId}`,
      ].filter(Boolean);
      try {
        logger[response && response.status < 400 ? "debug" : "warn"](
          `${method} ${route} ${fields.status ?? "failed"} ${milliseconds} ms (${details.join(", ")})`,
          fields,
        );
      } catch {
        // A logger that fails is no reason for a call to fail.
      }
    }
  };
}
