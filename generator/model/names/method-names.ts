/**
 * The name of an operation's method, before clashes within its resource are resolved.
 */
import { camelCase, singular, splitWords, spellingKey } from "./casing.js";
import type { OperationEntry } from "../resources/entries.js";
import { extensionName } from "./name-extensions.js";
import {
  needsNoun,
  isDownload,
  isSearch,
  isVerb,
  isUpdate,
  leadingVerb,
} from "./verbs.js";
import {
  isAPIPrefix,
  isStatic,
  segmentsOf,
  type Segment,
} from "../resources/paths.js";
import type { ResourceTree } from "../resources/resource-tree.js";

export interface PlacementOptions {
  readonly resources?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, string>>;
  readonly clientParameters?: readonly string[];
}

/** The method in the config: `list`, or with its resource `apiKeys.list`. */
function configuredMethod(
  { key, id }: OperationEntry,
  { methods = {} }: PlacementOptions,
): string | undefined {
  const name = [key, id].find(
    (candidate) => candidate !== undefined && Object.hasOwn(methods, candidate),
  );
  return name === undefined ? undefined : methods[name];
}

/** The resource in the config's method. */
export const configuredResource = (
  entry: OperationEntry,
  options: PlacementOptions,
): readonly string[] | undefined => {
  const parts = configuredMethod(entry, options)?.split(".") ?? [];
  return parts.length > 1 ? parts.slice(0, -1) : undefined;
};

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-sdk-method-name",
];

/** The name in the config, then in extensions. */
export function chosenName(
  entry: OperationEntry,
  options: PlacementOptions,
): string | undefined {
  const wanted = configuredMethod(entry, options)?.split(".").at(-1);
  return wanted ?? extensionName(entry.operation, extensions, camelCase);
}

/** The name in an operationId that also names the resource: `keys.create`, `keys/create`, `keys_create`. */
export function qualifiedName(
  { id = "" }: OperationEntry,
  root: string,
): string | undefined {
  const wanted = spellingKey(root);
  // Ids may be of any length: only separators near the end of the root's name are tried.
  let letters = 0;
  let end = 0;
  const separators: number[] = [];
  for (const { index, 0: gap } of id.matchAll(/(?:[^\p{ID_Continue}]|_)+/gu)) {
    letters += index - end;
    end = index + gap.length;
    if (letters > wanted.length + longestPlural) break;
    if (letters + longestPlural > wanted.length && /[./:_]/.test(gap))
      separators.push(index);
  }
  for (const index of separators.reverse()) {
    const name = camelCase(id.slice(index));
    if (name !== "" && spellingKey(id.slice(0, index)) === wanted) return name;
  }
  return undefined;
}

/** By how many characters a name may differ from its stem: a plural, another Unicode form. */
const longestPlural = 8;

/** An operationId without the additions of frameworks: `KeysController_list[0]` -> `list`. */
const plainId = ({ id, sharedId = "" }: OperationEntry): string =>
  (id ?? sharedId)
    .replace(/^[\w.]*Controller[._:/-]/, "")
    .replace(/\[\d+\]$/, "");

/** True of an id that is derived from method and path: `PostChargesChargeCapture`. */
function isDerivedFromPath({ id = "", method, path }: OperationEntry): boolean {
  const letters = (text: string): string =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const segments = segmentsOf(path).filter((segment) => !isAPIPrefix(segment));
  const derived = letters(method + segments.map(({ text }) => text).join());
  return (
    letters(id) === derived ||
    (method === "POST" && /^(post|Post|POST)[^\p{Ll}]/u.test(id))
  );
}

export const fallbackName = (
  entry: OperationEntry,
  group: readonly string[],
): string =>
  withoutResource(camelCase(plainId(entry)) || nameFromPath(entry), group);

/** `createKey` in `keys` -> `create`: words that the resource has are not repeated. */
export function withoutResource(
  name: string,
  group: readonly string[],
): string {
  const known = new Set(
    group.flatMap((part) =>
      splitWords(part).map((word) => singular(word.toLowerCase())),
    ),
  );
  const words = splitWords(name).filter(
    (word, index, { length }) =>
      index === 0 || index === length - 1 || !/^(an?|the)$/i.test(word),
  );
  const rest = words.filter(
    (word, index) => index === 0 || !known.has(singular(word.toLowerCase())),
  );
  // `listKeysByKey` must not become `listBy`
  const dangling = /^(by|for|of|to|from|with|in|and|or|all)$/i;
  return dangling.test(rest.at(-1) ?? "") ? name : camelCase(rest.join(" "));
}

/** `GET /keys/{hash}/usage` -> `getKeysUsageByHash`. */
export function nameFromPath({ method, path }: OperationEntry): string {
  const segments = segmentsOf(path);
  const statics = segments
    .filter((segment) => isStatic(segment) && !isAPIPrefix(segment))
    .map(({ text }) => text);
  const parameters = segments.flatMap((segment) => segment.parameters);
  const by = parameters.length > 0 ? ["by", ...parameters] : [];
  return camelCase([method.toLowerCase(), ...statics, ...by].join(" "));
}

/** The verb of the operationId, or of the summary where the id is derived from the path. */
const authorsVerb = (entry: OperationEntry): string | undefined => {
  const words = splitWords(plainId(entry));
  return leadingVerb(
    words.length > 0 && !isDerivedFromPath(entry)
      ? words
      : splitWords(entry.operation.summary ?? ""),
  );
};

export function standardVerb(
  entry: OperationEntry,
  segments: readonly Segment[],
  tree: ResourceTree,
): string | undefined {
  const { method, path } = entry;
  const last = segments.at(-1);
  if (!last) return undefined;
  const isItem = !isStatic(last);
  const items = !isItem && tree.hasItems(path);
  const stated = authorsVerb(entry);
  switch (method) {
    case "GET":
      if (isItem || (stated === "retrieve" && !items)) return "get";
      return items || stated === "list" || singular(last.text) !== last.text
        ? "list"
        : "get";
    case "PUT":
    case "PATCH":
      if (items) return undefined;
      return method === "PUT" && tree.has("PATCH", path) ? "replace" : "update";
    case "DELETE":
      return items ? undefined : "delete";
    case "POST":
      return isItem
        ? postToItem(entry, stated, tree)
        : isUpdate(stated) && !items
          ? "update"
          : isSearch(stated)
            ? stated
            : "create";
    default:
      return undefined;
  }
}

/** `POST /jobs/{id}` updates the job, unless its operationId has another verb. */
function postToItem(
  entry: OperationEntry,
  stated: string | undefined,
  tree: ResourceTree,
): string | undefined {
  if (tree.has("PUT", entry.path) || tree.has("PATCH", entry.path))
    return undefined;
  const last = spellingKey(
    segmentsOf(entry.path).findLast(isStatic)?.text ?? "",
  );
  if (stated === "create") return stated;
  // An id like `pet` or `postPet` has no other verb than POST.
  const isVague =
    stated === undefined || ["post", last].includes(stated) || isUpdate(stated);
  return isVague || isDerivedFromPath(entry) ? "update" : undefined;
}

/** `POST /orders/{id}/cancel` -> `cancel`; `GET /orders/{id}/history` -> `getHistory`. */
export function actionName(
  entry: OperationEntry,
  action: string,
  group: readonly string[],
): string {
  if (camelCase(plainId(entry)) !== "" && !isDerivedFromPath(entry)) {
    const name = camelCase(plainId(entry));
    return needsNoun(name)
      ? camelCase(`${name} ${name === "create" ? singular(action) : action}`)
      : withoutResource(name, group);
  }
  const isPlural = singular(action) !== action;
  const [first = ""] = splitWords(action);
  switch (entry.method) {
    case "GET":
      if (isSearch(first) || isDownload(first)) return camelCase(action);
      return camelCase(`${isPlural ? "list" : "get"} ${action}`);
    case "PUT":
    case "PATCH":
      return camelCase(`update ${action}`);
    case "DELETE":
      return camelCase(`delete ${action}`);
    case "POST":
      // `verify_microdeposits` begins with its verb.
      return camelCase(
        isPlural && !isVerb(first) ? `create ${singular(action)}` : action,
      );
    default:
      return camelCase(action);
  }
}
