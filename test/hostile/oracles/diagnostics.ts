/**
 * What a run says: the exit code, places for every error, nothing that drives a terminal, nothing
 * that the document should not have been able to read.
 */
import type { SdkReport } from "../../../generator/index.js";
import { secret, type Contained } from "../contained.js";
import type { Expected } from "../expected.js";

export function diagnosticProblems(
  { code, out, err }: Contained,
  report: SdkReport | undefined,
  { outcome, pointers, errors: wanted }: Expected,
): string[] {
  const problems: string[] = [];
  const want = outcome === "ok" ? 0 : 1;
  if (code !== want)
    problems.push(`exit ${String(code)}, not ${want}: ${err.slice(0, 300)}`);
  const said = out + err;
  const control = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(said);
  if (control) problems.push(`prints ${JSON.stringify(control[0])}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(said)) problems.push("prints a stack");
  if (said.includes(secret)) problems.push("prints a file it must not read");
  if (/\w*root:x?:0:0/.test(said)) problems.push("prints /etc/passwd");
  const { diagnostics = [] } = report ?? {};
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const { code: name, position, message } of diagnostics) {
    if (!position) problems.push(`${name} has no place: ${message}`);
    if (message.includes("\n")) problems.push(`${name} has several lines`);
    if (/:\/\/[^/\s]*:[^/\s]*@/.test(message))
      problems.push(`${name} shows credentials: ${message}`);
  }
  if (outcome === "error") {
    if (errors.length < wanted)
      problems.push(`${errors.length} errors, not ${wanted}`);
    const named = diagnostics.map(({ pointer = "" }) => pointer);
    for (const pointer of pointers)
      if (!named.some((one) => covers(one, pointer)))
        problems.push(`no error at ${pointer}`);
  }
  return problems;
}

/** The place, or one inside of it. */
const covers = (named: string, wanted: string): boolean =>
  named === wanted || named.startsWith(`${wanted}/`);
