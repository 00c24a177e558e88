/**
 * The tree of `client.<resource>.<method>`: operations in the groups of `placement.ts`, with the names
 * of resources and methods.
 */
import type { Document, ExternalDocs } from "../../openapi/document.js";
import type { Doc, Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { countBy } from "../counting.js";
import { describedBy } from "../descriptions.js";
import { camelCase, kebabCase, pascalCase } from "../names/casing.js";
import {
  nameOf,
  reservedMembers,
  Scope,
  type NameLedger,
} from "../names/names.js";
import { resourceId, spellingId } from "./resource-ids.js";
import type { PlannedOperation } from "../operations/planned.js";

/** An operation with the facts that decide its place in the tree. */
export interface PlacedOperation extends Pick<PlannedOperation, "placement"> {
  readonly operation: Operation;
}

interface ResourceNode {
  /** For the lock file: the same however the document spells it. */
  readonly id: string;
  /** Its name and those of the resources around it, as spelled in the document. */
  readonly path: readonly string[];
  readonly operations: PlacedOperation[];
  readonly children: Map<string, ResourceNode>;
}

export interface ResourceContext {
  /** True where members are spelled as in an earlier SDK, whatever the spelling of words in types. */
  readonly isCompatible: boolean;
  readonly document: Document;
  /** The names that the package exports. */
  readonly exports: Scope;
  readonly ledger: NameLedger;
  /** Members of the client class. */
  readonly clientMembers: ReadonlySet<string>;
}

/** The methods of the client itself, and the resources at its top, sorted by name. */
export function buildResources(
  placed: readonly PlacedOperation[],
  context: ResourceContext,
): Pick<Sdk, "operations" | "resources"> {
  const root = treeOf(placed);
  return {
    operations: root.operations.map(({ operation }) => operation),
    resources: buildChildren(root, context, {
      taken: new Set([...context.clientMembers, ...methodsOf(root)]),
      fileNameOf: uniqueFileNames(),
    }),
  };
}

const methodsOf = ({ operations }: ResourceNode): ReadonlySet<string> =>
  new Set(operations.map(({ operation }) => operation.methodName));

const nodeOf = (path: readonly string[]): ResourceNode => ({
  id: resourceId(path),
  path,
  operations: [],
  children: new Map(),
});

function treeOf(operations: readonly PlacedOperation[]): ResourceNode {
  const root = nodeOf([]);
  const spellings = commonSpellings(operations);
  for (const operation of operations) {
    let node = root;
    for (const name of operation.placement.group) {
      const id = spellingId(name);
      const child =
        node.children.get(id) ??
        nodeOf([...node.path, spellings.get(id) ?? name]);
      node.children.set(id, child);
      node = child;
    }
    node.operations.push(operation);
  }
  return root;
}

/** Names of files that every file system accepts and that differ on each. */
function uniqueFileNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const base =
      kebabCase(name).replace(/[^\p{L}\p{N}\p{M}-]+/gu, "-") || "resource";
    let file = base;
    for (let n = 2; taken.has(file); n++) file = `${base}-${n}`;
    taken.add(file);
    return file;
  };
}

/** The most frequent spelling of each resource; of equally frequent ones the first in the alphabet. */
const commonSpellings = (
  operations: readonly PlacedOperation[],
): ReadonlyMap<string, string> =>
  new Map(
    [...countBy(operations.flatMap(({ placement }) => placement.group))]
      .sort(([a, m], [b, n]) => m - n || (a < b ? 1 : -1))
      .map(([spelling]) => [spellingId(spelling), spelling]),
  );

interface ParentScope {
  /** Members that the parent already has. */
  readonly taken: ReadonlySet<string>;
  readonly fileNameOf: (spelling: string) => string;
}

function buildChildren(
  parent: ResourceNode,
  context: ResourceContext,
  { taken, fileNameOf }: ParentScope,
): Resource[] {
  // Sorted by spelling, so that nothing depends on the order of the document.
  const nodes = [...parent.children.values()]
    .map((node) => ({ ...node, spelling: node.path.at(-1) ?? "" }))
    .sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
  const properties = new Scope(
    [...reservedMembers, ...taken],
    context.ledger,
  ).settle(
    nodes.map(({ id, spelling }) => {
      const wanted = camelCase(spelling) || "resource";
      return {
        id: `resource ${id}`,
        wanted,
        spelling,
        otherwise: `${wanted}Resource`,
        isChosen: context.isCompatible && wanted === spelling,
      };
    }),
  );
  return nodes.map((node): Resource => {
    const { id, spelling, path } = node;
    const typeName = path.map(pascalCase).join("");
    const className = context.exports.claim({
      id: `class ${id}`,
      wanted: typeName || "Resource",
      spelling,
      otherwise: `${typeName}Resource`,
    });
    return {
      property: nameOf(properties, `resource ${id}`),
      className,
      fileName: path.length === 1 ? fileNameOf(spelling) : "",
      doc: tagDoc(context.document, path),
      operations: node.operations.map(({ operation }) => operation),
      children: buildChildren(node, context, {
        taken: methodsOf(node),
        fileNameOf,
      }),
    };
  });
}

/**
 * The description of the tag that says which resource it is about, or of the one with this name, or with
 * another spelling of it.
 */
function tagDoc(
  { root: { tags = [] } }: Document,
  path: readonly string[],
): Doc {
  const spelling = path.at(-1) ?? "";
  const tag =
    tags.find((one) => one["x-sdkwright-resource"] === path.join(".")) ??
    tags.find(({ name }) => name === spelling) ??
    tags.find(({ name }) => spellingId(name) === spellingId(spelling));
  const text = [tag?.description ?? "", furtherReading(tag?.externalDocs)]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
  return describedBy(text);
}

/** A link to what is said elsewhere, as Markdown; empty where it does not lead to the web. */
function furtherReading({
  url = "",
  description = "",
}: ExternalDocs = {}): string {
  if (!/^https?:\/\/[^\s()<>[\]`*\\]+$/i.test(url)) return "";
  const label = description.replace(/[\s[\]()<>`*_\\]+/g, " ").trim();
  return `[${label || "Documentation"}](${url})`;
}
