/**
 * The tree of `client.<resource>.<method>`: operations in the groups of `placement.ts`, with the names
 * of resources and methods.
 */
import type { Document } from "../../openapi/document.js";
import type { Doc, Name, Resource } from "../../sdk/sdk.js";
import { countBy } from "../counting.js";
import { describedBy } from "../descriptions.js";
import {
  camelCase,
  kebabCase,
  pascalCase,
  spellingKey,
} from "../names/casing.js";
import {
  nameOf,
  reservedMembers,
  Scope,
  type Claim,
  type NameLedger,
} from "../names/names.js";
import type { OperationWithoutMethodName } from "../operations/complete.js";
import type { PlannedOperation } from "../operations/planned.js";

/** An operation with the facts that decide its place in the tree. */
export interface PlacedOperation extends Pick<
  PlannedOperation,
  "entry" | "placement" | "names"
> {
  readonly operation: OperationWithoutMethodName;
}

/** A resource before its methods have names. */
interface ResourceNode {
  /** For the lock file: the same however the document spells it. */
  readonly id: string;
  /** Its name and those of the resources around it, as spelled in the document. */
  readonly path: readonly string[];
  readonly operations: PlacedOperation[];
  readonly children: Map<string, ResourceNode>;
}

export interface ResourceContext {
  readonly document: Document;
  /** The names that the package exports. */
  readonly exports: Scope;
  readonly ledger: NameLedger;
  /** Members of the client class. */
  readonly clientMembers: ReadonlySet<string>;
}

/** @returns the resources at the top of the client, sorted by name */
export function buildResources(
  operations: readonly PlacedOperation[],
  context: ResourceContext,
): readonly Resource[] {
  return buildChildren(treeOf(operations), context, {
    taken: context.clientMembers,
    fileNameOf: uniqueFileNames(),
  });
}

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
      const id = idOf(name);
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

/** The id of a resource in the lock file: one for all spellings of its path. */
export const resourceId = (path: readonly string[]): string =>
  path.map(idOf).join(" / ");

/** `API Keys` and `api-keys` are one resource. */
const idOf = (spelling: string): string => spellingKey(spelling) || spelling;

/** The most frequent spelling of each resource; of equally frequent ones the first in the alphabet. */
const commonSpellings = (
  operations: readonly PlacedOperation[],
): ReadonlyMap<string, string> =>
  new Map(
    [...countBy(operations.flatMap(({ placement }) => placement.group))]
      .sort(([a, m], [b, n]) => m - n || (a < b ? 1 : -1))
      .map(([spelling]) => [idOf(spelling), spelling]),
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
    const methods = settleMethods(node, context.ledger);
    return {
      property: nameOf(properties, `resource ${id}`),
      className,
      fileName: path.length === 1 ? fileNameOf(spelling) : "",
      doc: tagDoc(context.document, spelling),
      operations: node.operations.map(({ entry, operation }) => ({
        ...operation,
        methodName: nameOf(methods, entry.key),
      })),
      children: buildChildren(node, context, {
        taken: new Set(methods.values()),
        fileNameOf,
      }),
    };
  });
}

/**
 * The method names of a resource, by the key of the operation.
 *
 * Where several operations would share a name, the operation on the resource's main collection keeps
 * it. The others are named by their operationIds, and where these clash too, by their functions.
 */
function settleMethods(
  { operations, children }: ResourceNode,
  ledger: NameLedger,
): ReadonlyMap<string, Name> {
  // A new method must not take the name of a published nested resource.
  const kept = new Set(
    [...children.values()].flatMap(
      ({ id }) => ledger.earlier.get(`resource ${id}`) ?? [],
    ),
  );
  const main = mostFrequent(
    operations.map(({ placement }) => placement.collection),
  );
  const rank = ({ placement }: PlacedOperation): string =>
    `${placement.collection === main ? 0 : 1} ${placement.method}`;
  const short = countBy(operations.map(rank));
  const keepsShortName = (operation: PlacedOperation): boolean =>
    short.get(rank(operation)) === 1 &&
    (operation.placement.collection === main ||
      !short.has(`0 ${operation.placement.method}`));
  const long = countBy(operations.map(({ placement }) => placement.fallback));
  const claims = operations.map((operation): Claim => {
    const { entry, placement, names } = operation;
    const { isChosen, method, fallback } = placement;
    const hasOwnFallback =
      long.get(fallback) === 1 || (entry.id ?? entry.sharedId) === undefined;
    const name =
      isChosen || keepsShortName(operation)
        ? method
        : hasOwnFallback
          ? fallback
          : names.functionName;
    return {
      id: `method ${entry.key}`,
      wanted: name || "call",
      spelling: entry.key,
      isChosen,
      ...(kept.has(name) && { otherwise: names.functionName }),
    };
  });
  const names = new Scope([...reservedMembers, ...kept], ledger).settle(claims);
  return new Map(
    operations.map(({ entry: { key } }) => [
      key,
      nameOf(names, `method ${key}`),
    ]),
  );
}

/** Undefined when two are equally frequent. */
function mostFrequent(values: readonly string[]): string | undefined {
  const [first, second] = [...countBy(values)].sort(([, m], [, n]) => n - m);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** The description of the tag with this name, or with another spelling of it. */
function tagDoc({ root: { tags = [] } }: Document, spelling: string): Doc {
  const tag =
    tags.find(({ name }) => name === spelling) ??
    tags.find(({ name }) => idOf(name) === idOf(spelling));
  return describedBy(tag?.description);
}
