/**
 * What the method of an operation is called, before clashes are settled.
 */
import { camelCase, singular, splitWords, stem } from "./casing.js";
import type { OperationEntry } from "../resources/entries.js";
import { extensionName } from "./name-extensions.js";
import {
  isBareVerb,
  isDownload,
  isSearch,
  isVerb,
  saidVerb,
  sayingUpdate,
} from "./verbs.js";
import {
  isMount,
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

/** What the config asks for: `list`, or `apiKeys.list`. */
function wish(
  { key, id }: OperationEntry,
  { methods = {} }: PlacementOptions,
): string | undefined {
  const name = [key, id].find(
    (one) => one !== undefined && Object.hasOwn(methods, one),
  );
  return name === undefined ? undefined : methods[name];
}

/** The resource in what the config asks for. */
export const chosenGroup = (
  entry: OperationEntry,
  options: PlacementOptions,
): readonly string[] | undefined => {
  const parts = wish(entry, options)?.split(".") ?? [];
  return parts.length > 1 ? parts.slice(0, -1) : undefined;
};

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-sdk-method-name",
];

/** What a person asks for: by the config, then by extensions. */
export function chosenName(
  entry: OperationEntry,
  options: PlacementOptions,
): string | undefined {
  const wanted = wish(entry, options)?.split(".").at(-1);
  return wanted ?? extensionName(entry.operation, extensions, camelCase);
}

/** `keys.create`, `keys/create`, `keys_create` under `keys`: the author's own name for the method. */
export function qualifiedName(
  { id = "" }: OperationEntry,
  root: string,
): string | undefined {
  const wanted = stem(root);
  // Ids may be of any length: only seams near the end of the root's name are looked at closely.
  let letters = 0;
  let end = 0;
  const seams: number[] = [];
  for (const { index, 0: gap } of id.matchAll(/(?:[^\p{ID_Continue}]|_)+/gu)) {
    letters += index - end;
    end = index + gap.length;
    if (letters > wanted.length + longestPlural) break;
    if (letters + longestPlural > wanted.length && /[./:_]/.test(gap))
      seams.push(index);
  }
  for (const index of seams.reverse()) {
    const name = camelCase(id.slice(index));
    if (name !== "" && stem(id.slice(0, index)) === wanted) return name;
  }
  return undefined;
}

/** By how much a name may be longer than its stem, or shorter in another Unicode form. */
const longestPlural = 8;

/** An operationId without what frameworks add: `KeysController_list[0]` -> `list`. */
const plainId = ({ id, sharedId = "" }: OperationEntry): string =>
  (id ?? sharedId)
    .replace(/^[\w.]*Controller[._:/-]/, "")
    .replace(/\[\d+\]$/, "");

/** An id put together from method and path (`PostChargesChargeCapture`) says less than the path. */
function isMadeFromPath({ id = "", method, path }: OperationEntry): boolean {
  const letters = (text: string): string =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const segments = segmentsOf(path).filter((segment) => !isMount(segment));
  const made = letters(method + segments.map(({ text }) => text).join());
  return (
    letters(id) === made ||
    (method === "POST" && /^(post|Post|POST)[^\p{Ll}]/u.test(id))
  );
}

export const fallbackName = (
  entry: OperationEntry,
  group: readonly string[],
): string =>
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
  const words = splitWords(name).filter(
    (word, index, { length }) =>
      index === 0 || index === length - 1 || !/^(an?|the)$/i.test(word),
  );
  const rest = words.filter(
    (word, index) => index === 0 || !said.has(singular(word.toLowerCase())),
  );
  // `listKeysByKey` must not become `listBy`
  const dangling = /^(by|for|of|to|from|with|in|and|or|all)$/i;
  return dangling.test(rest.at(-1) ?? "") ? name : camelCase(rest.join(" "));
}

/** `GET /keys/{hash}/usage` -> `getKeysUsageByHash`. */
export function nameFromPath({ method, path }: OperationEntry): string {
  const segments = segmentsOf(path);
  const statics = segments
    .filter((segment) => isStatic(segment) && !isMount(segment))
    .map(({ text }) => text);
  const parameters = segments.flatMap((segment) => segment.parameters);
  const by = parameters.length > 0 ? ["by", ...parameters] : [];
  return camelCase([method.toLowerCase(), ...statics, ...by].join(" "));
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : "";

/** The verb that the author chose: of the id, or of the summary where the id says nothing. */
const authorsVerb = (entry: OperationEntry): string | undefined => {
  const words = splitWords(plainId(entry));
  return saidVerb(
    words.length > 0 && !isMadeFromPath(entry)
      ? words
      : splitWords(textOf(entry.operation.summary)),
  );
};

export function verb(
  entry: OperationEntry,
  segments: readonly Segment[],
  tree: ResourceTree,
): string | undefined {
  const { method, path } = entry;
  const last = segments.at(-1);
  if (!last) return undefined;
  const isOne = !isStatic(last);
  const items = !isOne && tree.hasItems(path);
  const said = authorsVerb(entry);
  switch (method) {
    case "GET":
      if (isOne || (said === "retrieve" && !items)) return "get";
      return items || said === "list" || singular(last.text) !== last.text
        ? "list"
        : "get";
    case "PUT":
    case "PATCH":
      if (items) return undefined;
      return method === "PUT" && tree.has("PATCH", path) ? "replace" : "update";
    case "DELETE":
      return items ? undefined : "delete";
    case "POST":
      return isOne
        ? postOfOne(entry, said, tree)
        : sayingUpdate(said) && !items
          ? "update"
          : isSearch(said)
            ? said
            : "create";
    default:
      return undefined;
  }
}

/** `POST /jobs/{id}` changes the job where the id does not say that it does something else. */
function postOfOne(
  entry: OperationEntry,
  said: string | undefined,
  tree: ResourceTree,
): string | undefined {
  if (tree.has("PUT", entry.path) || tree.has("PATCH", entry.path))
    return undefined;
  const last = stem(segmentsOf(entry.path).findLast(isStatic)?.text ?? "");
  if (said === "create") return said;
  // an id like `pet` or `postPet` does not say what is done
  const isVague =
    said === undefined || ["post", last].includes(said) || sayingUpdate(said);
  return isVague || isMadeFromPath(entry) ? "update" : undefined;
}

/** `POST /orders/{id}/cancel` -> `cancel`; `GET /orders/{id}/history` -> `getHistory`. */
export function actionName(
  entry: OperationEntry,
  action: string,
  group: readonly string[],
): string {
  if (camelCase(plainId(entry)) !== "" && !isMadeFromPath(entry)) {
    const name = camelCase(plainId(entry));
    return isBareVerb(name)
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
      // `verify_microdeposits` says what is done
      return camelCase(
        isPlural && !isVerb(first) ? `create ${singular(action)}` : action,
      );
    default:
      return camelCase(action);
  }
}
