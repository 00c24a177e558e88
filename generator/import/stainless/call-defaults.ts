/**
 * What calls do where nothing else is said: time limits, retries, headers; and the options of the constructor
 * that every client has.
 */
import { environmentName } from "../../model/names/casing.js";
import { type JsonObject, recordOrEmpty } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";

export const readHeaders = (
  { draft, ledger, source }: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  const headers = Object.entries(recordOrEmpty(value));
  const texts = headers.filter(([, text]) => typeof text === "string");
  if (texts.length === 0 || texts.length < headers.length) {
    ledger.lost(at, "write them as `defaults.headers`");
    return;
  }
  draft.set(
    ["defaults", "headers"],
    Object.fromEntries(texts),
    keptComments(source, at),
  );
  ledger.kept(at, "`defaults.headers`");
};

/** The delays that the package has: half a second at first, eight at most. */
const delays: Readonly<Record<string, number>> = {
  initial_delay_seconds: 0.5,
  max_delay_seconds: 8,
};

export const readRetries = (
  reading: Reading,
  at: SourcePath,
  retries: Readonly<JsonObject>,
): void => {
  const { ledger } = reading;
  for (const [key, value] of Object.entries(retries)) {
    const path = [...at, key];
    if (key === "max_retries") readMaxRetries(reading, path, value);
    else if (Object.hasOwn(delays, key) && delays[key] === value)
      ledger.kept(path, "as it is anyway");
    else ledger.lost(path, "delays are half a second at first, eight at most");
  }
  ledger.settle(at);
};

const readMaxRetries = (
  { draft, ledger, source }: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  if (!Number.isInteger(value) || Number(value) < 0)
    return ledger.lost(at, "write it as `defaults.maxRetries`");
  if (value === 2) return ledger.notNeeded(at, "as it is anyway");
  draft.set(["defaults", "maxRetries"], value, keptComments(source, at));
  ledger.kept(at, "`defaults.maxRetries`");
};

/**
 * A number without a unit is of milliseconds, unless no request could be made in them.
 *
 * @returns milliseconds; undefined of what is no time
 */
export const timeoutIn = (
  at: SourcePath,
  value: unknown,
): number | undefined => {
  if (typeof value !== "number" || !(value >= 0)) return undefined;
  const name = String(at.at(-1));
  const isInMilliseconds =
    name.endsWith("ms") || (!name.endsWith("seconds") && value >= 1000);
  return isInMilliseconds ? value : value * 1000;
};

export const readTimeout = (
  { draft, ledger, source }: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  const milliseconds = timeoutIn(at, value);
  if (milliseconds === undefined)
    return ledger.lost(at, "write it as `defaults.timeout`, in milliseconds");
  if (milliseconds === 60_000) return ledger.notNeeded(at, "as it is anyway");
  draft.set(["defaults", "timeout"], milliseconds, keptComments(source, at));
  ledger.kept(at, `\`defaults.timeout\`: ${milliseconds / 1000} seconds`);
};

/** Options that every client takes, under the same names. */
export const isOptionOfEveryClient = (at: SourcePath): boolean =>
  ["base_url", "timeout", "max_retries"].includes(String(at.at(-1)));

export const readEveryClients = (
  reading: Reading,
  at: SourcePath,
  option: Readonly<JsonObject>,
): void => {
  const { ledger } = reading;
  ledger.kept(at, "every client has it");
  for (const [key, value] of Object.entries(option)) {
    const path = [...at, key];
    if (value === null || value === undefined) continue;
    if (key === "default") readDefault(reading, path, value);
    else if (key === "read_env") readVariable(reading, path, value);
    else if (!describing.has(key)) ledger.lost(path, "not a key that is known");
  }
};

/** What is said of an option that is there anyway, and of its samples and tests. */
const describing: ReadonlySet<string> = new Set([
  "type",
  "nullable",
  "description",
  "example",
  "required_in_tests",
]);

const readDefault = (
  reading: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  switch (at.at(-2)) {
    case "timeout":
      return readTimeout(reading, at, value);
    case "max_retries":
      return readMaxRetries(reading, at, value);
    default:
      return readBaseURL(reading, at, value);
  }
};

/** The environments of the config come before the servers of the document. */
const readBaseURL = (
  { draft, document, ledger, source }: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  if (typeof value !== "string")
    return ledger.lost(at, "write it as `servers`");
  const [first] = Object.values(recordOrEmpty(draft.options["servers"]));
  const usual = first ?? document.defaults.baseURL;
  if (typeof usual === "string" && withoutSlash(usual) === withoutSlash(value))
    return ledger.notNeeded(at, "the first server");
  if (first !== undefined)
    return ledger.lost(at, "write it as the first of `servers`");
  draft.set(["servers"], { production: value }, keptComments(source, at));
  ledger.kept(at, "`servers`");
};

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");

/** The variable of the base URL has the prefix that all of them have; the others are read from none. */
const readVariable = (
  { draft, document, ledger, source }: Reading,
  at: SourcePath,
  value: unknown,
): void => {
  const [, prefix] = /^([A-Z][A-Z0-9_]*)_BASE_URL$/.exec(String(value)) ?? [];
  if (at.at(-2) !== "base_url" || prefix === undefined)
    return ledger.lost(at, "no variable of this name is read: pass the option");
  const { clientName } = draft.options;
  const chosen =
    recordOrEmpty(source.root["client_settings"])["default_env_prefix"] ??
    environmentName(
      typeof clientName === "string"
        ? clientName
        : document.defaults.clientName,
    );
  if (prefix === chosen) return ledger.kept(at, "the variable that is read");
  draft.set(["environmentPrefix"], prefix, keptComments(source, at));
  ledger.kept(at, "`environmentPrefix`");
};
