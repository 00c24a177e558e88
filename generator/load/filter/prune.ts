/**
 * Removes from a filtered document what no operation uses any more: components, tags, security.
 */
import type { Pointer } from "../../openapi/document.js";
import { mappingValuesOf, resolveMapping } from "../bundle/mappings.js";
import { operationsIn } from "../../openapi/operations.js";
import { type FieldType, openapiRoot } from "../../openapi/grammar.js";
import type { SourceLocations } from "../read/source-locations.js";
import {
  parseReference,
  printReference,
  toPath,
  valueAt,
} from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
  remove,
} from "../../openapi/records.js";
import { contentAt, walk } from "../../openapi/walk.js";

/** The key under which filtered operations stay, for references into them. */
const leftOutKey = "x-left-out";

interface PruneOptions {
  /** The document with everything that was left out. */
  readonly before: JsonObject;
  readonly locations: SourceLocations;
  /** Schemas that stay: names of components, or JSON Pointers. */
  readonly keptSchemas: readonly string[];
}

export const prune = (root: JsonObject, options: PruneOptions): void => {
  pruneSecurity(root);
  pruneTags(root, options.locations);
  pruneComponents(root, options);
};

const pruneComponents = (
  root: JsonObject,
  { before, locations, keptSchemas }: PruneOptions,
): void => {
  const used = new UsedComponents(root, before).find(keptSchemas);
  if (used.has(leftOutKey)) {
    root[leftOutKey] = { paths: before.paths, webhooks: before.webhooks };
    for (const group of ["paths", "webhooks"]) {
      locations.set([leftOutKey, group], [group]);
    }
  }
  const components = recordOrEmpty(root.components);
  for (const [section, entries] of Object.entries(components)) {
    if (!isRecord(entries) || section.startsWith("x-")) continue;
    for (const name of Object.keys(entries)) {
      if (!used.has(idOf(section, name))) remove(entries, name);
    }
  }
};

const idOf = (section: string, name: string): string => `${section}/${name}`;

/** Removes the requirement of the document where every operation overrides it. */
const pruneSecurity = (root: JsonObject): void => {
  const operations = [...operationsIn(root)];
  const isOverridden = operations.every(({ operation }) =>
    Object.hasOwn(operation, "security"),
  );
  if (operations.length > 0 && isOverridden) remove(root, "security");
};

const pruneTags = (root: JsonObject, locations: SourceLocations): void => {
  const { tags } = root;
  if (!Array.isArray(tags)) return;
  const used = new Set(
    [...operationsIn(root)].flatMap(({ operation }) => operation.tags),
  );
  // The parent of a used tag is used as well; the set grows while it is walked.
  for (const name of used) {
    for (const tag of tags as unknown[]) {
      if (isRecord(tag) && tag.name === name && tag.parent !== undefined) {
        used.add(tag.parent);
      }
    }
  }
  root.tags = [...(tags as unknown[])];
  locations.filterItems(
    root.tags as unknown[],
    ["tags"],
    (tag) =>
      !isRecord(tag) ||
      used.has(tag.name) ||
      // It is about a resource, whatever the tags of its operations.
      tag["x-sdkwright-resource"] !== undefined,
  );
};

interface WalkStart {
  readonly value: unknown;
  readonly content: FieldType;
  readonly pointer: Pointer;
}

/** What is reached from the document without its components, by `idOf`. */
class UsedComponents {
  readonly #used = new Set<string>();
  /** Work to do, each start once; a map that grows while it is read is read to its end. */
  readonly #starts = new Map<string, WalkStart>();
  /** Names of schemas by what their `allOf` refers to. */
  readonly #derived = new Map<string, string[]>();
  /** Schemas that a `$dynamicRef` may lead to. */
  readonly #dynamic: string[] = [];

  constructor(
    readonly root: JsonObject,
    readonly before: JsonObject,
  ) {
    const schemas = valueAt(root, ["components", "schemas"]);
    for (const [name, schema] of Object.entries(recordOrEmpty(schemas))) {
      this.#index(name, schema);
    }
  }

  find(keptSchemas: readonly string[]): ReadonlySet<string> {
    for (const kept of keptSchemas) this.#keep(kept);
    const value = { ...this.root, components: undefined };
    this.#starts.set("#", { value, content: openapiRoot, pointer: [] });
    for (const start of this.#starts.values()) this.#walk(start);
    return this.#used;
  }

  /** A pointer into a component is one to it. */
  #keep(text: string): void {
    const pointer = text.startsWith("#/")
      ? (parseReference(text) ?? [])
      : ["components", "schemas", text];
    if (pointer[0] === "components" && pointer.length > 2) this.#use(pointer);
  }

  #index(name: string, schema: unknown): void {
    if (!isRecord(schema)) return;
    for (const base of arrayOrEmpty(schema.allOf)) {
      if (!isRecord(base) || typeof base.$ref !== "string") continue;
      const derived = this.#derived.get(base.$ref) ?? [];
      this.#derived.set(base.$ref, [...derived, name]);
    }
    if (JSON.stringify(schema).includes('"$dynamicAnchor"')) {
      this.#dynamic.push(name);
    }
  }

  #walk({ value, content, pointer }: WalkStart): void {
    walk(value, content, toPath(pointer), {
      object: (node, kind) => {
        if (typeof node.$ref === "string" && Object.hasOwn(node, "$ref")) {
          this.#follow(node, { form: "object", kind });
        }
        if (kind === "schema" && typeof node.$dynamicRef === "string") {
          for (const name of this.#dynamic.splice(0)) {
            this.#use(["components", "schemas", name]);
          }
        } else if (kind === "discriminator") {
          this.#discriminator(node);
        } else if (kind === "securityRequirement") {
          for (const name of Object.keys(node)) {
            this.#use(["components", "securitySchemes", name]);
          }
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

  #follow(node: JsonObject, content: FieldType): void {
    const ref = String(node.$ref);
    const pointer = parseReference(ref);
    if (pointer === undefined) return;
    if (pointer[0] === "components" && pointer.length > 2) {
      this.#use(pointer);
      return;
    }
    let value = valueAt(this.root, pointer);
    if (value !== undefined) {
      // Operations are walked anyway.
      if (pointer[0] === "paths" || pointer[0] === "webhooks") return;
      this.#later({ value, content, pointer }, ref);
      return;
    }
    value = valueAt(this.before, pointer);
    if (value === undefined) return;
    const moved = [leftOutKey, ...pointer];
    this.#used.add(leftOutKey);
    node.$ref = printReference(moved);
    this.#later({ value, content, pointer: moved }, ref);
  }

  #use([, section = "", name = ""]: Pointer): void {
    const pointer = ["components", section, name];
    const value = valueAt(this.root, pointer);
    const content = contentAt(openapiRoot, pointer);
    const id = idOf(section, name);
    if (value === undefined || this.#used.has(id)) return;
    this.#used.add(id);
    if (content === undefined) return;
    this.#later({ value, content, pointer }, id);
    if (section === "schemas" && isRecord(value) && value.discriminator) {
      this.#useDerived(printReference(pointer));
    }
  }

  /** A discriminator selects the schemas that are derived from its own. */
  #useDerived(base: string): void {
    const derived = this.#derived.get(base) ?? [];
    this.#derived.delete(base);
    for (const name of derived) {
      const pointer = ["components", "schemas", name];
      this.#use(pointer);
      this.#useDerived(printReference(pointer));
    }
  }

  #later(start: WalkStart, id: string): void {
    if (!this.#starts.has(id)) this.#starts.set(id, start);
  }
}
