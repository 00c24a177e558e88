/**
 * A call before and after a change, where the change is about how a call is written.
 */
import type { Surface } from "../../surface/surface.js";
import type { ChangeKind, SampleCalls } from "../change.js";
import type { Finding } from "../finding.js";
import type { OperationPair } from "../operation-pairs.js";
import { sampleCall } from "./sample-call.js";
import { sampleConstruction } from "./sample-construction.js";

interface Compared {
  readonly old: Surface;
  readonly now: Surface;
  readonly pairs: readonly OperationPair[];
}

/** Of the arguments of a call. */
const ofArguments: ReadonlySet<ChangeKind> = new Set([
  ...(["parameter-added", "parameter-removed", "parameter-required"] as const),
  ...(["arguments-shifted", "arguments-changed", "body-required"] as const),
  ...(["type-changed", "type-narrowed"] as const),
]);

/** Undefined of what leaves calls as they were written. */
export const sampleCallsOf = (
  finding: Finding,
  compared: Compared,
): SampleCalls | undefined => {
  const calls =
    callsOf(finding, compared) ?? sampleConstruction(finding, compared);
  return calls && calls.before !== calls.after ? calls : undefined;
};

const callsOf = (
  finding: Finding,
  { old, now, pairs }: Compared,
): SampleCalls | undefined => {
  const { kind, where, operations = [] } = finding;
  const pair = pairs.find(({ after }) => operations.includes(after));
  if (!pair) return undefined;
  const { before, after } = pair;
  const written = (
    callees: Readonly<Record<"old" | "now", string>>,
    { field = {}, hasOptions = false }: Extras = {},
  ): SampleCalls => ({
    before: sampleCall({
      callee: callees.old,
      operation: pair.old,
      models: old.models,
      field: field.old,
      hasOptions,
    }),
    after: sampleCall({
      callee: callees.now,
      operation: pair.now,
      models: now.models,
      field: field.now,
      hasOptions,
    }),
  });
  const methods = { old: pair.old.call, now: pair.now.call };
  if (kind === "operation-renamed") return written({ old: before, now: after });
  if (kind === "method-renamed" || kind === "resource-renamed")
    return written(methods);
  const part = partOf(where, after);
  if (!ofArguments.has(kind) || part === undefined) return undefined;
  const [, field] = /^params\.(.+)$/.exec(part) ?? [];
  if (!isArgument(part, field, pair)) return undefined;
  // The name of the method is not what the sample is about.
  const callee = pair.now.call;
  return written(
    { old: callee, now: callee },
    {
      // What is asked for only now was left out before.
      field: {
        old: kind === "parameter-required" ? undefined : field,
        now: field,
      },
      hasOptions: kind === "arguments-shifted",
    },
  );
};

interface Extras {
  /** A field of `params` that is passed although it may be left out. */
  readonly field?: Readonly<Partial<Record<"old" | "now", string | undefined>>>;
  readonly hasOptions?: boolean;
}

/** `params.limit` of `listPets.params.limit`; empty of the operation itself. */
const partOf = (where: string, operation: string): string | undefined =>
  where === operation
    ? ""
    : where.startsWith(`${operation}.`)
      ? where.slice(operation.length + 1)
      : undefined;

/** False of what stands inside an argument: samples do not show that. */
const isArgument = (
  part: string,
  field: string | undefined,
  { old, now }: OperationPair,
): boolean =>
  ["", "params", "options"].includes(part) ||
  now.positional.some(({ name }) => name === part) ||
  (field !== undefined &&
    [old, now].some(
      ({ params, body }) =>
        params?.fields.has(field) === true ||
        body?.passedAs.kind === "fields" ||
        body?.passedAs.key === field,
    ));
