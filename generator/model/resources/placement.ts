/**
 * Where an operation stands in the client and what its method is called:
 * `GET /v2/accounts/{account_id}/api-keys` with the tag `API Keys` is `client.apiKeys.list`.
 *
 * What a person wrote wins (config, extensions, an operationId of the form `tag.name`). Else the tag
 * is found in the path, what follows it becomes nested resources where there is something to group,
 * and method and shape of the path give the verb.
 */
import { singular, splitWords, stem } from "../names/casing.js";
import type { OperationEntry } from "./entries.js";
import {
  actionName,
  chosenGroup,
  chosenName,
  fallbackName,
  qualifiedName,
  verb,
  withoutResource,
  type PlacementOptions,
} from "../names/method-names.js";
import { isMount, isStatic, segmentsOf, type Segment } from "./paths.js";
import { baseOf, ResourceTree, type Shape } from "./resource-tree.js";

export interface Placement {
  /** The resource's path as spelled in the document: `["Sub Accounts", "api-keys"]`. */
  readonly group: readonly string[];
  /** The method's name as it would be; clashes are settled by whoever builds the tree. */
  readonly method: string;
  /** Used for all of a group that would share a name. */
  readonly fallback: string;
  /** A person asked for this very name. */
  readonly chosen: boolean;
  /** A person asked for this very group. */
  readonly isFixed: boolean;
  /** The path of the collection that it is about: without the item at its end. */
  readonly collection: string;
  /** The path parameter that stands before `params`. */
  readonly positional?: string;
}

/** Deeper than this reads worse than a longer method name. */
const maximumDepth = 3;

export function placeOperations(
  entries: readonly OperationEntry[],
  options: PlacementOptions,
): Map<string, Placement> {
  const shapes = entries.map((entry) => shapeOf(entry, options));
  const tree = new ResourceTree(shapes);
  return new Map(
    shapes.map((shape) => [shape.entry.key, place(shape, tree, options)]),
  );
}

function shapeOf(entry: OperationEntry, options: PlacementOptions): Shape {
  const all = segmentsOf(entry.path);
  const mounted = all.findIndex((segment) => !isMount(segment));
  const segments = mounted < 0 ? all : all.slice(mounted);
  const tag = firstTag(entry);
  const fixedGroup = groupOf(entry, tag, options);
  const root =
    fixedGroup?.at(-1) ??
    (tag === undefined ? undefined : withoutVersion(tag)) ??
    segments.find(isStatic)?.text ??
    "default";
  const at = segments.findLastIndex(
    (segment) => isStatic(segment) && stem(segment.text) === stem(root),
  );
  return {
    entry,
    root,
    segments,
    ...(fixedGroup && { fixedGroup }),
    ...(at >= 0 && { rest: segments.slice(at + 1) }),
  };
}

const firstTag = ({ operation }: OperationEntry): string | undefined =>
  Array.isArray(operation.tags)
    ? operation.tags.find(
        (tag: unknown): tag is string =>
          typeof tag === "string" && splitWords(tag).length > 0,
      )
    : undefined;

/** `Api20100401Account` -> `Account`: which version it is, is not what it is about. */
const withoutVersion = (tag: string): string =>
  tag.replace(/^(api)?[ _-]?v?\d{4,}[ _-]?(?=\p{Lu})/iu, "") || tag;

/** Config, then the extensions that other generators' users have already written. */
function groupOf(
  entry: OperationEntry,
  tag: string | undefined,
  options: PlacementOptions,
): readonly string[] | undefined {
  const { operation } = entry;
  const { resources = {} } = options;
  const chosen = chosenGroup(entry, options);
  if (chosen) return chosen;
  if (tag !== undefined && Object.hasOwn(resources, tag))
    return resources[tag]?.split(".");
  const fern = operation["x-fern-sdk-group-name"];
  if (Array.isArray(fern) && fern.every((part) => typeof part === "string"))
    return fern.length > 0 ? fern : undefined;
  const group =
    operation["x-sdkwright-group"] ?? operation["x-speakeasy-group"] ?? fern;
  return typeof group === "string" && group !== ""
    ? group.split(".")
    : undefined;
}

function place(
  shape: Shape,
  tree: ResourceTree,
  options: PlacementOptions,
): Placement {
  const { entry, root, rest } = shape;
  const top = shape.fixedGroup ?? [root];
  const chosen = chosenName(entry, options);
  const named = qualifiedName(entry, root);
  const flat = named !== undefined || shape.fixedGroup !== undefined || !rest;
  const { nested, action } = flat
    ? { nested: [], action: undefined }
    : nest(rest, root, tree);
  const group = [...top, ...nested];
  const fallback = fallbackName(entry, group);
  const isPlain =
    named === undefined &&
    action === undefined &&
    (rest !== undefined ||
      shape.fixedGroup !== undefined ||
      isAboutOneThing(shape, tree));
  const own = ownParameter(shape, {
    isAction:
      action !== undefined ||
      (!isPlain && !isCollection(shape) && tree.isAction(entry.path)),
  });
  const positional =
    own !== undefined && !options.clientParameters?.includes(own)
      ? own
      : undefined;
  const method =
    chosen ??
    (named !== undefined
      ? withoutResource(named, group)
      : action !== undefined
        ? actionName(entry, action, group)
        : ((isPlain ? verb(entry, shape.segments, tree) : undefined) ??
          fallback));
  return {
    group,
    method,
    fallback,
    chosen: chosen !== undefined,
    isFixed: shape.fixedGroup !== undefined,
    collection: baseOf(shape.segments),
    ...(positional !== undefined && { positional }),
  };
}

/** Does the path end in the resource itself, or in a list of something? */
function isCollection({ segments, root }: Shape): boolean {
  const last = segments.at(-1)?.text ?? "";
  return stem(last) === stem(root) || singular(last) !== last;
}

/** A tag that no path mentions, but whose operations all work on one collection or one thing. */
function isAboutOneThing(
  { entry, root, segments }: Shape,
  tree: ResourceTree,
): boolean {
  const [owner, last] = segments.slice(-2);
  // `POST /tickets/{id}/exchange` makes no exchange
  const isAction =
    entry.method === "POST" &&
    owner !== undefined &&
    last !== undefined &&
    !isStatic(owner) &&
    isStatic(last) &&
    singular(last.text) === last.text;
  return !isAction && tree.hasOneCollection(root);
}

/** Static segments after the root that are resources; a last one that is not is an action. */
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
 * The parameter of the last segment, or of the item that an action is about. Parameters in a row
 * (`/{owner}/{repo}`) name one thing together.
 */
function ownParameter(
  { segments }: Shape,
  { isAction }: { isAction: boolean },
): string | undefined {
  const last = segments.at(-1);
  const at = segments.length - (last && isStatic(last) && isAction ? 2 : 1);
  const [before, owner] = [segments[at - 1], segments[at]];
  return owner?.parameters.length === 1 && !before?.parameters.length
    ? owner.parameters[0]
    : undefined;
}
