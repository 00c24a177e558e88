/**
 * Streams that the config has: what it says is written into the document, so that everything later sees
 * no difference to one that says so itself.
 *
 * It runs before the checks, so every value may still hold anything.
 */
import type { StreamingConfig } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Pointer } from "../openapi/document.js";
import { operationsOf } from "../openapi/operations.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
  setOwn,
} from "../openapi/records.js";
import { Resolver } from "./bundle/resolver.js";
import { Matcher } from "./filter/matcher.js";

/** By operationId or `GET /path`, in which `*` is any text; the first that names an operation counts. */
export type Streaming = Readonly<Record<string, StreamingConfig | false>>;

const eventStream = "text/event-stream";

interface Rule {
  readonly text: string;
  readonly matcher: Matcher;
  readonly config: StreamingConfig | false;
}

/** `root` is changed. What the document has not is reported. */
export const declareStreams = (
  root: JsonObject,
  streaming: Streaming,
  diagnostics: Diagnostics,
): void => {
  const rules = Object.entries(streaming).map(([text, config]): Rule => ({
    text,
    config,
    matcher: new Matcher({ operations: [text] }),
  }));
  if (rules.length === 0) return;
  const resolver = new Resolver(root);
  for (const { key, pointer, operation, candidate } of candidatesOf(
    root,
    resolver,
  )) {
    // All are asked, so that those without an operation are known in the end.
    const [rule] = rules.filter(({ matcher }) => matcher.matches(candidate));
    const lacks = rule && declareStream(operation, rule.config, resolver);
    if (lacks !== undefined)
      diagnostics.report("streaming-unfit", { operation: key, lacks }, pointer);
  }
  for (const { text, matcher } of rules)
    if (matcher.unused.length > 0)
      diagnostics.report("streaming-no-operation", { text });
};

/** The operations under `paths`, with what the keys of the config name. */
function* candidatesOf(root: JsonObject, resolver: Resolver) {
  for (const [path, item] of Object.entries(recordOrEmpty(root.paths))) {
    if (path.startsWith("x-") || !isRecord(item)) continue;
    const shared = resolver.follow(item) ?? {};
    for (const found of operationsOf({ ...shared, ...item })) {
      const { method, operation } = found;
      const { operationId: id } = operation;
      const pointer: Pointer = ["paths", path, ...found.pointer];
      yield {
        key: `${method} ${path}`,
        pointer,
        operation: operation as JsonObject,
        candidate: {
          method,
          path,
          tags: [],
          deprecated: false,
          operationId: typeof id === "string" ? id : undefined,
        },
      };
    }
  }
}

/** @returns what the operation lacks, if it cannot answer so */
const declareStream = (
  operation: JsonObject,
  config: StreamingConfig | false,
  resolver: Resolver,
): string | undefined => {
  const responses = recordOrEmpty(operation.responses);
  const status =
    Object.keys(responses).find((one) => /^2(?:\d\d|XX)$/i.test(one)) ??
    (Object.hasOwn(responses, "default") ? "default" : undefined);
  const response =
    status === undefined ? undefined : resolver.follow(responses[status]);
  if (status === undefined || !response) return "response of success";
  const { [eventStream]: listed, ...others } = recordOrEmpty(response.content);
  const answer = (content: object): void => {
    // What is replaced may be shared with other operations.
    const own: JsonObject = { ...responses };
    setOwn(own, status, { ...response, content });
    operation.responses = own;
  };
  if (config === false) {
    answer(others);
    return undefined;
  }
  const { param = "stream", event } = config;
  const reference = event === undefined ? undefined : referenceTo(event);
  if (reference !== undefined && !resolver.follow({ $ref: reference }))
    return `schema ${event ?? ""}`;
  answer({
    ...(param !== null && others),
    [eventStream]:
      reference === undefined
        ? (listed ?? {})
        : { schema: { $ref: reference } },
  });
  if (param !== null) operation["x-sdkwright-stream"] = param;
  return undefined;
};

const referenceTo = (text: string): string =>
  text.startsWith("#/")
    ? text
    : `#/components/schemas/${encodeURIComponent(
        text.replace(/~/g, "~0").replace(/\//g, "~1"),
      )}`;
