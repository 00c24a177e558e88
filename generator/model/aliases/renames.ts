/**
 * What is called otherwise than in the last run, in the words of callers: recognised by what the lock
 * file keeps names under, which is the same on both sides, never by likeness.
 */
import type { AliasKind } from "../../sdk/aliases.js";
import { kindOf, publicName } from "../names/changed-names.js";
import { pascalCase } from "../names/casing.js";

type Names = ReadonlyMap<string, string>;

export interface Rename {
  readonly kind: AliasKind;
  /** `getPet`, `pets.get` */
  readonly name: string;
  readonly to: string;
}

/**
 * @param before names of the last run under the ids that operations have now
 * @param now those of this run
 */
export function renamesOf(before: Names, now: Names): readonly Rename[] {
  // Most runs name nothing anew, and large documents have many names.
  if ([...now].every(([id, name]) => (before.get(id) ?? name) === name))
    return [];
  const renames: Rename[] = [];
  const add = (kind: AliasKind, name?: string, to?: string): void => {
    if (name !== undefined && to !== undefined && name !== to)
      renames.push({ kind, name, to });
  };
  for (const [id, to] of now) {
    const [kind, key] = kindOf(id);
    const name = before.get(id);
    switch (kind) {
      case "operation":
        add("function", name, to);
        if (name !== undefined && name !== to)
          for (const type of typesAfter(name, to, before, now))
            add("type", type.name, type.to);
        break;
      case "params":
      case "errors":
      case "schema":
        add("type", name, to);
        break;
      case "client":
        if (key === "class") add("client", name, to);
        break;
      case "resource":
        break;
      case "method":
        if (name !== undefined)
          add("method", publicName(id, before), publicName(id, now));
        break;
      default:
        // A class is kept under the id of its resource, which is another one after a move.
        if (kind === "class" && before.has(`resource ${key}`))
          add("class", name, to);
    }
  }
  return withResources(renames, before, now);
}

/** Types that are called after the function: `GetPetResponse`. */
function* typesAfter(
  name: string,
  to: string,
  before: Names,
  now: Names,
): Generator<Pick<Rename, "name" | "to">> {
  const [old, own] = [pascalCase(name), pascalCase(to)];
  for (const [id, type] of now) {
    const [kind, wanted] = kindOf(id);
    if (kind !== "type" || !wanted.startsWith(own)) continue;
    const past = before.get(`type ${old}${wanted.slice(own.length)}`);
    if (past !== undefined && !before.has(id)) yield { name: past, to: type };
  }
}

/** A resource all of whose methods moved to another one, under their own names, moved as a whole. */
function withResources(
  renames: readonly Rename[],
  before: Names,
  now: Names,
): readonly Rename[] {
  const ids = [...now.keys()].filter(
    (id) => kindOf(id)[0] === "method" && before.has(id),
  );
  const moves = ids.map((id) => ({
    from: (publicName(id, before) ?? "").split("."),
    to: (publicName(id, now) ?? "").split("."),
  }));
  const left = new Set(
    [...now.keys()]
      .filter((id) => kindOf(id)[0] === "method")
      .flatMap((id) => prefixesOf((publicName(id, now) ?? "").split("."))),
  );
  const moved = new Map<string, string>();
  const gone = new Set(
    moves
      .flatMap(({ from }) => prefixesOf(from))
      .filter((path) => !left.has(path)),
  );
  for (const path of [...gone].sort()) {
    if ([...moved.keys()].some((other) => path.startsWith(`${other}.`)))
      continue;
    const depth = path.split(".").length;
    const inside = moves.filter(
      ({ from }) => from.slice(0, depth).join(".") === path,
    );
    const targets = new Set(
      inside.map(({ from, to }) => {
        const rest = from.slice(depth);
        const target = to.slice(0, to.length - rest.length);
        return to.slice(target.length).join(".") === rest.join(".")
          ? target.join(".")
          : "";
      }),
    );
    const [target = "", ...others] = targets;
    if (target !== "" && others.length === 0) moved.set(path, target);
  }
  const isCovered = ({ kind, name }: Rename): boolean =>
    kind === "method" &&
    [...moved.keys()].some((path) => name.startsWith(`${path}.`));
  return [
    ...renames.filter((rename) => !isCovered(rename)),
    ...[...moved].map(([name, to]): Rename => ({ kind: "resource", name, to })),
    ...classesOf(moved, before, now),
  ];
}

const prefixesOf = (path: readonly string[]): readonly string[] =>
  path.slice(0, -1).map((_, index) => path.slice(0, index + 1).join("."));

/** The classes of resources that moved. */
function* classesOf(
  moved: ReadonlyMap<string, string>,
  before: Names,
  now: Names,
): Generator<Rename> {
  const [old, own] = [before, now].map(classesByPath);
  for (const [path, name] of old ?? []) {
    const root = [...moved.keys()].find(
      (one) => path === one || path.startsWith(`${one}.`),
    );
    if (root === undefined) continue;
    const to = own?.get(`${moved.get(root) ?? ""}${path.slice(root.length)}`);
    if (to !== undefined && to !== name) yield { kind: "class", name, to };
  }
}

const classesByPath = (names: Names): ReadonlyMap<string, string> =>
  new Map(
    [...names].flatMap(([id, name]) => {
      const [kind, what] = kindOf(id);
      const path = publicName(`resource ${what}`, names);
      return kind === "class" && path !== undefined ? [[path, name]] : [];
    }),
  );
