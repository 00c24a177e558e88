/**
 * What the config says of single methods: pages, streams, defaults of calls, the name of a body, deprecation.
 */
import {
  isRecord,
  recordOrEmpty,
  type JsonObject,
} from "../../openapi/records.js";
import { spellingKey } from "../../model/names/casing.js";
import { pathTo } from "../json-path.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import type { ReadMethod } from "./methods.js";
import { timeoutIn } from "./call-defaults.js";
import { keptComments } from "./comments.js";
import type { ModelNames } from "./models.js";
import { applyStreaming, keepWhole } from "./streaming.js";

export const applyMethodOptions = (
  reading: Reading,
  methods: readonly ReadMethod[],
  models: ModelNames,
): void => {
  for (const method of methods) {
    const { options, path } = method;
    if (options["streaming"] === undefined) keepWhole(reading, method);
    for (const [key, value] of Object.entries(options)) {
      const at = [...path, key];
      switch (key) {
        case "endpoint":
        case "type":
        case "skip":
        case "only":
        // `pagination.ts` reads it, when all methods are known.
        case "paginated":
          break;
        case "streaming":
          applyStreaming(reading, method, { at, value, models });
          break;
        case "deprecated":
          deprecate(reading, method, at, value);
          break;
        case "body_param_name":
          nameBody(reading, method, at, value);
          break;
        case "default_request_options":
          readDefaults(reading, method, at, value);
          break;
        case "discriminator":
          reading.ledger.notNeeded(at, "the document tells the kinds apart");
          break;
        case "positional_params":
          positional(reading, method, at, value);
          break;
        default:
          reading.ledger.lost(at, "not a key that is known");
      }
    }
  }
};

const updateOperation = (
  { draft }: Reading,
  { operation }: ReadMethod,
  update: Readonly<JsonObject>,
): void => {
  draft.actions.push({ target: pathTo(operation.pointer), update });
};

/** The text, or texts by language. */
const deprecate = (
  reading: Reading,
  method: ReadMethod,
  at: SourcePath,
  value: unknown,
): void => {
  const text = isRecord(value)
    ? (value["typescript"] ?? value["node"] ?? value["default"])
    : value;
  if (text === undefined || text === false) {
    reading.ledger.notNeeded(at, "of other languages");
    return;
  }
  updateOperation(reading, method, {
    deprecated: true,
    ...(typeof text === "string" && { "x-sdkwright-deprecation": text }),
  });
  reading.ledger.kept(at, "the overlay says so");
};

const nameBody = (
  reading: Reading,
  method: ReadMethod,
  at: SourcePath,
  value: unknown,
): void => {
  if (typeof value !== "string") return;
  updateOperation(reading, method, { "x-sdkwright-body": value });
  reading.ledger.kept(
    at,
    `the body is \`${value}\` of the arguments, by the overlay`,
  );
};

/** What its calls do where nothing else is said. */
const readDefaults = (
  { ledger, draft, source }: Reading,
  { operation }: ReadMethod,
  at: SourcePath,
  value: unknown,
): void => {
  const defaults: { maxRetries?: number; timeout?: number } = {};
  for (const [key, option] of Object.entries(recordOrEmpty(value))) {
    const path = [...at, key];
    const timeout = key.startsWith("timeout")
      ? timeoutIn(path, option)
      : undefined;
    if (key === "max_retries" && typeof option === "number") {
      ledger.settle(path);
      if (option !== usualRetries(source.root)) defaults.maxRetries = option;
    } else if (timeout !== undefined) {
      ledger.kept(path, `${timeout / 1000} seconds, as in \`defaults\``);
      defaults.timeout = timeout;
    } else ledger.lost(path, "pass it with each call");
  }
  if (Object.keys(defaults).length > 0)
    draft.set(["defaults", "operations", operation.key], defaults);
  ledger.settle(at);
};

const usualRetries = (root: Readonly<JsonObject>): unknown => {
  const client = recordOrEmpty(root["client_settings"]);
  return recordOrEmpty(client["default_retries"])["max_retries"] ?? 2;
};

/** What differs from the rule for all methods. */
const positional = (
  { ledger, draft, source }: Reading,
  { operation }: ReadMethod,
  at: SourcePath,
  value: unknown,
): void => {
  const names = [...operation.path.matchAll(/\{([^}]*)\}/g)].map(
    ([, name]) => name ?? "",
  );
  const given = Array.isArray(value) ? (value as unknown[]) : [value];
  // The document may spell them in another way.
  const found = given.map((one) =>
    names.find((name) => spellingKey(name) === spellingKey(String(one))),
  );
  const known = found.filter((name) => name !== undefined);
  if (known.length < given.length)
    return ledger.lost(at, "not all of them are in the path: change the calls");
  const rule = draft.options["arguments"];
  const usual =
    rule === "all" ? names : rule === "last" ? names.slice(-1) : undefined;
  if (usual?.join() === known.join())
    return ledger.kept(at, `as \`arguments: "${String(rule)}"\` has it`);
  draft.set(["positional", operation.key], known, keptComments(source, at));
  ledger.kept(at, "`positional`");
};
