/**
 * The lines of a lock file as facts. Merges and people change such files: what stands between conflict
 * markers counts, on every side, and what says nothing is left out and told.
 */
import { isPackagePath } from "../package-path.js";
import { namesBeside } from "./operation-names.js";
import { splitPair, unquote } from "./quote.js";

export interface Facts {
  readonly versions: Set<string>;
  readonly files: Set<string>;
  readonly once: Set<string>;
  readonly regions: Set<string>;
  readonly ownRegions: Set<string>;
  /** Two values where branches have met. */
  readonly names: Map<string, Set<string>>;
  readonly aliases: Map<string, Set<string>>;
  readonly manifest: Map<string, Set<string>>;
  /** Lines that say nothing, with their numbers. */
  readonly unknown: [line: number, text: string][];
}

const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

export const readFacts = (text: string): Facts => {
  const facts: Facts = {
    versions: new Set(),
    files: new Set(),
    once: new Set(),
    regions: new Set(),
    ownRegions: new Set(),
    names: new Map(),
    aliases: new Map(),
    manifest: new Map(),
    unknown: [],
  };
  text.split(/\r?\n/).forEach((line, index) => {
    if (index === 0 || line.trim() === "" || conflictMarker.test(line)) return;
    if (!addFact(line, facts)) facts.unknown.push([index + 1, line]);
  });
  return facts;
};

/** False for a line that says nothing. */
const addFact = (line: string, facts: Facts): boolean => {
  const [, keyword = "", rest = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
  switch (keyword) {
    case "sdkwright-lock":
      return true;
    case "made-by":
      return addText(rest, facts.versions);
    case "file":
      return addText(rest, facts.files, isPackagePath);
    case "once":
      return addText(rest, facts.once, isPackagePath);
    case "region":
      return addText(rest, facts.regions);
    case "yours":
      return addText(rest, facts.ownRegions);
    case "name":
      return addPair(rest, facts.names, unquote);
    case "names":
      return addNames(rest, facts.names);
    case "alias":
      return addPair(rest, facts.aliases, unquote);
    case "package":
      return addPair(rest, facts.manifest, jsonOf);
    default:
      return false;
  }
};

const addText = (
  field: string,
  set: Set<string>,
  isValid: (text: string) => boolean = () => true,
): boolean => {
  const text = unquote(field);
  if (text === undefined || !isValid(text)) return false;
  set.add(text);
  return true;
};

const addPair = (
  rest: string,
  map: Map<string, Set<string>>,
  read: (value: string) => string | undefined,
): boolean => {
  const [key, field] = splitPair(rest) ?? [];
  const value = field === undefined ? undefined : read(field);
  if (key === undefined || value === undefined) return false;
  map.set(key, (map.get(key) ?? new Set()).add(value));
  return true;
};

/** The name of an operation, and those of its types. */
const addNames = (rest: string, map: Facts["names"]): boolean => {
  const [key = "", field = ""] = splitPair(rest) ?? [];
  const beside = namesBeside(key, unquote(field) ?? "");
  if (!beside || !addPair(rest, map, unquote)) return false;
  for (const [of, name] of beside)
    map.set(of, (map.get(of) ?? new Set()).add(name));
  return true;
};

/** In its shortest form, so that equal values are equal texts. */
const jsonOf = (text: string): string | undefined => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
};
