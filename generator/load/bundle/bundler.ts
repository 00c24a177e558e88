/**
 * Copies the files of a document into one tree and rewrites the references between them.
 */
import type {
  DiagnosticCode,
  Diagnostics,
} from "../../diagnostics/diagnostics.js";
import type { Pointer, Position } from "../../openapi/document.js";
import { type Discovery, referenceTargetKey } from "./discover.js";
import { isMappingReference, mappingValuesOf } from "./mappings.js";
import type { Location } from "./location.js";
import { type FieldType, sectionOf } from "../../openapi/grammar.js";
import type { LoadedFile } from "../read/loaded-file.js";
import type { SourceLocations } from "../read/source-locations.js";
import {
  child,
  type Path,
  printPointer,
  printReference,
  toPath,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import {
  isRecord,
  type JsonObject,
  mapValues,
  setOwn,
} from "../../openapi/records.js";
import { contentAt } from "../../openapi/walk.js";
import { limits } from "../read/read.js";

/** The file that is copied from, and the path in the tree that is copied to. */
interface CopyContext {
  readonly file: LoadedFile;
  readonly path: Path | undefined;
  readonly depth: number;
}

export interface BundlePlan {
  readonly root: LoadedFile;
  /** What the root is: an OpenAPI or a Swagger document. */
  readonly content: FieldType;
  readonly discovery: Discovery;
  /** Pointers in the bundled document by `referenceTargetKey`; targets without one replace their references. */
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
    readonly locations: SourceLocations,
    readonly diagnostics: Diagnostics,
  ) {}

  /** Undefined when a limit was reported. */
  build(): unknown {
    const { root: file, content, discovery, targetPointers } = this.plan;
    const start = { file, path: undefined, depth: 0 };
    const root = this.#copy(file.value, content, start);
    if (!isRecord(root)) return root;
    const sorted = [...targetPointers].sort(([, a], [, b]) =>
      a.join("\0") < b.join("\0") ? -1 : 1,
    );
    for (const [key, targetPointer] of sorted) {
      const target = discovery.targets.get(key);
      const exists = valueAt(root, targetPointer) !== undefined;
      if (target === undefined || exists) continue;
      const path = toPath(targetPointer);
      const value = this.#splice(target.location, target.content, path, 0);
      this.#mount(root, targetPointer, value);
    }
    return this.#stopped ? undefined : root;
  }

  #mount(root: JsonObject, targetPointer: Pointer, value: unknown): void {
    let parent = root;
    for (const token of targetPointer.slice(0, -1)) {
      const section = child(parent, token);
      const next = isRecord(section) ? section : {};
      setOwn(parent, token, next);
      parent = next;
    }
    setOwn(parent, targetPointer.at(-1) ?? "", value);
  }

  #copy(
    value: unknown,
    content: FieldType | undefined,
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
    const record = value as JsonObject;
    const isReferable = content !== undefined && content.form !== "any";
    return typeof record.$ref === "string" && isReferable
      ? this.#reference(record, record.$ref, content, context)
      : this.#members(record, content, context);
  }

  #members(
    record: JsonObject,
    content: FieldType | undefined,
    context: CopyContext,
  ): JsonObject {
    const copy = mapValues(record, (value, key) =>
      this.#copy(
        value,
        content && contentAt(content, [key]),
        step(context, key),
      ),
    );
    if (content?.form === "object" && content.kind === "discriminator") {
      this.#rewriteMapping(copy, context.file);
    }
    return content?.form === "object" && content.kind === "securityRequirement"
      ? this.#withNames(copy, context.file)
      : copy;
  }

  /** The names of security schemes in place of their URIs. */
  #withNames(requirement: JsonObject, file: LoadedFile): JsonObject {
    const content = { form: "object", kind: "securityScheme" } as const;
    const named: JsonObject = {};
    for (const [key, scopes] of Object.entries(requirement)) {
      const location = this.plan.discovery.find(file, key);
      const pointer = location && this.#targetPointer(location, content);
      setOwn(named, pointer?.at(-1) ?? key, scopes);
    }
    return named;
  }

  #rewriteMapping(discriminator: JsonObject, file: LoadedFile): void {
    const content = { form: "object", kind: "schema" } as const;
    for (const value of mappingValuesOf(discriminator)) {
      if (!isMappingReference(value)) continue;
      const location = this.plan.discovery.find(file, value.target);
      const targetPointer = location && this.#targetPointer(location, content);
      if (targetPointer === undefined) continue;
      const holder = valueAt(discriminator, value.pointer.slice(0, -1));
      const name = value.pointer.at(-1) ?? "";
      if (isRecord(holder)) setOwn(holder, name, printReference(targetPointer));
    }
  }

  #reference(
    record: JsonObject,
    ref: string,
    content: FieldType,
    context: CopyContext,
  ): unknown {
    const location = this.plan.discovery.find(context.file, ref);
    if (location === undefined) return this.#members(record, content, context);
    const targetPointer = this.#targetPointer(location, content);
    if (targetPointer === undefined)
      return this.#inPlace(record, location, content, context);
    if (printPointer(targetPointer) === printPointer(toPointer(context.path))) {
      return this.#splice(location, content, context.path, context.depth);
    }
    const copy = this.#members(record, content, context);
    copy.$ref = printReference(targetPointer);
    return copy;
  }

  /** Undefined for what replaces the reference. */
  #targetPointer(location: Location, content: FieldType): Pointer | undefined {
    if (location.file !== this.plan.root)
      return this.plan.targetPointers.get(
        referenceTargetKey({ location, content }),
      );
    return content.form === "object" &&
      sectionOf(content.kind, this.plan.content) !== undefined
      ? location.pointer
      : undefined;
  }

  /** Fields beside the reference win over those of its target. */
  #inPlace(
    record: JsonObject,
    location: Location,
    content: FieldType,
    context: CopyContext,
  ): unknown {
    const siblings = { ...record };
    delete siblings.$ref;
    const { path, depth } = context;
    const target = this.#splice(location, content, path, depth);
    if (!isRecord(target)) return target;
    return { ...target, ...this.#members(siblings, content, context) };
  }

  #splice(
    location: Location,
    content: FieldType,
    path: Path | undefined,
    depth: number,
  ): unknown {
    const key = referenceTargetKey({ location, content });
    const { file, pointer, value } = location;
    const position = (): Position => file.locator.locate(pointer);
    if (this.#open.has(key)) {
      const id = file === this.plan.root ? "" : file.id;
      const start = id + printPointer(pointer);
      const details = { chain: `${start} -> … -> ${start}` };
      this.diagnostics.report("ref-cycle", details, position());
      return {};
    }
    if (++this.#splices > limits.splices && !this.#stopped) {
      this.#stop("ref-splice-limit", limits.splices, position());
    }
    this.#open.add(key);
    this.locations.set(toPointer(path), pointer, file.locator);
    const copy = this.#copy(value, content, { file, path, depth });
    this.#open.delete(key);
    return copy;
  }

  /** Reports the first limit that is exceeded; nothing is copied after it. */
  #isTooMuch({ file, depth }: CopyContext): boolean {
    if (this.#stopped) return true;
    this.#copied++;
    if (depth > limits.depth) {
      this.#stop("nesting-too-deep", limits.depth, file.source.position(0));
    } else if (this.#copied > limits.bundledNodes) {
      this.#stop("ref-expansion-limit", limits.bundledNodes);
    }
    return this.#stopped;
  }

  #stop(code: DiagnosticCode, limit: number, position?: Position): void {
    this.#stopped = true;
    this.diagnostics.report(code, { limit }, position);
  }
}

const step = ({ file, path, depth }: CopyContext, token: string) => ({
  file,
  path: { parent: path, token },
  depth: depth + 1,
});
