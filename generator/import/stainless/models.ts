/**
 * `models`: names of types, by schema or by a pointer into the document.
 */
import { reservedExports } from "../../model/names/names.js";
import { parseReference, valueAt } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";
import type { ReadMethod } from "./methods.js";
import { reachableFrom } from "./reached-schemas.js";

export class ModelNames {
  /** The reference that a model stands for, by its dotted name in the config: `sessions.stream_event`. */
  readonly references = new Map<string, string>();
  /** The type's name by what it names, as `models` of the config has it. */
  readonly #names = new Map<string, { name: string; path: SourcePath }>();
  readonly #taken = new Map<string, string>();
  /** Where the config lists them. */
  readonly #places: Place[] = [];
  #count = 0;

  constructor(readonly reading: Reading) {}

  /** @param at of the map of models */
  collect(models: object, at: SourcePath): void {
    for (const [key, value] of Object.entries(models)) {
      const path = [...at, key];
      const reference = this.#referenceOf(path, value);
      if (reference === undefined) continue;
      const dotted = at
        .filter(
          (step) =>
            !["resources", "subresources", "models"].includes(String(step)),
        )
        .concat(key)
        .join(".");
      this.references.set(dotted, reference);
      this.#places.push({ at, reference });
      this.#name(path, reference, this.reading.casing.pascal(key));
    }
  }

  /** Writes what differs from the names that the types have anyway. */
  finish(): void {
    const { draft, document, source } = this.reading;
    for (const [named, { name, path }] of this.#names) {
      const usual = document.defaults.models.get(named) ?? named;
      if (usual === name) continue;
      draft.set(["models", named], name, keptComments(source, path));
    }
  }

  /**
   * Notes the models that no method of their resource reaches: callers find them in its namespace anyway.
   *
   * @param methods of the whole config
   */
  place(methods: readonly ReadMethod[]): void {
    const { draft, document, isPublished } = this.reading;
    if (!isPublished) return;
    const byResource = new Map<string, string[]>();
    const reached = new Map<string, (reference: string) => boolean>();
    for (const { at, reference } of this.#places) {
      const resource = this.#resourceOf(at);
      const operations = methods
        .filter(({ name }) => resource === "$client" || isNear(name, resource))
        .map(({ operation }) => operation);
      const isReached =
        reached.get(resource) ?? reachableFrom(operations, document.root);
      reached.set(resource, isReached);
      const named = schemaNameOf(reference) ?? reference;
      const listed = byResource.get(resource) ?? [];
      // A schema that is no component is one by a name of its own.
      const hasName = named !== reference || this.#names.has(named);
      if (hasName && !listed.includes(named) && !isReached(reference))
        byResource.set(resource, [...listed, named]);
    }
    for (const [resource, models] of byResource)
      draft.set(["resourceModels", resource], models);
  }

  /** @param at of a map of models: `resources`, a name, `subresources`, a name, `models` */
  #resourceOf(at: SourcePath): string {
    const names = at
      .slice(0, -1)
      .filter((_, index) => index % 2 === 1)
      .map((name) => this.reading.casing.camel(String(name)));
    const [first = "$client"] = names;
    return first.startsWith("$") ? "$client" : names.join(".");
  }

  /** For the line of `resources`. */
  get told(): string {
    return this.#count === 0
      ? ""
      : `, ${this.#count} ${this.#count === 1 ? "model" : "models"}`;
  }

  #referenceOf(path: SourcePath, value: unknown): string | undefined {
    const { ledger, document } = this.reading;
    if (isRecord(value)) ledger.loseOthers(path, value, ["schema"]);
    const text =
      typeof value === "object" && value !== null && "schema" in value
        ? value.schema
        : value;
    if (typeof text !== "string") {
      ledger.lost(path, "no schema is named here");
      return undefined;
    }
    const reference = text.startsWith("#")
      ? text
      : `#/components/schemas/${text}`;
    const pointer = parseReference(reference);
    if (!pointer || valueAt(document.root, pointer) === undefined) {
      ledger.lost(path, `the document has no ${text}`);
      return undefined;
    }
    return reference;
  }

  #name(path: SourcePath, reference: string, name: string): void {
    const { ledger, isPublished } = this.reading;
    const named = schemaNameOf(reference) ?? reference;
    const earlier = this.#names.get(named);
    if (earlier?.name === name) return;
    const before = this.#taken.get(name);
    const problem = earlier
      ? `the type is called ${earlier.name} already`
      : before !== undefined
        ? `${name} is the type of ${before} already; this one is called after its schema`
        : // Callers of a published SDK find it in namespaces and below `resources/`.
          reservedExports.has(name) && !isPublished
          ? `${name} is a name of the language; the type is called after its schema`
          : undefined;
    if (problem !== undefined) {
      // Where nothing was published, nobody has used the name.
      if (isPublished) ledger.lost(path, problem);
      else ledger.notNeeded(path, problem);
      return;
    }
    this.#count++;
    this.#names.set(named, { name, path });
    this.#taken.set(name, named);
  }
}

interface Place {
  /** The path of the map of models. */
  readonly at: SourcePath;
  readonly reference: string;
}

/** True of a method of the resource, or of one right inside it. */
const isNear = (method: string, resource: string): boolean => {
  const around = method.split(".").slice(0, -1);
  return (
    around.join(".") === resource || around.slice(0, -1).join(".") === resource
  );
};

/** The name of a component schema; undefined for any other reference. */
const schemaNameOf = (reference: string): string | undefined => {
  const [components, schemas, name, ...below] = parseReference(reference) ?? [];
  const isComponent =
    components === "components" && schemas === "schemas" && below.length === 0;
  return isComponent ? name : undefined;
};
