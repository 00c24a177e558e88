/**
 * Text becomes a value, whichever of the two notations it is written in.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { countMembers, jsonFaults, measureJson, skipSpace } from "./json.js";
import { SourceText } from "./source.js";
import { limits } from "./read.js";
import { parseYaml } from "./yaml.js";

export interface Parsed {
  readonly source: SourceText;
  readonly value: unknown;
}

/** Undefined when an error was reported. */
export const parse = (
  text: string,
  file: string,
  diagnostics: Diagnostics,
): Parsed | undefined => {
  const lines = diagnostics.sources.add(file, text);
  const conflict = conflictIn(text);
  if (conflict !== -1) {
    const place = { file, ...lines.placeOf(conflict) };
    diagnostics.report("file-conflict", { file }, place);
    return undefined;
  }
  const first = text[skipSpace(text, 0)];
  if (first === "<") {
    diagnostics.report("not-a-document", {}, { file, line: 1, column: 1 });
    return undefined;
  }
  if (first === "{" || first === "[") {
    const source = new SourceText(file, text, "json", lines);
    const parsed = parseJson(source, diagnostics, !isYamlName(file));
    if (parsed !== "other") return parsed && { source, ...parsed };
  }
  const source = new SourceText(file, text, "yaml", lines);
  const parsed = parseYaml(source, diagnostics);
  return parsed && { source, ...parsed };
};

/** Where a merge has left its first marker; -1 where it has not. */
const conflictIn = (text: string): number =>
  // Most texts have none of it, which this says in no time.
  text.includes("<<<<<<<") &&
  /^={7}\r?$/m.test(text) &&
  /^>{7}(?: |\r?$)/m.test(text)
    ? text.search(/^<{7}(?: |\r?$)/m)
    : -1;

const isYamlName = (file: string): boolean => /\.ya?ml$/i.test(file);

/** `other`: not JSON, but perhaps a YAML flow mapping. */
const parseJson = (
  source: SourceText,
  diagnostics: Diagnostics,
  mustBeJson: boolean,
): { readonly value: unknown } | "other" | undefined => {
  const { text } = source;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (!mustBeJson) return "other";
    const { fault } = jsonFaults(text);
    const { offset = 0, reason = "unreadable" } = fault ?? {};
    diagnostics.report("json-syntax", { reason }, source.position(offset));
    return undefined;
  }
  const { members, tooDeep } = measureJson(text, limits.depth);
  if (tooDeep !== undefined) {
    const details = { limit: limits.depth };
    diagnostics.report("nesting-too-deep", details, source.position(tooDeep));
    return undefined;
  }
  if (members === countMembers(value)) return { value };
  for (const { key, first, again } of jsonFaults(text).duplicates) {
    diagnostics.report("duplicate-key", { key }, source.position(again), [
      source.position(first),
    ]);
  }
  return undefined;
};
