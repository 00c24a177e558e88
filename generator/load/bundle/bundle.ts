/**
 * Many files become one document. What other files hold is brought in under `components`, or put in
 * the place of the reference where OpenAPI keeps no shared ones (path items, operations, whole maps).
 *
 * `discover` opens the files and settles where each reference leads; then every part gets a name, and
 * everything is copied into one tree. A document of one file passes through untouched.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { Assembly } from "./assembly.js";
import { nameComponents } from "./component-names.js";
import {
  discover,
  type Discovery,
  isPureReference,
  type Part,
  type Spot,
} from "./discover.js";
import { type Content, sectionOf } from "../../openapi/grammar.js";
import type { Library, LoadedFile } from "../read/library.js";
import { Origins } from "../read/origins.js";
import { child } from "../../openapi/pointers.js";
import { isRecord } from "../../openapi/records.js";

export interface Bundle {
  readonly root: unknown;
  readonly origins: Origins;
}

/** Any reference but `#/…`; text that only looks like one costs a walk, nothing more. */
const foreign = /\$ref["']?\s*:\s*(?!\s*(?:[>|][+-]?\s*)?["']?#\/)/;

export const bundle = async (
  file: LoadedFile,
  content: Content,
  library: Library,
  diagnostics: Diagnostics,
): Promise<Bundle> => {
  const origins = new Origins(file.places);
  const isPatched = file.places !== file.source;
  if (!isPatched && !foreign.test(file.source.text)) {
    return { root: file.value, origins };
  }
  const discovery = await discover(file, content, library, diagnostics);
  const homes = homesOf(file, content, discovery);
  const assembly = new Assembly(
    file,
    content,
    discovery,
    homes,
    origins,
    diagnostics,
  );
  return { root: assembly.build(), origins };
};

/** Where each part will stand; parts without an entry replace the references to them. */
const homesOf = (
  root: LoadedFile,
  document: Content,
  discovery: Discovery,
): ReadonlyMap<string, Pointer> => {
  const homes = new Map<string, Pointer>();
  for (const [section, parts] of bySection(document, discovery)) {
    const path = section.split("/");
    const entries = entriesAt(root, path, discovery);
    const adopted = adopt(entries, parts);
    for (const [key, name] of adopted) homes.set(key, [...path, name]);
    const rest = [...parts].filter(([key]) => !adopted.has(key));
    const named = nameComponents(
      rest.map(([key, part]) => ({ key, segments: segmentsOf(part) })),
      new Set(entries.keys()),
    );
    for (const [{ key }, name] of named) homes.set(key, [...path, name]);
  }
  return homes;
};

const bySection = (
  document: Content,
  { parts }: Discovery,
): ReadonlyMap<string, ReadonlyMap<string, Part>> => {
  const sections = new Map<string, Map<string, Part>>();
  for (const [key, part] of parts) {
    if (part.content.form !== "object") continue;
    const { kind } = part.content;
    // A path item stands where it is used: that is what an operation's path is read from.
    const section = kind === "pathItem" ? undefined : sectionOf(kind, document);
    if (section === undefined) continue;
    const id = section.join("/");
    sections.set(
      id,
      (sections.get(id) ?? new Map<string, Part>()).set(key, part),
    );
  }
  return sections;
};

/** The root document's own components of a section, which may itself be in another file. */
const entriesAt = (
  root: LoadedFile,
  path: Pointer,
  discovery: Discovery,
): ReadonlyMap<string, Spot | undefined> => {
  let at: Spot = { file: root, pointer: [], value: root.value };
  for (const token of path) {
    const value = child(at.value, token);
    const spot = isPureReference(value)
      ? discovery.find(at.file, value.$ref)
      : { ...at, pointer: [...at.pointer, token], value };
    if (spot === undefined) return new Map();
    at = spot;
  }
  const { file, pointer, value } = at;
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, entry]) => [
      name,
      isPureReference(entry)
        ? discovery.find(file, entry.$ref)
        : { file, pointer: [...pointer, name], value: entry },
    ]),
  );
};

/**
 * A component of the root that is nothing but a reference to a part is that part's home: the name
 * that the author gave. Of several such names the one of the file, or the first in order, wins.
 */
const adopt = (
  entries: ReadonlyMap<string, Spot | undefined>,
  parts: ReadonlyMap<string, Part>,
): ReadonlyMap<string, string> => {
  const adopted = new Map<string, string>();
  for (const [name, spot] of entries) {
    if (spot === undefined) continue;
    for (const [key, part] of parts) {
      if (part.spot.file !== spot.file) continue;
      if (part.spot.pointer.join("/") !== spot.pointer.join("/")) continue;
      const rival = adopted.get(key);
      const own = segmentsOf(part).at(-1);
      if (
        rival === undefined ||
        (rival !== own && (name === own || name < rival))
      ) {
        adopted.set(key, name);
      }
    }
  }
  return adopted;
};

const segmentsOf = ({ spot }: Part): readonly string[] => [
  ...spot.file.id.replace(/\.[^.]+$/, "").split("/"),
  ...spot.pointer,
];
