/**
 * Where requests go (OpenAPI 3.1.1 section 4.8.5).
 */
import type { Server } from "../../openapi/document.js";
import type { ServerOptions, Text } from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { isRecord } from "../../openapi/records.js";

export interface PlannedServers {
  /** The first one with the defaults of its variables. */
  readonly baseURL?: Text;
  /** What the caller can choose, where there is a choice. */
  readonly servers?: ServerOptions;
  /** The first one, where the document does not say what it is relative to. */
  readonly relativeServer?: Text;
}

/** @param others servers of single operations, whose variables are filled in too */
export function planServers(
  root: readonly Server[] | undefined,
  others: readonly Server[],
): PlannedServers {
  const declared = Array.isArray(root) ? root.filter(isServer) : [];
  const absolute = preferred(declared.filter((one) => isAbsolute(filled(one))));
  const [first] = absolute;
  const [relative] = declared;
  const variables = variablesOf([...absolute, ...others.filter(isServer)]);
  return {
    ...(first
      ? { baseURL: filled(first) as Text }
      : relative && { relativeServer: relative.url as Text }),
    ...(first &&
      (absolute.length > 1 || variables.length > 0) && {
        servers: {
          urls: absolute.map((server) => ({
            name: (nameOf(server) ?? trimmed(server.url)) as Text,
            url: templateOf(server, variables),
            doc: describedBy(server.description),
          })),
          variables,
        },
      }),
  };
}

/**
 * An operation's own server, with its variables still in it.
 * @returns undefined where the document does not say what it is relative to
 */
export function operationServer(
  server: Server | undefined,
  { baseURL, servers }: PlannedServers,
): Text | undefined {
  if (!server || !isServer(server)) return undefined;
  if (isAbsolute(filled(server)))
    return templateOf(server, servers?.variables ?? []);
  if (baseURL === undefined || !URL.canParse(filled(server), baseURL))
    return undefined;
  return trimmed(new URL(filled(server), `${baseURL}/`).href) as Text;
}

const isServer = (server: unknown): server is Server =>
  isRecord(server) && typeof server["url"] === "string";

const isAbsolute = (url: string): boolean => /^https?:\/\//i.test(url);

const trimmed = (url: string): string => url.replace(/(?<!\/)\/+$/, "");

function filled({ url, variables = {} }: Server): string {
  const values = new Map(Object.entries(variables));
  return trimmed(
    url.replace(/\{([^{}]*)\}/g, (hole, name: string) => {
      const value: unknown = values.get(name)?.default;
      return typeof value === "string" ? value : hole;
    }),
  );
}

/** The URL with its variables; `{name=default}` where another server has another default. */
const templateOf = (
  { url, variables = {} }: Server,
  shared: ServerOptions["variables"],
): Text =>
  trimmed(url).replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const own: unknown = new Map(Object.entries(variables)).get(name)?.default;
    const usual = shared.find((variable) => variable.name === name);
    return typeof own !== "string" ||
      !usual ||
      own === usual.defaultValue ||
      /[{}]/.test(own)
      ? hole
      : `{${name}=${own}}`;
  }) as Text;

/** Each once; plain http makes way for https at the same place. */
function preferred(servers: readonly Server[]): Server[] {
  const urls = new Set(servers.map(({ url }) => trimmed(url)));
  const found = new Map<string, Server>();
  for (const server of servers) {
    const secure = trimmed(server.url).replace(/^http:/i, "https:");
    const url = urls.has(secure) ? secure : trimmed(server.url);
    const before = found.get(url);
    if (!before) found.set(url, { ...server, url });
  }
  return [...found.values()];
}

/** 3.2 has names for servers. */
const nameOf = ({ name }: Server): string | undefined =>
  typeof name === "string" && name !== "" ? name : undefined;

/** One option for each name, with the values that any of the servers allows. */
function variablesOf(
  servers: readonly Server[],
): ServerOptions["variables"][number][] {
  const found = new Map<string, ServerOptions["variables"][number]>();
  for (const { variables } of servers)
    for (const [name, variable] of Object.entries(variables ?? {})) {
      if (!isRecord(variable) || typeof variable.default !== "string") continue;
      const values = Array.isArray(variable.enum)
        ? (variable.enum as unknown[]).map(String)
        : [];
      const before = found.get(name);
      const open = values.length === 0 || before?.values.length === 0;
      found.set(name, {
        name: name as Text,
        defaultValue: before?.defaultValue ?? (variable.default as Text),
        values: open
          ? []
          : ([...new Set([...(before?.values ?? []), ...values])] as Text[]),
        doc: before?.doc ?? describedBy(variable.description),
      });
    }
  return [...found.values()];
}
