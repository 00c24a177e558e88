/**
 * What callers can depend on of one operation.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import type {
  Body,
  Operation,
  Parameter,
  ParameterEncoding,
  Params,
  Result,
  Sdk,
} from "../sdk/sdk.js";
import { propertyOf, shapeOf, type DeclarationOf } from "./shape-of.js";
import { securityOf } from "./surface-security.js";
import type {
  SurfaceBody,
  SurfaceField,
  SurfaceOperation,
  SurfaceResult,
} from "./surface.js";

interface Context {
  /** The resource: `client.pets`. */
  readonly path: string;
  readonly models: DeclarationOf;
  readonly secondNames: Sdk["secondNames"];
  /** The client's options by the names of security schemes. */
  readonly optionOf: ReadonlyMap<string, string>;
}

export const surfaceOperation = (
  operation: Operation,
  { path, models, secondNames, optionOf }: Context,
): SurfaceOperation => {
  const call = `${path}.${operation.methodName}`;
  const calls = secondNames.flatMap(({ name, to }) =>
    `client.${to.join(".")}` === call ? [`client.${name.join(".")}`] : [],
  );
  const { positional, params, result, paging, security } = operation;
  const wires = new Map(
    operation.parameters.map((parameter) => [
      parameter.key as string,
      wireOf(parameter),
    ]),
  );
  const body = bodyOf(operation, models);
  return {
    id: operation.id,
    call,
    ...(calls.length > 0 && { calls }),
    method: operation.method,
    path: operation.path,
    isDeprecated: operation.doc.deprecated === true,
    positional: positional.map((argument) => ({
      ...propertyOf(
        { ...argument, name: argument.wireName, optional: false },
        models,
      ),
      name: argument.name,
      wire: wires.get(argument.wireName) ?? "",
    })),
    ...(params && { params: paramsOf(params, { wires, models }) }),
    ...(body && { body }),
    result: resultOf(result, models),
    headers: [...(result.headers ?? [])].sort(),
    errors: sortedMap(
      operation.errors.responses.map(({ status, body: type }) => [
        String(status),
        shapeOf(type, models),
      ]),
    ),
    ...(paging && {
      paging: {
        by: paging.by,
        param: [...(paging.param ?? [])],
        items: [...paging.items],
      },
    }),
    ...(operation.idempotencyHeader !== undefined && {
      idempotencyHeader: operation.idempotencyHeader,
    }),
    ...(security && { security: securityOf(security, optionOf) }),
    ...(operation.server !== undefined && { server: operation.server }),
  };
};

interface ParamsContext {
  readonly wires: ReadonlyMap<string, string>;
  readonly models: DeclarationOf;
}

const paramsOf = (
  { optional, mayBeOptions = false, fields }: Params,
  { wires, models }: ParamsContext,
): NonNullable<SurfaceOperation["params"]> => ({
  isOptional: optional,
  mayBeOptions,
  fields: sortedMap(
    fields
      .filter(({ from }) => from !== "body")
      .map((field): [string, SurfaceField] => [
        field.name,
        { ...propertyOf(field, models), wire: wires.get(field.name) ?? "" },
      ]),
  ),
});

const wireOf = ({ name, in: location, encoding }: Parameter): string =>
  [location, name, encodingText(encoding)]
    .filter((part) => part !== "")
    .join(" ");

const encodingText = (encoding: ParameterEncoding): string => {
  switch (encoding.kind) {
    case "default":
      return "";
    case "json":
      return encoding.kind;
    case "style":
      return [
        encoding.style,
        ...(encoding.explode ? ["explode"] : []),
        ...(encoding.allowReserved ? ["reserved"] : []),
      ].join(" ");
    case "nested":
      return `${encoding.arrays} ${encoding.objects}`;
    case "querystring":
      return JSON.stringify(encoding);
  }
};

const bodyOf = (
  { body, sent = new Map() }: Operation,
  models: DeclarationOf,
): SurfaceBody | undefined =>
  body && {
    isRequired: body.required,
    passedAs: body.fields
      ? { kind: "fields", keys: keysOf(body) }
      : { kind: "key", key: body.key },
    types: new Map(
      [...sent].map(([mediaType, type]) => [mediaType, shapeOf(type, models)]),
    ),
    ...(body.encoding && { wire: JSON.stringify(body.encoding) }),
  };

/** Fields whose key in `params` is not their name. */
const keysOf = ({ fields = [] }: Body): ReadonlyMap<string, string> =>
  sortedMap(
    fields
      .filter(({ name, key }) => (name as string) !== (key as string))
      .map(({ name, key }) => [name, key]),
  );

const resultOf = (result: Result, models: DeclarationOf): SurfaceResult => ({
  kind: result.kind,
  status: result.status,
  type: shapeOf(result.type, models),
  alternatives: sortedMap(
    (result.alternatives ?? []).map(({ mediaType, kind, type }) => [
      mediaType,
      { kind, type: shapeOf(type, models) },
    ]),
  ),
  ...(result.streaming && {
    streaming: {
      key: result.streaming.key,
      item: shapeOf(result.streaming.format.type, models),
    },
  }),
});
