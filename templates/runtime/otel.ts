/**
 * OpenTelemetry: a span for each attempt, by the semantic conventions of HTTP clients. It holds no
 * secret: no query, no headers, no bodies, and of an error its class alone.
 */
import {
  context,
  diag,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Histogram,
} from "@opentelemetry/api";
import { PACKAGE, VERSION } from "./brand.js";
import type { Middleware } from "./options.js";

/** What `openTelemetry()` does besides making spans. */
export interface OpenTelemetryOptions {
  /**
   * Sends the context of the trace to the server, in headers of the global
   * propagator such as `traceparent`.
   * @default false
   */
  propagate?: boolean | undefined;
  /**
   * Records `http.client.request.duration` too, in seconds.
   * @default false
   */
  metrics?: boolean | undefined;
}

/** Others are `_OTHER`: what a caller makes up is no label. */
const methods = /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH)$/;

/** Of the conventions; those of the API itself are for milliseconds. */
const boundaries = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/**
 * Middleware that makes a span for each attempt, in the global tracer provider:
 * `GET /keys/{hash}`. It ends with the headers of the response.
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Middleware {
  let histogram: Histogram | undefined;
  return async (request, next, { method, route, attempt }) => {
    const url = new URL(request.url);
    const isKnown = methods.test(method);
    const labels: Attributes = {
      "http.request.method": isKnown ? method : "_OTHER",
      "server.address": url.hostname.replace(/^\[|\]$/g, ""),
      "server.port": Number(url.port) || (url.protocol === "http:" ? 80 : 443),
      "url.template": route,
    };
    const span = quietly(() =>
      trace
        .getTracer(PACKAGE, VERSION)
        .startSpan(`${isKnown ? method : "HTTP"} ${route}`, {
          kind: SpanKind.CLIENT,
          attributes: {
            ...labels,
            "url.full": url.origin + url.pathname,
            ...(!isKnown && { "http.request.method_original": method }),
            ...(attempt > 0 && { "http.request.resend_count": attempt }),
          },
        }),
    );
    const measure = (results: Attributes): void => {
      histogram ??= metrics
        .getMeter(PACKAGE, VERSION)
        .createHistogram("http.client.request.duration", {
          description: "Duration of HTTP client requests.",
          unit: "s",
          advice: { explicitBucketBoundaries: boundaries },
        });
      histogram.record((performance.now() - start) / 1000, {
        ...labels,
        ...results,
      });
    };
    const end = (results: Attributes): void => {
      quietly(() => span?.setAttributes(results));
      if ("error.type" in results)
        quietly(() => span?.setStatus({ code: SpanStatusCode.ERROR }));
      quietly(() => span?.end());
      if (options.metrics)
        quietly(() => {
          measure(results);
        });
    };
    const active = span
      ? trace.setSpan(context.active(), span)
      : context.active();
    const start = performance.now();
    let results: Attributes = {};
    try {
      if (options.propagate)
        quietly(() => {
          propagation.inject(active, request.headers, {
            set: (headers, name, value) => {
              headers.set(name, value);
            },
          });
        });
      const response = await context.with(active, () => next(request));
      const { status } = response;
      results = {
        "http.response.status_code": status,
        ...(status >= 400 && { "error.type": String(status) }),
      };
      return response;
    } catch (error) {
      results = { "error.type": nameOf(error) };
      throw error;
    } finally {
      end(results);
    }
  };
}

/** Telemetry that is broken fails no call: OpenTelemetry's own log is told. */
function quietly<T>(observe: () => T): T | undefined {
  try {
    return observe();
  } catch (error) {
    diag.error("OpenTelemetry of a call", error);
    return undefined;
  }
}

/** The class alone: a message may hold what the caller has sent. */
const nameOf = (error: unknown): string => {
  const name = (error as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "_OTHER";
};
