/**
 * What a change is about, in the words of callers: of what happens to a call, its method; of an argument,
 * the method with the argument.
 */
import type { Surface } from "../surface/surface.js";
import type { Finding } from "./finding.js";

/** Kinds that are said of the call, whatever part of it they are about. */
const ofCall =
  /^(?:parameter|arguments|body|idempotency|media-type|result|status|paging|stream|header|error|operation|route|request)-/;

export const subjectOf = (
  { where, kind, operations = [] }: Finding,
  { old, now }: { readonly old: Surface; readonly now: Surface },
): string => {
  if (kind.startsWith("parameter-") && where.startsWith("client.options."))
    return "client";
  const [name, ...others] = operations;
  if (name === undefined || others.length > 0 || kind === "operation-renamed")
    return where;
  const call = (now.operations.get(name) ?? old.operations.get(name))?.call;
  if (call === undefined || !isWithin(where, name)) return where;
  if (ofCall.test(kind)) return call;
  const part = where.slice(name.length + 1);
  const [, param] = /^params\.(.+)$/.exec(part) ?? [];
  if (param !== undefined) return `${call}({ ${param} })`;
  return part.includes(".") || part === "result" || part === "baseURL"
    ? `${call} ${part}`
    : `${call}(${part})`;
};

const isWithin = (where: string, name: string): boolean =>
  where === name || where.startsWith(`${name}.`);
