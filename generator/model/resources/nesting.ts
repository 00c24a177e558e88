/**
 * The static segments after a resource: resources inside it, up to the first that is an action.
 */
import { splitWords } from "../names/casing.js";
import { isCalled } from "../names/made-names.js";
import { stemsOf } from "../names/phrases.js";
import { isOnlyVerb, isReading, isVerb } from "../names/verbs.js";
import { isAPIPrefix, isStatic, type Segment } from "./paths.js";
import type { ResourcePath, ResourceTree } from "./resource-tree.js";

export interface Nesting {
  readonly nested: readonly string[];
  /** The segments that are no resources, as one text. */
  readonly action: string | undefined;
}

/** Beyond this depth, a longer method name reads better. */
const maximumDepth = 3;

export function nest(
  { entry, root, stated, segments }: ResourcePath,
  rest: readonly Segment[],
  tree: ResourceTree,
): Nesting {
  const nested: string[] = [];
  const statics = rest
    .filter((segment) => isStatic(segment) && !isAPIPrefix(segment))
    .map(({ text }) => text);
  const keys = keysIn(rest);
  const own = segments[segments.length - rest.length - 1]?.text ?? "";
  for (const [index, text] of statics.entries()) {
    const names = statics.slice(0, index + 1);
    // `/emails/receiving/attachments` and `/emails/receiving` of `Receiving Emails`
    const isWhole =
      index === 0 && rest[0]?.text === text && isWholeName([own, text], root);
    if (isWhole || (index < statics.length - 1 && isPartOf(text, root)))
      continue;
    const isResource =
      tree.isResource(root, names) &&
      !isCalled(splitWords(text)) &&
      // `ContainerArchive` of `GET /containers/{id}/archive`, which PUT writes, archives nothing.
      (!isVerbOf(text, stated.phrase?.verb) ||
        (entry.method === "GET" &&
          !isReading(stated.phrase?.verb ?? "") &&
          tree.has("PUT", entry.path))) &&
      !(isOnlyVerb(text) && tree.isDoneAndUndone(root, names)) &&
      !keys.has(text) &&
      nested.length + 1 < maximumDepth;
    const action = statics.slice(index).join(" ");
    if (!isResource)
      return {
        nested,
        action: keys.has(text) && !/^by/i.test(text) ? `by ${action}` : action,
      };
    nested.push(text);
  }
  return { nested, action: undefined };
}

/** `emails` and `receiving` of `Receiving Emails`; not `auth` and `factors` of `Multi-factor Auth`. */
const isWholeName = (texts: readonly string[], root: string): boolean =>
  [...texts.flatMap(stemsOf)].sort().join(" ") ===
  [...stemsOf(root)].sort().join(" ");

const isPartOf = (text: string, root: string): boolean => {
  const [all, words] = [stemsOf(root), stemsOf(text)];
  return words.length < all.length && words.every((word) => all.includes(word));
};

/** Segments that say what the parameter after them is: `/users/name/{name}`. */
const keysIn = (segments: readonly Segment[]): ReadonlySet<string> =>
  new Set(
    segments
      .filter(({ text }, index) => {
        const [parameter = "", ...more] = segments[index + 1]?.parameters ?? [];
        return (
          more.length === 0 &&
          parameter.toLowerCase() ===
            text.replace(/^by[-_]?/i, "").toLowerCase()
        );
      })
      .map(({ text }) => text),
  );

/** `/archive/revive/{name}` of `reviveFeature`, `/users/get_or_create/{name}` of `get_or_create_user`. */
const isVerbOf = (text: string, verb: string | undefined): boolean => {
  const words = splitWords(text).map((word) => word.toLowerCase());
  return (
    isVerb(words[0] ?? "") && verb !== undefined && words.join(" ") === verb
  );
};
