/** Spans and durations of attempts, with OpenTelemetry's own SDK and against a server on loopback. */
import { context, diag, metrics, propagation, trace } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import * as conventions from "@opentelemetry/semantic-conventions";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { pipeline } from "../../templates/runtime/middleware.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { openTelemetry } from "../../templates/runtime/otel.js";
import { clientOf, failureOf, serve, withMethod } from "./support/server.js";

const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
);
const durations = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: durations });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
propagation.setGlobalPropagator({
  fields: () => ["traceparent"],
  extract: (active) => active,
  // W3C Trace Context, section 3.2.
  inject(active, carrier, setter) {
    const { traceId = "", spanId = "" } = trace.getSpanContext(active) ?? {};
    setter.set(carrier, "traceparent", `00-${traceId}-${spanId}-01`);
  },
});

beforeEach(() => {
  spans.reset();
});
afterAll(() => {
  for (const api of [trace, metrics, propagation, context]) api.disable();
});

const get: Operation = { id: "getKey", method: "GET", path: "/keys/{hash}" };

const purge = withMethod("PURGE", { id: "purge", path: "/keys/{hash}" });

const shown = () =>
  spans.getFinishedSpans().map(({ name, kind, status, attributes }) => ({
    ...{ name, kind, status: status.code, attributes },
  }));

const traced = (
  server: { readonly url: string },
  options?: Parameters<typeof openTelemetry>[0],
) =>
  clientOf(server, {
    transport: pipeline(openTelemetry(options)),
    maxRetries: 1,
  });

/** An attempt without a client around it. */
const attempted = (
  request: Request,
  next = () => Promise.resolve(new Response()),
) =>
  Promise.resolve(
    openTelemetry()(request, next, {
      ...{ operation: "getKey", method: "GET", route: "/keys/{hash}" },
      ...{ attempt: 0, idempotencyKey: undefined },
    }),
  );

describe("openTelemetry()", () => {
  it("makes a span for each attempt", async () => {
    const server = await serve(({ index, json }) => {
      json(index === 0 ? 503 : 200, {}, { "retry-after": "0" });
    });
    const { port } = new URL(server.url);
    await call(traced(server), get, { hash: "a" }, { query: { q: "SECRET" } });
    const common = {
      "http.request.method": "GET",
      "server.address": "127.0.0.1",
      "server.port": Number(port),
      "url.template": "/keys/{hash}",
      "url.full": `http://127.0.0.1:${port}/keys/a`,
    };
    // Kind 2 is CLIENT; status 0 is UNSET, 2 is ERROR.
    expect(shown()).toEqual([
      {
        ...{ name: "GET /keys/{hash}", kind: 2, status: 2 },
        attributes: {
          ...common,
          "http.response.status_code": 503,
          "error.type": "503",
        },
      },
      {
        ...{ name: "GET /keys/{hash}", kind: 2, status: 0 },
        attributes: {
          ...common,
          "http.request.resend_count": 1,
          "http.response.status_code": 200,
        },
      },
    ]);
    expect(server.requests[0]?.headers).not.toHaveProperty("traceparent");
  });

  it("has the class of what was thrown, and no message", async () => {
    const server = await serve(({ drop }) => {
      drop();
    });
    await failureOf(call(traced(server), get, { hash: "a" }));
    expect(shown()).toHaveLength(2);
    expect(shown()[0]).toMatchObject({
      status: 2,
      attributes: { "error.type": "ConnectionError" },
    });
    expect(spans.getFinishedSpans()[0]?.events).toEqual([]);
  });

  it.each([
    ["null", null],
    ["a text", "SECRET"],
    ["an object whose name is none", { name: { first: "SECRET" } }],
  ])("has no class of %s, which is thrown as it is", async (_, thrown) => {
    const next = () =>
      Promise.resolve().then((): Response => {
        throw thrown as unknown as Error;
      });
    const request = new Request("http://127.0.0.1/keys/a");
    expect(await failureOf(attempted(request, next))).toBe(thrown);
    // The value that the conventions have for "unknown".
    expect(shown()).toMatchObject([
      { status: 2, attributes: { "error.type": "_OTHER" } },
    ]);
  });

  it.each([
    ["http://api.example.com/keys/a", "api.example.com", 80],
    ["https://api.example.com/keys/a", "api.example.com", 443],
    ["https://[::1]:8443/keys/a", "::1", 8443],
  ])("knows the server of %s", async (url, address, port) => {
    await attempted(new Request(`${url}?key=SECRET`));
    expect(shown()).toMatchObject([
      {
        attributes: {
          "server.address": address,
          "server.port": port,
          "url.full": url,
        },
      },
    ]);
  });

  it("names methods that are not in the conventions _OTHER", async () => {
    const server = await serve(({ json }) => {
      json(200, {});
    });
    await call(traced(server), purge, { hash: "a" });
    expect(shown()).toMatchObject([
      {
        name: "HTTP /keys/{hash}",
        attributes: {
          "http.request.method": "_OTHER",
          "http.request.method_original": "PURGE",
        },
      },
    ]);
  });

  it("sends the context of the trace where that is asked for", async () => {
    const server = await serve(({ json }) => {
      json(200, {});
    });
    await call(traced(server, { propagate: true }), get, { hash: "a" });
    const [span] = spans.getFinishedSpans();
    const { traceId = "", spanId = "" } = span?.spanContext() ?? {};
    expect(traceId).toMatch(/^[\da-f]{32}$/);
    expect(server.requests[0]?.headers["traceparent"]).toBe(
      `00-${traceId}-${spanId}-01`,
    );
  });

  it("records durations in seconds where that is asked for", async () => {
    const server = await serve(({ json }) => {
      json(200, {});
    });
    const client = traced(server, { metrics: true });
    await call(client, get, { hash: "a" });
    await call(client, get, { hash: "b" });
    await reader.forceFlush();
    const [metric] = durations
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap((scope) => scope.metrics);
    expect(metric?.descriptor).toMatchObject({
      name: conventions.METRIC_HTTP_CLIENT_REQUEST_DURATION,
      unit: "s",
    });
    expect(metric?.dataPoints).toHaveLength(1);
    expect(metric?.dataPoints[0]).toMatchObject({
      value: { count: 2 },
      attributes: { "url.template": "/keys/{hash}" },
    });
    expect(metric?.dataPoints[0]?.attributes).not.toHaveProperty("url.full");
  });

  it("uses the names of the semantic conventions", async () => {
    const server = await serve(({ json }) => {
      json(500, {}, { "retry-after": "0" });
    });
    await failureOf(call(traced(server), purge, { hash: "a" }));
    const known: readonly unknown[] = Object.entries(conventions)
      .filter(([name]) => name.startsWith("ATTR_"))
      .map(([, value]) => value);
    // Still in development: `ATTR_URL_TEMPLATE` is in `/incubating`.
    const incubating = ["url.template"];
    const used = spans
      .getFinishedSpans()
      .flatMap(({ attributes }) => Object.keys(attributes));
    expect(
      used.filter(
        (name) => !known.includes(name) && !incubating.includes(name),
      ),
    ).toEqual([]);
  });
});

/** A span that works but for one thing. */
const brokenSpan = (name: string, fail: () => never) => ({
  ...{ setAttributes: vi.fn(), setStatus: vi.fn(), end: vi.fn() },
  spanContext: () => ({}),
  [name]: fail,
});

describe("telemetry that is broken fails no call, and says so", () => {
  const fail = (): never => {
    throw new Error("telemetry is broken");
  };
  it.each<[string, () => void]>([
    ["a tracer", () => vi.spyOn(trace, "getTracer").mockImplementation(fail)],
    ...["setAttributes", "end"].map((name): [string, () => void] => [
      `a span that throws at ${name}`,
      () => {
        const startSpan = () => brokenSpan(name, fail);
        vi.spyOn(trace, "getTracer").mockReturnValue({ startSpan } as never);
      },
    ]),
    [
      "a propagator",
      () => vi.spyOn(propagation, "inject").mockImplementation(fail),
    ],
    ["a meter", () => vi.spyOn(metrics, "getMeter").mockImplementation(fail)],
  ])("%s", async (_, breakIt) => {
    const server = await serve(({ json, index }) => {
      json(index === 0 ? 200 : 404, {});
    });
    const told = vi.spyOn(diag, "error");
    breakIt();
    try {
      const client = traced(server, { propagate: true, metrics: true });
      expect(await call(client, get, { hash: "a" })).toEqual({});
      expect(await failureOf(call(client, get, { hash: "a" }))).toMatchObject({
        status: 404,
      });
      expect(told).toHaveBeenCalledWith(
        expect.stringContaining("OpenTelemetry"),
        new Error("telemetry is broken"),
      );
    } finally {
      vi.restoreAllMocks();
    }
  });
});
