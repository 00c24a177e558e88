/**
 * Where users find the package and help: its repository, its page, and whom the document names.
 */
import type { PackageConfig, Repository } from "../config/config.js";
import type { Document } from "../openapi/document.js";
import type { PackageInfo, Support, Text } from "../sdk/sdk.js";
import { textOf } from "./descriptions.js";
import { plain } from "./plain-text.js";

export const repositoryOf = (
  wanted: string | Repository,
): NonNullable<PackageInfo["repository"]> => {
  if (typeof wanted === "string") return { url: wanted as Text };
  const { url, directory = "" } = wanted;
  const path = directory.replace(/^(?:\.\/)+/, "");
  return {
    url: url as Text,
    ...(path !== "" && { directory: path as Text }),
  };
};

export function supportOf({ root }: Document): Support {
  const { contact = {}, termsOfService } = root.info;
  const { externalDocs = {} } = root;
  const name = plain(contact.name ?? "");
  const url = webURL(contact.url);
  const email = address(contact.email);
  const documentation = webURL(externalDocs.url);
  const description = textOf(externalDocs.description);
  const terms = webURL(termsOfService);
  return {
    contact: {
      ...(name !== "" && { name: name as Text }),
      ...(url !== undefined && { url }),
      ...(email !== undefined && { email }),
    },
    ...(documentation !== undefined && {
      documentation: {
        url: documentation,
        ...(description !== undefined && { description }),
      },
    }),
    ...(terms !== undefined && { terms }),
  };
}

/** What the config does not say of these is in the document, or follows from the repository. */
export function linksOf(
  { homepage, bugs, funding = [], repository }: PackageConfig,
  { contact, documentation }: Support,
): Pick<PackageInfo, "homepage" | "bugs" | "funding"> {
  const page = homepage ?? documentation?.url;
  const reports = bugs === undefined ? undefined : bugsOf(bugs);
  const issues = repository && issuesOf(repositoryOf(repository).url);
  return {
    ...(page !== undefined && { homepage: page as Text }),
    ...(reports
      ? { bugs: reports }
      : issues !== undefined
        ? { bugs: { url: issues as Text } }
        : !repository &&
          contact.email !== undefined && { bugs: { email: contact.email } }),
    funding: [funding].flat() as Text[],
  };
}

const bugsOf = (
  bugs: NonNullable<PackageConfig["bugs"]>,
): PackageInfo["bugs"] => {
  if (typeof bugs !== "string") return bugs as PackageInfo["bugs"];
  return /^https?:/i.test(bugs)
    ? { url: bugs as Text }
    : { email: bugs as Text };
};

/** `git+ssh://git@github.com/acme/sdk.git`, `github:acme/sdk` -> `https://github.com/acme/sdk/issues` */
function issuesOf(url: string): string | undefined {
  const [, host, path] =
    /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?=git(?:hub|lab)\.com))?(github|gitlab)(?:\.com)?[:/](\w[\w./-]*?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? [];
  return host !== undefined && path?.includes("/")
    ? `https://${host}.com/${path}/issues`
    : undefined;
}

const longestURL = 500;

/** Nothing that Markdown or a terminal would read otherwise than a browser. */
function webURL(url = ""): Text | undefined {
  const text = url.trim();
  return /^https?:\/\/[\w.~:/?#@!$&+,;=%'()*-]+$/i.test(text) &&
    text.length <= longestURL &&
    URL.canParse(text)
    ? (text as Text)
    : undefined;
}

const address = (email = ""): Text | undefined =>
  /^[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(email.trim()) &&
  email.length <= 254
    ? (email.trim() as Text)
    : undefined;
