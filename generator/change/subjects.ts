/**
 * What a change is about, in the words of callers: of what happens to a call, its method.
 */
import type { Surface } from "../surface/surface.js";
import type { Finding } from "./finding.js";

/** Places of an operation that are said of the call itself. */
const ofCall =
  /^[^.]+(?:$|\.(?:params|headers|errors|options|result|baseURL)\b)/;

export const subjectOf = (
  { where, kind, operations = [] }: Finding,
  { old, now }: { readonly old: Surface; readonly now: Surface },
): string => {
  const [name] = operations;
  if (name === undefined || operations.length > 1) return where;
  if (!where.startsWith(name) || !ofCall.test(where)) return where;
  const call = (now.operations.get(name) ?? old.operations.get(name))?.call;
  if (call === undefined) return where;
  return isInside(kind, where) ? where.replace(name, () => call) : call;
};

/** What is said of a part of an argument or of a result names that part. */
const isInside = (kind: string, where: string): boolean =>
  !/^(?:parameter|header|error|media-type|stream|paging|result|body|arguments|idempotency|status|route|request|operation|base)-/.test(
    kind,
  ) && where.includes(".");
