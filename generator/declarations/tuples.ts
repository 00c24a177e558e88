/**
 * Lists whose items have types of their own.
 */
import type { ts } from "ts-morph";
import type { Shape } from "../surface/shape.js";
import { typescript } from "../write/typescript.js";
import type { ShapeReader } from "./shape-reader.js";

/** As it is written. */
export const writtenTuple = (
  { elements }: ts.TupleTypeNode,
  reader: ShapeReader,
): Shape => {
  const items: { type: Shape; isOptional: boolean }[] = [];
  let rest: Shape | undefined;
  for (const element of elements) {
    const isNamed = typescript.isNamedTupleMember(element);
    const isRest = isNamed
      ? element.dotDotDotToken !== undefined
      : typescript.isRestTypeNode(element);
    const isOptional = isNamed
      ? element.questionToken !== undefined
      : typescript.isOptionalTypeNode(element);
    const node =
      isNamed ||
      typescript.isRestTypeNode(element) ||
      typescript.isOptionalTypeNode(element)
        ? element.type
        : element;
    const type = reader.ofNode(node);
    if (!isRest) items.push({ type, isOptional });
    else rest = type.kind === "array" ? type.item : { kind: "unresolved" };
  }
  return { kind: "tuple", items, ...(rest && { rest }) };
};

/** As it is computed. */
export const tupleOf = (type: ts.ObjectType, reader: ShapeReader): Shape => {
  const reference = type as ts.TupleTypeReference;
  const { elementFlags } = reference.target;
  const { Optional, Variable } = typescript.ElementFlags;
  const items: { type: Shape; isOptional: boolean }[] = [];
  let rest: Shape | undefined;
  reader.checker.getTypeArguments(reference).forEach((one, index) => {
    const flags = elementFlags[index] ?? 0;
    const item = reader.ofType(one);
    if (flags & Variable) rest = item;
    else items.push({ type: item, isOptional: (flags & Optional) !== 0 });
  });
  return { kind: "tuple", items, ...(rest && { rest }) };
};
