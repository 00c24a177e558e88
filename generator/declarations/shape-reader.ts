/** What reads declared types: parts of types need it for what is inside them. */
import type { ts } from "ts-morph";
import type { Shape } from "../surface/shape.js";

export interface ShapeReader {
  readonly checker: ts.TypeChecker;
  ofNode(node: ts.TypeNode): Shape;
  ofType(type: ts.Type): Shape;
}
