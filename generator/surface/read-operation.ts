/**
 * Reads an operation of `sdkwright.surface.json`.
 */
import {
  flag,
  list,
  map,
  number,
  optional,
  record,
  text,
  type Reader,
} from "./readers.js";
import type { ShapeReaders } from "./read-shape.js";
import type {
  SurfaceBody,
  SurfaceField,
  SurfaceOperation,
  SurfaceResult,
} from "./surface.js";
import { fullWire, usual } from "./usual.js";

const texts: Reader<readonly string[]> = (value) => list(value, text);

export const optionSets: Reader<readonly (readonly string[])[]> = (value) =>
  list(value, texts);

/** With the name of the function, which its id is as a rule. */
export const operationWith =
  (shapes: ShapeReaders) =>
  (value: unknown, name: string): SurfaceOperation => {
    const given = record(value);
    return {
      id: text(given["id"] ?? name),
      call: text(given["call"]),
      ...optional(given, "calls", texts),
      method: text(given["method"] ?? usual.method),
      path: text(given["path"]),
      isDeprecated: flag(given["isDeprecated"]),
      ...optional(given, "stability", text),
      ...optional(given, "sunset", text),
      positional: list([given["positional"] ?? []].flat(), (argument) => ({
        ...fieldWith(shapes)(argument, ""),
        name: text(record(argument)["name"]),
      })),
      ...optional(given, "params", (params) => ({
        isOptional: flag(record(params)["isOptional"]),
        mayBeOptions: flag(record(params)["mayBeOptions"]),
        fields: shapes.properties(record(params)["fields"], fieldWith(shapes)),
      })),
      ...optional(given, "body", bodyWith(shapes)),
      result: resultWith(shapes)(given["result"]),
      headers: texts(given["headers"] ?? []),
      errors: map(given["errors"] ?? {}, shapes.shape),
      ...optional(given, "paging", (paging) => ({
        by: text(record(paging)["by"]),
        param: texts(record(paging)["param"]),
        items: texts(record(paging)["items"]),
      })),
      ...optional(given, "idempotencyHeader", text),
      ...optional(given, "security", optionSets),
      ...optional(given, "server", text),
    };
  };

const fieldWith =
  ({ property }: ShapeReaders) =>
  (value: unknown, name: string): SurfaceField => {
    const wire = typeof value === "string" ? undefined : record(value)["wire"];
    return {
      ...property(value),
      wire: fullWire(wire === undefined ? usual.location : text(wire), name),
    };
  };

const bodyWith =
  ({ shape }: ShapeReaders): Reader<SurfaceBody> =>
  (value) => {
    const given = record(value);
    const { key } = given;
    return {
      isRequired: flag(given["isRequired"]),
      passedAs:
        key === undefined
          ? { kind: "fields", keys: map(given["keys"] ?? {}, text) }
          : { kind: "key", key: text(key) },
      types: new Map(
        list(given["types"], (one) => {
          const { mediaType, type } = record(one);
          return [text(mediaType), shape(type)] as const;
        }),
      ),
      ...optional(given, "wire", text),
    };
  };

const resultWith =
  ({ shape }: ShapeReaders): Reader<SurfaceResult> =>
  (value) => {
    const given = record(value);
    return {
      kind: text(given["kind"] ?? usual.result),
      status: number(given["status"] ?? usual.status),
      type: shape(given["type"]),
      alternatives: map(given["alternatives"] ?? {}, (format) => ({
        kind: text(record(format)["kind"]),
        type: shape(record(format)["type"]),
      })),
      ...optional(given, "streaming", (streaming) => ({
        key: text(record(streaming)["key"]),
        item: shape(record(streaming)["item"]),
      })),
    };
  };
