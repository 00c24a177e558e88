/**
 * References by name instead of by pointer: `$anchor`, `$id` and the `$self` of OpenAPI 3.2.
 *
 * An `$id` is an identifier and not an address: nothing is fetched for it.
 */
import type { Location } from "./location.js";
import type { LoadedFile } from "../read/loaded-file.js";
import {
  parsePointer,
  type Path,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";

interface Names {
  readonly anchors: ReadonlyMap<string, Path | undefined>;
  readonly ids: ReadonlyMap<string, Path | undefined>;
}

export class SchemaIdentifiers {
  readonly #names = new Map<LoadedFile, Names>();

  constructor(readonly root: LoadedFile) {}

  /**
   * @param name the reference before `#`
   * @param fragment the reference after it
   */
  find(from: LoadedFile, name: string, fragment: string): Location | undefined {
    if (name === "") {
      return fragment === "" || fragment.startsWith("/")
        ? undefined
        : locationOf(from, this.#of(from).anchors.get(fragment));
    }
    for (const file of new Set([from, this.root])) {
      const { anchors, ids } = this.#of(file);
      if (!ids.has(name)) continue;
      const base = toPointer(ids.get(name));
      if (fragment !== "" && !fragment.startsWith("/")) {
        return locationOf(file, anchors.get(fragment));
      }
      const rest = parsePointer(fragment);
      const pointer = rest && [...base, ...rest];
      const value = pointer && valueAt(file.value, pointer);
      return value === undefined || pointer === undefined
        ? undefined
        : { file, pointer, value };
    }
    return undefined;
  }

  #of(file: LoadedFile): Names {
    const names = this.#names.get(file) ?? collect(file.value);
    this.#names.set(file, names);
    return names;
  }
}

const locationOf = (
  file: LoadedFile,
  path: Path | undefined,
): Location | undefined =>
  path && {
    file,
    pointer: toPointer(path),
    value: valueAt(file.value, toPointer(path)),
  };

/** Looks at every object of the file, examples included: no reference uses an `$anchor` in one. */
const collect = (root: unknown): Names => {
  const anchors = new Map<string, Path | undefined>();
  const ids = new Map<string, Path | undefined>();
  const open: { value: unknown; path: Path | undefined }[] = [
    { value: root, path: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        open.push({ value: item, path: { parent: path, token: `${index}` } });
      });
    } else if (isRecord(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (typeof member === "string") {
          if (key === "$id" || key === "$self") {
            ids.set(member.replace(/#$/, ""), path);
          } else if (key === "$anchor" || key === "$dynamicAnchor") {
            anchors.set(member, path);
          }
        }
        open.push({ value: member, path: { parent: path, token: key } });
      }
    }
  }
  return { anchors, ids };
};
