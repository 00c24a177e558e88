/**
 * How a caller makes a client, and what else it imports.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import { credentialsTypeOf, neededSets } from "../surface/surface-security.js";
import { runtimeTypesOf } from "../surface/runtime-types.js";
import type { Surface, SurfaceClient } from "../surface/surface.js";
import { typeText } from "./caller-types.js";
import { readStatements } from "./read-statements.js";
import type { PayloadGroup, Use } from "./use.js";

export const clientUses = (surface: Surface): readonly Use[] => [
  ...namesOf(surface),
  ...constructions(surface),
  ...payloadUses(surface),
  ...linkUses(surface),
  ...[...runtimeTypesOf(surface)].map(([name, operations]): Use => ({
    where: name,
    subject: { kind: "export", name, operations },
    statements: [`given<sdk.${name}>();`],
  })),
];

/** The types of the client, including that of the required credentials. */
const namesOf = (surface: Surface): readonly Use[] => {
  const { className, coreName, errorName } = surface.client;
  const types = [className, coreName, errorName]
    .filter(isIdentifier)
    .flatMap((name) =>
      name === errorName ? [name] : [name, `${name}Options`],
    );
  const credentials = credentialsTypeOf(surface);
  return [
    {
      where: "client",
      subject: { kind: "client" },
      statements: [
        ...types.map((name) => `given<sdk.${name}>();`),
        ...(credentials === undefined
          ? []
          : [`take<sdk.${credentials}>({ headers: {} });`]),
      ],
    },
  ];
};

const payloadUses = ({
  models,
  webhooks,
  callbacks = new Map(),
  webhookMethods = new Map(),
}: Surface): readonly Use[] => [
  ...[...webhookMethods].map(([name, use]): Use => ({
    where: name,
    subject: { kind: "client" },
    statements: [
      `take<(message: never, options: never) => ${use === "verify" ? "Promise<unknown>" : "unknown"}>(${name.startsWith("client.") ? name : `sdk.${name}`});`,
    ],
  })),
  ...payloads(webhooks, { group: "webhooks", models }),
  ...payloads(callbacks, { group: "callbacks", models }),
];

/** Arguments of links are of the type `never`, which fits any: only their keys are checked. */
const linkUses = ({ links = new Map() }: Surface): readonly Use[] =>
  [...links]
    .filter(([name]) => isIdentifier(name))
    .map(([name, { from, reads, request, positional, params }]): Use => {
      const argument = (keys: readonly string[]): readonly string[] =>
        keys.length === 0
          ? []
          : [
              `{ ${keys.map((key) => `${JSON.stringify(key)}: given<never>()`).join(", ")} }`,
            ];
      const call = `sdk.${name}(${[...argument(reads), ...argument(request)].join(", ")})`;
      return {
        where: name,
        subject: { kind: "export", name, operations: [from] },
        statements: [
          `void ${call};`,
          ...positional.map((_, index) => `void ${call}[${String(index)}];`),
          ...params.map(
            (key) =>
              `void ${call}[${String(positional.length)}][${JSON.stringify(key)}];`,
          ),
        ],
      };
    });

const payloads = (
  types: Surface["webhooks"],
  { group, models }: Pick<Surface, "models"> & { readonly group: PayloadGroup },
): readonly Use[] =>
  [...types].map(([name, type]) => {
    const all = group === "webhooks" ? "WebhookPayloads" : "CallbackPayloads";
    const payload = `given<sdk.${all}[${JSON.stringify(name)}]>()`;
    return {
      where: `${group}.${name}`,
      direction: "output",
      subject: { kind: "payload", group, name },
      statements: [
        `take<${typeText(type, "Received")}>(${payload});`,
        ...readStatements(type, { value: payload, models }),
      ],
    };
  });

const constructions = (surface: Surface): readonly Use[] => {
  const { client } = surface;
  const { credentials, parameters, serverVariables } = client;
  const sets = neededSets(surface);
  const [first = []] = sets;
  const made = (where: string, own: readonly string[]): Use => ({
    where,
    subject: { kind: "client" },
    direction: "input",
    statements: constructorCalls(client, [
      ...(client.baseURL === undefined ? ['baseURL: "https://a.example"'] : []),
      ...own,
    ]),
  });
  const passed = (options: readonly string[]): readonly string[] =>
    [...new Set(options)].flatMap((option) => {
      const kind = credentials.get(option)?.kind;
      return kind === undefined || !isIdentifier(option)
        ? []
        : [`${option}: ${kind === "basic" ? basic : '"secret"'}`];
    });
  const hasApplicationCredential = [...credentials.values()].some(
    ({ isPersonal }) => !isPersonal,
  );
  const tokenSources = [...credentials].filter(
    ([option, { tokenURL }]) => tokenURL && isIdentifier(option),
  );
  return [
    ...sets.map((set) => made("client.options", passed(set))),
    ...[...credentials.keys()].map((option) =>
      made(`client.options.${option}`, passed([...first, option])),
    ),
    ...(hasApplicationCredential
      ? [
          made("client.options.dangerouslyAllowBrowser", [
            ...passed(first),
            "dangerouslyAllowBrowser: true",
          ]),
        ]
      : []),
    ...tokenSources.map(([option, { tokenURL }]) =>
      made(`client.options.${option}`, [
        ...passed(first.filter((one) => one !== option)),
        `${option}: { clientId: "i", clientSecret: "s"${tokenURL === "passed" ? ', tokenURL: "https://a.example"' : ""} }`,
      ]),
    ),
    ...[...parameters]
      .filter(([option]) => isIdentifier(option))
      .map(([option, { type }]) =>
        made(`client.options.${option}`, [
          ...passed(first),
          `${option}: ${parameterValues[type ?? "string"]}`,
        ]),
      ),
    ...[...serverVariables].map(([name, { values }]) =>
      made(`client.options.serverVariables.${name}`, [
        ...passed(first),
        `serverVariables: { ${JSON.stringify(name)}: ${variableType(values)} }`,
      ]),
    ),
  ];
};

const parameterValues = { string: '"x"', number: "1", boolean: "true" };

const basic = '{ username: "u", password: "p" }';

const variableType = (values: readonly string[]): string =>
  values.length === 0
    ? '"x"'
    : `given<${values.map((value) => JSON.stringify(value)).join(" | ")}>()`;

const constructorCalls = (
  { className, coreName }: SurfaceClient,
  options: readonly string[],
): readonly string[] =>
  [className, coreName]
    .filter(isIdentifier)
    .map((name) => `void new sdk.${name}({ ${options.join(", ")} });`);
