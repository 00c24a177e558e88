/**
 * The resource that an operation belongs to, and the wording of its method:
 * `GET /v2/accounts/{account_id}/api-keys` with the tag `API Keys` is `client.apiKeys.list`.
 *
 * Names that people wrote come first (config, extensions, an operationId of the form `tag.name`).
 * Otherwise the tag is looked up in the path, the segments after it become nested resources where
 * there is something to group, and the HTTP method and the form of the path give the verb.
 */
import { singular, spellingKey, splitWords } from "../names/casing.js";
import {
  chosenName,
  extendedName,
  type PlacementOptions,
} from "../names/chosen-names.js";
import {
  actionWording,
  flatWording,
  standardWording,
  withoutNoun,
  withVerb,
} from "../names/method-names.js";
import type { MethodFacts } from "../names/method-facts.js";
import { statedBy, type Stated } from "../names/operation-ids.js";
import type { ResultShape } from "../names/result-shapes.js";
import {
  prepositionIndex,
  beyondGroup,
  stem,
  stemsOf,
} from "../names/phrases.js";
import { placeOfMethod } from "../names/resource-nouns.js";
import { isOnlyVerb, isUsual } from "../names/verbs.js";
import type { Wording } from "../names/wordings.js";
import type { OperationEntry } from "./entries.js";
import { isOwnMethod } from "./client-methods.js";
import { discoveredPath, discoveryIds } from "./discovery-ids.js";
import { groupsOf, rootIndexOf, type Groups } from "./groups.js";
import { nest, type Nesting } from "./nesting.js";
import { isStatic, type Segment } from "./paths.js";
import { withoutRoot } from "./qualified-ids.js";
import {
  collectionOf,
  ResourceTree,
  type ResourcePath,
} from "./resource-tree.js";

export interface Placement {
  /** The resource's path as spelled in the document: `["Sub Accounts", "api-keys"]`; empty for the client. */
  readonly group: readonly string[];
  /** The method's name, before clashes are resolved in `method-clashes.ts`. */
  readonly wording: Wording;
  /** The name that the config or an extension asks for. */
  readonly chosen?: string;
  /** True if the config or an extension asks for this group. */
  readonly isFixed: boolean;
  /** The collection that the path is about: the path without the item at its end. */
  readonly collection: string;
  /** The path parameter that is passed before `params`. */
  readonly positional?: string;
  /** The operationId as its author wrote it; empty where a machine did. */
  readonly statedId: string;
}

export interface PlacementContext {
  readonly options: PlacementOptions;
  readonly shapeOf: (entry: OperationEntry) => ResultShape;
}

export function placeOperations(
  entries: readonly OperationEntry[],
  context: PlacementContext,
): Map<string, Placement> {
  const groups = groupsOf(entries, context.options);
  const stated = statedBy(entries);
  const discovered = discoveryIds(entries);
  const paths = entries.map((entry) => {
    const path = resourcePathOf(
      entry,
      groups,
      stated.get(entry.key) ?? { id: "" },
    );
    const id = discovered.get(entry.key);
    return id && !path.fixedGroup ? discoveredPath(path, id) : path;
  });
  const tree = new ResourceTree(paths);
  return new Map(
    paths.map((path) => [
      path.entry.key,
      placementOf(nestable(path, tree), tree, context),
    ]),
  );
}

function resourcePathOf(
  entry: OperationEntry,
  groups: Groups,
  stated: Stated,
): ResourcePath {
  const segments = groups.pathOf(entry);
  const {
    root: name = "default",
    fixed: fixedGroup,
    isTagged,
    isClass,
  } = groups.groupOf(entry);
  // A path is named after its first collection, wherever the same word comes again.
  const rootIndex = isTagged
    ? rootIndexOf(segments, name)
    : segments.findIndex((one) => isStatic(one) && one.text === name);
  // `user-controller` is the class; what it is about is called in the path.
  const spelled = segments[rootIndex]?.text ?? "";
  const isSpelled = isClass && spellingKey(spelled) === spellingKey(name);
  const root = isSpelled ? spelled : name;
  return {
    entry,
    root,
    segments,
    stated: withoutRoot(stated, root, entry),
    isTagged,
    ...(fixedGroup && { fixedGroup }),
    ...(rootIndex >= 0 && { rest: segments.slice(rootIndex + 1) }),
  };
}

/**
 * `authors_books_list` of `/authors/{id}/books`, a collection with items: what looks like a resource
 * and its method is made of the path.
 */
function nestable(path: ResourcePath, tree: ResourceTree): ResourcePath {
  const { entry, root, stated, rest = [] } = path;
  if (!stated.isQualified || !stated.phrase) return path;
  const { verb, spelled, words } = stated.phrase;
  const names = rest.filter(isStatic).map(({ text }) => text);
  const isPath =
    names.length > 0 &&
    // `issues/remove-label` is what people wrote.
    spelled === undefined &&
    names.flatMap(stemsOf).join(" ") === words.map(stem).join(" ") &&
    (verb === undefined
      ? entry.method === "POST"
      : isUsual(verb, entry.method)) &&
    tree.isCollection(root, names);
  return isPath ? { ...path, stated: { ...stated, isQualified: false } } : path;
}

function placementOf(
  path: ResourcePath,
  tree: ResourceTree,
  { options, shapeOf }: PlacementContext,
): Placement {
  const { entry, root, segments, stated, fixedGroup, statedGroup } = path;
  const chosen = chosenName(entry, options);
  const isMethod = isOwnMethod(path, tree);
  // A method of the config without a resource stays in its own.
  const { nested, action } =
    extendedName(entry) === undefined && !stated.isQualified && !statedGroup
      ? nestingOf(path, tree)
      : { nested: [], action: undefined };
  const group = isMethod
    ? []
    : [...(fixedGroup ?? statedGroup ?? [root]), ...nested];
  const facts: MethodFacts = {
    entry,
    stated: withVerb(withoutNoun(stated, entry.method, group), group),
    shape: shapeOf(entry),
    segments,
    group,
    tree,
  };
  const isStandard =
    !isMethod && action === undefined && isOnResource(path, tree);
  const parameter = itemParameter(path, {
    isAction:
      action !== undefined ||
      (!isStandard && !isCollection(path) && tree.isAction(entry.path)),
  });
  const isPositional =
    parameter !== undefined && !options.clientParameters?.includes(parameter);
  const wordingOf = (): Wording =>
    (isStandard ? standardWording(facts) : undefined) ??
    (action !== undefined ? actionWording(facts, action) : flatWording(facts));
  return {
    group,
    wording: {
      ...wordingOf(),
      place: placeOfMethod(facts),
    },
    ...(chosen !== undefined && { chosen }),
    isFixed: fixedGroup !== undefined,
    collection: collectionOf(segments),
    statedId: stated.id,
    ...(isPositional && { positional: parameter }),
  };
}

function nestingOf(path: ResourcePath, tree: ResourceTree): Nesting {
  const { fixedGroup, rest } = path;
  return fixedGroup || !rest
    ? { nested: [], action: undefined }
    : nest(path, rest, tree);
}

/** True if the path ends in the resource itself, or in a plural. */
function isCollection({ segments, root }: ResourcePath): boolean {
  const last = segments.at(-1)?.text ?? "";
  return spellingKey(last) === spellingKey(root) || singular(last) !== last;
}

/** True if the path ends in the resource or in an item of it. */
function isOnResource(path: ResourcePath, tree: ResourceTree): boolean {
  const { rest, fixedGroup, statedGroup, stated } = path;
  if (stated.isQualified && !saysNothingMore(path)) return false;
  if (fixedGroup || statedGroup || stated.isQualified)
    return rest !== undefined && !rest.some(isStatic) && rest.length < 2;
  return (
    rest !== undefined ||
    (isAboutOneThing(path, tree) && namesNothingElse(path))
  );
}

/** True of `items.list` and `items_findAll`: the place of the operation says as much. */
function saysNothingMore({
  stated: { phrase },
  root,
  entry,
}: ResourcePath): boolean {
  if (!phrase) return true;
  const { verb, words } = phrase;
  return (
    (verb === undefined || isUsual(verb, entry.method)) &&
    !beyondGroup(words, [root]).includes(true)
  );
}

/** False of `getMe` in `users`. */
function namesNothingElse({ stated, root }: ResourcePath): boolean {
  if (!stated.phrase) return true;
  const { verb, words } = stated.phrase;
  const known = new Set(stemsOf(root));
  const own = beyondGroup(words, [root]);
  const others = words
    .slice(0, prepositionIndex(words))
    .filter((_, index) => own[index]);
  // `features` of `searchFeatures` in `search`
  const isRest = splitWords(stated.id).length > words.length;
  return verb === undefined && isRest
    ? others.length === 0
    : verb === undefined || others.every((word) => known.has(stem(word)));
}

/** True of a tag that is in no path, but whose operations are all about one collection or thing. */
function isAboutOneThing(
  { entry, root, segments }: ResourcePath,
  tree: ResourceTree,
): boolean {
  const owner = segments.at(-2);
  const last = segments.at(-1);
  // `POST /tickets/{id}/exchange` does not create an exchange, nor `POST /login` a login.
  const isAction =
    entry.method === "POST" &&
    last !== undefined &&
    isStatic(last) &&
    singular(last.text) === last.text &&
    ((owner !== undefined && !isStatic(owner)) ||
      (spellingKey(last.text) !== spellingKey(root) && isOnlyVerb(last.text)));
  return !isAction && tree.hasOneCollection(root);
}

/**
 * The parameter of the last segment, or of the item that an action is about; undefined where several
 * parameters in a row (`/{owner}/{repo}`) identify it.
 */
function itemParameter(
  { segments }: { readonly segments: readonly Segment[] },
  { isAction }: { isAction: boolean },
): string | undefined {
  const last = segments.at(-1);
  const index = segments.length - (last && isStatic(last) && isAction ? 2 : 1);
  const [before, owner] = [segments[index - 1], segments[index]];
  return owner?.parameters.length === 1 && !before?.parameters.length
    ? owner.parameters[0]
    : undefined;
}
