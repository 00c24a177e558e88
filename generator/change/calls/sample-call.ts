/**
 * A call of an operation as a caller writes it: what it asks for, and what a sample is about.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import { followModels } from "../../surface/follow-models.js";
import type { Shape } from "../../surface/shape.js";
import type { Surface, SurfaceOperation } from "../../surface/surface.js";
import { sampleValue } from "./sample-value.js";

export interface SampleCall {
  /** `client.pets.get`, or `getPet` with the client as its first argument. */
  readonly callee: string;
  readonly operation: SurfaceOperation;
  readonly models: Surface["models"];
  /** A field of `params` that is passed although it may be left out. */
  readonly field: string | undefined;
  /** Options are passed too. */
  readonly hasOptions: boolean;
}

/** Others are spread from a variable. */
const mostFields = 4;

export const sampleCall = ({
  callee,
  operation,
  models,
  field,
  hasOptions,
}: SampleCall): string => {
  const { positional } = operation;
  const fields = fieldsOf(operation, models).filter(
    ({ name, isOptional }) => !isOptional || name === field,
  );
  const shown =
    fields.length <= mostFields
      ? fields
      : fields.filter(({ name }) => name === field);
  const members = [
    ...(shown.length < fields.length ? ["...params"] : []),
    ...shown.map(({ name, type }) => memberOf(name, type, models)),
  ];
  const params = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  const isPassed =
    operation.params &&
    (members.length > 0 ||
      !operation.params.isOptional ||
      (hasOptions && !operation.params.mayBeOptions));
  const values = [
    ...(callee.startsWith("client.") ? [] : ["client"]),
    ...positional.map(({ name, type }) =>
      sampleValue({ name, type, text: "1" }, models),
    ),
    ...(isPassed ? [params] : []),
    ...(hasOptions ? ["options"] : []),
  ];
  return `${callee}(${values.join(", ")})`;
};

const memberOf = (
  name: string,
  type: Shape,
  models: Surface["models"],
): string => {
  const value = sampleValue({ name, type, text: "…" }, models);
  if (value === name) return name;
  return `${isIdentifier(name) ? name : JSON.stringify(name)}: ${value}`;
};

interface SampleField {
  readonly name: string;
  readonly type: Shape;
  readonly isOptional: boolean;
}

/** Those of the parameters, then those of the body. */
const fieldsOf = (
  { params, body }: SurfaceOperation,
  models: Surface["models"],
): readonly SampleField[] => [
  ...[...(params?.fields ?? [])].map(([name, { type, isOptional }]) => ({
    name,
    type,
    isOptional,
  })),
  ...(body ? bodyFields(body, models) : []),
];

const bodyFields = (
  { types, isRequired, passedAs }: NonNullable<SurfaceOperation["body"]>,
  models: Surface["models"],
): readonly SampleField[] => {
  const [type] = types.values();
  if (!type) return [];
  if (passedAs.kind === "key")
    return [{ name: passedAs.key, type, isOptional: !isRequired }];
  const record = followModels(type, models);
  return record.kind === "object"
    ? [...record.properties]
        .filter(([, { access }]) => access !== "readOnly")
        .map(([name, property]) => ({
          name: passedAs.keys.get(name) ?? name,
          type: property.type,
          isOptional: property.isOptional || !isRequired,
        }))
    : [];
};
