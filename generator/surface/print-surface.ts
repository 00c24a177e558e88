/**
 * `sdkwright.surface.json`: the surface of a release, one line for each operation and model, with every
 * key in order, so that a change of it reads well in Git.
 */
import { quoted } from "../diagnostics/visible-json.js";
import { byCodeUnit, sortedMap } from "../diagnostics/code-units.js";
import type { Printer } from "../sharing/share-parts.js";
import {
  aloneOrWith,
  membersJson,
  propertiesJson,
  propertyFacts,
  shapeJson,
  type Printable,
} from "./shape-json.js";
import { shareShapes } from "./shared-shapes.js";
import { shortWire, usual } from "./usual.js";
import type {
  Surface,
  SurfaceBody,
  SurfaceField,
  SurfaceModel,
  SurfaceOperation,
  SurfaceOrigin,
  SurfaceResult,
} from "./surface.js";

/** The version of the format: readers know this one and those before it, and refuse any other. */
export const surfaceFormat = 2;

/**
 * The text of the file: the same for the same surface, whatever the order of its parts.
 * @param version the release that it is the surface of
 * @param origin of packages that have been released
 */
export function printSurface(
  surface: Surface,
  version: string,
  origin?: SurfaceOrigin,
): string {
  const { aliases = new Map(), callbacks = new Map() } = surface;
  const models = membersJson(surface.models, modelJson);
  const sections: Readonly<Record<string, Printable>> = {
    ...(aliases.size > 0 && { aliases }),
    ...(callbacks.size > 0 && { callbacks: membersJson(callbacks, shapeJson) }),
    client: { ...surface.client } as unknown as Printable,
    formatVersion: surfaceFormat,
    ...(surface.links && {
      links: membersJson(surface.links, (link) => ({ ...link })),
    }),
    models,
    operations: new Map(
      [...surface.operations].map(([name, operation]) => [
        name,
        operationJson(operation, name),
      ]),
    ),
    ...(origin && { origin: { ...origin } }),
    package: { ...surface.package },
    version,
    ...(surface.webhookMethods && { webhookMethods: surface.webhookMethods }),
    webhooks: membersJson(surface.webhooks, shapeJson),
  };
  const { print, texts } = shareShapes(
    {
      sections: Object.values(sections),
      own: new Set([...models.values()].map(({ type }) => type)),
    },
    printLevel,
  );
  const printed = Object.entries(sections).map(
    ([name, section]): [string, string] => [name, printSection(section, print)],
  );
  if (texts.size > 0) printed.push(["shapes", printMembers(texts)]);
  const lines = printed
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, text]) => `  ${JSON.stringify(name)}: ${text}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A map has a line for each of its members. */
function printSection(section: Printable, print: Printer<Printable>): string {
  if (typeof section !== "object" || isList(section)) return print(section);
  const members = entriesOf(section);
  return printMembers(
    new Map(members.map(([key, value]) => [key, print(value)])),
  );
}

const printMembers = (members: ReadonlyMap<string, string>): string => {
  if (members.size === 0) return "{}";
  const lines = [...sortedMap(members)].map(
    ([key, text]) => `    ${printText(key)}: ${text}`,
  );
  return `{\n${lines.join(",\n")}\n  }`;
};

const printText = (value: string | number | boolean | undefined): string =>
  quoted(JSON.stringify(value));

/** JSON on one line, with keys in order. */
function printLevel(value: Printable, print: Printer<Printable>): string {
  if (typeof value !== "object") return printText(value);
  if (isList(value)) return `[${value.map(print).join(", ")}]`;
  const members = entriesOf(value).map(
    ([key, one]) => `${print(key)}: ${print(one)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const isList = (value: Printable): value is readonly Printable[] =>
  Array.isArray(value);

/** What is there, sorted. */
const entriesOf = (
  value: ReadonlyMap<string, Printable> | { readonly [key: string]: Printable },
): readonly (readonly [string, Printable])[] =>
  [
    ...(value instanceof Map
      ? (value as ReadonlyMap<string, Printable>)
      : Object.entries(value)),
  ]
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));

const modelJson = ({
  type,
  ...model
}: SurfaceModel): { readonly type: Printable } => ({
  ...model,
  type: shapeJson(type),
});

/** Most calls have one, which stands without a list. */
const positionalJson = (
  positional: SurfaceOperation["positional"],
): Printable | undefined => {
  const all = positional.map(({ name, wire, ...argument }) => ({
    name,
    type: shapeJson(argument.type),
    ...propertyFacts(argument),
    wire,
  }));
  return all.length > 1 ? all : all[0];
};

const fieldJson = (field: SurfaceField, name: string): Printable =>
  aloneOrWith(shapeJson(field.type), {
    ...propertyFacts(field),
    wire: shortWire(field.wire, name),
  });

const operationJson = (
  operation: SurfaceOperation,
  name: string,
): Printable => ({
  ...operation,
  id: operation.id === name ? undefined : operation.id,
  method: operation.method === usual.method ? undefined : operation.method,
  isDeprecated: operation.isDeprecated || undefined,
  positional: positionalJson(operation.positional),
  params: operation.params && {
    isOptional: operation.params.isOptional || undefined,
    mayBeOptions: operation.params.mayBeOptions || undefined,
    fields: propertiesJson(operation.params.fields, fieldJson),
  },
  body: operation.body && bodyJson(operation.body),
  result: resultJson(operation.result),
  headers: operation.headers.length > 0 ? operation.headers : undefined,
  errors: filled(membersJson(operation.errors, shapeJson)),
  paging: operation.paging && { ...operation.paging },
  unknown: operation.unknown && [...operation.unknown].sort(),
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
  kind: result.kind === usual.result ? undefined : result.kind,
  status: result.status === usual.status ? undefined : result.status,
  type: shapeJson(result.type),
  alternatives: filled(
    membersJson(result.alternatives, ({ kind, type }) => ({
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
