/**
 * Security schemes and requirements (OpenAPI 3.1.1 sections 4.8.27 and 4.8.30).
 */
import type {
  Document,
  SecurityRequirement,
  SecurityScheme,
} from "../../openapi/document.js";
import type { AuthScheme, Text } from "../../sdk/sdk.js";
import { countBy } from "../counting.js";
import { dereference } from "../references.js";
import { nameSchemes, type SchemeNaming } from "./scheme-names.js";
import { anyOf, reportUnasked, type Security } from "./unasked.js";
import type { OperationEntry } from "../resources/entries.js";
import {
  hasOther,
  reportSharedHeaders,
  sharedHeader,
} from "./shared-headers.js";

export interface PlannedAuth {
  readonly schemes: readonly AuthScheme[];
  /** What an operation needs that is not in `differing`. */
  readonly security: Security;
  /** What the other operations need, by key. */
  readonly differing: ReadonlyMap<string, Security>;
}

interface AuthContext extends SchemeNaming {
  /** True if credentials are for operations too of which nothing is said. */
  readonly isForAll: boolean;
}

export function planAuth(
  document: Document,
  entries: readonly OperationEntry[],
  { scope, variables, credentials, diagnostics, isForAll }: AuthContext,
): PlannedAuth {
  const { root } = document;
  const declared = schemesOf(document);
  reportSharedHeaders(document, entries, { declared, diagnostics });
  const said = entries.map((entry) => {
    const { security = root.security } = entry.operation;
    return [entry, security && requirementsOf(security, declared)] as const;
  });
  const any = isForAll ? anyOf(said, declared) : [];
  if (!isForAll) reportUnasked(said, { declared, diagnostics });
  const needed = said.map(([{ key }, needs = any]) => [key, needs] as const);
  const used = new Set(needed.flatMap(([, security]) => security.flat()));
  const schemes = [...declared].filter(([name]) => used.has(name as Text));
  const security = root.security
    ? requirementsOf(root.security, declared)
    : isForAll
      ? any
      : mostCommon(needed.map(([, needs]) => needs));
  return {
    schemes: inOrderOf(
      [...security, ...needed.flatMap(([, needs]) => needs)],
      nameSchemes(schemes, { scope, variables, credentials, diagnostics }),
    ),
    security,
    differing: new Map(
      needed.filter(([, needs]) => !isSameSecurity(needs, security)),
    ),
  };
}

/**
 * What most calls need comes first, then what single operations need, each as the document has it;
 * names do not depend on it.
 */
const inOrderOf = (
  security: Security,
  schemes: readonly AuthScheme[],
): AuthScheme[] => {
  const order = security.flat();
  return [...schemes].sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  );
};

const isSameSecurity = (a: Security, b: Security): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The security schemes of the document, by name. */
export const schemesOf = (document: Document): Map<string, SecurityScheme> =>
  new Map(
    Object.entries(document.root.components?.securitySchemes ?? {}).map(
      ([name, scheme]) => [name, dereference<SecurityScheme>(document, scheme)],
    ),
  );

/** Client certificates are left out: they belong to the connection, not to a request. */
function requirementsOf(
  requirements: readonly SecurityRequirement[] = [],
  declared: ReadonlyMap<string, SecurityScheme>,
): Security {
  const all = requirements.map((requirement) =>
    Object.keys(requirement).filter((name): name is Text => {
      const scheme = declared.get(name);
      return scheme !== undefined && scheme.type !== "mutualTLS";
    }),
  );
  return hasOther(requirements, declared)
    ? all.filter((names) => !sharedHeader(names, declared))
    : all;
}

function mostCommon(securities: readonly Security[]): Security {
  const counts = countBy(
    securities.map((security) => JSON.stringify(security)),
  );
  const [first] = [...counts].sort(
    ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
  );
  return first ? (JSON.parse(first[0]) as Security) : [];
}

/** The scopes that an operation's requirements name, in order, without repeats. */
export function scopesOf(
  { root }: Document,
  { operation }: OperationEntry,
): readonly Text[] {
  const requirements = operation.security ?? root.security ?? [];
  return [...new Set(requirements.flatMap(scopesIn))];
}

/** Extensions (`x-…`) among the schemes may hold anything. */
const scopesIn = (requirement: SecurityRequirement): Text[] =>
  Object.values(requirement)
    .flatMap((scopes: unknown) => scopes)
    .filter((scope): scope is Text => typeof scope === "string");
