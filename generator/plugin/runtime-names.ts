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
  query: of("query", "query", false),
  mutation: of("query", "mutation", false),
  QueryOptions: of("query", "QueryOptions", true),
  MutationOptions: of("query", "MutationOptions", true),
  withoutCredentials: of("query", "withoutCredentials", false),
  queryPrefix: of("query", "queryPrefix", false),
  PageParam: of("query-pages", "PageParam", true),
  pages: of("query-pages", "pages", false),
  linkedPages: of("query-links", "linkedPages", false),
  PagesOptions: of("query-pages", "PagesOptions", true),
  LinkedPage: of("query-links", "LinkedPage", true),
  pagesByLink: of("query-links", "pagesByLink", false),
  pagesByCursor: of("query-links", "pagesByCursor", false),
  withValue: of("query-pages", "withValue", false),
  swr: of("swr", "swr", false),
  mocked: of("mocks", "mocked", false),
  fixtureOf: of("mocks", "fixtureOf", false),
  mockPages: of("mock-pages", "mockPages", false),
  mockedStream: of("mock-streams", "mockedStream", false),
  MockedAPI: of("mocks", "MockedAPI", true),
  Mock: of("mock-types", "Mock", true),
  MockSuccess: of("mock-types", "MockSuccess", true),
  MockError: of("mock-types", "MockError", true),
  MockStream: of("mock-types", "MockStream", true),
  MockPages: of("mock-types", "MockPages", true),
  MockEvent: of("mock-types", "MockEvent", true),
  MockFetch: of("mock-types", "MockFetch", true),
  MockCall: of("mock-types", "MockCall", true),
  MockOptions: of("mock-types", "MockOptions", true),
  openTelemetry: of("otel", "openTelemetry", false),
  OpenTelemetryOptions: of("otel", "OpenTelemetryOptions", true),
} satisfies Readonly<Record<string, RuntimeSymbol>>;

export type RuntimeName = keyof typeof runtimeNames;
