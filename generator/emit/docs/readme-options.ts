/**
 * What the README says of a client's options: credentials, what the environment sets, and where the
 * package runs.
 */
import type { Sdk, Text } from "../../sdk/sdk.js";
import { hasApplicationCredentials } from "../source/client-options.js";
import { code, ident } from "../encode/encode.js";
import { exampleBaseURL } from "../samples/calls.js";
import {
  codeSpan,
  escapeMarkdown,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";

/** `>=20` -> `20 or newer`. */
export function nodeVersions(range = "" as Text): Markdown {
  const [, least] = /^>=\s*(\d+(?:\.\d+)*)$/.exec(range) ?? [];
  return least === undefined
    ? codeSpan(range, "text")
    : mdText`${escapeMarkdown(least)} or newer`;
}

const variableTable = (rows: readonly (readonly Markdown[])[]): Markdown =>
  table(["option", "environment variable"], rows);

/** Where credentials go, in Node.js and in browsers. */
export function authentication({ client }: Sdk): Markdown {
  const [first] = client.schemes;
  if (!first) return "" as Markdown;
  const value =
    first.scheme.kind === "basic"
      ? code`{ username: "…", password: "…" }`
      : code`"…"`;
  const sample = code`new ${ident(client.className)}({ ${ident(first.option)}: ${value} })`;
  const rows = client.schemes.map(({ option, environment, scheme }) => [
    codeSpan(option),
    scheme.kind === "basic"
      ? (`${codeSpan(`${environment}_USERNAME`)}, ${codeSpan(`${environment}_PASSWORD`)}` as Markdown)
      : codeSpan(environment),
  ]);
  return [
    "## Authentication",
    `Pass credentials to the client, such as ${codeSpan(sample, "text")}, or set environment variables:`,
    variableTable(rows),
    "A call without them is refused, unless a header, cookie or query parameter of your own takes their place. `null` says that none is needed, as for a login: `headers: { authorization: null }`.",
    ...(hasApplicationCredentials(client)
      ? [
          "In a browser, where anyone who opens the page could read them, credentials are refused unless `dangerouslyAllowBrowser: true` is passed too.",
        ]
      : []),
  ].join("\n\n") as Markdown;
}

/** What an option is called in the environment, and the path that `baseURL` needs. */
export const optionTable = ({ client }: Sdk): Markdown => {
  const { relativeServer = "" } = client;
  const rows = variableTable([
    ...client.parameters.map(({ option, environment }) => [
      codeSpan(option),
      codeSpan(environment),
    ]),
    [codeSpan("baseURL"), codeSpan(`${client.environmentPrefix}_BASE_URL`)],
    [codeSpan("logger"), codeSpan(`${client.environmentPrefix}_LOG`)],
  ]);
  return relativeServer.replaceAll("/", "") === ""
    ? rows
    : mdText`${rows}\n\nThe API's document names the server ${codeSpan(relativeServer, "text")}: \`baseURL\` is the origin together with it, such as ${codeSpan(exampleBaseURL(client), "text")}.`;
};
