/**
 * What changed of the client and the package: names, options, servers, environment variables.
 */
import type { Surface } from "../surface/surface.js";
import { renamedVariable } from "./client-environment.js";
import { compareCredentials } from "./credentials.js";
import type { Finding } from "./finding.js";
import { compareServers } from "./servers.js";

/** @param renamed new options of credentials by their old ones */
export const compareClients = (
  old: Surface,
  now: Surface,
  renamed: ReadonlyMap<string, string>,
): readonly Finding[] => [
  ...compareNames(old, now),
  ...compareServers(old.client, now.client),
  ...compareCredentials(old, now, renamed),
  ...compareParameters(old.client, now.client),
  ...compareSecrets(old.client, now.client),
  ...compareBrowsers(old.client, now.client),
  ...comparePackages(old.package, now.package),
];

type Client = Surface["client"];

const compareNames = (old: Surface, now: Surface): readonly Finding[] =>
  old.client.className === now.client.className
    ? []
    : [
        {
          kind: "client-renamed",
          where: old.client.className,
          to: now.client.className,
        },
      ];

/** Parameters that are options of the client. */
const compareParameters = (old: Client, now: Client): readonly Finding[] => {
  const at = (option: string) => ({ where: `client.options.${option}` });
  return [
    ...[...now.parameters].flatMap(([option, parameter]): Finding[] => {
      const before = old.parameters.get(option);
      if (!before)
        return [{ kind: "parameter-added", ...at(option), degree: "required" }];
      const [was, is] = [before.type ?? "string", parameter.type ?? "string"];
      return [
        ...(was === is
          ? []
          : [
              {
                kind: "type-changed" as const,
                ...at(option),
                position: "input" as const,
                old: was,
                new: is,
              },
            ]),
        ...renamedVariable(before.environment, parameter.environment),
      ];
    }),
    ...[...old.parameters.keys()]
      .filter((option) => !now.parameters.has(option))
      .map((option) => ({
        kind: "parameter-removed" as const,
        ...at(option),
      })),
  ];
};

/** Where only one side has a secret, its method is what came or went. */
const compareSecrets = (
  { webhookSecret: old }: Client,
  { webhookSecret: now }: Client,
): readonly Finding[] =>
  old && now
    ? [
        ...(old.option === now.option
          ? []
          : [
              {
                kind: "parameter-added" as const,
                where: `client.options.${now.option}`,
              },
              {
                kind: "parameter-removed" as const,
                where: `client.options.${old.option}`,
              },
            ]),
        ...renamedVariable(old.environment, now.environment),
      ]
    : [];

/** The option that lets credentials be used where whoever uses the page can read them. */
const compareBrowsers = (old: Client, now: Client): readonly Finding[] => {
  const where = "client.options.dangerouslyAllowBrowser";
  const [before, after] = [old, now].map(({ credentials }) =>
    [...credentials.values()].some(({ isPersonal }) => !isPersonal),
  );
  // Whoever passed it passed a credential that is no longer taken either.
  const areGone = [...old.credentials.keys()].some(
    (option) => !now.credentials.has(option),
  );
  if (before === after || areGone || old.credentials.size === 0) return [];
  return after
    ? [{ kind: "parameter-added", where, isRisky: true }]
    : [{ kind: "parameter-removed", where }];
};

const comparePackages = (
  old: Surface["package"],
  now: Surface["package"],
): readonly Finding[] => {
  const at = (path: string) => ({ where: `package.exports[${path}]` });
  const before = leastMajor(old.node);
  const after = leastMajor(now.node);
  return [
    ...(old.name === now.name
      ? []
      : [
          {
            kind: "package-renamed" as const,
            where: "package.name",
            old: old.name,
            to: now.name,
          },
        ]),
    ...now.exports
      .filter((path) => !old.exports.includes(path))
      .map((path) => ({ kind: "export-added" as const, ...at(path) })),
    ...old.exports
      .filter((path) => !now.exports.includes(path))
      .map((path) => ({ kind: "export-removed" as const, ...at(path) })),
    ...(before === after
      ? []
      : [
          {
            kind:
              after > before
                ? ("engines-raised" as const)
                : ("engines-lowered" as const),
            where: "package.engines.node",
            ...(old.node !== undefined && { old: old.node }),
            ...(now.node !== undefined && { new: now.node }),
          },
        ]),
  ];
};

/** The least version that a range names: `20` of `>=20`. */
const leastMajor = (range = ""): number =>
  Math.min(...[...range.matchAll(/\d+(?:\.\d+)?/g)].map(Number), Infinity);
