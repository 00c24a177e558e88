/**
 * The facts of the package: its name and those of the client, and the fields of its manifest.
 */
import type { PackageConfig, SdkConfig } from "../config/config.js";
import type { Document } from "../openapi/document.js";
import type { PackageInfo, Text } from "../sdk/sdk.js";
import { textOf } from "./descriptions.js";
import { licenseOf } from "./license.js";
import { camelCase, kebabCase, pascalCase } from "./names/casing.js";
import { firstSentence, plain } from "./plain-text.js";
import { linksOf, repositoryOf, supportOf } from "./support.js";

/** Words of a title that belong to every API, as `API` itself does. */
const genericWord =
  /^(api|apis|rest|http|openapi|swagger|specification|spec|sdk|reference|docs?|documentation|v\d.*|the|official|public|extensions?)$/i;

const distinctiveWords = (title: string): string[] =>
  title
    .normalize("NFC")
    .replace(/['’]s?\b/g, "")
    .split(/[^\p{ID_Continue}]+/u)
    .filter(
      (word) => word !== "" && !genericWord.test(word) && !/^\d/.test(word),
    )
    .slice(0, 4);

/** `GitHub v3 REST API` -> `GitHub`. */
export function clientNameOf(title: string): string {
  const name = pascalCase(distinctiveWords(title).join(" "));
  return name === "" || name.length > 60 ? "Api" : name;
}

/** `OpenAI` -> `openai`: one word of the title is one word of the slug, whatever its casing. */
export function slugOf(clientName: string, title: string): string {
  const words = distinctiveWords(title);
  return pascalCase(words.join(" ")) === clientName
    ? words.map((word) => word.toLowerCase().replaceAll("_", "-")).join("-")
    : kebabCase(clientName);
}

/** `OpenRouter` -> `openRouter`, but `WorkOS` -> `workos`: an acronym at the end reads badly. */
export function variableOf(clientName: string, slug: string): string {
  return /\p{Lu}{2}$/u.test(clientName) && !slug.includes("-")
    ? camelCase(slug) || "api"
    : camelCase(clientName) || "api";
}

/** npm's rule for names, without the old exceptions: lower case, URL-safe, at most 214 characters. */
export const packageName =
  /^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/;

export function packageInfo(
  document: Document,
  config: Partial<SdkConfig>,
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
  const about = textOf(info.description);
  const headline = `TypeScript SDK for ${withArticle(title)}`;
  const { repository } = wanted;
  const support = supportOf(document);
  return {
    name: (wanted.name ??
      (packageName.test(ascii) ? `${ascii}-sdk` : "api-sdk")) as Text,
    version: (wanted.version ?? "0.0.0") as Text,
    description: (wanted.description ??
      firstSentence(about ?? "") ??
      headline) as Text,
    headline: (wanted.description ?? headline) as Text,
    ...licenseOf(document, wanted.license),
    ...(wanted.author !== undefined && { author: wanted.author as Text }),
    ...(repository !== undefined && { repository: repositoryOf(repository) }),
    ...linksOf(wanted, support),
    keywords: (wanted.keywords ?? [
      ...new Set([clientName.toLowerCase(), "sdk", "api"]),
    ]) as Text[],
    ...manifestFields(wanted),
    title: title as Text,
    ...(about !== undefined && { about }),
    support,
  };
}

/** Fields for npm and bundlers; sorted, so that the order in the config does not matter. */
const manifestFields = ({
  name = "",
  engines = {},
  exports = {},
  sideEffects = false,
  publishConfig = {},
  sourceMaps = true,
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
  hasSourceMaps: sourceMaps,
});

const sortedEntries = <T>(
  values: Readonly<Record<string, T>>,
): readonly [string, T][] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const withArticle = (title: string): string =>
  /\bapi\b/i.test(title) ? `the ${title}` : `the ${title} API`;
