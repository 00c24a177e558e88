/**
 * Which public names two runs give differently, in the words of callers: `rooms.list`, `listRooms`.
 */
import { resourceId } from "../resources/resource-ids.js";
import { readPlacement } from "./locked-placements.js";

type Names = ReadonlyMap<string, string>;

export interface ChangedName {
  /** As in the lock file: `method GET /rooms`. */
  readonly id: string;
  readonly before: string;
  readonly now: string;
}

/** What callers write of a name by its id in the lock file; undefined of what they do not write. */
export function publicName(id: string, names: Names): string | undefined {
  const name = names.get(id);
  if (name === undefined) return undefined;
  const [kind, what] = kindOf(id);
  switch (kind) {
    case "method": {
      const resource = placeOf(what, names);
      return resource === "" ? name : `${resource}.${name}`;
    }
    case "resource":
      return pathOf(what.split(" / "), names);
    case "operation":
    case "schema":
    case "type":
    case "link":
    case "credential":
    case "client":
    case "package":
      return name;
    case "member":
      return memberOf(what, name, names);
    default:
      return undefined;
  }
}

/** `schema Pet` -> `schema`, `Pet` */
export const kindOf = (id: string): readonly [kind: string, what: string] => {
  const space = id.indexOf(" ");
  return [id.slice(0, space), id.slice(space + 1)];
};

/** `chat.completions`: the resource of an operation. */
function placeOf(key: string, names: Names): string {
  const { group = [] } = readPlacement(names.get(`place ${key}`)) ?? {};
  return pathOf(resourceId(group).split(" / "), names);
}

const pathOf = (ids: readonly string[], names: Names): string =>
  ids
    .map((_, index) =>
      names.get(`resource ${ids.slice(0, index + 1).join(" / ")}`),
    )
    .filter((name) => name !== undefined)
    .join(".");

/** `Color "red"` -> `Color.Red` */
function memberOf(what: string, name: string, names: Names): string {
  const type = /^(.*) (?:"(?:[^"\\]|\\.)*"|\S+)$/s.exec(what)?.[1] ?? what;
  return `${names.get(`schema ${type}`) ?? type}.${name}`;
}

/** @returns what has another public name now, sorted by id; not what is gone or came */
export function changedNames(
  before: Names,
  now: Names,
): readonly ChangedName[] {
  const changes = [...before.keys()].sort().flatMap((id): ChangedName[] => {
    // The file of the client is not imported by anybody.
    if (id === "client file") return [];
    const names = { before: publicName(id, before), now: publicName(id, now) };
    return names.before === undefined ||
      names.now === undefined ||
      names.before === names.now
      ? []
      : [{ id, before: names.before, now: names.now }];
  });
  const renamed = new Set(
    changes
      .filter(({ id }) => kindOf(id)[0] === "resource")
      .map(({ id }) => id),
  );
  return changes.filter(({ id }) => !isInRenamed(id, renamed, before, now));
}

/** True of a method, or a resource, that moved only because the resource around it has another name. */
function isInRenamed(
  id: string,
  renamed: ReadonlySet<string>,
  before: Names,
  now: Names,
): boolean {
  const [kind, what] = kindOf(id);
  if (before.get(id) !== now.get(id)) return false;
  if (kind === "resource") return true;
  if (kind !== "method") return false;
  const [old, place] = [before, now].map((names) =>
    resourceId(readPlacement(names.get(`place ${what}`))?.group ?? []),
  );
  if (old !== place || place === undefined) return false;
  const parts = place.split(" / ");
  return parts.some((_, index) =>
    renamed.has(`resource ${parts.slice(0, index + 1).join(" / ")}`),
  );
}
