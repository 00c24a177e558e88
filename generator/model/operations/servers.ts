/**
 * Where requests go (OpenAPI 3.1.1 section 4.8.5).
 */
import type { Server } from "../../openapi/document.js";
import type { Doc, ServerOptions, Text } from "../../sdk/sdk.js";
import { describedBy, textOf } from "../descriptions.js";

export interface PlannedServers {
  /** The first server, with the defaults of its variables. */
  readonly baseURL?: Text;
  readonly serverDoc?: Doc;
  /** Where the caller has a choice. */
  readonly servers?: ServerOptions;
  /** The first server, where it is relative to an unknown URL or has a variable without a value. */
  readonly relativeServer?: Text;
}

/** @param others servers of single operations, whose variables become options too */
export function planServers(
  declared: readonly Server[] = [],
  others: readonly Server[],
): PlannedServers {
  const absolute = withoutRepeats(
    declared.filter((server) => isAbsolute(withDefaults(server))),
  );
  const [first] = absolute;
  if (!first) {
    const [relative] = declared;
    return relative ? { relativeServer: relative.url as Text } : {};
  }
  const variables = variablesOf([...absolute, ...others]);
  const hasChoice = absolute.length > 1 || variables.length > 0;
  return {
    baseURL: withDefaults(first) as Text,
    ...(textOf(first.description) !== undefined && {
      serverDoc: describedBy(first.description),
    }),
    ...(hasChoice && {
      servers: {
        urls: absolute.map((server) => ({
          name: uniqueName(server, absolute) as Text,
          url: templateOf(server, variables),
          doc: describedBy(server.description),
        })),
        variables,
      },
    }),
  };
}

/**
 * The server of a single operation, with placeholders for its variables.
 * @returns undefined where it is relative to an unknown URL
 */
export function operationServer(
  server: Server,
  { baseURL, servers }: PlannedServers,
): Text | undefined {
  const url = withDefaults(server);
  if (isAbsolute(url)) return templateOf(server, servers?.variables ?? []);
  if (baseURL === undefined || !URL.canParse(url, baseURL)) return undefined;
  return withoutSlash(new URL(url, `${baseURL}/`).href) as Text;
}

/** True if requests can start with the URL: no variable is left without a value. */
const isAbsolute = (url: string): boolean =>
  /^https?:\/\//i.test(url) && !/(?<!\$)\{[^{}]*\}/.test(url);

const withoutSlash = (url: string): string => url.replace(/(?<!\/)\/+$/, "");

/** The default that a server has for a variable. */
const defaultOf = (
  { variables = {} }: Server,
  name: string,
): string | undefined =>
  Object.hasOwn(variables, name) ? variables[name]?.default : undefined;

const withDefaults = (server: Server): string =>
  withoutSlash(
    server.url.replace(
      /\{([^{}]*)\}/g,
      (placeholder, name: string) => defaultOf(server, name) ?? placeholder,
    ),
  );

/** The URL with its variables; `{name=default}` where another server has another default. */
const templateOf = (server: Server, shared: ServerOptions["variables"]): Text =>
  withoutSlash(server.url).replace(
    /\{([^{}]*)\}/g,
    (placeholder, name: string) => {
      const value = defaultOf(server, name);
      const common = shared.find((variable) => variable.name === name);
      return value === undefined ||
        !common ||
        value === common.defaultValue ||
        /[{}]/.test(value)
        ? placeholder
        : `{${name}=${value}}`;
    },
  ) as Text;

/** The URL with its variables and with their defaults: servers that differ in one of them are two. */
const identityOf = (server: Server): string =>
  `${withoutSlash(server.url)} ${withDefaults(server)}`;

/** Each URL once; of two that differ in `http` and `https`, the secure one. */
function withoutRepeats(servers: readonly Server[]): Server[] {
  const all = new Set(servers.map(identityOf));
  const byIdentity = new Map<string, Server>();
  for (const server of servers) {
    const url = withoutSlash(server.url);
    const secure = { ...server, url: url.replace(/^http:/i, "https:") };
    const used = all.has(identityOf(secure)) ? secure : { ...server, url };
    const identity = identityOf(used);
    if (!byIdentity.has(identity)) byIdentity.set(identity, used);
  }
  return [...byIdentity.values()];
}

/** The name (OpenAPI 3.2 section 4.6) or the URL; where others have it too, the URL with its defaults. */
function uniqueName(server: Server, all: readonly Server[]): string {
  const name = nameOf(server);
  return all.filter((other) => nameOf(other) === name).length > 1
    ? withDefaults(server)
    : name;
}

const nameOf = ({ name = "", url }: Server): string =>
  name === "" ? withoutSlash(url) : name;

/** One option for each name, with the values that any of the servers allows. */
function variablesOf(
  servers: readonly Server[],
): ServerOptions["variables"][number][] {
  const options = new Map<string, ServerOptions["variables"][number]>();
  for (const { variables = {} } of servers)
    for (const [name, variable] of Object.entries(variables)) {
      const { enum: values = [] } = variable;
      const before = options.get(name);
      const isOpen = values.length === 0 || before?.values.length === 0;
      options.set(name, {
        name: name as Text,
        defaultValue: before?.defaultValue ?? (variable.default as Text),
        values: isOpen
          ? []
          : ([...new Set([...(before?.values ?? []), ...values])] as Text[]),
        doc: before?.doc ?? describedBy(variable.description),
      });
    }
  return [...options.values()];
}
