/**
 * What is said of each change, in the words of those who call the package: what is asked for, accepted,
 * given. Code stands between backticks.
 */
import type { ChangeKind } from "./change.js";
import type { Finding } from "./finding.js";

interface Words {
  /** Said of the subject. */
  readonly phrase: (finding: Finding, name: string) => string;
  /** What callers do about it where it breaks. */
  readonly migration?: (finding: Finding, name: string) => string;
  /** What the owner of the document could do to avoid it. */
  readonly help?: string;
}

/** Text between backticks, which it cannot end. */
const code = (text: string | undefined): string =>
  `\`${(text ?? "").replaceAll("`", "'")}\``;

const isInput = ({ position }: Finding): boolean => position === "input";

const openEnums =
  '`enums: "open"` turns additions like this into features; the switch itself breaks, once';

/** Said with the name of the property or parameter, as the last step of the place has it. */
const words: Readonly<Record<ChangeKind, Words>> = {
  "property-added": {
    phrase: (finding) =>
      finding.degree === "required"
        ? isInput(finding)
          ? "is asked for now"
          : "is new, and always there"
        : "is new",
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "property-removed": {
    phrase: (finding) =>
      isInput(finding) ? "is no longer taken" : "is no longer there",
    migration: (finding, name) =>
      isInput(finding)
        ? `Leave ${code(name)} out.`
        : `Do without ${code(name)}.`,
  },
  "property-required": {
    phrase: (finding) =>
      isInput(finding) ? "is asked for now" : "is always there now",
    migration: (_, name) => `Pass ${code(name)}.`,
  },
  "property-optional": {
    phrase: (finding) =>
      isInput(finding) ? "can be left out now" : "may now be missing",
    migration: (_, name) => `Handle a missing ${code(name)}.`,
  },
  "property-read-only": {
    phrase: () => "is no longer taken from callers; only the server sets it",
    migration: (_, name) => `Leave ${code(name)} out of what is sent.`,
  },
  "property-write-only": {
    phrase: () => "is no longer given back",
    migration: (_, name) => `Do without ${code(name)} in results.`,
  },
  "property-deprecated": { phrase: () => "is deprecated" },
  "body-optional": { phrase: () => "no longer asks for a body" },
  "body-required": {
    phrase: () => "asks for a body now",
    migration: () => "Pass the body.",
  },
  "null-added": {
    phrase: (finding) =>
      isInput(finding) ? "also accepts `null`" : "may now be `null`",
    migration: () => "Handle `null`.",
  },
  "null-removed": {
    phrase: (finding) =>
      isInput(finding) ? "no longer accepts `null`" : "is never `null` now",
    migration: (_, name) => `Leave ${code(name)} out in place of \`null\`.`,
  },
  "enum-value-added": {
    phrase: (finding) =>
      isInput(finding)
        ? `also accepts ${code(finding.value)}`
        : `may now be ${code(finding.value)}${finding.degree === "open" ? "" : "; a switch over all values no longer covers it"}`,
    migration: ({ value }) => `Handle ${code(value)}, or add a default branch.`,
    help: openEnums,
  },
  "enum-value-removed": {
    phrase: (finding) =>
      isInput(finding)
        ? `no longer accepts ${code(finding.value)}`
        : `is never ${code(finding.value)} now`,
    migration: (finding) =>
      isInput(finding)
        ? `Pass another value than ${code(finding.value)}.`
        : `Remove comparisons with ${code(finding.value)}.`,
  },
  "variant-added": {
    phrase: (finding) =>
      isInput(finding)
        ? `also accepts ${code(finding.value)}`
        : `may now be ${code(finding.value)}`,
    migration: ({ value }) => `Handle ${code(value)}, or add a default branch.`,
  },
  "variant-removed": {
    phrase: (finding) =>
      isInput(finding)
        ? `no longer accepts ${code(finding.value)}`
        : `is never ${code(finding.value)} now`,
    migration: (finding) =>
      isInput(finding)
        ? `Pass another value than ${code(finding.value)}.`
        : `Remove what handles ${code(finding.value)}.`,
  },
  "type-widened": {
    phrase: (finding) =>
      isInput(finding)
        ? `accepts ${code(finding.new)} now, not only ${code(finding.old)}`
        : `may now be ${code(finding.new)}, not only ${code(finding.old)}`,
    migration: (finding) => `Handle ${code(finding.new)}.`,
  },
  "type-narrowed": {
    phrase: (finding) =>
      isInput(finding)
        ? `accepts only ${code(finding.new)} now, not any ${code(finding.old)}`
        : `is always ${code(finding.new)} now, not any ${code(finding.old)}`,
    migration: (finding) => `Pass ${code(finding.new)}.`,
  },
  "type-changed": {
    phrase: (finding) =>
      `is ${code(finding.new)} now, and was ${code(finding.old)}${finding.isUndecided ? "; whether one fits the other could not be decided" : ""}`,
    migration: (finding) =>
      isInput(finding)
        ? `Pass ${code(finding.new)}.`
        : `Handle ${code(finding.new)}.`,
  },
  "index-added": {
    phrase: (finding) =>
      isInput(finding)
        ? "takes any other key too, which a value typed by an interface does not have"
        : "may have any other key too",
    migration: () =>
      "Type such values by a type alias, or pass them as a literal.",
  },
  "index-removed": {
    phrase: (finding) =>
      isInput(finding)
        ? "no longer takes keys that are not declared"
        : "no longer has keys that are not declared",
    migration: () => "Use declared keys alone.",
  },
  "constraint-changed": {
    phrase: ({ old, new: now }) =>
      `${limits(old, now)}; the server decides, no release needed`,
  },
  "default-changed": {
    phrase: ({ old, new: now }) =>
      now === ""
        ? `has no default any more; it was ${code(old)}`
        : `is ${code(now)} on the server where it is left out${old === "" ? "" : `, and was ${code(old)}`}`,
  },
  "parameter-added": {
    phrase: ({ degree, new: type }, name) =>
      degree === "required"
        ? `asks for ${code(name)} now`
        : `takes ${code(type === undefined ? name : `${name}?: ${type}`)}`,
    migration: (_, name) => `Pass ${code(name)}.`,
    help: "a new parameter that is optional is a feature",
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
    phrase: (_, name) => `${code(name)} is deprecated`,
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
      `${where.endsWith("accept") ? "no longer answers with" : "no longer sends"} ${code(value)}`,
    migration: ({ value }) => `Do without ${code(value)}.`,
  },
  "result-widened": {
    phrase: ({ old, new: now }) =>
      `may now give ${code(now)}, not only ${code(old)}`,
    migration: ({ new: now }) => `Handle ${code(now)}.`,
  },
  "result-changed": {
    phrase: ({ old, new: now }) =>
      `gives ${code(now)} now, and gave ${code(old)}`,
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
      `succeeds with status ${now ?? ""} now, and did with ${old ?? ""}`,
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
    phrase: (_, name) => `declares what an error ${code(name)} contains`,
  },
  "error-removed": {
    phrase: (_, name) =>
      `no longer declares what an error ${code(name)} contains`,
    migration: (_, name) => `Take the body of ${code(name)} as unknown.`,
  },
  "operation-added": { phrase: () => "is new" },
  "operation-removed": {
    phrase: ({ isAnnounced = false }) =>
      isAnnounced ? "is gone; it was deprecated" : "is gone",
    migration: () => "Do without it.",
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
    phrase: () => "is no longer exported",
    migration: () => "Declare the type where it is used.",
  },
  "model-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Import ${code(to)}.`,
    help: "`models` in the config keeps a name",
  },
  "route-changed": {
    phrase: ({ old, new: now }) =>
      `calls ${code(now)}, and called ${code(old)}`,
    migration: ({ new: now }) => `Expect ${code(now)} in mocks and logs.`,
  },
  "webhook-added": { phrase: () => "is a new webhook" },
  "webhook-removed": {
    phrase: () => "is no longer a webhook",
    migration: () => "Remove its handler.",
  },
  "client-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Import ${code(to)}.`,
    help: "`clientName` in the config keeps the name",
  },
  "credential-required": {
    phrase: () => "is asked for now",
    migration: (_, name) => `Give the client ${code(name)}.`,
  },
  "credential-optional": { phrase: () => "can be left out now" },
  "credential-added": { phrase: () => "is another way to authenticate" },
  "credential-removed": {
    phrase: () => "is no longer an option",
    migration: (_, name) => `Leave ${code(name)} out.`,
  },
  "credential-renamed": {
    phrase: ({ to }) => `is called ${code(to)} now`,
    migration: ({ to }) => `Pass ${code(to)}.`,
  },
  "credential-wire-changed": {
    phrase: ({ old, new: now }) =>
      `is sent as ${code(now)}, and was as ${code(old)}`,
  },
  "parameter-wire-changed": {
    phrase: ({ old, new: now }, name) =>
      `sends ${code(name)} as ${code(now)}, and did as ${code(old)}`,
    migration: (_, name) => `Expect ${code(name)} there in mocks and logs.`,
  },
  "request-encoding-changed": {
    phrase: ({ old, new: now }) =>
      `sends its body as ${code(now)}, and did as ${code(old)}`,
  },
  "base-url-changed": {
    phrase: ({ old, new: now }) =>
      `is ${code(now)}, and was ${code(old)}: credentials go to another host`,
    migration: ({ new: now }) =>
      `Allow ${code(now)} where hosts are listed, or pass \`baseURL\`.`,
  },
  "base-path-changed": {
    phrase: ({ old, new: now }) => `is ${code(now)}, and was ${code(old)}`,
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
  "export-added": { phrase: () => "can be imported" },
  "export-removed": {
    phrase: () => "can no longer be imported",
    migration: () => "Import from the package itself.",
  },
  "engines-raised": {
    phrase: ({ old, new: now }) => `is ${code(now)} now, and was ${code(old)}`,
    migration: ({ new: now }) => `Run Node.js ${code(now)}.`,
  },
  "engines-lowered": {
    phrase: ({ old, new: now }) => `is ${code(now)} now, and was ${code(old)}`,
  },
};

const limits = (old = "", now = ""): string =>
  now === ""
    ? `has no limits any more (was ${old})`
    : old === ""
      ? `has limits now: ${now}`
      : `${now} (was ${old})`;

export interface Wording {
  readonly phrase: string;
  readonly migration?: string;
  readonly help?: string;
}

/** @param isBreaking whether callers have to do something */
export const wordingOf = (finding: Finding, isBreaking: boolean): Wording => {
  const { phrase, migration, help } = words[finding.kind];
  const name = nameOf(finding.where);
  return {
    phrase: phrase(finding, name),
    ...(isBreaking && migration && { migration: migration(finding, name) }),
    ...(isBreaking && help !== undefined && { help }),
  };
};

/** The last step of a place. */
const nameOf = (where: string): string =>
  /(?:\.(?:params|headers|errors|options)\.)(.+)$/.exec(where)?.[1] ??
  where.slice(where.lastIndexOf(".") + 1);
