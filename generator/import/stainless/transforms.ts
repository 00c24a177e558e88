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
  { command, reason, args }: Readonly<Record<string, unknown>>,
): void => {
  const { target, keys, object, value = object } = recordOrEmpty(args);
  const targets = [target].flat().filter((one) => typeof one === "string");
  const actions = targets.flatMap((one) =>
    actionsOf(String(command), one, { value, keys, written }),
  );
  const isWhole =
    targets.length > 0 && actions.every((action) => action !== undefined);
  if (!isWhole) {
    ledger.lost(
      at,
      `no overlay does \`${String(command)}\`: use \`transform\` of the config`,
    );
    return;
  }
  // What an earlier one has brought is not in the document as it was written.
  const mayBeNew = draft.actions.some(({ update }) => update !== undefined);
  const fitting = actions.filter((action) => mayBeNew || hits(action, written));
  if (fitting.length === 0) {
    ledger.notNeeded(at, "it matches nothing in the document");
    return;
  }
  const [first, ...others] = fitting;
  if (first)
    draft.actions.push(
      typeof reason === "string"
        ? { ...first, description: reason.trim() }
        : first,
      ...others,
    );
  ledger.kept(at, "by the overlay");
};

/** Of a document that is not at hand nothing is known. */
const hits = ({ target }: OverlayAction, written: unknown): boolean =>
  written === undefined || select(target, written)?.length !== 0;

interface TransformArguments {
  readonly value: unknown;
  readonly keys: unknown;
  readonly written: unknown;
}

const actionsOf = (
  command: string,
  target: string,
  { value, keys, written }: TransformArguments,
): readonly (OverlayAction | undefined)[] => {
  if (written !== undefined && select(target, written) === undefined)
    return [undefined];
  switch (command) {
    case "remove":
      return Array.isArray(keys)
        ? keys.map((name) => ({
            target: `${target}${segment(String(name))}`,
            remove: true as const,
          }))
        : [{ target, remove: true }];
    case "merge":
      return [value === undefined ? undefined : { target, update: value }];
    case "update":
      return value === undefined
        ? [undefined]
        : replacing(target, value, written);
    default:
      return [undefined];
  }
};

/** What stands there goes first: an update of an overlay merges objects and joins lists. */
const replacing = (
  target: string,
  value: unknown,
  written: unknown,
): readonly (OverlayAction | undefined)[] => {
  const there = written === undefined ? [] : (select(target, written) ?? []);
  const isContainer = there.some((one) => isRecord(one) || Array.isArray(one));
  if (!isContainer && written !== undefined) return [{ target, update: value }];
  const last = splitLast(target);
  if (!last) return [undefined];
  return [
    { target, remove: true },
    { target: last.parent, update: { [last.name]: value } },
  ];
};
