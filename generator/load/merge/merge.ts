/**
 * Several documents become one: what they have in common once, everything else side by side. Of
 * two different things with one name, none may win: that is an error that names both places.
 *
 * Title, version and servers of the SDK are those of the first document. Where another has servers or
 * security requirements of its own, its operations get them.
 */
import { isDeepStrictEqual } from "node:util";
import type { DocumentInput } from "../../config/document-input.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { valueAt } from "../../openapi/pointers.js";
import { isRecord, type JsonObject, setOwn } from "../../openapi/records.js";
import {
  readDocument,
  type ReadDocument,
  type ReadOptions,
} from "../read-document.js";
import { SourceLocations } from "../read/source-locations.js";
import { pushIntoOperations, withOwnDefaults } from "./own-defaults.js";

/** Undefined when one of them cannot be read, or they clash; everything is reported. */
export const mergeDocuments = async (
  inputs: readonly DocumentInput[],
  options: ReadOptions,
  diagnostics: Diagnostics,
): Promise<ReadDocument | undefined> => {
  const documents: ReadDocument[] = [];
  for (const input of inputs) {
    const document = await readDocument(input, options, { diagnostics });
    if (document) documents.push(document);
  }
  const [first, ...others] = documents;
  if (!first || documents.length < inputs.length) return undefined;
  const merger = new Merger(first, diagnostics);
  for (const other of others)
    if (merger.canRead(other)) merger.add(withOwnDefaults(other, first.root));
  return merger.hasClash ? undefined : merger.document(documents);
};

/** Maps whose members are merged by name, below the root. */
const maps: readonly Pointer[] = [
  ["paths"],
  ["webhooks"],
  ...[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
  ].map((section) => ["components", section]),
];

class Merger {
  hasClash = false;
  readonly #root: JsonObject;
  readonly #locations: SourceLocations;

  constructor(
    readonly first: ReadDocument,
    readonly diagnostics: Diagnostics,
  ) {
    this.#root = structuredClone(first.root);
    this.#locations = new SourceLocations(first.locations);
  }

  /** The merged document. */
  document(documents: readonly ReadDocument[]): ReadDocument {
    const reports = documents.map(({ reportViolations }) => reportViolations);
    const { version, file } = this.first;
    return {
      version,
      file,
      root: this.#root,
      locations: this.#locations,
      reportViolations: reports.every((report) => report)
        ? (diagnostics) => {
            for (const report of reports) report?.(diagnostics);
          }
        : undefined,
    };
  }

  /** Swagger 2.0 is 3.0 by now; a schema of 3.0 and one of 3.1 mean different things. */
  canRead({ root, locations }: ReadDocument): boolean {
    const [own, other] = [this.#root, root].map(({ openapi }) =>
      String(openapi).startsWith("3.0"),
    );
    if (own === other) return true;
    const details = {
      first: String(this.#root["openapi"]),
      second: String(root["openapi"]),
    };
    this.#report("merge-versions", details, locations, ["openapi"]);
    return false;
  }

  add(document: ReadDocument): void {
    for (const map of maps) this.#addMembers(document, map);
    this.#addTags(document);
    for (const [key, value] of Object.entries(document.root))
      if (!Object.hasOwn(this.#root, key) && !perDocument.has(key))
        this.#put([key], value, document);
  }

  #addMembers(document: ReadDocument, map: Pointer): void {
    const members = valueAt(document.root, map);
    if (!isRecord(members)) return;
    for (const [name, value] of Object.entries(members)) {
      const pointer = [...map, name];
      const there = valueAt(this.#root, pointer);
      if (there === undefined) this.#put(pointer, value, document);
      else if (isDeepStrictEqual(there, value)) continue;
      else if (isRecord(there) && isRecord(value) && isPathItem(map))
        this.#addOperations(document, pointer);
      else this.#clash(pointer, document);
    }
  }

  /** Of a path that several documents have: its operations come from all of them. */
  #addOperations(document: ReadDocument, pointer: Pointer): void {
    const there = valueAt(this.#root, pointer) as JsonObject;
    const added = valueAt(document.root, pointer) as JsonObject;
    pushIntoOperations(there, pointer, this.#locations);
    pushIntoOperations(added, pointer, document.locations);
    for (const [key, value] of Object.entries(added)) {
      const member = [...pointer, key];
      if (!Object.hasOwn(there, key)) this.#put(member, value, document);
      else if (!isDeepStrictEqual(there[key], value))
        this.#clash(member, document);
    }
  }

  #addTags(document: ReadDocument): void {
    const { tags } = document.root;
    if (!Array.isArray(tags)) return;
    const own = Array.isArray(this.#root["tags"])
      ? (this.#root["tags"] as unknown[])
      : [];
    this.#root["tags"] = own;
    for (const [index, tag] of (tags as unknown[]).entries()) {
      const there = own.findIndex((other) => nameOf(other) === nameOf(tag));
      if (there === -1) {
        const origin = ["tags", `${index}`];
        this.#locations.set(
          ["tags", `${own.length}`],
          origin,
          document.locations,
        );
        own.push(structuredClone(tag));
      } else if (!isDeepStrictEqual(own[there], tag))
        this.#report(
          "merge-tag",
          { name: String(nameOf(tag)) },
          document.locations,
          ["tags", `${index}`],
          ["tags", `${there}`],
        );
    }
  }

  #put(pointer: Pointer, value: unknown, { locations }: ReadDocument): void {
    let parent = this.#root;
    for (const key of pointer.slice(0, -1)) {
      if (!isRecord(parent[key])) setOwn(parent, key, {});
      parent = parent[key] as JsonObject;
    }
    setOwn(parent, pointer.at(-1) ?? "", structuredClone(value));
    this.#locations.set(pointer, pointer, locations);
  }

  #clash(pointer: Pointer, { locations }: ReadDocument): void {
    const what = nameOfPlace(pointer);
    this.#report("merge-clash", { what }, locations, pointer, pointer);
  }

  #report(
    code: "merge-clash" | "merge-tag" | "merge-versions",
    details: Readonly<Record<string, string>>,
    locations: SourceLocations,
    place: Pointer,
    own = place,
  ): void {
    this.hasClash ||= code !== "merge-tag";
    this.diagnostics.report(code, details, locations.locate(place), [
      this.#locations.locate(own),
    ]);
  }
}

/** What the first document decides, or what is merged in another way. */
const perDocument: ReadonlySet<string> = new Set([
  "openapi",
  "info",
  "servers",
  "security",
  "jsonSchemaDialect",
  "$self",
  "paths",
  "webhooks",
  "components",
  "tags",
]);

const isPathItem = ([map]: Pointer): boolean =>
  map === "paths" || map === "webhooks";

/** `GET /pets`, `components.schemas.Pet`. */
const nameOfPlace = (pointer: Pointer): string => {
  const [, path = "", method] = pointer;
  return isPathItem(pointer)
    ? `${method?.toUpperCase() ?? ""} ${path}`.trim()
    : pointer.join(".");
};

const nameOf = (tag: unknown): unknown => (isRecord(tag) ? tag["name"] : tag);
