/**
 * What is said of calls: their arguments, results and errors.
 */
import type { ChangeKind } from "../change.js";
import { wireWords } from "./wire-words.js";
import { code, type Words } from "./words.js";

/** By their status. */
const contentOf = (status: string): string =>
  status === "default"
    ? "other errors contain"
    : `an error ${code(status)} contains`;

export const callWords = {
  "body-optional": { phrase: () => "no longer asks for a body" },
  "body-required": {
    phrase: () => "asks for a body now",
    migration: () => "Pass the body.",
  },
  "parameter-added": {
    phrase: ({ degree, new: type }, name) =>
      degree === "required"
        ? `asks for ${code(name)} now`
        : `takes ${code(type === undefined ? name : `${name}?: ${type}`)}`,
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "parameter-removed": {
    phrase: (_, name) => `no longer takes ${code(name)}`,
    migration: (_, name) => `Leave ${code(name)} out.`,
  },
  "parameter-required": {
    phrase: (_, name) => `asks for ${code(name)} now`,
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "parameter-optional": {
    phrase: (_, name) => `no longer asks for ${code(name)}`,
  },
  "parameter-deprecated": {
    phrase: (_, name) => `deprecates ${code(name)}`,
  },
  "arguments-shifted": {
    phrase: () => "takes options at another place than before",
    migration: () => "Pass `{}` before the options.",
  },
  "arguments-changed": {
    phrase: () => "takes its arguments in another form than before",
    migration: () => "Pass the arguments as the new signature has them.",
  },
  "idempotency-added": {
    phrase: () =>
      "takes `idempotencyKey`, and is repeated after network errors under one key",
  },
  "idempotency-removed": {
    phrase: () => "no longer takes `idempotencyKey`",
    migration: () => "Leave `idempotencyKey` out.",
  },
  "media-type-added": {
    phrase: ({ value, where }) =>
      `${where.endsWith("accept") ? "can answer with" : "can send"} ${code(value)}`,
  },
  "media-type-removed": {
    phrase: ({ value, where }) =>
      `${where.endsWith("accept") ? "can no longer answer with" : "can no longer send"} ${code(value)}`,
    migration: ({ value }) => `Do without ${code(value)}.`,
  },
  "result-widened": {
    phrase: ({ old, new: now }) =>
      `may now give ${code(now)}, not only ${code(old)}`,
    migration: ({ new: now }) => `Handle ${code(now)}.`,
  },
  "result-changed": {
    phrase: ({ old, new: now }) =>
      `gives ${code(now)} now (${code(old)} before)`,
    migration: ({ new: now }) => `Handle ${code(now)}.`,
  },
  "result-removed": {
    phrase: ({ old }) => `no longer gives ${code(old)}`,
    migration: () => "Do without the result.",
  },
  "result-added": {
    phrase: ({ new: now }) =>
      `gives ${code(now)} now; what is declared as \`Promise<void>\` no longer fits`,
    migration: ({ new: now }) => `Declare the promise of ${code(now)}.`,
  },
  "status-changed": {
    phrase: ({ old, new: now }) =>
      `succeeds with status ${now ?? ""} now (${old ?? ""} before)`,
  },
  "paging-added": {
    phrase: () => "can be iterated over, page after page",
  },
  "paging-removed": {
    phrase: () => "gives one page, which can no longer be iterated over",
    migration: () => "Await the page.",
  },
  "stream-added": {
    phrase: ({ value }) => `can stream (${code(value)})`,
  },
  "stream-removed": {
    phrase: ({ value }) => `can no longer stream (${code(value)})`,
    migration: () => "Await the whole result.",
  },
  "header-added": { phrase: (_, name) => `declares the header ${code(name)}` },
  "header-removed": {
    phrase: (_, name) => `no longer declares the header ${code(name)}`,
    migration: (_, name) => `Expect no ${code(name)}.`,
  },
  "error-added": {
    phrase: (_, name) => `declares what ${contentOf(name)}`,
  },
  "error-removed": {
    phrase: (_, name) => `no longer declares what ${contentOf(name)}`,
    migration: (_, name) =>
      `Take the body of ${name === "default" ? "other errors" : code(name)} as unknown.`,
  },
  "parameter-wire-changed": {
    phrase: (finding, name) => {
      const [now, old] = wireWords(finding.new, finding.old);
      return `sends ${code(name)} ${now} now (${old} before)`;
    },
    migration: (_, name) => `Expect ${code(name)} there in mocks and logs.`,
  },
  "request-encoding-changed": {
    phrase: ({ old, new: now }) =>
      old === now
        ? "sends fields of its body in another encoding than before"
        : `sends its body as ${code(now)} now (${code(old)} before)`,
  },
} satisfies Partial<Record<ChangeKind, Words>>;
