/**
 * The tree of `client.<resource>.<method>`: operations put where `placement.ts` says, names settled.
 */
import type { Document, Tag } from "../../openapi/document.js";
import type { Doc, Name, Operation, Resource } from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { camelCase, kebabCase, pascalCase, stem } from "../names/casing.js";
import { reservedMembers, Scope, type Claim } from "../names/names.js";
import type { PlannedOperation } from "../operations/operations.js";
import { isRecord } from "../../openapi/records.js";

/** A resource before its operations are complete. */
interface Node {
  /** For the lock file: the same however the document spells it. */
  readonly id: string;
  /** How the document spells it. */
  readonly spelling: string;
  readonly path: readonly string[];
  readonly operations: PlannedOperation[];
  readonly children: Map<string, Node>;
}

export interface ResourceContext {
  readonly document: Document;
  /** The names that the package exports. */
  readonly exports: Scope;
  readonly earlier: ReadonlyMap<string, string>;
  readonly given: Map<string, string>;
  /** Members of the client class itself. */
  readonly clientMembers: ReadonlySet<string>;
  readonly complete: (operation: PlannedOperation, method: Name) => Operation;
}

export function buildResources(
  operations: readonly PlannedOperation[],
  context: ResourceContext,
): readonly Resource[] {
  const root: Node = {
    id: "",
    spelling: "",
    path: [],
    operations: [],
    children: new Map(),
  };
  const spellings = commonSpellings(operations);
  for (const operation of operations) {
    let node = root;
    for (const part of operation.placement.group) {
      const id = idOf(part);
      let child = node.children.get(id);
      if (!child) {
        const spelling = spellings.get(id) ?? part;
        child = {
          id: resourceId([...node.path, part]),
          spelling,
          path: [...node.path, spelling],
          operations: [],
          children: new Map(),
        };
        node.children.set(id, child);
      }
      node = child;
    }
    node.operations.push(operation);
  }
  const files = new Set<string>();
  return buildChildren(root, context, context.clientMembers, (name) => {
    // Only what every file system tells apart.
    const base =
      kebabCase(name).replace(/[^\p{L}\p{N}\p{M}-]+/gu, "-") || "resource";
    let file = base;
    for (let n = 2; files.has(file); n++) file = `${base}-${n}`;
    files.add(file);
    return file;
  });
}

/** What stands for a resource in the lock file, however its parts are spelled. */
export const resourceId = (path: readonly string[]): string =>
  path.map(idOf).join(" / ");

/** `API Keys` and `api-keys` are one resource. */
const idOf = (part: string): string => stem(part) || part;

/** How a resource is mostly spelled; among equals the first in the alphabet. */
function commonSpellings(
  operations: readonly PlannedOperation[],
): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const part of operations.flatMap(({ placement }) => placement.group))
    uses.set(part, (uses.get(part) ?? 0) + 1);
  return new Map(
    [...uses]
      .sort(([a, m], [b, n]) => m - n || (a < b ? 1 : -1))
      .map(([part]) => [idOf(part), part]),
  );
}

/** Sorted by spelling, so that numbering and output depend on no order of the document. */
const sorted = (nodes: Iterable<Node>): Node[] =>
  [...nodes].sort((a, b) => (a.spelling < b.spelling ? -1 : 1));

function buildChildren(
  parent: Node,
  context: ResourceContext,
  taken: ReadonlySet<string>,
  fileOf: (name: string) => string,
): Resource[] {
  const nodes = sorted(parent.children.values());
  const scope = new Scope(
    new Set([...reservedMembers, ...taken]),
    context.earlier,
    context.given,
  );
  const properties = scope.settle(
    nodes.map((node) => {
      const wanted = camelCase(node.spelling) || "resource";
      return {
        id: `resource ${node.id}`,
        wanted,
        spelling: node.spelling,
        otherwise: `${wanted}Resource`,
      };
    }),
  );
  return nodes.map((node): Resource => {
    const property = properties.get(`resource ${node.id}`) as Name;
    const className = context.exports.claim({
      id: `class ${node.id}`,
      wanted: node.path.map(pascalCase).join("") || "Resource",
      spelling: node.spelling,
      otherwise: `${node.path.map(pascalCase).join("")}Resource`,
    });
    const methods = settleMethods(node, context);
    return {
      property,
      className,
      fileName: parent.path.length === 0 ? fileOf(node.spelling) : "",
      doc: tagDoc(context.document, node),
      operations: node.operations.map((operation) =>
        context.complete(operation, methods.get(operation) as Name),
      ),
      children: buildChildren(node, context, new Set(methods.values()), fileOf),
    };
  });
}

/**
 * Where several operations would share a name, the one about the resource's main collection keeps
 * it. The others take the ones that their operationIds give, and where that is one again, the name
 * of their function.
 */
function settleMethods(
  node: Node,
  { earlier, given }: ResourceContext,
): Map<PlannedOperation, Name> {
  const { operations } = node;
  // A resource inside this one keeps its name when a method comes that would like it.
  const kept = new Set(
    [...node.children.values()].flatMap(
      ({ id }) => earlier.get(`resource ${id}`) ?? [],
    ),
  );
  const collection = mostUsed(operations);
  const rank = ({ placement }: PlannedOperation): string =>
    `${placement.collection === collection ? 0 : 1} ${placement.method}`;
  const short = counted(operations, rank);
  const isFirst = (operation: PlannedOperation): boolean =>
    short.get(rank(operation)) === 1 &&
    (operation.placement.collection === collection ||
      !short.has(`0 ${operation.placement.method}`));
  const long = counted(operations, ({ placement }) => placement.fallback);
  const claims = operations.map((operation): Claim => {
    const { entry, placement, names } = operation;
    const { chosen, method, fallback } = placement;
    const isShort = chosen || isFirst(operation);
    const name = isShort
      ? method
      : long.get(fallback) === 1 || (entry.id ?? entry.sharedId) === undefined
        ? fallback
        : names.functionName;
    return {
      id: `method ${entry.key}`,
      wanted: name || "call",
      spelling: entry.key,
      chosen,
      ...(kept.has(name) && { otherwise: names.functionName }),
    };
  });
  const reserved = new Set([...reservedMembers, ...kept]);
  const names = new Scope(reserved, earlier, given).settle(claims);
  return new Map(
    operations.map((operation) => [
      operation,
      names.get(`method ${operation.entry.key}`) as Name,
    ]),
  );
}

/** The path that most operations of a resource are about; undefined when two are used as much. */
function mostUsed(operations: readonly PlannedOperation[]): string | undefined {
  const uses = counted(operations, ({ placement }) => placement.collection);
  const [first, second] = [...uses].sort(([, m], [, n]) => n - m);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

function counted<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items)
    counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return counts;
}

function tagDoc({ root }: Document, { spelling }: Node): Doc {
  const tags = (Array.isArray(root.tags) ? (root.tags as unknown[]) : [])
    .filter(isRecord)
    .filter(({ name }) => typeof name === "string") as (Tag &
    Record<string, unknown>)[];
  const tag =
    tags.find(({ name }) => name === spelling) ??
    tags.find(({ name }) => idOf(name) === idOf(spelling));
  return describedBy(tag?.description);
}
