/**
 * What decides on requests: base URLs and how parameters are written.
 */
import {
  arrayOrEmpty,
  isRecord,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import { keptComments } from "./comments.js";

export const readEnvironments = ({
  source,
  draft,
  ledger,
  document,
}: Reading): void => {
  const at = ["environments"];
  const { environments } = source.root;
  if (!isRecord(environments)) return;
  const servers = arrayOrEmpty(document.root["servers"]);
  const variables = new Set(
    servers.flatMap((server) =>
      Object.keys(recordOrEmpty(recordOrEmpty(server)["variables"])),
    ),
  );
  const urls: [name: string, url: string][] = [];
  for (const [name, url] of Object.entries(environments)) {
    if (typeof url !== "string") {
      ledger.lost([...at, name], "no URL");
      continue;
    }
    const unknown = [...url.matchAll(/\{([^{}]*)\}/g)]
      .map(([, variable = ""]) => variable)
      .filter((variable) => !variables.has(variable));
    if (unknown.length === 0) urls.push([name, url]);
    else
      ledger.lost(
        [...at, name],
        `no server of the document has the variable ${unknown.join(", ")}: callers pass \`baseURL\``,
      );
  }
  const [first] = urls;
  const isSame =
    urls.length === 1 &&
    servers.length === 1 &&
    withoutSlash(first?.[1]) === withoutSlash(document.defaults.baseURL);
  if (isSame) ledger.kept(at, "the server of the document");
  else if (first) {
    draft.set(["servers"], {}, keptComments(source, at));
    for (const [name, url] of urls)
      draft.set(["servers", name], url, keptComments(source, [...at, name]));
    ledger.kept(at, "`servers`");
  }
};

const withoutSlash = (url: string | undefined): string | undefined =>
  url?.replace(/\/+$/, "");

const styles = {
  array_format: {
    option: "arrays",
    values: ["comma", "repeat", "indices", "brackets"],
  },
  nested_format: { option: "objects", values: ["brackets", "dots"] },
} as const;

/** `query_settings` and `multipart_settings`, by the option that they are here. */
const settings = {
  query_settings: "query",
  multipart_settings: "multipart",
} as const;

export const readStyles = ({ source, draft, ledger }: Reading): void => {
  for (const [place, name] of Object.entries(settings)) {
    const given = recordOrEmpty(source.root[place]);
    for (const [key, { option, values }] of Object.entries(styles)) {
      const value = given[key];
      const at = [place, key];
      if (value === undefined) continue;
      const known = (values as readonly unknown[]).includes(value);
      if (!known)
        ledger.lost(at, `\`${name}.${option}\` is one of ${values.join(", ")}`);
      else {
        draft.set([name, option], value, keptComments(source, at));
        ledger.kept(at, `\`${name}.${option}\``);
      }
    }
    ledger.loseOthers([place], given, Object.keys(styles));
    ledger.settle([place]);
  }
};
