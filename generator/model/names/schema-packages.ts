/**
 * Schemas that are called as the generators of Go, Rust and Java documents call them: after the package
 * that declares the type, `models.User`, `crate::models::User`, `github_com_acme_api.User`.
 */
import { pascalCase } from "./casing.js";

/** Words of packages, which say where code lies and not what it is about. */
const place =
  "(?:apis?|app|common|components?|controllers?|core|crate|definitions|domain|dtos?|entit(?:y|ies)|handlers?|internal|libs?|main|models?|pb|pkg|proto|requests?|responses?|rest|schemas?|shared|src|types?|v\\d\\w*)";

/** Domains, as an import path or a package of Java begins. */
const domain =
  /^(?:(?:github|gitlab|bitbucket)(?:[._]|$)|(?:com|dev|io|net|org)$)/i;

/** `api_v1_User`, where no other sign sets the package off. */
const underscored = new RegExp(`^(?:${place}_)+(?=\\p{Lu})`, "u");

/** The name without the package; undefined where it has none. */
function withoutPackage(name: string): string | undefined {
  const parts = name.split(/::|[./\\]/);
  const last = parts.pop() ?? "";
  if (!/^[\p{L}_]\w*$/u.test(last)) return undefined;
  const [first = ""] = parts;
  if (parts.length === 0) {
    const rest = name.replace(underscored, "");
    return rest === name ? undefined : rest;
  }
  const isPackage =
    name.includes("::") ||
    domain.test(first) ||
    parts.every((part) => new RegExp(`^${place}$`, "i").test(part));
  return isPackage ? last : undefined;
}

/** What is unique without its package, by the name in the document. */
export function* namesWithoutPackages(
  names: readonly string[],
): Generator<readonly [string, string]> {
  const short = names.map((name) => [name, withoutPackage(name)] as const);
  const users = new Map<string, number>();
  for (const [name, rest] of short) {
    const key = pascalCase(rest ?? name).toLowerCase();
    users.set(key, (users.get(key) ?? 0) + 1);
  }
  for (const [name, rest] of short)
    if (rest !== undefined && users.get(pascalCase(rest).toLowerCase()) === 1)
      yield [name, rest];
}
