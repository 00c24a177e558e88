/**
 * Holds a loaded document against the tables of objects: what `document.ts` promises to the model.
 */
import type { Document, Pointer } from "../../generator/openapi/document.js";
import {
  contentOf,
  type FieldType,
  type ObjectKind,
  openapiRoot,
  type Scalar,
  sections,
  shapeOf,
} from "../../generator/openapi/grammar.js";
import { parsePointer, valueAt } from "../../generator/openapi/pointers.js";
import { isRecord } from "../../generator/openapi/records.js";

const isScalar: Readonly<Record<Scalar, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  nonNegativeInteger: (value) => Number.isInteger(value) && Number(value) >= 0,
  // In the 3.1 dialect a number alone.
  exclusiveBound: (value) => typeof value === "number",
  typeNames: (value) =>
    [value].flat().every((name) => typeof name === "string"),
};

/** Everything that is not as the tables say, as `#/info/title: …`; empty when the promise holds. */
export const violationsOf = ({ root }: Document): readonly string[] => {
  const violations: string[] = [];
  const visited = new Set<string>();

  const fail = (pointer: Pointer, reason: string): void => {
    violations.push(`#/${pointer.join("/")}: ${reason}`);
  };

  const follow = (ref: unknown, kind: ObjectKind, from: Pointer): void => {
    const pointer =
      typeof ref === "string" && ref.startsWith("#/")
        ? parsePointer(ref.slice(1))
        : undefined;
    const target = pointer && valueAt(root, pointer);
    if (pointer === undefined || target === undefined) {
      fail(from, `leads nowhere: ${JSON.stringify(ref)}`);
    } else check(target, { form: "object", kind }, pointer);
  };

  const checkObject = (
    node: Readonly<Record<string, unknown>>,
    kind: ObjectKind,
    pointer: Pointer,
  ): void => {
    const id = JSON.stringify([kind, pointer]);
    if (visited.has(id)) return;
    visited.add(id);
    if (sections.has(kind) && Object.hasOwn(node, "$ref")) {
      follow(node.$ref, kind, pointer);
      if (kind !== "schema") return;
    }
    const shape = shapeOf(kind);
    for (const [name] of shape.requiredOrExpected) {
      if (!Object.hasOwn(node, name)) fail(pointer, `lacks ${name}`);
    }
    for (const [name, value] of Object.entries(node)) {
      const content = contentOf(shape, name);
      if (content !== undefined) check(value, content, [...pointer, name]);
    }
    if (kind !== "discriminator") return;
    for (const ref of Object.values(
      isRecord(node.mapping) ? node.mapping : {},
    )) {
      follow(ref, "schema", [...pointer, "mapping"]);
    }
  };

  const check = (
    value: unknown,
    content: FieldType,
    pointer: Pointer,
  ): void => {
    switch (content.form) {
      case "any":
        return;
      case "scalar":
        if (!isScalar[content.scalar](value)) {
          fail(pointer, `no ${content.scalar}: ${JSON.stringify(value)}`);
        }
        return;
      case "array":
        if (!Array.isArray(value)) fail(pointer, "no array");
        else {
          value.forEach((item: unknown, index) => {
            check(item, content.of, [...pointer, `${index}`]);
          });
        }
        return;
      case "map":
        if (!isRecord(value)) fail(pointer, "no map");
        else {
          for (const [key, member] of Object.entries(value)) {
            check(member, content.of, [...pointer, key]);
          }
        }
        return;
      case "object":
        if (isRecord(value)) checkObject(value, content.kind, pointer);
        else if (content.kind !== "schema" || typeof value !== "boolean") {
          fail(pointer, `no ${content.kind}: ${JSON.stringify(value)}`);
        }
    }
  };

  check(root, openapiRoot, []);
  return violations;
};
