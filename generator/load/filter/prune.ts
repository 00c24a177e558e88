/**
 * Takes out of a filtered document what no operation leads to any more: components, tags, security.
 */
import type { Pointer } from "../../openapi/document.js";
import { mappingValuesOf, resolveMapping } from "../bundle/mappings.js";
import { operationsIn } from "../../openapi/operations.js";
import { type FieldContent, openapiRoot } from "../../openapi/grammar.js";
import type { SourceMap } from "../read/source-map.js";
import {
  parsePointer,
  type Path,
  printReference,
  toPath,
  valueAt,
} from "../../openapi/pointers.js";
import { type JsonObject, isRecord, remove } from "../../openapi/records.js";
import { contentAt, walk } from "../../openapi/walk.js";

/** Where operations that were left out stay readable for references into them. */
const aside = "x-left-out";

/** @param before the document with everything that was left out */
export const prune = (
  root: JsonObject,
  before: JsonObject,
  sourceMap: SourceMap,
): void => {
  pruneSecurity(root);
  pruneTags(root, sourceMap);
  pruneComponents(root, before, sourceMap);
};

/** Takes out the components alone. */
const pruneComponents = (
  root: JsonObject,
  before: JsonObject,
  sourceMap: SourceMap,
): void => {
  const used = new Uses(root, before).find();
  if (used.has(aside)) {
    root[aside] = { paths: before.paths, webhooks: before.webhooks };
    for (const group of ["paths", "webhooks"]) {
      sourceMap.set([aside, group], [group]);
    }
  }
  const { components } = root;
  if (!isRecord(components)) return;
  for (const [section, entries] of Object.entries(components)) {
    if (!isRecord(entries) || section.startsWith("x-")) continue;
    for (const name of Object.keys(entries)) {
      if (!used.has(idOf(section, name))) remove(entries, name);
    }
  }
};

const idOf = (section: string, name: string): string => `${section}/${name}`;

/** The document's own requirement, where every operation has one of its own. */
const pruneSecurity = (root: JsonObject): void => {
  const operations = [...operationsIn(root)];
  if (operations.length === 0) return;
  if (
    operations.every(({ operation }) => Object.hasOwn(operation, "security"))
  ) {
    remove(root, "security");
  }
};

const pruneTags = (root: JsonObject, sourceMap: SourceMap): void => {
  const { tags } = root;
  if (!Array.isArray(tags)) return;
  const list: readonly unknown[] = tags;
  const used = new Set(
    [...operationsIn(root)].flatMap(({ operation }) => operation.tags),
  );
  // The parent of a tag that is used is used; a circle of parents ends as well.
  for (const name of used) {
    for (const tag of list) {
      if (isRecord(tag) && tag.name === name && tag.parent !== undefined) {
        used.add(tag.parent);
      }
    }
  }
  const kept: unknown[] = [];
  list.forEach((tag, index) => {
    if (isRecord(tag) && !used.has(tag.name)) return;
    sourceMap.set(["tags", `${kept.length}`], ["tags", `${index}`]);
    kept.push(tag);
  });
  root.tags = kept;
};

interface PendingWalk {
  readonly value: unknown;
  readonly content: FieldContent;
  readonly path: Path | undefined;
}

/** What is reached from the document without its components, by `idOf`. */
class Uses {
  readonly #found = new Set<string>();
  readonly #walked = new Set<string>();
  readonly #waiting: PendingWalk[] = [];
  /** Schemas by what their `allOf` refers to: a discriminator leads from the base to them. */
  readonly #heirs = new Map<string, string[]>();
  /** Schemas that a `$dynamicRef` may lead to. */
  readonly #dynamic: string[] = [];

  constructor(
    readonly root: JsonObject,
    readonly before: JsonObject,
  ) {
    const components = root.components;
    const schemas = isRecord(components) ? components.schemas : undefined;
    if (!isRecord(schemas)) return;
    for (const [name, schema] of Object.entries(schemas)) {
      this.#index(name, schema);
    }
  }

  find(): ReadonlySet<string> {
    const operations = { ...this.root, components: undefined };
    this.#walk({ value: operations, content: openapiRoot, path: undefined });
    for (
      let next = this.#waiting.pop();
      next !== undefined;
      next = this.#waiting.pop()
    ) {
      this.#walk(next);
    }
    return this.#found;
  }

  #index(name: string, schema: unknown): void {
    if (!isRecord(schema)) return;
    if (Array.isArray(schema.allOf)) {
      for (const next of schema.allOf as unknown[]) {
        if (!isRecord(next) || typeof next.$ref !== "string") continue;
        const heirs = this.#heirs.get(next.$ref) ?? [];
        this.#heirs.set(next.$ref, [...heirs, name]);
      }
    }
    if (JSON.stringify(schema).includes('"$dynamicAnchor"')) {
      this.#dynamic.push(name);
    }
  }

  #walk({ value, content, path }: PendingWalk): void {
    walk(value, content, path, {
      object: (node, kind) => {
        if (typeof node.$ref === "string" && Object.hasOwn(node, "$ref")) {
          this.#follow(node, { form: "object", kind });
        }
        switch (kind) {
          case "schema":
            if (typeof node.$dynamicRef === "string") {
              for (const name of this.#dynamic.splice(0)) {
                this.#use(["components", "schemas", name]);
              }
            }
            break;
          case "discriminator":
            this.#discriminator(node);
            break;
          case "securityRequirement":
            for (const name of Object.keys(node)) {
              this.#use(["components", "securitySchemes", name]);
            }
            break;
          default:
        }
      },
      mapReference: (ref, map) => {
        this.#follow({ $ref: ref }, map);
      },
    });
  }

  #discriminator(node: JsonObject): void {
    for (const value of mappingValuesOf(node)) {
      const $ref = resolveMapping(value, this.before);
      if ($ref === undefined) continue;
      this.#follow({ $ref }, { form: "object", kind: "schema" });
    }
  }

  #follow(node: JsonObject, content: FieldContent): void {
    const ref = String(node.$ref);
    const pointer = ref.startsWith("#")
      ? parsePointer(ref.slice(1))
      : undefined;
    if (pointer === undefined) return;
    if (pointer[0] === "components" && pointer.length > 2) {
      this.#use(pointer);
      return;
    }
    if (valueAt(this.root, pointer) === undefined) {
      const value = valueAt(this.before, pointer);
      if (value === undefined) return;
      const moved = [aside, ...pointer];
      this.#found.add(aside);
      node.$ref = printReference(moved);
      this.#later({ value, content, path: toPath(moved) }, ref);
      return;
    }
    // What stands among the operations is walked anyway.
    if (pointer[0] === "paths" || pointer[0] === "webhooks") return;
    const value = valueAt(this.root, pointer);
    this.#later({ value, content, path: toPath(pointer) }, ref);
  }

  #use([, section = "", name = ""]: Pointer): void {
    const pointer = ["components", section, name];
    const value = valueAt(this.root, pointer);
    const content = contentAt(openapiRoot, pointer);
    const id = idOf(section, name);
    if (value === undefined || this.#found.has(id)) return;
    this.#found.add(id);
    if (content === undefined) return;
    this.#later({ value, content, path: toPath(pointer) }, id);
    if (section === "schemas" && isRecord(value) && value.discriminator) {
      this.#useHeirs(printReference(pointer));
    }
  }

  /** Whoever inherits from a schema with a discriminator may stand in its place. */
  #useHeirs(base: string): void {
    const heirs = this.#heirs.get(base) ?? [];
    this.#heirs.delete(base);
    for (const heir of heirs) {
      this.#use(["components", "schemas", heir]);
      this.#useHeirs(printReference(["components", "schemas", heir]));
    }
  }

  #later(next: PendingWalk, id: string): void {
    if (this.#walked.has(id)) return;
    this.#walked.add(id);
    this.#waiting.push(next);
  }
}
