/**
 * Security schemes and requirements (OpenAPI 3.1.1 sections 4.8.27 and 4.8.30).
 */
import type {
  Document,
  SecurityRequirement,
  SecurityScheme,
} from "../../openapi/document.js";
import type { AuthScheme, Name, Text } from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { camelCase, environmentName } from "../names/casing.js";
import type { OperationEntry } from "../resources/entries.js";
import type { Scope } from "../names/names.js";
import { isRecord } from "../../openapi/records.js";

export type Security = readonly (readonly Text[])[];

export interface PlannedAuth {
  readonly schemes: readonly AuthScheme[];
  /** What most operations need; an operation that differs says so itself. */
  readonly security: Security;
  /** By the operation's key. */
  readonly perOperation: ReadonlyMap<string, Security>;
}

export function planAuth(
  document: Document,
  entries: readonly OperationEntry[],
  scope: Scope,
  prefix: string,
): PlannedAuth {
  const known = schemesOf(document);
  const perOperation = new Map(
    entries.map((entry) => [
      entry.key,
      requirementsOf(entry.operation.security ?? document.root.security, known),
    ]),
  );
  const used = new Set([...perOperation.values()].flat(2));
  const schemes = [...known].filter(([name]) => used.has(name as Text));
  const security = document.root.security
    ? requirementsOf(document.root.security, known)
    : mostCommon([...perOperation.values()]);
  return {
    schemes: nameSchemes(schemes, scope, prefix),
    security,
    perOperation,
  };
}

function schemesOf(document: Document): Map<string, SecurityScheme> {
  const schemes = document.root.components?.securitySchemes ?? {};
  return new Map(
    Object.entries(schemes).map(([name, scheme]) => [
      name,
      document.resolve<SecurityScheme>(scheme as SecurityScheme, [
        "components",
        "securitySchemes",
        name,
      ]).node,
    ]),
  );
}

/** Alternatives of scheme names; a client certificate is the connection's business, not the SDK's. */
function requirementsOf(
  requirements: readonly SecurityRequirement[] | undefined,
  known: ReadonlyMap<string, SecurityScheme>,
): Security {
  if (!Array.isArray(requirements)) return [];
  return (requirements as readonly SecurityRequirement[])
    .filter(isRecord)
    .map((requirement) =>
      Object.keys(requirement)
        .filter((name) => known.get(name)?.type !== "mutualTLS")
        .filter((name) => known.has(name))
        .map((name) => name as Text),
    );
}

function mostCommon(all: readonly Security[]): Security {
  const counts = new Map<string, number>();
  for (const security of all) {
    const key = JSON.stringify(security);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
  );
  return first ? (JSON.parse(first[0]) as Security) : [];
}

/** One scheme gets the name that everybody expects; several are told apart by their own names. */
function nameSchemes(
  schemes: readonly (readonly [string, SecurityScheme])[],
  scope: Scope,
  prefix: string,
): AuthScheme[] {
  const wanted = schemes.map(([, scheme]) => usualOption(scheme));
  const names = scope.settle(
    schemes.map(([name], index) => {
      const usual = wanted[index] ?? "";
      const alone = wanted.filter((other) => other === usual).length === 1;
      return {
        id: `credential ${name}`,
        wanted: alone ? usual : camelCase(name) || usual,
        spelling: name,
      };
    }),
  );
  return schemes.map(([name, scheme]): AuthScheme => {
    const option = names.get(`credential ${name}`) as Name;
    return {
      name: name as Text,
      option,
      environment: `${prefix}_${environmentName(option)}`,
      doc: describedBy(scheme.description),
      scheme: schemeOf(scheme),
    };
  });
}

function usualOption(scheme: SecurityScheme): string {
  const { kind } = schemeOf(scheme);
  if (kind === "basic") return "credentials";
  return scheme.type === "oauth2" || scheme.type === "openIdConnect"
    ? "accessToken"
    : "apiKey";
}

function schemeOf(scheme: SecurityScheme): AuthScheme["scheme"] {
  if (scheme.type === "apiKey")
    return {
      kind: "apiKey",
      in:
        scheme.in === "query" || scheme.in === "cookie" ? scheme.in : "header",
      name: (scheme.name ?? "") as Text,
    };
  if (scheme.type !== "http") {
    const tokens = clientCredentialsOf(scheme);
    return {
      kind: "bearer",
      // Without another flow it is the program that is known, not its user.
      isPersonal: !tokens || Object.keys(scheme.flows ?? {}).length > 1,
      ...(tokens && { clientCredentials: tokens }),
    };
  }
  // RFC 9110 section 11.1: scheme names are case-insensitive
  const name = (scheme.scheme ?? "bearer").toLowerCase();
  // Tokens that say who their user is are that user's; others are usually keys.
  if (name === "bearer")
    return {
      kind: "bearer",
      isPersonal: /jwt/i.test(scheme.bearerFormat ?? ""),
    };
  if (name === "basic") return { kind: "basic" };
  return { kind: "http", authScheme: scheme.scheme as Text };
}

/** The flow in which the program itself gets a token; a relative URL leads nowhere. */
function clientCredentialsOf({
  flows,
}: SecurityScheme): { tokenURL?: Text } | undefined {
  const flow = isRecord(flows) ? flows["clientCredentials"] : undefined;
  if (!isRecord(flow)) return undefined;
  const { tokenUrl } = flow;
  return typeof tokenUrl === "string" && /^https:\/\/[^\s#@]+$/.test(tokenUrl)
    ? { tokenURL: tokenUrl as Text }
    : {};
}

/** The scopes that an operation's requirements name, in order, without repeats. */
export function scopesOf(
  document: Document,
  { operation }: OperationEntry,
): readonly Text[] {
  const requirements = operation.security ?? document.root.security ?? [];
  const scopes = requirements.flatMap((requirement) =>
    isRecord(requirement)
      ? Object.values(requirement).flatMap((list) =>
          Array.isArray(list) ? (list as unknown[]) : [],
        )
      : [],
  );
  return [...new Set(scopes)].filter(
    (scope): scope is Text => typeof scope === "string",
  );
}
