/**
 * The surface of an SDK: what its callers can depend on.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import { notedAliases } from "../sdk/aliases.js";
import { clientOptions, credentialOptions } from "../sdk/credentials.js";
import type {
  AuthScheme,
  Client,
  Model,
  Operation,
  Resource,
  Sdk,
  ServerOptions,
  Webhook,
} from "../sdk/sdk.js";
import { isVerifiable } from "../sdk/webhooks.js";
import { surfaceLinks } from "./links-of.js";
import { surfaceOperation } from "./operation-of.js";
import { securityOf } from "./surface-security.js";
import { declaredShape, shapeOf, type DeclarationOf } from "./shape-of.js";
import type { Shape } from "./shape.js";
import type {
  Surface,
  SurfaceClient,
  SurfaceCredential,
  SurfaceModel,
} from "./surface.js";

export const surfaceOf = (sdk: Sdk): Surface => {
  const declarations = new Map<string, Model["declaration"]>(
    sdk.models.map(({ name, declaration }) => [name, declaration]),
  );
  const models: DeclarationOf = (name) => declarations.get(name);
  const optionOf = new Map<string, string>(
    sdk.client.schemes.map(({ name, option }) => [name, option]),
  );
  const { engines, exports, name } = sdk.package;
  const node = engines.get("node");
  const surface: Surface = {
    package: {
      name,
      exports: [...exports.keys()].sort(),
      ...(node !== undefined && { node }),
    },
    client: clientOf(sdk.client, optionOf),
    operations: sortedMap(
      placedOperations(sdk).map(({ operation, path }) => [
        operation.functionName,
        surfaceOperation(operation, {
          path,
          models,
          optionOf,
          secondNames: sdk.secondNames,
        }),
      ]),
    ),
    models: modelsOf(sdk.models, models),
    webhooks: payloadsOf(sdk.webhooks, models),
    ...(sdk.webhooks.length > 0 && { webhookMethods: webhookMethodsOf(sdk) }),
    ...(sdk.links.length > 0 && { links: surfaceLinks(sdk.links) }),
    ...(sdk.callbacks.length > 0 && {
      callbacks: payloadsOf(sdk.callbacks, models),
    }),
  };
  return surfaceWithAliases(surface, sdk);
};

/** With the old names that the SDK keeps. */
export const surfaceWithAliases = (
  surface: Surface,
  { aliases }: Pick<Sdk, "aliases">,
): Surface =>
  aliases.length > 0 ? { ...surface, aliases: notedAliases(aliases) } : surface;

const payloadsOf = (
  list: readonly Webhook[],
  models: DeclarationOf,
): ReadonlyMap<string, Shape> =>
  sortedMap(list.map(({ name, payload }) => [name, shapeOf(payload, models)]));

const webhookMethodsOf = (
  sdk: Pick<Sdk, "webhooks" | "webhookMethods">,
): NonNullable<Surface["webhookMethods"]> =>
  sortedMap([
    ...(isVerifiable(sdk) ? [["verifyWebhook", "verify"] as const] : []),
    ...sdk.webhookMethods.map(
      ({ name, isVerifying }) =>
        [`client.${name.join(".")}`, isVerifying ? "verify" : "parse"] as const,
    ),
  ]);

interface PlacedOperation {
  readonly operation: Operation;
  /** `client.pets` */
  readonly path: string;
}

const placedOperations = (sdk: Sdk): readonly PlacedOperation[] => {
  const inside = (
    list: readonly Resource[],
    above: string,
  ): readonly PlacedOperation[] =>
    list.flatMap(({ property, operations, children }) => {
      const path = `${above}.${property}`;
      return [
        ...operations.map((operation) => ({ operation, path })),
        ...inside(children, path),
      ];
    });
  return [
    ...sdk.operations.map((operation) => ({ operation, path: "client" })),
    ...inside(sdk.resources, "client"),
  ];
};

const modelsOf = (
  list: readonly Model[],
  models: DeclarationOf,
): ReadonlyMap<string, SurfaceModel> =>
  sortedMap(
    list.map(
      ({ name, wireName, formOf, declaration }): [string, SurfaceModel] => {
        const members =
          declaration.kind === "alias" ? declaration.members : undefined;
        return [
          name,
          {
            type: declaredShape(declaration, models),
            ...(wireName !== undefined && { schema: wireName }),
            ...(formOf !== undefined && { formOf }),
            ...(members && {
              members: sortedMap(
                members.map((member) => [member.name, member.value]),
              ),
            }),
          },
        ];
      },
    ),
  );

const clientOf = (
  client: Client,
  optionOf: ReadonlyMap<string, string>,
): SurfaceClient => ({
  className: client.className,
  coreName: client.coreName,
  errorName: client.errorName,
  ...(client.baseURL !== undefined && { baseURL: client.baseURL }),
  serverVariables: variablesOf(client.servers),
  ...serversOf(client.servers),
  credentials: sortedMap(
    client.schemes.flatMap((scheme) => [
      ...credentialOptions(scheme).map(
        ({ option, environment }, index, all): [string, SurfaceCredential] => [
          option,
          {
            ...credentialOf({ ...scheme, environment }),
            ...(all.length > 1 && {
              kind: index === 0 ? "basic username" : "basic password",
            }),
          },
        ],
      ),
      ...clientOptions(scheme).map(
        ({ option, environment }, index): [string, SurfaceCredential] => [
          option,
          {
            environment,
            kind: index === 0 ? "client id" : "client secret",
            sent: "header Authorization",
          },
        ],
      ),
    ]),
  ),
  // A scheme that no operation asks for has no option.
  security: securityOf(
    client.security.filter((set) => set.every((name) => optionOf.has(name))),
    optionOf,
  ),
  parameters: sortedMap(
    client.parameters.map(({ option, environment, type }) => [
      option,
      { environment, ...(type !== "string" && { type }) },
    ]),
  ),
  ...(client.webhookSecret && {
    webhookSecret: {
      option: client.webhookSecret.option,
      environment: client.webhookSecret.environment,
    },
  }),
});

/** One server is nothing to choose from. */
const serversOf = (
  servers: ServerOptions | undefined,
): Pick<SurfaceClient, "servers"> => {
  if (!servers || servers.urls.length < 2) return {};
  const { urls, variables } = servers;
  const defaults = new Map<string, string>(
    variables.map(({ name, defaultValue }) => [name, defaultValue]),
  );
  // `{region}`, or `{region=eu}` where this server has a default of its own.
  const filled = (url: string): string =>
    url.replace(
      /\{([^{}=]*)(?:=([^{}]*))?\}/g,
      (placeholder, name: string, own?: string) =>
        own ?? defaults.get(name) ?? placeholder,
    );
  return {
    servers: sortedMap(urls.map(({ name, url }) => [name, filled(url)])),
  };
};

const variablesOf = (
  servers: ServerOptions | undefined,
): SurfaceClient["serverVariables"] =>
  sortedMap(
    (servers?.variables ?? []).map(({ name, defaultValue, values }) => [
      name,
      { default: defaultValue, values: [...values].sort() },
    ]),
  );

const credentialOf = ({
  environment,
  scheme,
}: AuthScheme): SurfaceCredential => {
  switch (scheme.kind) {
    case "bearer":
      return {
        environment,
        kind: scheme.kind,
        sent: "header Authorization",
        ...(scheme.isPersonal && { isPersonal: true }),
        ...(scheme.clientCredentials && {
          tokenURL:
            scheme.clientCredentials.tokenURL === undefined
              ? "passed"
              : "known",
        }),
      };
    case "basic":
      return {
        environment,
        kind: scheme.kind,
        sent: "header Authorization",
      };
    case "http":
      return {
        environment,
        kind: "http",
        sent: `header Authorization ${scheme.authScheme}`,
      };
    case "apiKey":
      return {
        environment,
        kind: "apiKey",
        sent: `${scheme.in} ${scheme.name}`,
      };
  }
};
