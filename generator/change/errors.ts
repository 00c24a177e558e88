/**
 * What changed of the errors of a call: of each status, and of those that are declared together.
 */
import { printShape } from "../surface/print-shape.js";
import type { Shape } from "../surface/shape.js";
import type { SurfaceOperation } from "../surface/surface.js";
import { isBreaking } from "./is-breaking.js";
import type { Finding } from "./finding.js";
import type { OperationPair } from "./operation-pairs.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";

export const compareErrors = (
  comparison: ShapeComparison,
  { after: name, old, now }: OperationPair,
): readonly Finding[] => {
  const operations = [name];
  const at = (status: string) =>
    ({
      where: `${name}.errors.${status}`,
      position: "output",
      operations,
    }) as const;
  return [
    ...[...now.errors].flatMap(([status, type]): readonly Finding[] => {
      const before = old.errors.get(status);
      if (before) return comparison.compare(before, type, at(status));
      // Callers who checked for this status had the body of the range that covered it.
      const range = rangeOf(status, old.errors);
      const breaking = range
        ? comparison.compare(range, type, at(status)).filter(isBreaking)
        : [];
      return [
        { kind: "error-added", ...at(status), new: printShape(type) },
        ...breaking,
      ];
    }),
    ...[...old.errors].flatMap(([status, type]): readonly Finding[] => {
      if (now.errors.has(status)) return [];
      const range = rangeOf(status, now.errors);
      // A range whose body fits declares the status as well.
      return range && comparison.fits.newInOld.holds(range, type)
        ? []
        : [
            {
              kind: "error-removed",
              ...at(status),
              old: printShape(type),
              ...(isUnknown(comparison, type) && { degree: "open" }),
            },
          ];
    }),
  ];
};

/** The body of the range, or of `default`, that covers a status without a response of its own. */
const rangeOf = (
  status: string,
  errors: SurfaceOperation["errors"],
): Shape | undefined =>
  errors.get(`${status.charAt(0)}XX`) ??
  (status === "default" ? undefined : errors.get("default"));

/** True of a body that callers can read nothing of. */
export const isUnknown = (
  { models }: ShapeComparison,
  type: Shape,
): boolean => {
  const whole = models.expand(type, "old");
  return whole.kind === "keyword" && whole.keyword === "unknown";
};
