/**
 * Copies the parts of a document into one tree and rewrites the references between them.
 */
import { printPointer } from "../../diagnostics/diagnostics.js";
import type { Code, Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer, Position } from "../../openapi/document.js";
import { type Discovery, keyOf, mappedFiles, type Spot } from "./discover.js";
import {
  type Content,
  contentOf,
  sectionOf,
  shapeOf,
} from "../../openapi/grammar.js";
import type { LoadedFile } from "../read/library.js";
import type { Origins } from "../read/origins.js";
import {
  type Path,
  printReference,
  toPath,
  toPointer,
} from "../../openapi/pointers.js";
import { isRecord, setOwn } from "../../openapi/records.js";
import { limits } from "../read/read.js";

/** A place in the tree that is built, and where its value was written. */
interface Place {
  readonly file: LoadedFile;
  readonly at: Path | undefined;
  readonly depth: number;
}

export class Assembly {
  /** What is being put in place of a reference: meeting it again inside itself has no end. */
  readonly #open = new Set<string>();
  #copied = 0;
  #splices = 0;
  #stopped = false;

  constructor(
    readonly root: LoadedFile,
    readonly document: Content,
    readonly discovery: Discovery,
    readonly homes: ReadonlyMap<string, Pointer>,
    readonly origins: Origins,
    readonly diagnostics: Diagnostics,
  ) {}

  /** Undefined when a limit was reported. */
  build(): unknown {
    const root = this.#copy(this.root.value, this.document, {
      file: this.root,
      at: undefined,
      depth: 0,
    });
    if (!isRecord(root)) return root;
    const homes = [...this.homes].sort(([, a], [, b]) =>
      a.join("\0") < b.join("\0") ? -1 : 1,
    );
    for (const [key, home] of homes) {
      const part = this.discovery.parts.get(key);
      if (part === undefined || this.#stands(root, home)) continue;
      const { spot, content: expected } = part;
      this.#mount(root, home, this.#splice(spot, expected, toPath(home), 0));
    }
    return this.#stopped ? undefined : root;
  }

  #stands(root: unknown, home: Pointer): boolean {
    let value = root;
    for (const token of home) {
      if (!isRecord(value) || !Object.hasOwn(value, token)) return false;
      value = value[token];
    }
    return true;
  }

  #mount(root: Record<string, unknown>, home: Pointer, value: unknown): void {
    let parent = root;
    for (const token of home.slice(0, -1)) {
      let next = Object.hasOwn(parent, token) ? parent[token] : undefined;
      if (!isRecord(next)) {
        next = {};
        setOwn(parent, token, next);
      }
      parent = next as Record<string, unknown>;
    }
    setOwn(parent, home.at(-1) ?? "", value);
  }

  #copy(value: unknown, content: Content | undefined, place: Place): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (this.#isTooMuch(place)) return null;
    if (Array.isArray(value)) {
      const of = content?.form === "list" ? content.of : undefined;
      return value.map((item: unknown, index) =>
        this.#copy(item, of, step(place, `${index}`)),
      );
    }
    const record = value as Record<string, unknown>;
    if (
      typeof record.$ref === "string" &&
      (content?.form === "object" || content?.form === "map")
    ) {
      return this.#reference(record, record.$ref, content, place);
    }
    return this.#members(record, content, place);
  }

  #members(
    record: Record<string, unknown>,
    content: Content | undefined,
    place: Place,
  ): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    const shape =
      content?.form === "object" ? shapeOf(content.kind) : undefined;
    const of = content?.form === "map" ? content.of : undefined;
    for (const key of Object.keys(record)) {
      const inner = shape ? contentOf(shape, key) : of;
      setOwn(copy, key, this.#copy(record[key], inner, step(place, key)));
    }
    if (content?.form === "object" && content.kind === "discriminator") {
      this.#rewriteMapping(copy, place.file);
    }
    return copy;
  }

  #rewriteMapping(
    discriminator: Record<string, unknown>,
    file: LoadedFile,
  ): void {
    for (const [name, ref] of mappedFiles(discriminator)) {
      const spot = this.discovery.find(file, ref);
      const home = spot && this.#home(spot, { form: "object", kind: "schema" });
      if (home === undefined) continue;
      const mapping = discriminator.mapping as Record<string, unknown>;
      setOwn(mapping, name, printReference(home));
    }
  }

  #reference(
    record: Record<string, unknown>,
    ref: string,
    content: Content,
    place: Place,
  ): unknown {
    const spot = this.discovery.find(place.file, ref);
    if (spot === undefined) return this.#members(record, content, place);
    const home = this.#home(spot, content);
    if (home === undefined) return this.#inPlace(record, spot, content, place);
    if (isSame(home, toPointer(place.at))) {
      return this.#splice(spot, content, place.at, place.depth);
    }
    const copy = this.#members(record, content, place);
    copy.$ref = printReference(home);
    return copy;
  }

  /** Undefined for what replaces the reference. */
  #home(spot: Spot, content: Content): Pointer | undefined {
    if (spot.file !== this.root)
      return this.homes.get(keyOf({ spot, content }));
    return content.form === "object" &&
      sectionOf(content.kind, this.document) !== undefined
      ? spot.pointer
      : undefined;
  }

  /** What stands beside the reference wins. */
  #inPlace(
    record: Record<string, unknown>,
    spot: Spot,
    content: Content,
    place: Place,
  ): unknown {
    const beside = Object.fromEntries(
      Object.entries(record).filter(([name]) => name !== "$ref"),
    );
    const target = this.#splice(spot, content, place.at, place.depth);
    if (!isRecord(target)) return target;
    return { ...target, ...this.#members(beside, content, place) };
  }

  #splice(
    spot: Spot,
    content: Content,
    at: Path | undefined,
    depth: number,
  ): unknown {
    const key = keyOf({ spot, content });
    const { file, pointer, value } = spot;
    if (this.#open.has(key)) {
      const place = `${file === this.root ? "" : file.id}${printPointer(pointer)}`;
      this.diagnostics.report(
        "ref-cycle",
        { chain: `${place} -> … -> ${place}` },
        file.places.locate(pointer),
      );
      return {};
    }
    if (++this.#splices > limits.splices && !this.#stopped) {
      this.#stop(
        "ref-splice-limit",
        limits.splices,
        file.places.locate(pointer),
      );
    }
    this.#open.add(key);
    this.origins.set(toPointer(at), pointer, file.places);
    const copy = this.#copy(value, content, { file, at, depth });
    this.#open.delete(key);
    return copy;
  }

  /** Once is enough; everything that follows stays out. */
  #isTooMuch({ file, depth }: Place): boolean {
    if (this.#stopped) return true;
    this.#copied++;
    if (depth > limits.depth) {
      this.#stop("nesting-too-deep", limits.depth, file.source.position(0));
    } else if (this.#copied > limits.bundledNodes) {
      this.#stop("ref-expansion-limit", limits.bundledNodes, undefined);
    }
    return this.#stopped;
  }

  #stop(code: Code, limit: number, at: Position | undefined): void {
    this.#stopped = true;
    this.diagnostics.report(code, { limit }, at);
  }
}

const step = ({ file, at, depth }: Place, token: string): Place => ({
  file,
  at: { parent: at, token },
  depth: depth + 1,
});

const isSame = (a: Pointer, b: Pointer): boolean =>
  a.length === b.length && a.every((token, index) => token === b[index]);
