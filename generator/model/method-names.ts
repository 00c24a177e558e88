/**
 * What the method of an operation is called, before clashes are settled.
 */
import { camelCase, singular, splitWords, stem } from "./casing.js";
import type { Entry } from "./entries.js";
import { isMount, isStatic, segmentsOf, type Segment } from "./paths.js";
import type { ResourceTree } from "./resource-tree.js";

export interface PlacementOptions {
  readonly resources?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, string>>;
  readonly clientParameters?: readonly string[];
}

export function chosenName(
  { operation, id }: Entry,
  { methods = {} }: PlacementOptions,
): string | undefined {
  if (id !== undefined && Object.hasOwn(methods, id)) return methods[id];
  for (const extension of [
    "x-sdkwright-name",
    "x-speakeasy-name-override",
    "x-fern-sdk-method-name",
  ]) {
    const name = operation[extension];
    if (typeof name === "string" && camelCase(name) !== "")
      return camelCase(name);
  }
  return undefined;
}

/** `keys.create`, `keys/create`, `keys_create` under `keys`: the author's own name for the method. */
export function qualifiedName(
  { id = "" }: Entry,
  root: string,
): string | undefined {
  for (const { index } of [...id.matchAll(/[./:_]/g)].reverse()) {
    const name = camelCase(id.slice(index + 1));
    if (name !== "" && stem(id.slice(0, index)) === stem(root)) return name;
  }
  return undefined;
}

/** An operationId without what frameworks add: `KeysController_list[0]` -> `list`. */
const plainId = ({ id = "" }: Entry): string =>
  id.replace(/^\w*Controller[._:/-]/, "").replace(/\[\d+\]$/, "");

/** An id put together from method and path (`PostChargesChargeCapture`) says less than the path. */
function isMadeFromPath({ id = "", method, path }: Entry): boolean {
  const letters = (text: string): string =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const segments = segmentsOf(path).filter((segment) => !isMount(segment));
  const made = letters(method + segments.map(({ text }) => text).join());
  return (
    letters(id) === made ||
    (method === "POST" && /^(post|Post|POST)[^\p{Ll}]/u.test(id))
  );
}

export const fallbackName = (entry: Entry, group: readonly string[]): string =>
  withoutResource(camelCase(plainId(entry)) || nameFromPath(entry), group);

/** `createKey` in `keys` -> `create`: the resource has said it already. */
export function withoutResource(
  name: string,
  group: readonly string[],
): string {
  const said = new Set(
    group.flatMap((part) =>
      splitWords(part).map((word) => singular(word.toLowerCase())),
    ),
  );
  const words = splitWords(name);
  const rest = words.filter(
    (word, index) => index === 0 || !said.has(singular(word.toLowerCase())),
  );
  // `listKeysByKey` must not become `listBy`
  const dangling = /^(by|for|of|to|from|with|in|and|or|all)$/i;
  return dangling.test(rest.at(-1) ?? "") ? name : camelCase(rest.join(" "));
}

/** `GET /keys/{hash}/usage` -> `getKeysUsageByHash`. */
export function nameFromPath({ method, path }: Entry): string {
  const segments = segmentsOf(path);
  const statics = segments
    .filter((segment) => isStatic(segment) && !isMount(segment))
    .map(({ text }) => text);
  const parameters = segments.flatMap((segment) => segment.parameters);
  const by = parameters.length > 0 ? ["by", ...parameters] : [];
  return camelCase([method.toLowerCase(), ...statics, ...by].join(" "));
}

export function verb(
  { method, path }: Entry,
  segments: readonly Segment[],
  tree: ResourceTree,
): string | undefined {
  const last = segments.at(-1);
  if (!last) return undefined;
  if (isStatic(last)) {
    const items = tree.hasItems(path);
    switch (method) {
      case "GET":
        return items || singular(last.text) !== last.text ? "list" : "get";
      case "POST":
        return "create";
      case "PUT":
      case "PATCH":
        return items ? undefined : "update";
      case "DELETE":
        return items ? undefined : "delete";
      default:
        return undefined;
    }
  }
  switch (method) {
    case "GET":
      return "get";
    case "PUT":
    case "PATCH":
      return "update";
    case "POST":
      return tree.hasOtherWrite(path) ? undefined : "update";
    case "DELETE":
      return "delete";
    default:
      return undefined;
  }
}

/** `POST /orders/{id}/cancel` -> `cancel`; `GET /orders/{id}/history` -> `getHistory`. */
export function actionName(
  entry: Entry,
  action: string,
  group: readonly string[],
): string {
  if (camelCase(plainId(entry)) !== "" && !isMadeFromPath(entry))
    return withoutResource(camelCase(plainId(entry)), group);
  const prefix: Readonly<Record<string, string>> = {
    GET: "get",
    PUT: "update",
    PATCH: "update",
    DELETE: "delete",
  };
  return camelCase([prefix[entry.method] ?? "", action].join(" "));
}
