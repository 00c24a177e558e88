/**
 * What is said of names, of the client, and of what it sends.
 */
import type { ChangeKind } from "../change.js";
import { wireWords } from "./wire-words.js";
import { code, type Words } from "./words.js";

/** `token` of `client.options.token` */
const optionIn = (place = ""): string =>
  place.slice(place.lastIndexOf(".") + 1);

export const nameWords = {
  "operation-added": { phrase: () => "is new" },
  "operation-removed": {
    phrase: ({ isAnnounced = false, value: sunset }) =>
      sunset !== undefined
        ? `is gone; ${code(sunset)} was announced as its last day`
        : isAnnounced
          ? "is gone; it was deprecated"
          : "is gone",
    migration: ({ to }) =>
      to === undefined ? "Stop calling it." : `Use ${code(to)}.`,
  },
  "operation-deprecated": { phrase: () => "is deprecated" },
  "operation-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Call ${code(to)}.`,
  },
  "method-renamed": {
    phrase: ({ to }) => `is ${code(to)} now`,
    migration: ({ to }) => `Call ${code(to)}.`,
  },
  "resource-renamed": {
    phrase: ({ to }) => `is ${code(to)} now`,
    migration: ({ to }) => `Use ${code(to)}.`,
  },
  "model-added": { phrase: () => "is new" },
  "model-removed": {
    phrase: ({ isAnnounced = false }) =>
      isAnnounced
        ? "is no longer exported; it was deprecated"
        : "is no longer exported",
    migration: ({ to }) =>
      to === undefined
        ? "Declare the type where it is used."
        : `Import ${code(to)}.`,
  },
  "model-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Import ${code(to)}.`,
    help: "`models` in the config keeps a name",
  },
  "route-changed": {
    phrase: ({ old, new: now }) =>
      `calls ${code(now)} now (${code(old)} before)`,
    migration: ({ new: now }) => `Expect ${code(now)} in mocks and logs.`,
  },
  "webhook-added": { phrase: ({ where }) => `is a new ${senderOf(where)}` },
  "webhook-removed": {
    phrase: ({ where }) => `is no longer a ${senderOf(where)}`,
    migration: () => "Remove its handler.",
  },
  "webhook-method-added": {
    phrase: ({ new: use }) => `is new: it ${doneWith(use)}`,
  },
  "webhook-method-removed": {
    phrase: ({ new: use }) =>
      use === undefined ? "is gone" : `now ${doneWith(use)}`,
    migration: ({ new: use }) =>
      use === undefined
        ? "Verify messages and read their payloads in another way."
        : "Look at who calls it: its arguments and what it gives are others.",
    help: "`webhooks` in the config names the methods of the client; `verifyWebhook` is there while signatures are those of Standard Webhooks",
  },
  "client-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Import ${code(to)}.`,
    help: "`clientName` in the config keeps the name",
  },
  "credential-required": {
    phrase: () => "is required now",
    migration: (_, name) => `Pass ${code(name)} to the client.`,
  },
  "credential-optional": { phrase: () => "can be left out now" },
  "credential-added": { phrase: () => "is another way to authenticate" },
  "credential-removed": {
    phrase: () => "is no longer an option",
    migration: (_, name) => `Leave ${code(name)} out.`,
  },
  "credential-renamed": {
    phrase: ({ to }) => `is called ${code(optionIn(to))} now`,
    migration: ({ to }) => `Pass ${code(optionIn(to))}.`,
  },
  "credential-wire-changed": {
    phrase: (finding) => {
      const [now, old] = wireWords(finding.new, finding.old);
      return `is sent ${now} now (${old} before)`;
    },
  },
  "base-url-changed": {
    phrase: ({ old, new: now }) =>
      `is ${code(now)} now (${code(old)} before): credentials go to another host`,
    migration: ({ new: now }) =>
      `Allow ${code(now)} where hosts are listed, or pass \`baseURL\`.`,
  },
  "base-path-changed": {
    phrase: ({ old, new: now }) => `is ${code(now)} now (${code(old)} before)`,
    migration: ({ new: now }) => `Expect ${code(now)} in mocks and logs.`,
  },
  "base-url-required": {
    phrase: () => "has to be passed now",
    migration: () => "Pass `baseURL`.",
  },
  "base-url-optional": { phrase: () => "has a default now" },
  "server-variable-added": { phrase: () => "is a new option" },
  "server-variable-removed": {
    phrase: () => "is no longer an option",
    migration: (_, name) => `Leave ${code(name)} out.`,
  },
  "environment-renamed": {
    phrase: ({ to }) => `is no longer read; ${code(to)} is`,
    migration: ({ to }) => `Set ${code(to)}.`,
  },
  "package-renamed": {
    phrase: ({ to }) => `is ${code(to)} now`,
    migration: ({ to }) => `Install ${code(to)}.`,
    help: "`package: { name }` in the config keeps the name",
  },
  "export-added": {
    phrase: ({ where, new: now }) =>
      isSubpath(where)
        ? "can be imported"
        : isDeclaration(now)
          ? "is new"
          : "is also a constant now, with a member for each value",
  },
  "export-removed": {
    phrase: ({ where, old, degree }) =>
      degree === "kept"
        ? "is no longer needed"
        : isSubpath(where)
          ? "can no longer be imported"
          : isDeclaration(old)
            ? "is no longer exported"
            : "is a type alone now; its constant is gone",
    migration: ({ where, old = "" }) =>
      isSubpath(where)
        ? "Import from the package itself."
        : old.startsWith("function ")
          ? "Take the arguments from the result where it was called."
          : isDeclaration(old)
            ? "Declare the type where it is used."
            : "Write the values in place of the members.",
  },
  "engines-raised": {
    phrase: ({ old, new: now }) => `is ${code(now)} now (${code(old)} before)`,
    migration: ({ new: now }) => `Run Node.js ${code(now)}.`,
  },
  "engines-lowered": {
    phrase: ({ old, new: now }) => `is ${code(now)} now (${code(old)} before)`,
  },
} satisfies Partial<Record<ChangeKind, Words>>;

/** A path of the package; what else is exported has a name. */
const isSubpath = (where: string): boolean =>
  where.startsWith("package.exports[");

/** Of what is exported as a whole: `type DemoCredentials`, `function getPetOwnerLink`. */
const isDeclaration = (text = ""): boolean => /^(?:type|function) /.test(text);

const doneWith = (use = "verify"): string =>
  use === "verify"
    ? "gives the payload of a webhook if its signature is right"
    : "gives the payload of a webhook, which nothing verifies";

const senderOf = (where: string): string =>
  where.startsWith("callbacks.") ? "callback" : "webhook";
