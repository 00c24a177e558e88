/**
 * What changed of what the API sends of its own accord: webhooks, and callbacks of operations.
 */
import type { Shape } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";
import type { Finding } from "./finding.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";
import type { Surfaces } from "./surfaces.js";

export const comparePayloads = (
  comparison: ShapeComparison,
  { old, now }: Pick<Surfaces, "old" | "now">,
): readonly Finding[] => [
  ...compareMethods(old, now),
  ...compareAll(comparison, "webhooks", [old.webhooks, now.webhooks]),
  ...compareAll(comparison, "callbacks", [old.callbacks, now.callbacks]),
];

/**
 * What gives payloads. It comes with the first webhook, and goes with the last one, which is then told
 * of alone.
 */
const compareMethods = (
  { webhookMethods: before }: Surface,
  { webhookMethods: after }: Surface,
): readonly Finding[] => {
  if (!before || !after) return [];
  return [
    ...[...after]
      .filter(([where]) => !before.has(where))
      .map(([where, use]) => ({
        kind: "webhook-method-added" as const,
        where,
        new: use,
      })),
    ...[...before].flatMap(([where, use]): readonly Finding[] => {
      const next = after.get(where);
      return next === use
        ? []
        : [
            {
              kind: "webhook-method-removed",
              where,
              old: use,
              ...(next !== undefined && { new: next }),
            },
          ];
    }),
  ];
};

type Payloads = ReadonlyMap<string, Shape>;

const compareAll = (
  comparison: ShapeComparison,
  group: "webhooks" | "callbacks",
  [old = new Map(), now = new Map()]: readonly [
    old: Payloads | undefined,
    now: Payloads | undefined,
  ],
): readonly Finding[] => [
  ...[...now].flatMap(([name, type]): readonly Finding[] => {
    const where = `${group}.${name}`;
    const before = old.get(name);
    return before
      ? comparison.compare(before, type, { where, position: "output" })
      : [{ kind: "webhook-added", where }];
  }),
  ...[...old.keys()]
    .filter((name) => !now.has(name))
    .map((name) => ({
      kind: "webhook-removed" as const,
      where: `${group}.${name}`,
    })),
];
