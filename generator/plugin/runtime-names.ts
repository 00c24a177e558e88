/**
 * The parts of the runtime that outputs may import; the others are the packages' own business.
 */
import type { RuntimeSymbol } from "../emit/source/symbols.js";

const of = (file: string, name: string, typeOnly: boolean): RuntimeSymbol => ({
  file,
  name,
  typeOnly,
});

export const runtimeNames = {
  RequestOptions: of("options", "RequestOptions", true),
  Middleware: of("options", "Middleware", true),
  Transport: of("options", "Transport", true),
  openTelemetry: of("otel", "openTelemetry", false),
  OpenTelemetryOptions: of("otel", "OpenTelemetryOptions", true),
} satisfies Readonly<Record<string, RuntimeSymbol>>;

export type RuntimeName = keyof typeof runtimeNames;
