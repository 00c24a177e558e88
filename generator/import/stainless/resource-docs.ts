/**
 * `description` of a resource: it is said by the tag of the same name, by the overlay where the document
 * says something else.
 */
import { arrayOrEmpty, isRecord } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";

export interface ResourceText {
  readonly path: SourcePath;
  /** The resource in the SDK, without those around it. */
  readonly name: string;
  readonly text: string;
}

/** @param isFiltered true where operations are left out, and with them tags that none of them has */
export const describeResources = (
  { ledger, draft, document }: Reading,
  texts: readonly ResourceText[],
  isFiltered: boolean,
): void => {
  const said = new Map<string, string>();
  const tags = arrayOrEmpty(document.root["tags"]).filter(isRecord);
  const added: object[] = [];
  for (const { path, name, text } of texts) {
    const key = spelling(name);
    const tag = tags.find((one) => spelling(String(one["name"])) === key);
    const before = said.get(key) ?? tag?.["description"];
    if (before === text) {
      ledger.kept(path, "its tag says the same");
      continue;
    }
    if (said.has(key) || (!tag && isFiltered)) {
      ledger.lost(path, "write it as the `description` of a tag of that name");
      continue;
    }
    said.set(key, text);
    ledger.kept(path, "the overlay describes its tag");
    if (tag)
      draft.actions.push({
        target: `$.tags[?(@.name == ${JSON.stringify(tag["name"])})]`,
        update: { description: text },
      });
    else added.push({ name, description: text });
  }
  if (added.length > 0)
    draft.actions.push({ target: "$", update: { tags: added } });
};

/** `Store Data`, `storeData` and `store_data` are one name. */
const spelling = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
