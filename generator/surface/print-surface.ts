/**
 * `sdkwright.surface.json`: the surface of a release, one line for each operation and model, with every
 * key in order, so that a change of it reads well in Git.
 */
import { quoted } from "../diagnostics/visible-json.js";
import { byCodeUnit } from "../diagnostics/code-units.js";
import {
  mapped,
  propertyJson,
  shapeJson,
  type Printable,
} from "./shape-json.js";
import type {
  Surface,
  SurfaceBody,
  SurfaceField,
  SurfaceModel,
  SurfaceOperation,
  SurfaceResult,
} from "./surface.js";

/** The version of the format: readers refuse any other. */
export const surfaceFormat = 1;

/**
 * The text of the file: the same for the same surface, whatever the order of its parts.
 * @param version the release that it is the surface of
 */
export function printSurface(surface: Surface, version: string): string {
  const sections: Readonly<Record<string, Printable>> = {
    client: { ...surface.client } as unknown as Printable,
    formatVersion: surfaceFormat,
    models: mapped(surface.models, modelJson),
    operations: mapped(surface.operations, operationJson),
    package: { ...surface.package },
    version,
    webhooks: mapped(surface.webhooks, shapeJson),
  };
  const lines = Object.entries(sections).map(
    ([name, section]) => `  ${JSON.stringify(name)}: ${printSection(section)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A map has a line for each of its members. */
function printSection(section: Printable): string {
  const members =
    section instanceof Map
      ? sortedEntries(section)
      : typeof section === "object" && !Array.isArray(section)
        ? sortedEntries(Object.entries(section))
        : undefined;
  if (!members) return printJson(section);
  if (members.length === 0) return "{}";
  const lines = members.map(([key, value]) => `    ${member(key, value)}`);
  return `{\n${lines.join(",\n")}\n  }`;
}

const member = (key: string, value: Printable): string =>
  `${printText(key)}: ${printJson(value)}`;

const printText = (value: string | number | boolean | undefined): string =>
  quoted(JSON.stringify(value));

/** JSON on one line, with keys in order. */
function printJson(value: Printable): string {
  if (typeof value !== "object") return printText(value);
  if (isList(value)) return `[${value.map(printJson).join(", ")}]`;
  const members = sortedEntries(
    value instanceof Map ? value : Object.entries(value),
  ).map(([key, one]) => member(key, one));
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const isList = (value: Printable): value is readonly Printable[] =>
  Array.isArray(value);

const sortedEntries = (
  entries: Iterable<readonly [string, Printable]>,
): readonly (readonly [string, Printable])[] =>
  [...entries]
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));

const modelJson = ({ type, ...model }: SurfaceModel): Printable => ({
  ...model,
  type: shapeJson(type),
});

const fieldJson = (
  field: SurfaceField,
): Readonly<Record<string, Printable>> => ({
  ...propertyJson(field),
  wire: field.wire,
});

/** Most calls have one, which stands without a list. */
const positionalJson = (
  positional: SurfaceOperation["positional"],
): Printable | undefined => {
  const all = positional.map((argument) => ({
    ...fieldJson(argument),
    name: argument.name,
  }));
  return all.length > 1 ? all : all[0];
};

const operationJson = (operation: SurfaceOperation): Printable => ({
  ...operation,
  isDeprecated: operation.isDeprecated || undefined,
  positional: positionalJson(operation.positional),
  params: operation.params && {
    isOptional: operation.params.isOptional || undefined,
    mayBeOptions: operation.params.mayBeOptions || undefined,
    fields: mapped(operation.params.fields, fieldJson),
  },
  body: operation.body && bodyJson(operation.body),
  result: resultJson(operation.result),
  errors: mapped(operation.errors, shapeJson),
  paging: operation.paging && { ...operation.paging },
});

const bodyJson = (body: SurfaceBody): Printable => ({
  isRequired: body.isRequired || undefined,
  key: body.passedAs.kind === "key" ? body.passedAs.key : undefined,
  keys:
    body.passedAs.kind === "fields" ? filled(body.passedAs.keys) : undefined,
  // In a list: the first is the default.
  types: [...body.types].map(([mediaType, type]) => ({
    mediaType,
    type: shapeJson(type),
  })),
  wire: body.wire,
});

const resultJson = (result: SurfaceResult): Printable => ({
  kind: result.kind,
  status: result.status,
  type: shapeJson(result.type),
  alternatives: filled(
    mapped(result.alternatives, ({ kind, type }) => ({
      kind,
      type: shapeJson(type),
    })),
  ),
  streaming: result.streaming && {
    key: result.streaming.key,
    item: shapeJson(result.streaming.item),
  },
});

/** An empty map says nothing. */
const filled = (
  values: ReadonlyMap<string, Printable>,
): ReadonlyMap<string, Printable> | undefined =>
  values.size > 0 ? values : undefined;
