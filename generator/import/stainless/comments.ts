/**
 * Comments that go along: those of the config's author. The ones that its template came with explain
 * keys that are gone.
 */
import type { Source, SourcePath } from "../source.js";

export const keptComments = (
  source: Source,
  path: SourcePath,
): readonly string[] => {
  const lines = source.commentBefore(path);
  return lines.some((line) => isOfTemplate(line)) ? [] : lines;
};

/** Links to the manual of the other generator, and sentences that begin with the name of a key. */
const isOfTemplate = (line: string): boolean =>
  /stainless|yaml-language-server|^`\w+`s? (?:define|are|is)\b|^(?:Configure the|Subresources define|Name of your organization|Link to your API|Contact email|Used to determine the generated client)/i.test(
    line,
  );
