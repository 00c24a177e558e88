/**
 * `streaming`: which methods give events, and what is made of an event.
 */
import {
  arrayOrEmpty,
  isRecord,
  recordOrEmpty,
} from "../../openapi/records.js";
import { valueAt } from "../../openapi/pointers.js";
import { pathTo } from "../json-path.js";
import type { KnownOperation } from "../known-document.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import type { ReadMethod } from "./methods.js";
import type { ModelNames } from "./models.js";

interface StreamingOption {
  readonly at: SourcePath;
  readonly value: unknown;
  readonly models: ModelNames;
}

const eventStream = "text/event-stream";

/** A document that does not list the stream gets it by the overlay. */
export const applyStreaming = (
  { ledger, draft }: Reading,
  { operation }: ReadMethod,
  { at, value, models }: StreamingOption,
): void => {
  if (value === false) {
    ledger.notNeeded(at, "no stream");
    return;
  }
  const options = recordOrEmpty(value);
  const { param_discriminator: param, stream_event_model: model } = options;
  for (const key of [
    "param_discriminator",
    "stream_event_model",
    "params_type_name",
  ])
    ledger.settle([...at, key]);
  const reference =
    typeof model === "string" ? models.references.get(model) : undefined;
  if (typeof model === "string" && reference === undefined) {
    ledger.lost([...at, "stream_event_model"], `there is no model ${model}`);
    return;
  }
  const success = successOf(operation);
  if (!success) {
    ledger.lost(at, "the operation has no response that could be a stream");
    return;
  }
  const { status, content } = success;
  const isListed = Object.hasOwn(content, eventStream);
  const target = pathTo(operation.pointer);
  const media = reference === undefined ? {} : { schema: { $ref: reference } };
  if (!isListed) {
    // Without a parameter that asks for it, a stream is all that there is.
    if (typeof param !== "string" && Object.keys(content).length > 0)
      draft.actions.push({
        target: pathTo([...operation.pointer, "responses", status, "content"]),
        remove: true,
      });
    draft.actions.push({
      target,
      update: {
        responses: { [status]: { content: { [eventStream]: media } } },
      },
    });
  }
  if (typeof param === "string" && param !== "stream")
    draft.actions.push({ target, update: { "x-sdkwright-stream": param } });
  ledger.kept(at, isListed ? "by the document" : "by the overlay");
};

/** The first response of success, with its content. */
const successOf = ({ operation }: KnownOperation) => {
  const responses = recordOrEmpty(operation["responses"]);
  const status = Object.keys(responses).find((one) => one.startsWith("2"));
  const response = status === undefined ? undefined : responses[status];
  return status !== undefined &&
    isRecord(response) &&
    response["$ref"] === undefined
    ? { status, content: recordOrEmpty(response["content"]) }
    : undefined;
};

/** `streaming.on_event` of the whole config: which events are given out, which are errors. */
export const readEvents = ({ source, ledger }: Reading): void => {
  const path = ["streaming", "on_event"];
  const rules = valueAt(source.root, path);
  if (rules === undefined) return;
  for (const [index, rule] of arrayOrEmpty(rules).entries()) {
    const at = [...path, index];
    const { handle, kind, event_type: type } = recordOrEmpty(rule);
    const types = [type].flat();
    if (handle === "yield" || (kind === "fallthrough" && handle === undefined))
      ledger.kept(at, "events are given out");
    else if (handle === "error" && types.every((one) => one === "error"))
      ledger.kept(at, "an event `error` is thrown");
    else if (handle === "done" && types.every((one) => one === "[DONE]"))
      ledger.kept(at, "`[DONE]` ends a stream");
    else
      ledger.lost(
        at,
        "events of these types are given out: end or throw where you read the stream",
      );
  }
  ledger.settle(["streaming"]);
};
