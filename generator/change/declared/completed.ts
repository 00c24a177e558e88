/**
 * A surface that was read from declarations, with what they do not say put in from the other side: the
 * comparison then finds changes of what is known, and none of what is not.
 */
import { sortedMap } from "../../diagnostics/code-units.js";
import type {
  Surface,
  SurfaceModel,
  SurfaceOperation,
} from "../../surface/surface.js";
import { findModelRenames } from "../model-renames.js";
import { routeOf } from "../operation-pairs.js";
import { completedAccess } from "./completed-access.js";
import { completedClient } from "./completed-client.js";
import { completedOperation } from "./completed-operation.js";
import { completedSecurity } from "./completed-security.js";
import { wholeOf } from "./divided-params.js";

/** The surface itself, unless it was read from declarations. */
export const completed = (surface: Surface, other: Surface): Surface => {
  if (!surface.isDeclared) return surface;
  const named = withNames(surface.operations, other.operations);
  const secured = completedSecurity({ ...surface, operations: named }, other);
  const { client } = secured;
  const renamed = findModelRenames(other, surface);
  const models = {
    own: surface.models,
    ownName: (name: string): string => renamed.get(name) ?? name,
    others: other.models,
  };
  const filled: Surface = {
    ...surface,
    // A package that says nothing of Node.js excludes no version.
    package: {
      ...(other.package.node !== undefined && { node: other.package.node }),
      ...surface.package,
    },
    ...(other.aliases && { aliases: other.aliases }),
    ...(other.links && { links: other.links }),
    client: completedClient(client, other.client),
    models: completedModels(surface.models, other.models),
    operations: new Map(
      [...secured.operations].map(([name, operation]) => {
        const like = counterpart(name, operation, other.operations);
        return [
          name,
          like ? completedOperation(operation, like, models) : operation,
        ];
      }),
    ),
  };
  return completedAccess(filled, other);
};

type Operations = Surface["operations"];

/** Operations that no function is there for have the names of those that are called by the same method. */
const withNames = (own: Operations, others: Operations): Operations => {
  const byCall = new Map([...others].map(([name, { call }]) => [call, name]));
  return sortedMap(
    [...own].map(([name, operation]) => {
      const function_ = name === operation.call ? byCall.get(name) : undefined;
      return [function_ ?? name, operation];
    }),
  );
};

/** The operation of the other side: by its name, or by its route where that is known. */
const counterpart = (
  name: string,
  operation: SurfaceOperation,
  others: Operations,
): SurfaceOperation | undefined =>
  others.get(name) ??
  (operation.unknown?.has("route") === true
    ? undefined
    : [...others.values()].find((one) => routeOf(one) === routeOf(operation)));

/** Which schema a model is of, and of which other one it is a form, is in no declaration. */
const completedModels = (
  own: Surface["models"],
  others: Surface["models"],
): Surface["models"] =>
  new Map(
    [...own].map(([name, model]): [string, SurfaceModel] => {
      const { schema, formOf } = others.get(name) ?? {};
      const whole = formOf ?? (others.has(name) ? undefined : wholeOf(name));
      return [
        name,
        {
          ...model,
          ...(schema !== undefined && { schema }),
          ...(whole !== undefined && own.has(whole) && { formOf: whole }),
        },
      ];
    }),
  );
