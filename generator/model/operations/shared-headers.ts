/**
 * Security requirements that no request can fulfil: two schemes that are needed together and have one
 * header between them, such as a bearer token and a password in `Authorization` (RFC 9110 section 11.6.2).
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type {
  Document,
  OperationObject,
  Pointer,
  SecurityRequirement,
  SecurityScheme,
} from "../../openapi/document.js";
import { dereference } from "../references.js";
import type { OperationEntry } from "../resources/entries.js";

type Schemes = ReadonlyMap<string, SecurityScheme>;

/** The header that a credential is sent in. */
function headerOf({
  type,
  in: location,
  name,
}: SecurityScheme): string | undefined {
  if (type !== "apiKey")
    return type === "mutualTLS" ? undefined : "authorization";
  return location === "header" ? name?.toLowerCase() : undefined;
}

/** The headers of the API keys that an operation may be called with, in lower case. */
export function credentialHeadersOf(
  document: Document,
  { security = document.root.security ?? [] }: OperationObject,
): ReadonlySet<string> {
  const { securitySchemes = {} } = document.root.components ?? {};
  const names = new Set(security.flatMap(Object.keys));
  return new Set(
    Object.entries(securitySchemes).flatMap(([name, scheme]) => {
      const target = dereference<SecurityScheme>(document, scheme);
      return names.has(name) && target.type === "apiKey"
        ? (headerOf(target) ?? [])
        : [];
    }),
  );
}

/** The header that two of the schemes are sent in, and all schemes that are. */
export function sharedHeader(
  names: readonly string[],
  declared: Schemes,
): { readonly header: string; readonly names: readonly string[] } | undefined {
  const byHeader = new Map<string, string[]>();
  for (const name of names) {
    const scheme = declared.get(name);
    const header = scheme && headerOf(scheme);
    if (header !== undefined)
      byHeader.set(header, [...(byHeader.get(header) ?? []), name]);
  }
  for (const [header, sharing] of byHeader)
    if (sharing.length > 1) return { header, names: sharing };
  return undefined;
}

/** True if an alternative needs credentials and can be fulfilled: the others are left out then. */
export const hasOther = (
  requirements: readonly SecurityRequirement[],
  declared: Schemes,
): boolean =>
  requirements
    .map(Object.keys)
    .some((names) => names.length > 0 && !sharedHeader(names, declared));

export function reportSharedHeaders(
  { root }: Document,
  entries: readonly OperationEntry[],
  { declared, diagnostics }: { declared: Schemes; diagnostics: Diagnostics },
): void {
  const report = (
    requirements: readonly SecurityRequirement[] = [],
    pointer: Pointer,
  ): void => {
    requirements.forEach((requirement, index) => {
      const shared = sharedHeader(Object.keys(requirement), declared);
      if (!shared) return;
      const { header, names } = shared;
      const effect = hasOther(requirements, declared)
        ? "the other alternatives are used"
        : `only ${names.at(-1) ?? ""} is sent`;
      diagnostics.report(
        "security-one-header",
        { names: names.join(" and "), header, effect },
        [...pointer, "security", String(index)],
      );
    });
  };
  if (entries.some(({ operation }) => !operation.security))
    report(root.security, []);
  for (const { operation, pointer } of entries)
    report(operation.security, pointer);
}
