/**
 * Operations that are methods of the client itself: their paths name no resource.
 */
import {
  camelCase,
  singular,
  spellingKey,
  splitWords,
} from "../names/casing.js";
import { isVerb } from "../names/verbs.js";
import { isStatic } from "./paths.js";
import type { ResourcePath, ResourceTree } from "./resource-tree.js";

/** `POST /sendMessage`: the path is what the method is called, and there is no resource. */
export function isOwnMethod(
  { segments, isTagged, fixedGroup, statedGroup, stated, root }: ResourcePath,
  tree: ResourceTree,
): boolean {
  const last = segments.at(-1);
  if (fixedGroup || statedGroup) return false;
  // `DELETE /{Bucket}` of `DeleteBucket`
  if (!segments.some(isStatic)) return !isTagged && stated.phrase !== undefined;
  if (!last || !isStatic(last)) return false;
  // The tag `Request API Key` says no more than the path.
  if (isTagged && splitWords(last.text).length < 2) return false;
  return (
    // The API's mount may come before.
    segments.every((segment) => isStatic(segment)) &&
    isVerb(splitWords(last.text)[0] ?? "") &&
    (splitWords(last.text).length > 1 || singular(last.text) === last.text) &&
    (stated.id === "" || spellingKey(stated.id) === spellingKey(last.text)) &&
    spellingKey(root) === spellingKey(last.text) &&
    camelCase(last.text) !== "" &&
    tree.isAlone(root)
  );
}
