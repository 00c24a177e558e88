/**
 * `streaming`: which methods give events, and what is made of an event.
 */
import {
  arrayOrEmpty,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import { valueAt } from "../../openapi/pointers.js";
import type { KnownOperation } from "../known-document.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import type { ReadMethod } from "./methods.js";
import { keptComments } from "./comments.js";
import type { ModelNames } from "./models.js";

interface StreamingOption {
  readonly at: SourcePath;
  readonly value: unknown;
  readonly models: ModelNames;
}

const eventStream = "text/event-stream";

/** What the document does not say itself becomes `streaming` of the config. */
export const applyStreaming = (
  { ledger, draft, source }: Reading,
  { operation }: ReadMethod,
  { at, value, models }: StreamingOption,
): void => {
  const responses = successesOf(operation);
  const isListed = responses.some((content) =>
    Object.hasOwn(content, eventStream),
  );
  const comments = keptComments(source, at);
  if (value === false) {
    if (!isListed) return ledger.notNeeded(at, "no stream");
    draft.set(["streaming", operation.key], false, comments);
    return ledger.kept(at, "`streaming`");
  }
  const options = recordOrEmpty(value);
  const { param_discriminator: param, stream_event_model: model } = options;
  const known = [
    ...["param_discriminator", "stream_event_model", "params_type_name"],
  ];
  for (const key of known) ledger.settle([...at, key]);
  ledger.loseOthers(at, options, known);
  const reference =
    typeof model === "string" ? models.references.get(model) : undefined;
  if (typeof model === "string" && reference === undefined)
    return ledger.lost(
      [...at, "stream_event_model"],
      `there is no model ${model}`,
    );
  if (responses.length === 0)
    return ledger.lost(
      at,
      "the operation has no response that could be a stream",
    );
  const isAsked = typeof param === "string";
  // Another schema of the document's may be what is around it, or a text.
  const isOther =
    reference !== undefined &&
    !responses.some((content) => {
      const { schema, itemSchema } = recordOrEmpty(content[eventStream]);
      return [schema, itemSchema].some(
        (one) => recordOrEmpty(one)["$ref"] === reference,
      );
    });
  const isSaid = isListed && !isOther && (!isAsked || param === "stream");
  if (isSaid) return ledger.kept(at, "by the document");
  draft.set(
    ["streaming", operation.key],
    {
      // Without a parameter that asks for it, a stream is all that there is.
      ...(param !== "stream" && { param: isAsked ? param : null }),
      ...(isOther && { event: schemaName(reference) }),
    },
    comments,
  );
  ledger.kept(at, "`streaming`");
};

/** Callers of a method without `streaming` got the response as a whole, whatever else the document lists. */
export const keepWhole = (
  { draft, isPublished }: Reading,
  { operation }: ReadMethod,
): void => {
  const isEither = successesOf(operation).some(
    (content) =>
      Object.hasOwn(content, eventStream) && Object.keys(content).length > 1,
  );
  if (isPublished && isEither) draft.set(["streaming", operation.key], false);
};

/** `#/components/schemas/Event` -> `Event`; others stay pointers. */
const schemaName = (reference: string): string =>
  /^#\/components\/schemas\/([\w.-]+)$/.exec(reference)?.[1] ?? reference;

/** The content of each response of success. */
const successesOf = ({
  operation,
}: KnownOperation): readonly Readonly<JsonObject>[] =>
  Object.entries(recordOrEmpty(operation["responses"]))
    .filter(([status]) => /^(?:2|default$)/i.test(status))
    .map(([, response]) => recordOrEmpty(recordOrEmpty(response)["content"]));

const eventKeys = ["kind", "handle", "event_type", "data_starts_with"];

/** `streaming.on_event` of the whole config: which events are given out, which are errors. */
export const readEvents = ({ source, ledger }: Reading): void => {
  const streaming = recordOrEmpty(source.root["streaming"]);
  ledger.loseOthers(["streaming"], streaming, ["on_event"]);
  const path = ["streaming", "on_event"];
  const rules = valueAt(source.root, path);
  if (rules === undefined) return;
  for (const [index, rule] of arrayOrEmpty(rules).entries()) {
    const at = [...path, index];
    const read = recordOrEmpty(rule);
    const { handle, kind, event_type: type } = read;
    ledger.loseOthers(at, read, eventKeys);
    const types = [type].flat();
    const isEnd = [type, read["data_starts_with"]]
      .flat()
      .filter((one) => one !== undefined)
      .every((one) => one === "[DONE]");
    if (handle === "yield" || (kind === "fallthrough" && handle === undefined))
      ledger.kept(at, "events are given out");
    else if (handle === "error" && types.every((one) => one === "error"))
      ledger.kept(at, "an event `error` is thrown");
    else if (handle === "done" && isEnd)
      ledger.kept(at, "`[DONE]` ends a stream");
    else
      ledger.lost(
        at,
        "events of these types are given out: end or throw where you read the stream",
      );
  }
  ledger.settle(["streaming"]);
};
