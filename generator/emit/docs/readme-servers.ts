/**
 * What the README says of the servers that the document names.
 */
import type { Sdk, ServerOptions } from "../../sdk/sdk.js";
import { code, ident, key, lit } from "../encode/encode.js";
import {
  codeBlock,
  codeSpan,
  joinMarkdown,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";
import { optionsTree, valueTree, type Option } from "../samples/calls.js";
import { atom, call, callAssignment } from "../samples/layout.js";
import { prose, proseLine } from "./prose.js";

export function serversSection(sdk: Sdk): Markdown {
  const { baseURL, serverDoc, servers } = sdk.client;
  if (baseURL === undefined) return mdText``;
  if (!servers)
    return joinMarkdown(
      [
        mdText`## Servers`,
        mdText`Calls go to ${codeSpan(baseURL, "text")}, unless \`baseURL\` says otherwise.`,
        prose(serverDoc?.description ?? ""),
      ],
      "\n\n",
    );
  return joinMarkdown(
    [
      mdText`## Servers`,
      serverTable(servers),
      ...(servers.variables.length > 0
        ? [
            mdText`What stands in braces is in \`serverVariables\`:`,
            variableTable(servers),
          ]
        : []),
      codeBlock("ts", sample(sdk, servers)),
      mdText`\`baseURL\` is for any other server.`,
    ],
    "\n\n",
  );
}

/** The first is the default; one of several is chosen by its name, or else by its URL. */
function serverTable({ urls }: ServerOptions): Markdown {
  const shown = (url: string): string =>
    url.replace(/\{([^{}=]+)=[^{}]*\}/g, "{$1}");
  const hasNames =
    urls.length > 1 && urls.some(({ name, url }) => name !== shown(url));
  return table(
    [...(hasNames ? ["server"] : []), "URL", "what it is"],
    urls.map(({ name, url, doc }) => [
      ...(hasNames ? [codeSpan(name)] : []),
      codeSpan(shown(url)),
      proseLine(doc.description ?? ""),
    ]),
  );
}

const variableTable = ({ variables }: ServerOptions): Markdown =>
  table(
    ["variable", "without it", "values", "what it is"],
    variables.map(({ name, defaultValue, values, doc }) => [
      codeSpan(name),
      defaultValue === "" ? mdText`` : codeSpan(defaultValue),
      values.length === 0
        ? mdText`any`
        : joinMarkdown(
            values.map((value) => codeSpan(value)),
            ", ",
          ),
      proseLine(doc.description ?? ""),
    ]),
  );

/** Another server than the default, where there is one. */
function sample({ client }: Sdk, { urls, variables }: ServerOptions) {
  const [server] = urls.slice(-1);
  const options: Option[] = [
    ...(urls.length > 1 && server
      ? [[code`server`, atom(lit(server.name))] as const]
      : []),
    ...(variables.length > 0
      ? [
          [
            code`serverVariables`,
            optionsTree(
              variables.map(({ name, defaultValue, values }) => [
                key(name),
                valueTree(
                  values.find((value) => value !== defaultValue) ??
                    defaultValue,
                ),
              ]),
            ),
          ] as const,
        ]
      : []),
  ];
  return callAssignment(
    call(code`new ${ident(client.className)}`, [optionsTree(options)]),
    ident(client.variable),
    code``,
  );
}
