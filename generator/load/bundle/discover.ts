/**
 * Opens the files that a document refers to, until nothing new is referred to, and settles where
 * each reference leads.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer, Position } from "../../openapi/document.js";
import { Identifiers } from "./identifiers.js";
import type { Content } from "../../openapi/grammar.js";
import {
  type Library,
  type LoadedFile,
  withoutCredentials,
} from "../read/library.js";
import {
  child,
  parsePointer,
  toPath,
  toPointer,
} from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";
import { walk } from "../../openapi/walk.js";

/** A value in one of the files. */
export interface Spot {
  readonly file: LoadedFile;
  readonly pointer: Pointer;
  readonly value: unknown;
}

/** Something that a reference into another file leads to. */
export interface Part {
  readonly spot: Spot;
  readonly content: Content;
}

export interface Discovery {
  /** By `keyOf`, in the order found. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Where a reference of a file leads; undefined when nowhere, which was reported. */
  find(file: LoadedFile, ref: string): Spot | undefined;
}

export const keyOf = ({ spot, content }: Part): string =>
  JSON.stringify([spot.file.id, spot.pointer, content]);

export const discover = async (
  root: LoadedFile,
  content: Content,
  library: Library,
  diagnostics: Diagnostics,
): Promise<Discovery> => {
  const finder = new Finder(root, library, diagnostics);
  const parts = new Map<string, Part>();
  const queue: Part[] = [
    { spot: { file: root, pointer: [], value: root.value }, content },
  ];
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const { file } = part.spot;
    for (const { ref, pointer, content: expected } of referencesOf(part)) {
      const spot = await finder.find(file, ref, pointer);
      if (spot === undefined || spot.file === root) continue;
      const found = { spot, content: expected };
      const key = keyOf(found);
      if (parts.has(key)) continue;
      parts.set(key, found);
      queue.push(found);
    }
  }
  return { parts, find: (file, ref) => finder.known(file, ref) };
};

interface Use {
  readonly ref: string;
  readonly pointer: Pointer;
  readonly content: Content;
}

const referencesOf = ({ spot, content }: Part): readonly Use[] => {
  const uses: Use[] = [];
  walk(spot.value, content, toPath(spot.pointer), {
    object: (node, kind, path) => {
      if (kind === "discriminator") {
        for (const [name, ref] of mappedFiles(node)) {
          const pointer = [...toPointer(path), "mapping", name];
          uses.push({ ref, pointer, content: schema });
        }
      }
      const { $ref } = node;
      if (typeof $ref !== "string" || !Object.hasOwn(node, "$ref")) return;
      uses.push({
        ref: $ref,
        pointer: toPointer(path),
        content: { form: "object", kind },
      });
    },
    mapReference: (ref, map, path) => {
      uses.push({ ref, pointer: toPointer(path), content: map });
    },
  });
  return uses;
};

const schema: Content = { form: "object", kind: "schema" };

/** The values of a discriminator's mapping that are references and not bare names. */
export const mappedFiles = ({
  mapping,
}: Record<string, unknown>): readonly (readonly [string, string])[] =>
  isRecord(mapping)
    ? Object.entries(mapping).filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === "string" &&
          /[/#]|\.(?:ya?ml|json)$/i.test(entry[1]),
      )
    : [];

class Finder {
  readonly #spots = new Map<LoadedFile, Map<string, Spot | undefined>>();
  readonly #identifiers: Identifiers;

  constructor(
    readonly root: LoadedFile,
    readonly library: Library,
    readonly diagnostics: Diagnostics,
  ) {
    this.#identifiers = new Identifiers(root);
  }

  known(file: LoadedFile, ref: string): Spot | undefined {
    return this.#spots.get(file)?.get(ref);
  }

  /** @param at the object in `file` that holds the reference */
  async find(
    file: LoadedFile,
    ref: string,
    at: Pointer,
  ): Promise<Spot | undefined> {
    let spots = this.#spots.get(file);
    if (spots === undefined) {
      spots = new Map();
      this.#spots.set(file, spots);
    }
    if (spots.has(ref)) return spots.get(ref);
    spots.set(ref, undefined); // a reference that needs itself leads nowhere
    const spot = await this.#look(file, ref, () =>
      file.places.locate([...at, "$ref"]),
    );
    spots.set(ref, spot);
    return spot;
  }

  async #look(
    from: LoadedFile,
    ref: string,
    at: () => Position,
  ): Promise<Spot | undefined> {
    const [name, fragment] = split(ref);
    const identified = this.#identifiers.find(from, name, fragment);
    if (identified !== undefined) return identified;
    // `checkReferences` judges what the root says about itself.
    if (from === this.root && name === "" && !fragment.startsWith("/")) {
      return undefined;
    }
    const file = name === "" ? from : await this.#open(from, name, at);
    if (file === undefined) return undefined;
    const anchored = this.#identifiers.find(file, "", fragment);
    if (anchored !== undefined) return anchored;
    const pointer = parsePointer(fragment);
    if (pointer === undefined) {
      if (name === "" && from === this.root) return undefined;
      this.diagnostics.report("ref-malformed", { ref }, at());
      return undefined;
    }
    const spot = await this.#follow(file, pointer);
    if (spot === undefined && !(from === this.root && file === from)) {
      this.diagnostics.report(
        "ref-not-found",
        {
          ref: withoutCredentials(ref),
          hint: "Correct the name, or add what it refers to.",
        },
        at(),
      );
    }
    return spot;
  }

  /** What `$self` says is the document's own folder (OpenAPI 3.2), stands beside the document. */
  #open(
    from: LoadedFile,
    name: string,
    at: () => Position,
  ): Promise<LoadedFile | undefined> {
    const self = child(this.root.value, "$self");
    const folder =
      typeof self === "string" && /^https?:\/\/[^/]+\//i.test(self)
        ? self.replace(/[?#].*$/s, "").replace(/(?<![^/])[^/]*$/, "")
        : undefined;
    if (folder === undefined || !name.startsWith(folder)) {
      return this.library.open(from, name, at);
    }
    return this.library.open(this.root, name.slice(folder.length), at);
  }

  /** Steps through references on the way, and through files that only refer to another. */
  async #follow(file: LoadedFile, tokens: Pointer): Promise<Spot | undefined> {
    let spot: Spot = { file, pointer: [], value: file.value };
    for (const token of tokens) {
      let value = child(spot.value, token);
      if (value === undefined) {
        const through = await this.#through(spot);
        if (through === undefined) return undefined;
        spot = through;
        value = child(spot.value, token);
      }
      if (value === undefined) return undefined;
      spot = { ...spot, pointer: [...spot.pointer, token], value };
    }
    const passed = new Set<unknown>();
    while (spot.file !== this.root && isPureReference(spot.value)) {
      const through = await this.#through(spot);
      if (through === undefined || passed.has(through.value)) return spot;
      passed.add(spot.value);
      spot = through;
    }
    return spot;
  }

  #through({ file, pointer, value }: Spot): Promise<Spot | undefined> {
    return isRecord(value) && typeof value.$ref === "string"
      ? this.find(file, value.$ref, pointer)
      : Promise.resolve(undefined);
  }
}

export const isPureReference = (
  value: unknown,
): value is { readonly $ref: string } =>
  isRecord(value) &&
  typeof value.$ref === "string" &&
  Object.keys(value).length === 1;

const split = (ref: string): readonly [string, string] => {
  const hash = ref.indexOf("#");
  return hash === -1 ? [ref, ""] : [ref.slice(0, hash), ref.slice(hash + 1)];
};
