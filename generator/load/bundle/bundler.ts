/**
 * Copies the files of a document into one tree and rewrites the references between them.
 */
import { printPointer } from "../../diagnostics/diagnostics.js";
import type {
  DiagnosticCode,
  Diagnostics,
} from "../../diagnostics/diagnostics.js";
import type { Pointer, Position } from "../../openapi/document.js";
import { type Discovery, keyOf } from "./discover.js";
import { isMappingReference, mappingValuesOf } from "./mappings.js";
import type { Location } from "./location.js";
import {
  type FieldContent,
  contentOf,
  sectionOf,
  shapeOf,
} from "../../openapi/grammar.js";
import type { LoadedFile } from "../read/loaded-file.js";
import type { SourceMap } from "../read/source-map.js";
import {
  type Path,
  printReference,
  toPath,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import { isRecord, setOwn } from "../../openapi/records.js";
import { limits } from "../read/read.js";

/** The file that is copied from, and the path in the tree that is copied to. */
interface CopyContext {
  readonly file: LoadedFile;
  readonly at: Path | undefined;
  readonly depth: number;
}

export interface BundlePlan {
  readonly root: LoadedFile;
  /** What the root is: an OpenAPI or a Swagger document. */
  readonly content: FieldContent;
  readonly discovery: Discovery;
  /** Pointers in the bundled document by `keyOf`; targets without one replace their references. */
  readonly targetPointers: ReadonlyMap<string, Pointer>;
}

export class Bundler {
  /** Targets that are being copied in place of a reference: one inside itself is a cycle. */
  readonly #open = new Set<string>();
  #copied = 0;
  #splices = 0;
  #stopped = false;

  constructor(
    readonly plan: BundlePlan,
    readonly sourceMap: SourceMap,
    readonly diagnostics: Diagnostics,
  ) {}

  /** Undefined when a limit was reported. */
  build(): unknown {
    const { root: file, content, discovery, targetPointers } = this.plan;
    const start = { file, at: undefined, depth: 0 };
    const root = this.#copy(file.value, content, start);
    if (!isRecord(root)) return root;
    const sorted = [...targetPointers].sort(([, a], [, b]) =>
      a.join("\0") < b.join("\0") ? -1 : 1,
    );
    for (const [key, targetPointer] of sorted) {
      const target = discovery.targets.get(key);
      if (target === undefined || this.#exists(root, targetPointer)) continue;
      const { location, content: expected } = target;
      this.#mount(
        root,
        targetPointer,
        this.#splice(location, expected, toPath(targetPointer), 0),
      );
    }
    return this.#stopped ? undefined : root;
  }

  #exists(root: unknown, targetPointer: Pointer): boolean {
    let value = root;
    for (const token of targetPointer) {
      if (!isRecord(value) || !Object.hasOwn(value, token)) return false;
      value = value[token];
    }
    return true;
  }

  #mount(
    root: Record<string, unknown>,
    targetPointer: Pointer,
    value: unknown,
  ): void {
    let parent = root;
    for (const token of targetPointer.slice(0, -1)) {
      let next = Object.hasOwn(parent, token) ? parent[token] : undefined;
      if (!isRecord(next)) {
        next = {};
        setOwn(parent, token, next);
      }
      parent = next as Record<string, unknown>;
    }
    setOwn(parent, targetPointer.at(-1) ?? "", value);
  }

  #copy(
    value: unknown,
    content: FieldContent | undefined,
    context: CopyContext,
  ): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (this.#isTooMuch(context)) return null;
    if (Array.isArray(value)) {
      const of = content?.form === "array" ? content.of : undefined;
      return value.map((item: unknown, index) =>
        this.#copy(item, of, step(context, `${index}`)),
      );
    }
    const record = value as Record<string, unknown>;
    if (
      typeof record.$ref === "string" &&
      (content?.form === "object" || content?.form === "map")
    ) {
      return this.#reference(record, record.$ref, content, context);
    }
    return this.#members(record, content, context);
  }

  #members(
    record: Record<string, unknown>,
    content: FieldContent | undefined,
    context: CopyContext,
  ): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    const shape =
      content?.form === "object" ? shapeOf(content.kind) : undefined;
    const of = content?.form === "map" ? content.of : undefined;
    for (const key of Object.keys(record)) {
      const inner = shape ? contentOf(shape, key) : of;
      setOwn(copy, key, this.#copy(record[key], inner, step(context, key)));
    }
    if (content?.form === "object" && content.kind === "discriminator") {
      this.#rewriteMapping(copy, context.file);
    }
    return copy;
  }

  #rewriteMapping(
    discriminator: Record<string, unknown>,
    file: LoadedFile,
  ): void {
    for (const value of mappingValuesOf(discriminator)) {
      if (!isMappingReference(value)) continue;
      const location = this.plan.discovery.find(file, value.target);
      const targetPointer =
        location &&
        this.#targetPointer(location, { form: "object", kind: "schema" });
      if (targetPointer === undefined) continue;
      const holder = valueAt(discriminator, value.pointer.slice(0, -1));
      const name = value.pointer.at(-1) ?? "";
      if (isRecord(holder)) setOwn(holder, name, printReference(targetPointer));
    }
  }

  #reference(
    record: Record<string, unknown>,
    ref: string,
    content: FieldContent,
    context: CopyContext,
  ): unknown {
    const location = this.plan.discovery.find(context.file, ref);
    if (location === undefined) return this.#members(record, content, context);
    const targetPointer = this.#targetPointer(location, content);
    if (targetPointer === undefined)
      return this.#inPlace(record, location, content, context);
    if (isSame(targetPointer, toPointer(context.at))) {
      return this.#splice(location, content, context.at, context.depth);
    }
    const copy = this.#members(record, content, context);
    copy.$ref = printReference(targetPointer);
    return copy;
  }

  /** Undefined for what replaces the reference. */
  #targetPointer(
    location: Location,
    content: FieldContent,
  ): Pointer | undefined {
    if (location.file !== this.plan.root)
      return this.plan.targetPointers.get(keyOf({ location, content }));
    return content.form === "object" &&
      sectionOf(content.kind, this.plan.content) !== undefined
      ? location.pointer
      : undefined;
  }

  /** Fields beside the reference win over those of its target. */
  #inPlace(
    record: Record<string, unknown>,
    location: Location,
    content: FieldContent,
    context: CopyContext,
  ): unknown {
    const beside = Object.fromEntries(
      Object.entries(record).filter(([name]) => name !== "$ref"),
    );
    const target = this.#splice(location, content, context.at, context.depth);
    if (!isRecord(target)) return target;
    return { ...target, ...this.#members(beside, content, context) };
  }

  #splice(
    location: Location,
    content: FieldContent,
    at: Path | undefined,
    depth: number,
  ): unknown {
    const key = keyOf({ location, content });
    const { file, pointer, value } = location;
    if (this.#open.has(key)) {
      const place = `${file === this.plan.root ? "" : file.id}${printPointer(pointer)}`;
      this.diagnostics.report(
        "ref-cycle",
        { chain: `${place} -> … -> ${place}` },
        file.locator.locate(pointer),
      );
      return {};
    }
    if (++this.#splices > limits.splices && !this.#stopped) {
      this.#stop(
        "ref-splice-limit",
        limits.splices,
        file.locator.locate(pointer),
      );
    }
    this.#open.add(key);
    this.sourceMap.set(toPointer(at), pointer, file.locator);
    const copy = this.#copy(value, content, { file, at, depth });
    this.#open.delete(key);
    return copy;
  }

  /** Once is enough; everything that follows stays out. */
  #isTooMuch({ file, depth }: CopyContext): boolean {
    if (this.#stopped) return true;
    this.#copied++;
    if (depth > limits.depth) {
      this.#stop("nesting-too-deep", limits.depth, file.source.position(0));
    } else if (this.#copied > limits.bundledNodes) {
      this.#stop("ref-expansion-limit", limits.bundledNodes, undefined);
    }
    return this.#stopped;
  }

  #stop(code: DiagnosticCode, limit: number, at: Position | undefined): void {
    this.#stopped = true;
    this.diagnostics.report(code, { limit }, at);
  }
}

const step = (
  { file, at, depth }: CopyContext,
  token: string,
): CopyContext => ({
  file,
  at: { parent: at, token },
  depth: depth + 1,
});

const isSame = (a: Pointer, b: Pointer): boolean =>
  a.length === b.length && a.every((token, index) => token === b[index]);
