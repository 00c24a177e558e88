/**
 * The package's own facts: what it is called, and what the client class is called.
 */
import type { PackageConfig, SdkConfig } from "../config/config.js";
import type { Document } from "../openapi/document.js";
import type { PackageInfo, Text } from "../sdk/sdk.js";
import { textOf } from "./descriptions.js";
import { camelCase, kebabCase, pascalCase } from "./names/casing.js";

/** Words of a title that say what sort of thing it describes, not whose. */
const noise =
  /^(api|apis|rest|http|openapi|swagger|specification|spec|sdk|reference|docs?|documentation|v\d.*|the|official|public|extensions?)$/i;

const tellingWords = (title: string): string[] =>
  title
    .normalize("NFC")
    .replace(/['’]s?\b/g, "")
    .split(/[^\p{ID_Continue}]+/u)
    .filter((word) => word !== "" && !noise.test(word) && !/^\d/.test(word))
    .slice(0, 4);

/** `GitHub v3 REST API` -> `GitHub`. */
export function clientNameOf(title: string): string {
  const name = pascalCase(tellingWords(title).join(" "));
  return name === "" || name.length > 60 ? "Api" : name;
}

/** `OpenAI` -> `openai`: a name that the title writes as one word is one word in lower case too. */
export function slugOf(clientName: string, title: string): string {
  const words = tellingWords(title);
  return pascalCase(words.join(" ")) === clientName
    ? words.map((word) => word.toLowerCase().replaceAll("_", "-")).join("-")
    : kebabCase(clientName);
}

/** `OpenRouter` -> `openRouter`, but `WorkOS` -> `workos`: an acronym at the end reads badly. */
export function variableOf(clientName: string, title: string): string {
  const slug = slugOf(clientName, title);
  return /\p{Lu}{2}$/u.test(clientName) && !slug.includes("-")
    ? camelCase(slug) || "api"
    : camelCase(clientName) || "api";
}

/** The version of Semantic Versioning 2.0.0, as its own page writes the pattern. */
const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** npm's rule for names, without the old exceptions: lower case, URL-safe, at most 214 characters. */
const packageName = /^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/;

export function packageInfo(
  document: Document,
  config: SdkConfig,
  clientName: string,
): PackageInfo {
  const { info } = document.root;
  const title = plain(info.title) || clientName;
  const wanted = config.package ?? {};
  const ascii = slugOf(clientName, info.title)
    .normalize("NFKD")
    .replace(/[^a-z0-9-]/g, "")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
  const version = plain(info.version);
  const about = textOf(info.description);
  const description =
    wanted.description ?? `TypeScript SDK for ${withArticle(title)}`;
  const repository = wanted.repository;
  return {
    name: (wanted.name ??
      (packageName.test(ascii) ? `${ascii}-sdk` : "api-sdk")) as Text,
    version: (wanted.version ??
      (semver.test(version) ? version : "0.1.0")) as Text,
    description: description as Text,
    license: (wanted.license ?? "MIT") as Text,
    ...(wanted.author !== undefined && { author: wanted.author as Text }),
    ...(repository !== undefined && { repository: repository as Text }),
    ...(wanted.homepage !== undefined && { homepage: wanted.homepage as Text }),
    keywords: (wanted.keywords ?? [
      ...new Set([clientName.toLowerCase(), "sdk", "api"]),
    ]) as Text[],
    ...published(wanted),
    title: title as Text,
    ...(about !== undefined && { about }),
  };
}

/** What npm and bundlers are told; sorted, because the order of a config decides nothing. */
const published = ({
  name = "",
  engines = {},
  exports = {},
  sideEffects = false,
  publishConfig = {},
}: PackageConfig) => ({
  engines: new Map(
    sortedEntries({ node: ">=20", ...engines }) as [string, Text][],
  ),
  exports: new Map(
    sortedEntries(exports).map(([path, module]) => [
      path,
      module.replace(/^src\/|\.ts$/g, ""),
    ]),
  ),
  sideEffects: sideEffects as boolean | readonly Text[],
  publishConfig: new Map(
    sortedEntries({
      ...(name.startsWith("@") && { access: "public" }),
      ...publishConfig,
    }) as [string, Text | boolean][],
  ),
});

const sortedEntries = <T>(
  values: Readonly<Record<string, T>>,
): readonly [string, T][] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** One line without control characters: a title can hold anything. */
const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
        .trim()
        .slice(0, 120)
        .replace(/\p{Cs}$/u, "")
    : "";

const withArticle = (title: string): string =>
  /\bapi\b/i.test(title) ? `the ${title}` : `the ${title} API`;
