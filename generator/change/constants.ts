/**
 * The constant that an enum has beside its type: callers write `Kind.Cat`, so its names are public as well
 * as its values. A value that goes takes its name along, which is no change of its own.
 */
import type { SurfaceModel } from "../surface/surface.js";
import type { Finding } from "./finding.js";

type Value = string | number;

/** @param where the model */
export const compareConstants = (
  old: SurfaceModel,
  now: SurfaceModel,
  where: string,
): readonly Finding[] => {
  if (!old.members && !now.members) return [];
  if (!old.members) return [{ kind: "export-added", where }];
  if (!now.members) return [{ kind: "export-removed", where }];
  const before = old.members;
  const after = now.members;
  const kept = new Set(after.values());
  const known = new Set(before.values());
  const isOpen = takesAnyText(now);
  return [
    ...[...before].flatMap(([name, value]): readonly Finding[] => {
      const at = { where: `${where}.${name}` };
      const next = after.get(name);
      // Of a closed enum, the values that came and went say the same.
      const isTold = !isOpen && !kept.has(value);
      if (next === value || isTold) return [];
      if (next !== undefined)
        return [
          {
            kind: "type-changed",
            ...at,
            position: "output",
            old: text(value),
            new: text(next),
          },
        ];
      const to = nameOf(value, after);
      return to === undefined
        ? [{ kind: "enum-member-removed", ...at, value: text(value) }]
        : [
            {
              kind: "enum-member-renamed",
              ...at,
              value: text(value),
              to: `${where}.${to}`,
            },
          ];
    }),
    ...[...after]
      .filter(
        ([name, value]) =>
          !before.has(name) &&
          known.has(value) &&
          // The name that it had before is still there.
          after.get(nameOf(value, before) ?? "") === value,
      )
      .map(([name, value]) => ({
        kind: "enum-member-added" as const,
        where: `${where}.${name}`,
        value: text(value),
      })),
  ];
};

const text = (value: Value): string => JSON.stringify(value);

const nameOf = (
  value: Value,
  members: ReadonlyMap<string, Value>,
): string | undefined => [...members].find(([, one]) => one === value)?.[0];

/** True of an enum that other texts fit too. */
const takesAnyText = ({ type }: SurfaceModel): boolean =>
  type.kind === "union" &&
  type.members.some(({ kind }) => kind === "openString");
