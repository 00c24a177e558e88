/**
 * Completes planned operations: every type gets the form of its direction, and samples are made.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, OperationObject } from "../../openapi/document.js";
import type {
  CallDefaults,
  ErrorUnion,
  EventFormat,
  Operation,
  ParamsByResponse,
  Result,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { operationDoc } from "../descriptions.js";
import type { TypeOfModel } from "../samples/fitting.js";
import { responseSample, sampleOf } from "../samples/operation-samples.js";
import type { Sampler } from "../samples/samples.js";
import type { Spellings } from "../names/spellings.js";
import type { Views } from "../schemas/views.js";
import { scopesOf, type PlannedAuth } from "./auth.js";
import { isIdempotencyKey } from "./parameters.js";
import { paramsOf } from "./params.js";
import type { PlannedBody } from "./bodies.js";
import {
  carriesFiles,
  requestFormats,
  type PlannedOperation,
} from "./planned.js";
import { argumentsOf } from "./positional.js";
import type { PlannedResults } from "./results.js";
import { operationServer, type PlannedServers } from "./servers.js";

export interface CompleteContext {
  readonly document: Document;
  readonly views: Views;
  readonly auth: PlannedAuth;
  readonly servers: PlannedServers;
  /** The places of parameters that are options of the client. */
  readonly clientParameters: ReadonlySet<string>;
  /** Identifiers that a positional argument must not hide. */
  readonly functionScope: ReadonlySet<string>;
  /** The header of idempotency keys, where the owner says it. */
  readonly idempotencyHeader: string | undefined;
  /** True where the package is to replace that of an earlier SDK. */
  readonly isCompatible: boolean;
  /** The names of the types of params by the answer that is asked for, by the key of the operation. */
  readonly responseParamsNames: ReadonlyMap<string, ParamsByResponse>;
  /** Of the calls of single operations, by key. */
  readonly defaults: ReadonlyMap<string, CallDefaults>;
  /** How the owner spells words of names. */
  readonly spellings: Spellings;
  readonly sampler: Sampler;
  readonly typeOfModel: TypeOfModel;
  readonly diagnostics: Diagnostics;
}

export function completeOperation(
  planned: PlannedOperation,
  context: CompleteContext,
): Operation {
  const { entry, names, body, paging } = planned;
  const { document, views, auth, sampler } = context;
  const params = paramsOf(planned, {
    ...context,
    areListsMutable: context.isCompatible,
  });
  const header = idempotencyHeaderOf(entry, context);
  const security = auth.differing.get(entry.key);
  const defaults = context.defaults.get(entry.key);
  const server = serverOf(planned, context);
  return {
    id: names.functionName as string as Text,
    functionName: names.functionName,
    methodName: names.methodName,
    method: entry.method,
    path: entry.path as Text,
    doc: operationDoc(entry.operation),
    ...lifetimeOf(entry.operation),
    ...(names.otherBaseNames.length > 0 && {
      typeStem: {
        own: names.baseName as Text,
        others: names.otherBaseNames as readonly Text[],
      },
    }),
    positional: argumentsOf(planned, context),
    ...(params && { params }),
    parameters: planned.parameters.map(
      ({ name, key, in: location, encoding }) => ({
        name,
        key,
        in: location,
        encoding,
      }),
    ),
    ...(body && { body: body.body, sent: sentTypes(body, views) }),
    result: completeResult(planned.results, views, sampler),
    errors: completeErrors(planned, views, sampler),
    ...(paging && {
      paging: { ...paging, item: views.view(paging.item, "response") },
    }),
    ...(header !== undefined && { idempotencyHeader: header as Text }),
    ...(defaults && { defaults }),
    ...(security && { security }),
    scopes: scopesOf(document, entry),
    ...(server !== undefined && { server }),
    sample: sampleOf(planned, context),
  };
}

/** What tools for the life of an API write into a document. */
const lifetimeOf = ({
  "x-stability-level": stability,
  "x-sunset": sunset,
}: OperationObject): Pick<Operation, "stability" | "sunset"> => ({
  ...(typeof stability === "string" && { stability: stability as Text }),
  ...(typeof sunset === "string" &&
    /^\d{4}-\d{2}-\d{2}/.test(sunset) && {
      sunset: sunset.slice(0, 10) as Text,
    }),
});
/**
 * That of the operation; that of the config goes with each POST, and with all that is not read where an
 * earlier SDK has sent it so.
 */
const idempotencyHeaderOf = (
  { method, parameters }: PlannedOperation["entry"],
  { idempotencyHeader: configured, isCompatible }: CompleteContext,
): string | undefined => {
  const isKeyed = isCompatible
    ? !["GET", "HEAD"].includes(method)
    : method === "POST";
  return (
    parameters.find(({ node }) => isIdempotencyKey(node, configured))?.node
      .name ?? (isKeyed ? configured : undefined)
  );
};

const sentTypes = (body: PlannedBody, views: Views): ReadonlyMap<Text, Type> =>
  new Map(
    requestFormats(body).map((format) => [
      format.format.mediaType,
      views.view(format.type, "request", carriesFiles(format)),
    ]),
  );

function completeResult(
  { result: { media, ...result } }: PlannedResults,
  views: Views,
  sampler: Sampler,
): Result {
  const received = <Format extends Pick<Result, "kind" | "type" | "events">>(
    format: Format,
  ): Format => ({
    ...format,
    type: views.view(format.type, "response", format.kind === "binary"),
    ...(format.events && { events: receivedEvents(format.events, views) }),
  });
  const { alternatives, streaming } = result;
  return {
    ...received(result),
    // The examples of a whole event are not those of its data.
    ...(result.kind !== "wholeEvents" && responseSample(media, sampler)),
    ...(alternatives && { alternatives: alternatives.map(received) }),
    ...(streaming && {
      streaming: { ...streaming, format: received(streaming.format) },
    }),
  };
}

const receivedEvents = (events: EventFormat, views: Views): EventFormat => ({
  ...events,
  ...(events.declared && {
    declared: events.declared.map((event) => ({
      ...event,
      type: views.view(event.type, "response"),
    })),
  }),
});

const completeErrors = (
  { names, results }: PlannedOperation,
  views: Views,
  sampler: Sampler,
): ErrorUnion => ({
  name: names.errorName,
  responses: results.errors.map(({ media, ...error }) => ({
    ...error,
    ...responseSample(media, sampler),
    body: views.view(error.body, "response"),
  })),
});

/** The server of a single operation; undefined where requests go to that of the client. */
function serverOf(
  { entry: { server, pointer } }: PlannedOperation,
  { servers, diagnostics }: CompleteContext,
): Text | undefined {
  if (!server) return undefined;
  const url = operationServer(server, servers);
  if (url === undefined)
    diagnostics.report("server-relative", { url: server.url }, pointer);
  return url === servers.baseURL ? undefined : url;
}
