/**
 * How the lock file names resources: the same however the document spells them.
 */
import { spellingKey } from "../names/casing.js";

/** The id of a resource: one for all spellings of its path. */
export const resourceId = (path: readonly string[]): string =>
  path.map(spellingId).join(" / ");

/** `API Keys` and `api-keys` are one resource. */
export const spellingId = (spelling: string): string =>
  spellingKey(spelling) || spelling;
