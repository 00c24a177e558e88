/**
 * What the lock file keeps under a name that people give: `rooms.list`, `listRooms`, `Booking`,
 * `rooms`, or an operation as `GET /rooms`. These are the names that `sdkwright names` prints.
 */
import { resourceId } from "../resources/resource-ids.js";
import { kindOf, publicName } from "./changed-names.js";
import { familyOf } from "./client-names.js";
import { readPlacement } from "./locked-placements.js";
import { operationIds } from "./mended-names.js";

type Names = ReadonlyMap<string, string>;

/** Everything that is called after the title of the API. */
const clientIds = [
  "client class",
  "client file",
  "client prefix",
  "package name",
];

/**
 * The ids in the lock file by every name that people may give.
 * @param names those of a run
 */
export function boundIds(names: Names): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  const add = (name: string, own: readonly string[]): void => {
    ids.set(name, [...(ids.get(name) ?? []), ...own]);
  };
  for (const [id, given] of names) {
    const [kind, what] = kindOf(id);
    const name = publicName(id, names) ?? given;
    switch (kind) {
      case "operation":
        add(what, operationIds(what));
        add(name, operationIds(what));
        break;
      case "method":
        add(name, operationIds(what));
        add(`client.${name}`, operationIds(what));
        break;
      case "params":
      case "errors":
        add(name, operationIds(what));
        break;
      case "result": {
        const [, operation = ""] = /^(\S+ \S+) /.exec(what) ?? [];
        add(operation, [id]);
        break;
      }
      case "resource":
        add(name, idsOfResource(what, names));
        add(`client.${name}`, idsOfResource(what, names));
        break;
      case "class":
        add(name, idsOfResource(what, names));
        break;
      case "client":
        if (id === "client class")
          for (const one of familyOf(name)) add(one, clientIds);
        else if (id !== "client file") add(name, [id]);
        break;
      case "schema":
      case "type":
      case "link":
      case "member":
      case "credential":
      case "package":
        add(name, [id]);
    }
  }
  return ids;
}

/** The resource, and where the operations in it and below it are. */
const idsOfResource = (resource: string, names: Names): readonly string[] => [
  ...["resource", "class"].map((kind) => `${kind} ${resource}`),
  ...[...names].flatMap(([id, text]) => {
    if (kindOf(id)[0] !== "place") return [];
    const place = resourceId(readPlacement(text)?.group ?? []);
    return `${place} / `.startsWith(`${resource} / `) ? [id] : [];
  }),
];
