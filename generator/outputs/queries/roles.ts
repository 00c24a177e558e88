/**
 * What each operation is to a cache: something to be read, a list that goes on, or something to be done.
 */
import {
  operationsOf,
  type LocatedOperation,
  type Operation,
  type Sdk,
  type Type,
} from "../../plugin/index.js";
import { childTypes } from "../../sdk/types.js";

export interface CachedOperation extends LocatedOperation {
  readonly role: "query" | "mutation";
  /** True of a query that is also a list in pages. */
  readonly hasPages: boolean;
}

/**
 * Streams and files have no role: a cache copies and keeps what it is given.
 *
 * @param named operations that only read, by operationId or `POST /search`
 */
export const cachedOperations = (
  sdk: Sdk,
  named: readonly string[],
): readonly CachedOperation[] => {
  const binary = binaryModels(sdk);
  return [...operationsOf(sdk)].flatMap((located): CachedOperation[] => {
    const { operation } = located;
    const { kind } = operation.result;
    const reads =
      /^(?:GET|HEAD)$/.test(operation.method) ||
      named.some((name) => isNamed(operation, name));
    if (!["json", "text", "none", "undeclared"].includes(kind))
      return kind === "location" && !reads
        ? [{ ...located, role: "mutation", hasPages: false }]
        : [];
    // A file in a key is the same as every other one.
    if (!reads || takesFile(operation, binary))
      return [{ ...located, role: "mutation", hasPages: false }];
    const { paging } = operation;
    // A cache keeps the body of a page, and no headers.
    const hasPages =
      paging !== undefined && paging.by !== "single" && !paging.headers;
    return [{ ...located, role: "query", hasPages }];
  });
};

export const isNamed = (
  { id, method, path }: Operation,
  name: string,
): boolean => name === (id as string) || name === `${method} ${path}`;

const takesFile = (
  { positional, params }: Operation,
  models: ReadonlySet<string>,
): boolean =>
  [
    ...positional,
    ...[params?.fields ?? [], ...(params?.alternatives ?? [])].flat(),
  ].some(({ type }) => holdsFile(type, models));

const holdsFile = (type: Type, models: ReadonlySet<string>): boolean =>
  type.kind === "binary" ||
  type.kind === "iterable" ||
  type.kind === "part" ||
  (type.kind === "model" && models.has(type.name)) ||
  childTypes(type).some((child) => holdsFile(child, models));

/** The models that hold a file, directly or through others. */
const binaryModels = ({ models }: Sdk): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const { name, declaration } of models) {
      const holds =
        declaration.kind === "alias"
          ? holdsFile(declaration.type, found)
          : holdsFile(declaration.body, found) ||
            declaration.extends.some((base) => found.has(base));
      if (holds) found.add(name);
    }
  }
  return found;
};
