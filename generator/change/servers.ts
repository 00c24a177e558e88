/**
 * What changed of the servers that a client may call, and of the options that choose one.
 */
import type { Surface } from "../surface/surface.js";
import type { Finding } from "./finding.js";

type Client = Surface["client"];

export const compareServers = (
  old: Client,
  now: Client,
): readonly Finding[] => {
  const texts = {
    ...(old.baseURL !== undefined && { old: old.baseURL }),
    ...(now.baseURL !== undefined && { new: now.baseURL }),
  };
  const option = { where: "client.options.baseURL", ...texts };
  return [
    ...(old.baseURL === undefined && now.baseURL !== undefined
      ? [{ kind: "base-url-optional" as const, ...option }]
      : []),
    ...(old.baseURL !== undefined && now.baseURL === undefined
      ? [{ kind: "base-url-required" as const, ...option }]
      : []),
    ...compareURLs(old.baseURL, now.baseURL, "client.baseURL"),
    ...compareChoice(old, now),
    ...compareVariables(old.serverVariables, now.serverVariables),
  ];
};

/** Where requests go: to another host, or to another path of the same one. */
export const compareURLs = (
  old: string | undefined,
  now: string | undefined,
  where: string,
): readonly Finding[] =>
  old === undefined || now === undefined || old === now
    ? []
    : [
        {
          kind:
            originOf(old) === originOf(now)
              ? "base-path-changed"
              : "base-url-changed",
          where,
          old,
          new: now,
        },
      ];

/** The option `server`. Who passes none has the first one, so others may come. */
const compareChoice = (old: Client, now: Client): readonly Finding[] => {
  const where = "client.options.server";
  const { servers: before } = old;
  const { servers: after } = now;
  if (!before) return [];
  if (!after) return [{ kind: "parameter-removed", where }];
  const isDefault = (name: string): boolean =>
    before.get(name) === old.baseURL && after.get(name) === now.baseURL;
  return [...before].flatMap(([name, url]): readonly Finding[] => {
    if (!after.has(name))
      return [
        {
          kind: "enum-value-removed",
          where,
          position: "input",
          value: JSON.stringify(name),
        },
      ];
    // The client's own server tells that already.
    return isDefault(name)
      ? []
      : compareURLs(url, after.get(name), `${where}.${name}`);
  });
};

const originOf = (url: string): string => {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
};

const compareVariables = (
  old: Client["serverVariables"],
  now: Client["serverVariables"],
): readonly Finding[] => {
  const at = (name: string) => ({
    where: `client.options.serverVariables.${name}`,
    position: "input" as const,
  });
  return [
    ...[...now].flatMap(([name, variable]): readonly Finding[] => {
      const before = old.get(name);
      return before
        ? compareValues(before.values, variable.values, at(name))
        : [{ kind: "server-variable-added", ...at(name) }];
    }),
    ...[...old.keys()]
      .filter((name) => !now.has(name))
      .map((name) => ({
        kind: "server-variable-removed" as const,
        ...at(name),
      })),
  ];
};

/** An empty list allows every text. */
const compareValues = (
  old: readonly string[],
  now: readonly string[],
  at: Pick<Finding, "where" | "position">,
): readonly Finding[] => {
  const isAny = { old: old.length === 0, now: now.length === 0 };
  if (isAny.old !== isAny.now)
    return [
      {
        kind: isAny.now ? "type-widened" : "type-narrowed",
        ...at,
        old: valuesType(old),
        new: valuesType(now),
      },
    ];
  const found = (
    kind: "enum-value-added" | "enum-value-removed",
    values: readonly string[],
    others: readonly string[],
  ): readonly Finding[] =>
    values
      .filter((value) => !others.includes(value))
      .map((value) => ({ kind, ...at, value: JSON.stringify(value) }));
  return [
    ...found("enum-value-removed", old, now),
    ...found("enum-value-added", now, old),
  ];
};

const valuesType = (values: readonly string[]): string =>
  values.length === 0
    ? "string"
    : values.map((value) => JSON.stringify(value)).join(" | ");
