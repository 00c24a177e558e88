/**
 * What the README says of a client's options: credentials, what the environment sets, and where the
 * package runs.
 */
import {
  basicVariables,
  clientOptions,
  credentialOptions,
  usualOptions,
} from "../../sdk/credentials.js";
import type { Client, Sdk, Text } from "../../sdk/sdk.js";
import { hasApplicationCredentials } from "../source/client-options.js";
import { isVariableRead } from "../source/environment.js";
import { code, ident, join, lit } from "../encode/encode.js";
import {
  exampleBaseURL,
  optionsTree,
  serverOption,
  type Option,
} from "../samples/calls.js";
import { atom, call, callAssignment } from "../samples/layout.js";
import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  joinMarkdown,
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
  const options = usualOptions(first);
  const value =
    first.scheme.kind === "basic" && options.length === 1
      ? code`{ username: "…", password: "…" }`
      : code`"…"`;
  const passed = join(
    options.map(({ option }) => code`${ident(option)}: ${value}`),
    ", ",
  );
  const sample = code`new ${ident(client.className)}({ ${passed} })`;
  const rows = client.schemes.flatMap((auth) => {
    const own = [...clientOptions(auth), ...credentialOptions(auth)];
    if (auth.scheme.kind !== "basic" || own.length > 1)
      return own.map((one) => [
        codeSpan(one.option),
        variableCell(client, one.environment),
      ]);
    if (!isVariableRead(client, auth.environment))
      return [[codeSpan(auth.option), noVariable]];
    const { username, password } = basicVariables(auth.environment, undefined);
    return [
      [
        codeSpan(auth.option),
        `${codeSpan(username)}, ${codeSpan(password)}` as Markdown,
      ],
    ];
  });
  return [
    "## Authentication",
    `Pass credentials to the client, such as ${codeSpan(sample, "text")}, or set environment variables:`,
    variableTable(rows),
    ...clientCredentials(client),
    "A call without them is refused, unless a header, cookie or query parameter of your own takes their place. `null` says that none is needed, as for a login: `headers: { authorization: null }`.",
    ...(hasApplicationCredentials(client)
      ? [
          "In a browser, where anyone who opens the page could read them, credentials are refused unless `dangerouslyAllowBrowser: true` is passed too.",
        ]
      : []),
  ].join("\n\n") as Markdown;
}

/** A token is got with the id and secret of a client, which no variable is read for. */
function clientCredentials(client: Client): Markdown[] {
  const scheme = client.schemes.find(
    (one) => one.scheme.kind === "bearer" && one.scheme.clientCredentials,
  );
  if (scheme?.scheme.kind !== "bearer") return [];
  const { option, environment } = scheme;
  const pair = clientOptions(scheme).map((one) => codeSpan(one.option));
  if (pair.length > 0)
    return [
      mdText`With ${joinMarkdown(pair, " and ")}, the id and the secret of an OAuth client, tokens are requested and renewed when they are needed; ${codeSpan(option)} is a token that you have.`,
    ];
  const prefix = client.environmentPrefix;
  const read = (name: string) => atom(code`process.env[${lit(name)}] ?? ""`);
  const members: Option[] = [
    ...(scheme.scheme.clientCredentials?.tokenURL === undefined
      ? [[code`tokenURL`, atom(lit("https://auth.example.com/token"))] as const]
      : []),
    [code`clientId`, read(`${prefix}_CLIENT_ID`)],
    [code`clientSecret`, read(`${prefix}_CLIENT_SECRET`)],
  ];
  const construction = call(code`new ${ident(client.className)}`, [
    optionsTree([
      ...serverOption(client),
      [ident(option), optionsTree(members)],
    ]),
  ]);
  return [
    mdText`${isVariableRead(client, environment) ? mdText`The variable ${codeSpan(environment, "text")} has a token. ` : mdText``}With the id and the secret of an OAuth client, which are not read from the environment, tokens are requested and renewed when they are needed:`,
    codeBlock(
      "ts",
      callAssignment(construction, ident(client.variable), code``),
    ),
  ];
}

const noVariable = mdText`none`;

const variableCell = (client: Client, variable: string): Markdown =>
  isVariableRead(client, variable) ? codeSpan(variable) : noVariable;

/** What an option is called in the environment, and the path that `baseURL` needs. */
export const optionTable = ({ client }: Sdk): Markdown => {
  const { relativeServer = "" } = client;
  const rows = variableTable([
    ...client.parameters.map(({ option, environment }) => [
      codeSpan(option),
      variableCell(client, environment),
    ]),
    [codeSpan("baseURL"), codeSpan(`${client.environmentPrefix}_BASE_URL`)],
    [codeSpan("logger"), codeSpan(`${client.environmentPrefix}_LOG`)],
  ]);
  return relativeServer.replaceAll("/", "") === ""
    ? rows
    : mdText`${rows}\n\nThe API's document names the server ${codeSpan(relativeServer, "text")}: \`baseURL\` is the origin together with it, such as ${codeSpan(exampleBaseURL(client), "text")}.`;
};
