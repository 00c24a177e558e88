/**
 * The resource that an operation belongs to, and the name of its method:
 * `GET /v2/accounts/{account_id}/api-keys` with the tag `API Keys` is `client.apiKeys.list`.
 *
 * Names that people wrote come first (config, extensions, an operationId of the form `tag.name`).
 * Otherwise the tag is looked up in the path, the segments after it become nested resources where
 * there is something to group, and the HTTP method and the form of the path give the verb.
 */
import { singular, splitWords, spellingKey } from "../names/casing.js";
import type { OperationEntry } from "./entries.js";
import {
  actionName,
  configuredResource,
  chosenName,
  fallbackName,
  qualifiedName,
  standardVerb,
  withoutResource,
  type PlacementOptions,
} from "../names/method-names.js";
import { isAPIPrefix, isStatic, segmentsOf, type Segment } from "./paths.js";
import {
  collectionOf,
  ResourceTree,
  type ResourcePath,
} from "./resource-tree.js";

export interface Placement {
  /** The resource's path as spelled in the document: `["Sub Accounts", "api-keys"]`. */
  readonly group: readonly string[];
  /** The method's name, before clashes are resolved in `resources.ts`. */
  readonly method: string;
  /** The longer name, for methods that would share the short one. */
  readonly fallback: string;
  /** True if the config or an extension asks for this name. */
  readonly isChosen: boolean;
  /** True if the config or an extension asks for this group. */
  readonly isFixed: boolean;
  /** The collection that the path is about: the path without the item at its end. */
  readonly collection: string;
  /** The path parameter that is passed before `params`. */
  readonly positional?: string;
}

/** Beyond this depth, a longer method name reads better. */
const maximumDepth = 3;

export function placeOperations(
  entries: readonly OperationEntry[],
  options: PlacementOptions,
): Map<string, Placement> {
  const paths = entries.map((entry) => resourcePathOf(entry, options));
  const tree = new ResourceTree(paths);
  return new Map(
    paths.map((path) => [path.entry.key, placementOf(path, tree, options)]),
  );
}

function resourcePathOf(
  entry: OperationEntry,
  options: PlacementOptions,
): ResourcePath {
  const all = segmentsOf(entry.path);
  const mounted = all.findIndex((segment) => !isAPIPrefix(segment));
  const segments = mounted < 0 ? all : all.slice(mounted);
  const tag = firstTag(entry);
  const fixedGroup = groupOf(entry, tag, options);
  const root =
    fixedGroup?.at(-1) ??
    (tag === undefined ? undefined : withoutVersion(tag)) ??
    segments.find(isStatic)?.text ??
    "default";
  const rootIndex = segments.findLastIndex(
    (segment) =>
      isStatic(segment) && spellingKey(segment.text) === spellingKey(root),
  );
  return {
    entry,
    root,
    segments,
    ...(fixedGroup && { fixedGroup }),
    ...(rootIndex >= 0 && { rest: segments.slice(rootIndex + 1) }),
  };
}

const firstTag = ({ operation }: OperationEntry): string | undefined =>
  operation.tags?.find((tag) => splitWords(tag).length > 0);

/** `Api20100401Account` -> `Account` */
const withoutVersion = (tag: string): string =>
  tag.replace(/^(api)?[ _-]?v?\d{4,}[ _-]?(?=\p{Lu})/iu, "") || tag;

/** The group in the config, then in our extension and those of other generators. */
function groupOf(
  entry: OperationEntry,
  tag: string | undefined,
  options: PlacementOptions,
): readonly string[] | undefined {
  const { operation } = entry;
  const { resources = {} } = options;
  const chosen = configuredResource(entry, options);
  if (chosen) return chosen;
  if (tag !== undefined && Object.hasOwn(resources, tag))
    return resources[tag]?.split(".");
  const fern = operation["x-fern-sdk-group-name"];
  if (Array.isArray(fern) && fern.every((name) => typeof name === "string"))
    return fern.length > 0 ? fern : undefined;
  const group =
    operation["x-sdkwright-group"] ?? operation["x-speakeasy-group"] ?? fern;
  return typeof group === "string" && group !== ""
    ? group.split(".")
    : undefined;
}

function placementOf(
  path: ResourcePath,
  tree: ResourceTree,
  options: PlacementOptions,
): Placement {
  const { entry, root, rest, fixedGroup } = path;
  const chosen = chosenName(entry, options);
  const named = qualifiedName(entry, root);
  const isFlat = named !== undefined || fixedGroup !== undefined || !rest;
  const { nested, action } = isFlat
    ? { nested: [], action: undefined }
    : nest(rest, root, tree);
  const group = [...(fixedGroup ?? [root]), ...nested];
  const fallback = fallbackName(entry, group);
  const hasStandardVerb =
    named === undefined &&
    action === undefined &&
    (rest !== undefined ||
      fixedGroup !== undefined ||
      isAboutOneThing(path, tree));
  const parameter = itemParameter(path, {
    isAction:
      action !== undefined ||
      (!hasStandardVerb && !isCollection(path) && tree.isAction(entry.path)),
  });
  const isPositional =
    parameter !== undefined && !options.clientParameters?.includes(parameter);
  const methodOf = (): string => {
    if (named !== undefined) return withoutResource(named, group);
    if (action !== undefined) return actionName(entry, action, group);
    const verb = hasStandardVerb
      ? standardVerb(entry, path.segments, tree)
      : undefined;
    return verb ?? fallback;
  };
  return {
    group,
    method: chosen ?? methodOf(),
    fallback,
    isChosen: chosen !== undefined,
    isFixed: fixedGroup !== undefined,
    collection: collectionOf(path.segments),
    ...(isPositional && { positional: parameter }),
  };
}

/** True if the path ends in the resource itself, or in a plural. */
function isCollection({ segments, root }: ResourcePath): boolean {
  const last = segments.at(-1)?.text ?? "";
  return spellingKey(last) === spellingKey(root) || singular(last) !== last;
}

/** True of a tag that is in no path, but whose operations are all about one collection or thing. */
function isAboutOneThing(
  { entry, root, segments }: ResourcePath,
  tree: ResourceTree,
): boolean {
  const [owner, last] = segments.slice(-2);
  // `POST /tickets/{id}/exchange` does not create an exchange.
  const isAction =
    entry.method === "POST" &&
    owner !== undefined &&
    last !== undefined &&
    !isStatic(owner) &&
    isStatic(last) &&
    singular(last.text) === last.text;
  return !isAction && tree.hasOneCollection(root);
}

/** The static segments after the root: resources, up to the first that is none: an action. */
function nest(
  rest: readonly Segment[],
  root: string,
  tree: ResourceTree,
): { nested: string[]; action: string | undefined } {
  const nested: string[] = [];
  const statics = rest.filter(isStatic).map(({ text }) => text);
  for (const [index, text] of statics.entries()) {
    const names = statics.slice(0, index + 1);
    if (!tree.isResource(root, names) || nested.length + 1 >= maximumDepth)
      return { nested, action: statics.slice(index).join(" ") };
    nested.push(text);
  }
  return { nested, action: undefined };
}

/**
 * The parameter of the last segment, or of the item that an action is about; undefined where several
 * parameters in a row (`/{owner}/{repo}`) identify it.
 */
function itemParameter(
  { segments }: ResourcePath,
  { isAction }: { isAction: boolean },
): string | undefined {
  const last = segments.at(-1);
  const index = segments.length - (last && isStatic(last) && isAction ? 2 : 1);
  const [before, owner] = [segments[index - 1], segments[index]];
  return owner?.parameters.length === 1 && !before?.parameters.length
    ? owner.parameters[0]
    : undefined;
}
