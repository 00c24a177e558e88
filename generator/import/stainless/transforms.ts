/**
 * `openapi.transforms`: changes of the document become actions of an overlay.
 */
import {
  arrayOrEmpty,
  isRecord,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { OverlayAction } from "../draft.js";
import { segment, select, splitLast } from "../json-path.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";

export const readTransforms = (reading: Reading): void => {
  const { source, ledger } = reading;
  const openapi = recordOrEmpty(source.root["openapi"]);
  for (const key of Object.keys(openapi)) {
    const at = ["openapi", key];
    if (key === "code_samples" || key === "code_sample_languages")
      ledger.notNeeded(at, "samples in a document for a portal");
    else if (key === "transforms") {
      for (const [index, transform] of arrayOrEmpty(openapi[key]).entries())
        readTransform(reading, [...at, index], recordOrEmpty(transform));
      ledger.settle(at);
    } else ledger.lost(at, "not a key that is known");
  }
  ledger.settle(["openapi"]);
};

const readTransform = (
  { ledger, draft, written }: Reading,
  at: SourcePath,
  { command, reason, args, ...others }: Readonly<Record<string, unknown>>,
): void => {
  const given = recordOrEmpty(args);
  const before = draft.actions;
  const actions = actionsOf(String(command), given, { written, before });
  if (!actions || actions.length === 0) {
    ledger.lost(
      at,
      `no overlay does \`${String(command)}\`: use \`transform\` of the config`,
    );
    return;
  }
  for (const key of Object.keys(others))
    ledger.lost([...at, key], "not a key that is known");
  for (const key of Object.keys(given).filter(
    (one) => !knownArguments.has(one),
  ))
    ledger.lost([...at, "args", key], "not a key that is known");
  // A target that an earlier update added is not in the document yet.
  const hasUpdates = before.some(({ update }) => update !== undefined);
  const fitting = actions.filter(
    (action) => hasUpdates || matchesAny(action, written),
  );
  if (fitting.length === 0) {
    ledger.notNeeded(at, "it matches nothing in the document");
    return;
  }
  const [first, ...rest] = fitting;
  if (first)
    draft.actions.push(
      typeof reason === "string"
        ? { ...first, description: reason.trim() }
        : first,
      ...rest,
    );
  ledger.kept(at, "by the overlay");
};

const knownArguments: ReadonlySet<string> = new Set([
  ...["target", "keys", "value", "object", "from", "to"],
]);

/** True as well if the document is not at hand. */
const matchesAny = ({ target }: OverlayAction, written: unknown): boolean =>
  written === undefined || select(target, written)?.length !== 0;

interface TransformContext {
  readonly written: unknown;
  /** The actions of earlier transforms. */
  readonly before: readonly OverlayAction[];
}

type Actions = readonly OverlayAction[] | undefined;

/** @returns undefined for commands that no overlay can express */
const actionsOf = (
  command: string,
  args: Readonly<Record<string, unknown>>,
  context: TransformContext,
): Actions => {
  const { written } = context;
  const { target, keys, object, value = object, from, to } = args;
  if (command === "copy" || command === "move")
    return copying(from, to, { ...context, isMoved: command === "move" });
  const found = [target]
    .flat()
    .map((one) =>
      typeof one !== "string" ||
      (written !== undefined && select(one, written) === undefined)
        ? undefined
        : actionsAt(command, one, { value, keys, written }),
    );
  return found.some((one) => one === undefined)
    ? undefined
    : found.flatMap((one) => one ?? []);
};

interface TransformArguments {
  readonly value: unknown;
  readonly keys: unknown;
  readonly written: unknown;
}

const actionsAt = (
  command: string,
  target: string,
  { value, keys, written }: TransformArguments,
): Actions => {
  switch (command) {
    case "remove":
      return Array.isArray(keys)
        ? keys.map((name) => ({
            target: `${target}${segment(String(name))}`,
            remove: true as const,
          }))
        : [{ target, remove: true }];
    case "merge":
      return value === undefined ? undefined : [{ target, update: value }];
    case "append":
      return value === undefined
        ? undefined
        : appending(target, value, written);
    case "update":
      return value === undefined
        ? undefined
        : replacing(target, value, written);
    default:
      return undefined;
  }
};

/** What a target selects; nothing of a document that is not known, or by a path that cannot be read. */
const selected = (target: string, written: unknown): readonly unknown[] =>
  written === undefined ? [] : (select(target, written) ?? []);

/** An update joins lists, and adds members to objects. */
const appending = (
  target: string,
  value: unknown,
  written: unknown,
): Actions => {
  const there = selected(target, written);
  if (there.length > 0 && there.every(isRecord) && isRecord(value))
    return [{ target, update: value }];
  // Where there is no list yet, an earlier action adds it.
  if (!there.every((one) => Array.isArray(one))) return undefined;
  return [{ target, update: Array.isArray(value) ? value : [value] }];
};

/** The value is read from the document, and so must not have been changed by an earlier action. */
const copying = (
  from: unknown,
  to: unknown,
  context: TransformContext & { readonly isMoved: boolean },
): Actions => {
  const { written, before, isMoved } = context;
  const last = typeof to === "string" ? splitLast(to) : undefined;
  if (typeof from !== "string" || !last || written === undefined)
    return undefined;
  const found = select(from, written) ?? [];
  const [value] = found;
  const isChanged = before.some(
    ({ target }) => target.startsWith(from) || from.startsWith(target),
  );
  if (found.length !== 1 || isChanged) return undefined;
  return [
    // Removed first, since an update would merge with what is there.
    ...(select(String(to), written)?.length === 0
      ? []
      : [{ target: String(to), remove: true as const }]),
    { target: last.parent, update: { [last.name]: value } },
    ...(isMoved ? [{ target: from, remove: true as const }] : []),
  ];
};

/** Objects and lists are removed first, since an update of an overlay would merge or join them. */
const replacing = (
  target: string,
  value: unknown,
  written: unknown,
): Actions => {
  const there = selected(target, written);
  const isContainer = there.some((one) => isRecord(one) || Array.isArray(one));
  if (!isContainer && written !== undefined) return [{ target, update: value }];
  const last = splitLast(target);
  if (!last) return undefined;
  return [
    { target, remove: true },
    { target: last.parent, update: { [last.name]: value } },
  ];
};
