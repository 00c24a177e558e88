/**
 * A config of Stainless, key by key. Its manual is gone; what the keys mean is known from configs and the
 * SDKs that were made of them.
 */
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import { Casing, type WordSpelling } from "../casing.js";
import { keepCallShape } from "../call-shape.js";
import type { SourceReading as Reading } from "../reading.js";
import type { PublishedSdk } from "../published-sdk.js";
import type { Source, SourcePath } from "../source.js";
import { readClientSettings } from "./client-options.js";
import { keptComments } from "./comments.js";
import { readPagination } from "./pagination.js";
import { readResources } from "./resources.js";
import { readSecurity } from "./security.js";
import { readEvents } from "./streaming.js";
import {
  isNewEdition,
  ourTarget,
  readOrganization,
  readSettings,
  readTargets,
} from "./targets.js";
import { usedSchemes } from "./used-schemes.js";
import { readTransforms } from "./transforms.js";
import { readEnvironments, readStyles } from "./wire.js";

export const isPublishedBy = (source: Source): boolean =>
  ourTarget(source) !== undefined;

/** How the names of the SDK are spelled. */
export const casingOf = (source: Source, published?: PublishedSdk): Casing =>
  new Casing({
    ...(published && { published: published.names }),
    words: wordsOf(source),
    hasInitialisms: isNewEdition(source),
  });

const wordsOf = ({ root }: Source): ReadonlyMap<string, WordSpelling> =>
  new Map(
    Object.entries(recordOrEmpty(root["custom_casings"])).flatMap(
      ([word, spelling]): [string, WordSpelling][] => {
        const { pascal, camel } = recordOrEmpty(spelling);
        return typeof pascal === "string" && isWord(pascal)
          ? [
              [
                word.toLowerCase(),
                {
                  pascal,
                  ...(typeof camel === "string" && isWord(camel) && { camel }),
                },
              ],
            ]
          : [];
      },
    ),
  );

const isWord = (text: string): boolean => /^[\p{ID_Continue}$]+$/u.test(text);

export const readStainless = (reading: Reading): void => {
  const { source, ledger } = reading;
  readTransforms(reading);
  readTargets(reading);
  readOrganization(reading);
  readSettings(reading);
  readEnvironments(reading);
  if (reading.isPublished)
    keepCallShape(reading, isNewEdition(source) ? "last" : "all");
  readCasings(reading);
  const methods = readResources(reading);
  readStyles(reading);
  const used = usedSchemes(reading, methods);
  readClientSettings(reading, used);
  readSecurity(reading, used);
  readPagination(reading, methods);
  readEvents(reading);
  if (isNewEdition(source) || source.root["edition"] !== undefined)
    ledger.kept(["edition"], "the options that follow from it are written out");
  for (const [key, note] of Object.entries(idle))
    if (source.root[key] !== undefined) ledger.notNeeded([key], note);
  loseRest(reading, source.root, []);
};

/** Those of other languages follow from ours, or are theirs. */
const spellings = ["pascal", "camel", "snake", "capital"];

const readCasings = ({ source, draft, ledger }: Reading): void => {
  for (const [word, spelling] of Object.entries(
    recordOrEmpty(source.root["custom_casings"]),
  )) {
    const at = ["custom_casings", word];
    const { pascal } = recordOrEmpty(spelling);
    ledger.loseOthers(at, recordOrEmpty(spelling), spellings);
    const isSame =
      typeof pascal === "string" &&
      /^[a-z][a-z\d]*$/i.test(pascal) &&
      pascal.toLowerCase() === word.toLowerCase();
    if (!isSame) {
      ledger.lost(at, "write it as `casings`");
      continue;
    }
    const isUsual = pascal === word.charAt(0).toUpperCase() + word.slice(1);
    if (isUsual) ledger.notNeeded(at, "as names are spelled anyway");
    else {
      draft.set(["casings", word], pascal, keptComments(source, at));
      ledger.kept(at, "`casings`");
    }
  }
  ledger.settle(["custom_casings"]);
};

/** Keys that no package depends on. */
const idle: Readonly<Record<string, string>> = {
  readme: "samples come from the document's examples; README.md is yours",
  diagnostics: "of their checks",
  codeflow: "releases are your workflow's matter",
  unspecified_endpoints: "left out, as all that has no method",
};

/** What no part has read. */
const loseRest = (
  reading: Reading,
  object: Readonly<JsonObject>,
  path: SourcePath,
): void => {
  for (const [key, value] of Object.entries(object)) {
    const at = [...path, key];
    if (reading.ledger.isSettled(at)) continue;
    const isRead = reading.ledger.hasBelow(at);
    if (isRead && isRecord(value)) loseRest(reading, value, at);
    else if (!isRead && path.length === 0 && key.startsWith("x-"))
      reading.ledger.notNeeded(at, "a place for what aliases repeat");
    else if (!isRead) reading.ledger.lost(at, "not a key that is known");
  }
};
