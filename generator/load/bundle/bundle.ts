/**
 * Many files become one document. Values of other files are copied under `components`, or replace the
 * reference where OpenAPI has no shared objects of that kind (path items, operations, whole maps).
 *
 * `discover` opens the files and resolves each reference; then every target gets a name, and everything
 * is copied into one tree. A document of a single file is not changed.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { Bundler } from "./bundler.js";
import { nameComponents } from "./component-names.js";
import {
  discover,
  type Discovery,
  isPureReference,
  type ReferenceTarget,
} from "./discover.js";
import type { Location } from "./location.js";
import {
  type FieldType,
  sectionOf,
  unreferableFields,
} from "../../openapi/grammar.js";
import type { DocumentFiles } from "../read/document-files.js";
import type { LoadedFile } from "../read/loaded-file.js";
import { SourceLocations } from "../read/source-locations.js";
import { child } from "../../openapi/pointers.js";
import { recordOrEmpty } from "../../openapi/records.js";

export interface Bundle {
  readonly root: unknown;
  readonly locations: SourceLocations;
}

/** Any reference but `#/…`; a false match only costs time. */
const foreign = /\$ref["']?\s*:\s*(?!\s*(?:[>|][+-]?\s*)?["']?#\/)/;

/** `#/…` in place of a map or another object that OpenAPI does not allow to be a reference. */
const inPlace = new RegExp(
  String.raw`\b(?:${unreferableFields.join("|")})["']?\s*:\s*\{?\s*["']?\$ref["']?\s*:\s*["']#/`,
);

/** The URI of a security scheme, with its scopes, or something that looks like it. */
const schemeUri =
  /(?:#\/[^\s"']*|\.ya?ml|\.json|\.\/[^\s"']+)["']?\s*:\s*(?:\[|\n)/;

export const bundle = async (
  file: LoadedFile,
  content: FieldType,
  files: DocumentFiles,
  diagnostics: Diagnostics,
): Promise<Bundle> => {
  const locations = new SourceLocations(file.locator);
  const isPatched = file.locator !== file.source;
  const { text } = file.source;
  if (
    !isPatched &&
    ![foreign, inPlace, schemeUri].some((one) => one.test(text))
  ) {
    return { root: file.value, locations };
  }
  const discovery = await discover(file, content, files, diagnostics);
  const targetPointers = targetPointersOf(file, content, discovery);
  const bundler = new Bundler(
    { root: file, content, discovery, targetPointers },
    locations,
    diagnostics,
  );
  return { root: bundler.build(), locations };
};

/** The pointer of each target in the bundled document; a target without one replaces its references. */
const targetPointersOf = (
  root: LoadedFile,
  document: FieldType,
  discovery: Discovery,
): ReadonlyMap<string, Pointer> => {
  const targetPointers = new Map<string, Pointer>();
  for (const [section, targets] of bySection(document, discovery)) {
    const path = section.split("/");
    const entries = entriesAt(root, path, discovery);
    const adopted = adopt(entries, targets);
    for (const [key, name] of adopted) targetPointers.set(key, [...path, name]);
    const incoming = [...targets]
      .filter(([key]) => !adopted.has(key))
      .map(([key, target]) => ({ key, segments: segmentsOf(target) }));
    const named = nameComponents(incoming, new Set(entries.keys()));
    for (const [{ key }, name] of named) {
      targetPointers.set(key, [...path, name]);
    }
  }
  return targetPointers;
};

const bySection = (
  document: FieldType,
  { targets }: Discovery,
): ReadonlyMap<string, ReadonlyMap<string, ReferenceTarget>> => {
  const sections = new Map<string, Map<string, ReferenceTarget>>();
  for (const [key, target] of targets) {
    if (target.content.form !== "object") continue;
    const { kind } = target.content;
    // A path item replaces its reference: its pointer holds the path of its operations.
    const section = kind === "pathItem" ? undefined : sectionOf(kind, document);
    if (section === undefined) continue;
    const id = section.join("/");
    const members = sections.get(id) ?? new Map<string, ReferenceTarget>();
    sections.set(id, members.set(key, target));
  }
  return sections;
};

/** The root document's own components of a section, which may itself be in another file. */
const entriesAt = (
  root: LoadedFile,
  path: Pointer,
  discovery: Discovery,
): ReadonlyMap<string, Location | undefined> => {
  let section: Location = { file: root, pointer: [], value: root.value };
  for (const token of path) {
    const value = child(section.value, token);
    const location = isPureReference(value)
      ? discovery.find(section.file, value.$ref)
      : { ...section, pointer: [...section.pointer, token], value };
    if (location === undefined) return new Map();
    section = location;
  }
  const { file, pointer, value } = section;
  return new Map(
    Object.entries(recordOrEmpty(value)).map(([name, entry]) => [
      name,
      isPureReference(entry)
        ? discovery.find(file, entry.$ref)
        : { file, pointer: [...pointer, name], value: entry },
    ]),
  );
};

/**
 * A component of the root that is only a reference to a target becomes that target: the author named it.
 * Of several such names, that of the file wins, then the first in alphabetical order.
 */
const adopt = (
  entries: ReadonlyMap<string, Location | undefined>,
  targets: ReadonlyMap<string, ReferenceTarget>,
): ReadonlyMap<string, string> => {
  const adopted = new Map<string, string>();
  for (const [name, location] of entries) {
    if (location === undefined) continue;
    for (const [key, target] of targets) {
      if (target.location.file !== location.file) continue;
      if (target.location.pointer.join("/") !== location.pointer.join("/"))
        continue;
      const rival = adopted.get(key);
      const original = segmentsOf(target).at(-1);
      if (
        rival === undefined ||
        (rival !== original && (name === original || name < rival))
      ) {
        adopted.set(key, name);
      }
    }
  }
  return adopted;
};

const segmentsOf = ({ location }: ReferenceTarget): readonly string[] => [
  ...location.file.id.replace(/\.[^.]+$/, "").split("/"),
  ...location.pointer,
];
