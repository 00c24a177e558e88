/**
 * What the lock file keeps under a name that people give: `rooms.list`, `listRooms`, `Booking`,
 * `rooms`, or an operation as `GET /rooms`.
 */
import type { PublicNames } from "./list-names.js";

type Names = ReadonlyMap<string, string>;

/** Everything that an operation is called by. */
const kindsOfOperation = ["operation", "method", "place", "params", "errors"];

const idsOfOperation = (key: string): readonly string[] =>
  kindsOfOperation.map((kind) => `${kind} ${key}`);

/** Everything that is called after the title of the API. */
const idsOfClient = ["client class", "client file", "client prefix"];

/**
 * Ids in the lock file by every name that people may give.
 * @param bound what the lock file has
 */
export function boundIds(
  { client, resources, operations }: PublicNames,
  bound: Names,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  const add = (name: string, own: readonly string[]): void => {
    const bare = name.replace(/^client\./, "");
    for (const one of new Set([name, bare]))
      ids.set(one, [...(ids.get(one) ?? []), ...own]);
  };
  for (const { name, functionName, method, path, types } of operations) {
    const key = `${method} ${path}`;
    for (const one of [name, functionName, key, ...types])
      add(one, idsOfOperation(key));
  }
  for (const { name, className } of resources) {
    const own = operations
      .filter((operation) => operation.name.startsWith(`${name}.`))
      .map(({ method, path }) => `place ${method} ${path}`);
    const kept = [...bound].flatMap(([id, given]) =>
      (id.startsWith("resource ") && name.endsWith(`.${given}`)) ||
      (id.startsWith("class ") && given === className)
        ? [id]
        : [],
    );
    for (const one of [name, className]) add(one, [...own, ...kept]);
  }
  for (const name of [client.className, ...client.types])
    add(name, [...idsOfClient, "package name"]);
  for (const [id, name] of bound)
    if (/^(?:schema|type|link|member|credential|package|client) /.test(id))
      add(name, [id]);
  return ids;
}
