/**
 * What changed of what the API sends of its own accord: webhooks, and callbacks of operations.
 */
import type { Shape } from "../surface/shape.js";
import type { Finding } from "./finding.js";
import type { Surfaces } from "./models.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";

export const comparePayloads = (
  comparison: ShapeComparison,
  { old, now }: Pick<Surfaces, "old" | "now">,
): readonly Finding[] => [
  ...compareAll(comparison, "webhooks", [old.webhooks, now.webhooks]),
  ...compareAll(comparison, "callbacks", [old.callbacks, now.callbacks]),
];

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
