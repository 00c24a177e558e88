/**
 * `targets`, `organization` and `settings`: the package, its name and its links.
 */
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { Source, SourcePath } from "../source.js";
import { keptComments } from "./comments.js";

/** The target that makes the package in TypeScript: its older name is `node`. */
export const ourTarget = (
  source: Source,
): { readonly path: SourcePath; readonly target: JsonObject } | undefined => {
  for (const key of targetKeys) {
    const targets = recordOrEmpty(source.root[key]);
    for (const name of ["typescript", "node"]) {
      const target = targets[name];
      if (isRecord(target)) return { path: [key, name], target };
    }
  }
  return undefined;
};

/** `package` is the older one. */
const targetKeys = ["targets", "package"];

/**
 * True of SDKs since October 2025: the last path parameter is positional, and `ID` and `API` are spelled
 * in capitals. Before, and where no edition is named, every path parameter is positional.
 */
export const isNewEdition = (source: Source): boolean => {
  const edition = ourTarget(source)?.target["edition"];
  return typeof edition === "string" && edition >= "typescript.2025-10-10";
};

export const readTargets = (reading: Reading): void => {
  const { source, ledger } = reading;
  const ours = ourTarget(source);
  for (const key of targetKeys)
    for (const name of Object.keys(recordOrEmpty(source.root[key])))
      if (key !== ours?.path[0] || name !== ours.path[1])
        ledger.notNeeded([key, name], "another language");
  if (ours) readTarget(reading, ours.path, ours.target);
};

const readTarget = (
  { source, ledger, draft, document }: Reading,
  path: SourcePath,
  target: Readonly<JsonObject>,
): void => {
  for (const [key, value] of Object.entries(target)) {
    const at = [...path, key];
    const set = (name: string, text: unknown): void => {
      draft.set(["package", name], text, keptComments(source, at));
      ledger.kept(at, `\`package.${name}\``);
    };
    switch (key) {
      case "edition":
        ledger.kept(at, "`arguments`");
        break;
      case "name":
      case "package_name":
        if (value === document.defaults.packageName)
          ledger.kept(at, "as it is anyway");
        else set("name", value);
        break;
      case "repo":
      case "production_repo":
        readRepository(value, { source, set, ledger, at });
        break;
      case "staging_repo":
        ledger.notNeeded(at, "the package is generated into your repository");
        break;
      case "publish":
        readPublish(ledger, at, recordOrEmpty(value));
        break;
      case "options":
        readOptions(ledger, at, recordOrEmpty(value));
        break;
      case "skip":
        if (value === true)
          ledger.lost(
            at,
            "`sdkwright generate` writes every SDK of its config",
          );
        else ledger.notNeeded(at, "false");
        break;
      case "readme_title":
        ledger.lost(
          at,
          "README.md is yours around its regions: write the title there",
        );
        break;
      default:
        ledger.lost(at, "not a key that is known");
    }
  }
};

/** The older key names the repository alone; a URL is one as it is. */
const readRepository = (
  value: unknown,
  {
    source,
    set,
    ledger,
    at,
  }: {
    readonly source: Source;
    readonly set: (name: string, text: unknown) => void;
    readonly ledger: Ledger;
    readonly at: SourcePath;
  },
): void => {
  if (typeof value !== "string" || value === "")
    return ledger.notNeeded(at, "none");
  const { github_org: owner } = recordOrEmpty(source.root["organization"]);
  if (/^[\w.-]+\/[\w.-]+$/.test(value))
    set("repository", `https://github.com/${value}`);
  else if (/^https?:\/\//.test(value)) set("repository", value);
  else if (/^[\w.-]+$/.test(value) && typeof owner === "string" && owner !== "")
    set("repository", `https://github.com/${owner}/${value}`);
  else
    ledger.lost(at, "whose repository it is: write it as `package.repository`");
};

type Ledger = Reading["ledger"];

const readPublish = (
  ledger: Ledger,
  path: SourcePath,
  publish: Readonly<JsonObject>,
): void => {
  for (const [key, value] of Object.entries(publish)) {
    const at = [...path, key];
    if (key !== "npm") {
      if (value === false) ledger.notNeeded(at, "off");
      else
        ledger.lost(at, "npm alone: publish elsewhere by a workflow of yours");
    } else if (value === false)
      ledger.notNeeded(at, "you publish when you want to");
    else {
      ledger.notNeeded(
        at,
        "the release workflow of `sdkwright init` publishes",
      );
      ledger.loseOthers(at, recordOrEmpty(value), [
        "auth_method",
        "release_environment",
      ]);
    }
  }
  ledger.settle(path);
};

const readOptions = (
  ledger: Ledger,
  path: SourcePath,
  options: Readonly<JsonObject>,
): void => {
  for (const [key, value] of Object.entries(options)) {
    const at = [...path, key];
    switch (key) {
      case "enable_treeshaking":
        ledger.notNeeded(
          at,
          "every operation is a function too, which bundlers leave out",
        );
        break;
      case "package_manager":
        ledger.notNeeded(at, "the package is built by any");
        break;
      case "mcp_server":
        if (value === false) ledger.notNeeded(at, "off");
        else
          ledger.lost(
            at,
            "no MCP server is generated: keep the one that you have",
          );
        break;
      case "browser":
        readBrowser(ledger, at, recordOrEmpty(value));
        break;
      default:
        ledger.lost(at, "not a key that is known");
    }
  }
  ledger.settle(path);
};

const readBrowser = (
  ledger: Ledger,
  path: SourcePath,
  browser: Readonly<JsonObject>,
): void => {
  for (const [key, value] of Object.entries(browser)) {
    const at = [...path, key];
    if (key === "state" && value === "disallow")
      ledger.kept(at, "refused unless `dangerouslyAllowBrowser` is passed");
    else if (key === "message")
      ledger.lost(at, "the message is always the same");
    else ledger.lost(at, "callers in browsers pass `dangerouslyAllowBrowser`");
  }
  ledger.settle(path);
};

const organizationKeys: ReadonlySet<string> = new Set([
  ...["name", "docs", "contact", "github_org", "upload_spec"],
]);

export const readOrganization = (reading: Reading): void => {
  const { source, ledger, draft, document, casing, published } = reading;
  const organization = recordOrEmpty(source.root["organization"]);
  const settings = recordOrEmpty(source.root["client_settings"]);
  const chosen = settings["default_client_name"] ?? settings["client_name"];
  for (const [key, value] of Object.entries(organization)) {
    const at = ["organization", key];
    if (!organizationKeys.has(key)) {
      ledger.lost(at, "not a key that is known");
      continue;
    }
    if (typeof value !== "string" || value === "") {
      ledger.notNeeded(at, value === true ? "of their hosting" : "empty");
      continue;
    }
    switch (key) {
      case "name": {
        const name =
          published?.clientName ??
          (typeof chosen === "string" ? chosen : casing.client(value));
        if (name === document.defaults.clientName)
          ledger.kept(at, "as it is anyway");
        else {
          draft.set(["clientName"], name, keptComments(source, at));
          ledger.kept(at, "`clientName`");
        }
        break;
      }
      case "docs":
        draft.set(
          ["package", "homepage"],
          withScheme(value),
          keptComments(source, at),
        );
        ledger.kept(at, "`package.homepage`");
        break;
      case "contact":
        draft.set(["package", "author"], value, keptComments(source, at));
        ledger.kept(at, "`package.author`");
        break;
      default:
        ledger.notNeeded(at, "of their hosting");
    }
  }
  ledger.settle(["organization"]);
};

const withScheme = (url: string): string =>
  /^https?:\/\//i.test(url) ? url : `https://${url}`;

export const readSettings = (reading: Reading): void => {
  const { source, ledger, draft, document } = reading;
  const settings = recordOrEmpty(source.root["settings"]);
  for (const [key, value] of Object.entries(settings)) {
    const at = ["settings", key];
    switch (key) {
      case "license":
        if (value === licenseOf(document.root))
          ledger.kept(at, "the document's");
        else {
          draft.set(["package", "license"], value, keptComments(source, at));
          ledger.kept(at, "`package.license`");
        }
        break;
      case "disable_mock_tests":
      case "mock_server":
        ledger.notNeeded(at, "the package's tests have a server of their own");
        break;
      case "per_endpoint_security":
        if (value === true) ledger.kept(at, "as it is anyway");
        else ledger.settle(at);
        break;
      default:
        ledger.lost(at, "not a key that is known");
    }
  }
  ledger.settle(["settings"]);
};

const licenseOf = (root: Readonly<JsonObject>): unknown => {
  const license = recordOrEmpty(recordOrEmpty(root["info"])["license"]);
  return license["identifier"] ?? license["name"];
};
