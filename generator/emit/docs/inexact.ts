/** Whether an SDK has integers that JavaScript's numbers may not hold. */
import type { Doc, Property, Sdk, Type } from "../../sdk/sdk.js";
import { childTypes, inexactInteger } from "../../sdk/types.js";
import { operationsOf } from "../source/tree.js";

const isInexact = ({ constraints = [] }: Doc): boolean =>
  constraints.includes(inexactInteger);

const isInexactProperty = ({ doc, type }: Property): boolean =>
  isInexact(doc) || isInexactType(type);

const isInexactType = (type: Type): boolean =>
  type.kind === "object"
    ? type.properties.some(isInexactProperty) ||
      (type.index !== undefined && isInexactType(type.index))
    : childTypes(type).some(isInexactType);

export const hasInexactIntegers = (sdk: Sdk): boolean =>
  sdk.models.some(
    ({ doc, declaration }) =>
      isInexact(doc) ||
      isInexactType(
        declaration.kind === "interface" ? declaration.body : declaration.type,
      ),
  ) ||
  [...operationsOf(sdk)].some(
    ({ operation: { positional, params } }) =>
      positional.some(({ doc }) => isInexact(doc)) ||
      params?.fields.some(isInexactProperty) === true,
  );
