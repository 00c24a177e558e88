/**
 * The names that callers of a package have, as its lock file would have them, of a package without one.
 *
 * A surface does not say what the names were made of. It is taken for granted that functions are called
 * after their operationId and resources after their tag, so that a document that asks for another one gets
 * it. What only a lock has, such as the names of security schemes, stays unknown.
 */
import type { RecordShape, Shape } from "../surface/shape.js";
import type {
  Surface,
  SurfaceClient,
  SurfaceOperation,
} from "../surface/surface.js";

/** @param resourceId what a lock file has a resource under */
export const namesOfSurface = (
  { client, models, operations, package: { name } }: Surface,
  resourceId: (path: readonly string[]) => string,
): ReadonlyMap<string, string> => {
  const prefix = prefixOf(client);
  return new Map([
    ["client class", client.className],
    ["package name", name],
    ...(prefix === undefined ? [] : [["client prefix", prefix] as const]),
    ...[...models].flatMap(([model, { schema, formOf }]): Entry[] =>
      schema === undefined || formOf !== undefined
        ? []
        : [[`schema ${schema}`, model]],
    ),
    ...[...operations].flatMap(([id, operation]): readonly Entry[] =>
      operation.unknown?.has("route") === true
        ? []
        : [
            ...namesOfOperation(id, operation, models),
            ...resourcesOf(operation).map((path): Entry => [
              `resource ${resourceId(path)}`,
              path.at(-1) ?? "",
            ]),
          ],
    ),
  ]);
};

/** What the variables of the client begin with: `DEMO` of `DEMO_API_KEY` for `apiKey`. */
const prefixOf = ({ credentials }: SurfaceClient): string | undefined => {
  for (const [option, { environment }] of credentials) {
    const end = `_${option.replace(/(?<=[a-z\d])(?=[A-Z])/g, "_").toUpperCase()}`;
    if (environment.endsWith(end)) return environment.slice(0, -end.length);
  }
  return undefined;
};

/** `["a"]` and `["a", "b"]` of `client.a.b.get`. */
const resourcesOf = ({
  call,
}: SurfaceOperation): readonly (readonly string[])[] => {
  const [, ...path] = call.split(".").slice(0, -1);
  return path.map((_, index) => path.slice(0, index + 1));
};

type Entry = readonly [id: string, name: string];

const namesOfOperation = (
  id: string,
  operation: SurfaceOperation,
  models: Surface["models"],
): readonly Entry[] => {
  const { call, method, path, positional } = operation;
  const key = `${method} ${path}`;
  const [, ...group] = call.split(".");
  const name = group.pop() ?? id;
  // Declarations do not say which parameter stands before the others: it is the last one of the path.
  const [, inPath] = /.*\{([^{}]+)\}/.exec(path) ?? [];
  const argument = positional.at(-1);
  const last = argument && (/^path (\S+)/.exec(argument.wire)?.[1] ?? inPath);
  const [tag, ...below] = group;
  return [
    [`operation ${key}`, id],
    [`method ${key}`, name],
    [
      `place ${key}`,
      JSON.stringify({
        group,
        ...(last !== undefined && { positional: last }),
      }),
    ],
    [
      `said ${key}`,
      JSON.stringify({
        id,
        ...(tag !== undefined && below.length === 0 && { tag }),
      }),
    ],
    // Where nothing stands before them, options keep their place.
    ...(operation.params && !operation.params.mayBeOptions
      ? []
      : [[`options ${key}`, "first"] as const]),
    ...argumentsOf(key, operation, models),
  ];
};

/** What arguments are called in `params`. */
const argumentsOf = (
  key: string,
  { params, body, unknown }: SurfaceOperation,
  models: Surface["models"],
): readonly Entry[] => [
  ...[...(params?.fields ?? [])].flatMap(([argument, { wire }]): Entry[] => {
    const [, place, wireName] = /^(\S+) (\S+)/.exec(wire) ?? [];
    return place === undefined || wireName === undefined
      ? []
      : [[`argument ${key} ${place} ${wireName}`, argument]];
  }),
  ...(body?.passedAs.kind === "fields" && unknown?.has("body") !== true
    ? fieldsOf(key, body.passedAs.keys, recordOf(body.types, models))
    : []),
];

const fieldsOf = (
  key: string,
  keys: ReadonlyMap<string, string>,
  record: RecordShape | undefined,
): readonly Entry[] => [
  [`body ${key}`, "fields"],
  ...[...(record?.properties.keys() ?? [])].map((field): Entry => [
    `argument ${key} body ${field}`,
    keys.get(field) ?? field,
  ]),
];

const recordOf = (
  types: ReadonlyMap<string, Shape>,
  models: Surface["models"],
): RecordShape | undefined => {
  const [first] = types.values();
  const type = first?.kind === "model" ? models.get(first.name)?.type : first;
  return type?.kind === "object" ? type : undefined;
};
