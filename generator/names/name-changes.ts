/**
 * What a run changes of the names that users write, against those that the lock file has.
 */
import { isRecord } from "../openapi/records.js";
import type { Resource, Sdk } from "../sdk/sdk.js";

export interface NameChange {
  readonly change: "added" | "removed" | "renamed";
  readonly kind: "operation" | "model";
  /** What has the name in the document: `GET /rooms`, or a schema. */
  readonly of: string;
  /** `rooms.list` or `Room`; of what was removed, the name that it had. */
  readonly name: string;
  /** Of what was renamed, the name that it had. */
  readonly before?: string;
}

type Names = ReadonlyMap<string, string>;

/** @param previous the names of the lock file; empty before the first run, when nothing has changed */
export const nameChanges = (
  sdk: Pick<Sdk, "operations" | "resources" | "names">,
  previous: Names,
): readonly NameChange[] =>
  previous.size === 0
    ? []
    : [
        ...compare(
          "operation",
          operationsOf(previous),
          operationsNow(sdk),
          (of) => isMoved(of, previous, sdk.names),
        ),
        ...compare(
          "model",
          withPrefix(previous, "schema "),
          withPrefix(sdk.names, "schema "),
        ),
      ];

const compare = (
  kind: NameChange["kind"],
  previous: Names,
  current: Names,
  isRenamed: (of: string) => boolean = (of) =>
    previous.get(of) !== current.get(of),
): readonly NameChange[] =>
  [...new Set([...previous.keys(), ...current.keys()])]
    .sort()
    .flatMap((of): NameChange | [] => {
      const before = previous.get(of);
      const name = current.get(of);
      if (name === undefined)
        return { change: "removed", kind, of, name: before ?? "" };
      if (before === undefined) return { change: "added", kind, of, name };
      return isRenamed(of) ? { change: "renamed", kind, of, name, before } : [];
    });

/** By what both lock files say: one alone does not tell the names of its resources exactly. */
const isMoved = (of: string, previous: Names, current: Names): boolean =>
  [`method ${of}`, `place ${of}`].some(
    (key) => previous.get(key) !== current.get(key),
  );

/** The operations of the lock file, called as users call them. */
const operationsOf = (names: Names): Names =>
  new Map(
    [...withPrefix(names, "method ")].map(([of, method]) => [
      of,
      [...groupOf(names.get(`place ${of}`)).map(lowerFirst), method].join("."),
    ]),
  );

const lowerFirst = (word: unknown): string => {
  const text = String(word);
  return text.charAt(0).toLowerCase() + text.slice(1);
};

/** The resource of an operation; people can change a lock file. */
const groupOf = (place = ""): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(place);
    return isRecord(value) && Array.isArray(value["group"])
      ? value["group"]
      : [];
  } catch {
    return [];
  }
};

const operationsNow = ({
  operations,
  resources,
}: Pick<Sdk, "operations" | "resources">): Names => {
  const names = new Map<string, string>();
  const add = (list: Sdk["operations"], parent: string): void => {
    for (const { method, path, methodName } of list)
      names.set(`${method} ${path}`, parent + methodName);
  };
  const visit = (
    { property, operations, children }: Resource,
    parent: string,
  ) => {
    const name = `${parent}${property}.`;
    add(operations, name);
    for (const child of children) visit(child, name);
  };
  add(operations, "");
  for (const resource of resources) visit(resource, "");
  return names;
};

const withPrefix = (names: Names, prefix: string): Names =>
  new Map(
    [...names]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, name]) => [key.slice(prefix.length), name]),
  );
