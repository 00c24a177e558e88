/**
 * Opens the files that a document refers to, directly or not, and resolves each reference.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer, Position } from "../../openapi/document.js";
import { isMappingReference, mappingValuesOf } from "./mappings.js";
import { localizeReferences } from "./local-references.js";
import type { Location } from "./location.js";
import { SchemaIdentifiers } from "./identifiers.js";
import type { FieldType } from "../../openapi/grammar.js";
import {
  type DocumentFiles,
  withoutCredentials,
} from "../read/document-files.js";
import { effectOf } from "../check/leave-out.js";
import type { LoadedFile } from "../read/loaded-file.js";
import {
  child,
  parsePointer,
  toPath,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";
import { walk } from "../../openapi/walk.js";

/** Something that a reference into another file leads to. */
export interface ReferenceTarget {
  readonly location: Location;
  readonly content: FieldType;
}

export interface Discovery {
  /** By `referenceTargetKey`, in the order found. */
  readonly targets: ReadonlyMap<string, ReferenceTarget>;
  /** Where a reference of a file leads; undefined when nowhere, which was reported. */
  find(file: LoadedFile, ref: string): Location | undefined;
}

export const referenceTargetKey = ({
  location,
  content,
}: ReferenceTarget): string =>
  JSON.stringify([location.file.id, location.pointer, content]);

export const discover = async (
  root: LoadedFile,
  content: FieldType,
  files: DocumentFiles,
  diagnostics: Diagnostics,
): Promise<Discovery> => {
  const finder = new ReferenceFinder(root, files, diagnostics);
  const targets = new Map<string, ReferenceTarget>();
  const visit = async (source: ReferenceTarget): Promise<void> => {
    const { file } = source.location;
    for (const { ref, pointer, content: expected } of referencesOf(source)) {
      if (expected === securityScheme && isSchemeName(ref, root)) continue;
      const location = await finder.find(file, ref, pointer, expected);
      if (location === undefined || location.file === root) continue;
      const target = { location, content: expected };
      const key = referenceTargetKey(target);
      if (!targets.has(key)) targets.set(key, target);
    }
  };
  const location = { file: root, pointer: [], value: root.value };
  await visit({ location, content });
  // The map grows while it is walked.
  for (const target of targets.values()) await visit(target);
  return { targets, find: (file, ref) => finder.known(file, ref) };
};

interface OutgoingReference {
  readonly ref: string;
  readonly pointer: Pointer;
  readonly content: FieldType;
}

const referencesOf = ({
  location,
  content,
}: ReferenceTarget): readonly OutgoingReference[] => {
  const references: OutgoingReference[] = [];
  walk(location.value, content, toPath(location.pointer), {
    object: (node, kind, path) => {
      if (kind === "discriminator") {
        for (const value of mappingValuesOf(node)) {
          if (!isMappingReference(value)) continue;
          const pointer = toPointer(path, ...value.pointer);
          references.push({ ref: value.target, pointer, content: schema });
        }
      }
      if (kind === "securityRequirement")
        for (const ref of Object.keys(node).filter(isSchemeReference))
          references.push({
            ref,
            pointer: toPointer(path, ref),
            content: securityScheme,
          });
      const { $ref } = node;
      if (typeof $ref !== "string" || !Object.hasOwn(node, "$ref")) return;
      references.push({
        ref: $ref,
        pointer: toPointer(path),
        content: { form: "object", kind },
      });
    },
    mapReference: (ref, map, path) => {
      references.push({ ref, pointer: toPointer(path), content: map });
    },
    // Text in a file of its own, which OpenAPI does not allow and documents have.
    mismatch: (value, content, path) => {
      if (content.form === "scalar" && isPureReference(value))
        references.push({ ref: value.$ref, pointer: toPointer(path), content });
    },
  });
  return references;
};

const securityScheme: FieldType = { form: "object", kind: "securityScheme" };

/** What is the name of a component is no URI (OpenAPI 3.2 section 4.30). */
const isSchemeName = (name: string, { value }: LoadedFile): boolean =>
  valueAt(value, ["components", "securitySchemes", name]) !== undefined;

/** True for what can only be the URI of a security scheme, not its name (OpenAPI 3.2 section 4.30). */
const isSchemeReference = (name: string): boolean =>
  /#|^(?:\.{1,2}\/|https?:)|\.(?:ya?ml|json)$/i.test(name);

const schema: FieldType = { form: "object", kind: "schema" };

class ReferenceFinder {
  readonly #locations = new Map<
    LoadedFile,
    Map<string, Location | undefined>
  >();
  readonly #identifiers: SchemaIdentifiers;

  constructor(
    readonly root: LoadedFile,
    readonly files: DocumentFiles,
    readonly diagnostics: Diagnostics,
  ) {
    this.#identifiers = new SchemaIdentifiers(root);
  }

  known(file: LoadedFile, ref: string): Location | undefined {
    return this.#locations.get(file)?.get(ref);
  }

  /** @param at the object in `file` that holds the reference */
  async find(
    file: LoadedFile,
    ref: string,
    at: Pointer,
    expected?: FieldType,
  ): Promise<Location | undefined> {
    const locations =
      this.#locations.get(file) ?? new Map<string, Location | undefined>();
    this.#locations.set(file, locations);
    if (locations.has(ref)) return locations.get(ref);
    locations.set(ref, undefined); // a reference that needs itself has no target
    const location = await this.#look(file, ref, {
      at: () => file.locator.locate([...at, "$ref"]),
      expected,
    });
    locations.set(ref, location);
    return location;
  }

  async #look(
    from: LoadedFile,
    ref: string,
    { at, expected }: { at: () => Position; expected: FieldType | undefined },
  ): Promise<Location | undefined> {
    const [name, fragment] = split(ref);
    const identified = this.#identifiers.find(from, name, fragment);
    if (identified !== undefined) return identified;
    // References within the root are checked in `check/references.ts`.
    if (from === this.root && name === "" && !fragment.startsWith("/")) {
      return undefined;
    }
    const isText = expected?.form === "scalar" && fragment === "";
    const file =
      name === "" ? from : await this.#open(from, name, { at, isText });
    if (file === undefined) return undefined;
    if (file !== this.root && !this.#locations.has(file)) {
      this.#locations.set(file, new Map());
      localizeReferences(file, this.diagnostics);
    }
    const anchored = this.#identifiers.find(file, "", fragment);
    if (anchored !== undefined) return anchored;
    const pointer = parsePointer(fragment);
    if (pointer === undefined) {
      if (name === "" && from === this.root) return undefined;
      this.diagnostics.report("ref-malformed", { ref }, at());
      return undefined;
    }
    const location = await this.#follow(file, pointer);
    if (location === undefined && !(from === this.root && file === from)) {
      const hint = "Correct the name, or add what it refers to.";
      const effect =
        expected?.form === "object"
          ? effectOf(expected.kind)
          : "what it stands for is left out";
      const details = { ref: withoutCredentials(ref), hint, effect };
      this.diagnostics.report("ref-not-found", details, at());
    }
    return location;
  }

  /** URLs below the base URL of `$self` (OpenAPI 3.2 section 4.1.2) are files beside the document. */
  #open(
    from: LoadedFile,
    name: string,
    reference: { readonly at: () => Position; readonly isText: boolean },
  ): Promise<LoadedFile | undefined> {
    const self = child(this.root.value, "$self");
    const baseUrl =
      typeof self === "string" && /^https?:\/\/[^/]+\//i.test(self)
        ? self.replace(/[?#].*$/s, "").replace(/(?<![^/])[^/]*$/, "")
        : undefined;
    return baseUrl === undefined || !name.startsWith(baseUrl)
      ? this.files.open(from, name, reference)
      : this.files.open(this.root, name.slice(baseUrl.length), reference);
  }

  /** Steps through references on the way, and through files that only refer to another. */
  async #follow(
    file: LoadedFile,
    tokens: Pointer,
  ): Promise<Location | undefined> {
    let location: Location = { file, pointer: [], value: file.value };
    for (const token of tokens) {
      let value = child(location.value, token);
      if (value === undefined) {
        const through = await this.#through(location);
        if (through === undefined) return undefined;
        location = through;
        value = child(location.value, token);
      }
      if (value === undefined) return undefined;
      location = { ...location, pointer: [...location.pointer, token], value };
    }
    const passed = new Set<unknown>();
    while (location.file !== this.root && isPureReference(location.value)) {
      const through = await this.#through(location);
      if (through === undefined || passed.has(through.value)) return location;
      passed.add(location.value);
      location = through;
    }
    return location;
  }

  #through({ file, pointer, value }: Location): Promise<Location | undefined> {
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
