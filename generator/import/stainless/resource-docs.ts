/**
 * `description` of a resource: it is said by a tag, which the overlay adds where the document has none that
 * says the same.
 */
import { arrayOrEmpty, isRecord } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";

export interface ResourceText {
  readonly path: SourcePath;
  /** The resource in the SDK: `rewards.commitments`. */
  readonly resource: string;
  readonly text: string;
}

export const describeResources = (
  { ledger, draft, document }: Reading,
  texts: readonly ResourceText[],
): void => {
  const tags = arrayOrEmpty(document.root["tags"]).filter(isRecord);
  const added: object[] = [];
  for (const { path, resource, text } of texts) {
    const name = spelling(resource.split(".").at(-1) ?? "");
    const isSaid = tags.some(
      (tag) =>
        tag["description"] === text && spelling(String(tag["name"])) === name,
    );
    const about = { description: text, "x-sdkwright-resource": resource };
    const isThere = tags.some((tag) => tag["name"] === resource);
    if (!isSaid && isThere)
      draft.actions.push({
        target: `$.tags[?(@.name == ${JSON.stringify(resource)})]`,
        update: about,
      });
    else if (!isSaid) added.push({ name: resource, ...about });
    ledger.kept(path, isSaid ? "its tag says the same" : "by the overlay");
  }
  if (added.length > 0)
    draft.actions.push({ target: "$", update: { tags: added } });
};

/** `Store Data`, `storeData` and `store_data` are one name. */
const spelling = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
