/**
 * What an SDK calls its things, so that no alias takes a name from one of them, and none leads nowhere.
 */
import type { AliasKind } from "../../sdk/aliases.js";
import type { ReservedNames } from "../../sdk/reserved-names.js";
import { clientOptions, credentialOptions } from "../../sdk/credentials.js";
import {
  requiresCredentials,
  neededByClient,
} from "../../sdk/needed-credentials.js";
import type { Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { familyOf } from "../names/client-names.js";
import { reservedExports, reservedMembers } from "../names/names.js";

export interface ExportedNames {
  /** Names and paths by what they are of. */
  readonly declared: Readonly<Record<AliasKind, ReadonlySet<string>>>;
  /** True if nothing else is exported under this name. */
  readonly isFreeExport: (name: string) => boolean;
  /** True if the resource, or the client itself, has no such member. */
  readonly isFreeMember: (path: readonly string[]) => boolean;
  /** True if the client takes no other option of this name. */
  readonly isFreeOption: (name: string) => boolean;
}

export function exportedNames(
  sdk: Omit<Sdk, "webhookMethods"> & Partial<Pick<Sdk, "webhookMethods">>,
  reserved: ReservedNames,
): ExportedNames {
  const methods = new Set<string>();
  // Methods that are no operations of their own.
  const further = new Set<string>();
  const resources = new Set<string>();
  const classes = new Set<string>();
  const functions = new Set<string>();
  const types = new Set<string>(sdk.models.map(({ name }) => name));
  const addOperation = (operation: Operation, path: readonly string[]) => {
    functions.add(operation.functionName);
    methods.add([...path, operation.methodName].join("."));
    types.add(operation.errors.name);
    if (operation.params) types.add(operation.params.name);
  };
  const addResources = (list: readonly Resource[], path: readonly string[]) => {
    for (const { property, className, operations, children } of list) {
      const own = [...path, property];
      resources.add(own.join("."));
      classes.add(className);
      for (const operation of operations) addOperation(operation, own);
      addResources(children, own);
    }
  };
  for (const operation of sdk.operations) addOperation(operation, []);
  addResources(sdk.resources, []);
  for (const { name } of [...sdk.secondNames, ...(sdk.webhookMethods ?? [])])
    further.add(name.join("."));
  for (const { in: place, option } of sdk.client.parameters)
    if (place === "client") further.add(option);
  types.add(`${sdk.client.coreName}Options`);
  const taken = new Set<string>([
    ...functions,
    ...types,
    ...classes,
    ...reservedExports,
    ...reserved.exports,
    ...familyOf(sdk.client.className).filter(
      (name) =>
        name !== sdk.client.credentialsName ||
        requiresCredentials(neededByClient(sdk)),
    ),
    ...[...sdk.names]
      .filter(([id]) => /^(?:params|answer|errors|link) /.test(id))
      .map(([, name]) => name),
  ]);
  const options = new Set<string>([
    ...sdk.client.schemes
      .flatMap((scheme) => [
        ...credentialOptions(scheme),
        ...clientOptions(scheme),
      ])
      .map(({ option }) => option),
    ...sdk.client.parameters.map(({ option }) => option),
    ...(sdk.client.webhookSecret ? [sdk.client.webhookSecret.option] : []),
  ]);
  return {
    declared: {
      function: functions,
      method: methods,
      resource: resources,
      type: types,
      class: classes,
      client: new Set([sdk.client.className]),
      // A user name and a password are two options of one scheme: no old name stands for them.
      credential: new Set(
        sdk.client.schemes
          .filter((scheme) => credentialOptions(scheme).length === 1)
          .map(({ option }) => option),
      ),
    },
    isFreeExport: (name) => !taken.has(name),
    isFreeOption: (name) =>
      !options.has(name) && !reserved.clientOptions.has(name),
    isFreeMember: (path) => {
      const whole = path.join(".");
      const member = path.at(-1) ?? "";
      return (
        !methods.has(whole) &&
        !further.has(whole) &&
        !resources.has(whole) &&
        !reservedMembers.has(member) &&
        !reserved.clientMembers.has(path[0] ?? "")
      );
    },
  };
}
