/**
 * What changed between two types at one place, and inside them as far as no model has a name for it: a
 * model is compared once, on its own.
 */
import { inexactInteger } from "../../sdk/types.js";
import { printShape } from "../../surface/print-shape.js";
import type { RecordShape, Shape, ShapeProperty } from "../../surface/shape.js";
import type { Finding } from "../finding.js";
import { Assignability } from "./assignability.js";
import { compareMembers } from "./compare-members.js";
import type { Comparison } from "./comparison.js";
import { Equality } from "./equality.js";
import type { ModelPair, Side } from "./model-pair.js";
import { areIdentical, areIdenticalProperties } from "./identity.js";
import { isIndexInherited, isInherited } from "./inherited.js";
import { inside, of, type ShapePlace } from "./place.js";
import { repetitionFindings } from "./repetitions.js";
import { ToldPairs } from "./told-pairs.js";
import { areAlike, type TupleShape } from "./tuples.js";
import { asWithheld } from "./withheld.js";

export class ShapeComparison implements Comparison {
  readonly models: ModelPair;
  /** Whether what the old type gave fits the new one, and the other way round. */
  readonly fits: Readonly<Record<"oldInNew" | "newInOld", Assignability>>;
  readonly #equality: Equality;
  /** Models in place of others, by position. */
  #told = new ToldPairs();

  constructor(models: ModelPair) {
    this.models = models;
    this.#equality = new Equality(models);
    this.fits = {
      oldInNew: new Assignability(models, "old", "new"),
      newInOld: new Assignability(models, "new", "old"),
    };
  }

  compare(old: Shape, now: Shape, place: ShapePlace): readonly Finding[] {
    if (old.kind === "unresolved" || now.kind === "unresolved") return [];
    if (areIdentical(old, now, this.models.renamed)) return [];
    if (old.kind === "object" && now.kind === "object")
      return this.compareRecords(old, now, place);
    if (old.kind === "array" && now.kind === "array")
      return this.compare(old.item, now.item, inside(place, "[]"));
    if (old.kind === "iterable" && now.kind === "iterable")
      return this.compare(old.item, now.item, inside(place, "[]"));
    if (old.kind === "tuple" && now.kind === "tuple" && areAlike(old, now))
      return this.#compareItems(old, now, place);
    if (this.models.keyOf(old, "old") === this.models.keyOf(now, "new"))
      return [];
    if (old.kind === "model" || now.kind === "model") {
      if (this.#equality.holds(old, now)) return [];
      const opened = this.#compareOpened(old, now, place);
      if (opened) return opened;
    }
    return compareMembers(this, { old, now }, place);
  }

  /** What there is to tell of two types, which stays to be told. */
  preview(old: Shape, now: Shape, place: ShapePlace): readonly Finding[] {
    const told = this.#told;
    this.#told = new ToldPairs();
    const found = this.compare(old, now, place);
    this.#told = told;
    return found;
  }

  /** True of two models of which neither has the parts of the other. */
  areOthers(old: Shape, now: Shape): boolean {
    return (
      old.kind === "model" &&
      now.kind === "model" &&
      !this.#equality.holds(old, now)
    );
  }

  /** True if no caller can tell. What has no parts is the same where either may stand for the other. */
  areSame(old: Shape, now: Shape): boolean {
    return (
      this.#equality.holds(old, now) ||
      (this.#isPlain(old, "old") &&
        this.#isPlain(now, "new") &&
        this.fits.oldInNew.holds(old, now) &&
        this.fits.newInOld.holds(now, old))
    );
  }

  #isPlain(shape: Shape, side: Side, seen = new Set<Shape>()): boolean {
    const one = this.models.expand(shape, side);
    if (one.kind !== "union")
      return ["keyword", "literal", "openString", "platform", "void"].includes(
        one.kind,
      );
    if (seen.has(one)) return true;
    seen.add(one);
    return one.members.every((member) => this.#isPlain(member, side, seen));
  }

  /** One finding for two types that have no parts in common. */
  changed(old: Shape, now: Shape, place: ShapePlace): Finding {
    const isWider = this.fits.oldInNew.holds(old, now);
    const isNarrower = this.fits.newInOld.holds(now, old);
    const isDecided = isWider || isNarrower;
    // Of an intersection trees may find one direction, and miss the other or what is gone.
    const isUndecided = (["old", "new"] as const).some((side) => {
      const shape = side === "old" ? old : now;
      return isDecided
        ? shape.kind === "intersection"
        : this.models.hasIntersection(shape, side);
    });
    return {
      kind: isWider
        ? "type-widened"
        : isNarrower
          ? "type-narrowed"
          : "type-changed",
      ...of(place),
      old: printShape(old),
      new: printShape(now),
      ...(isUndecided && { undecided: { old, new: now } }),
    };
  }

  compareRecords(
    old: RecordShape,
    now: RecordShape,
    place: ShapePlace,
  ): readonly Finding[] {
    const names = new Set([...old.properties.keys(), ...now.properties.keys()]);
    const bases = this.models.basesOf(old, now);
    return [
      ...[...names].sort().flatMap((name) => {
        if (isInherited(name, { old, now }, bases)) return [];
        const [before, after] = [old, now].map(({ properties }) =>
          properties.get(name),
        );
        const found = this.compareProperties(
          before,
          after,
          inside(place, `.${name}`),
        );
        const isTaken = this.#isTakenAnyway(before, now);
        return (isTaken ? found.map(opened) : found).map((finding) =>
          asWithheld(finding, now.withheld?.get(name)),
        );
      }),
      // Keys that nobody declared are no part of `params`.
      ...(place.isParams === true || isIndexInherited({ old, now }, bases)
        ? []
        : this.#compareIndexes(old.index, now.index, place)),
    ];
  }

  /** True of what may be passed under any key now. */
  #isTakenAnyway(old: ShapeProperty | undefined, now: RecordShape): boolean {
    if (!old) return false;
    // TypeScript looks for what is too much only where something is declared.
    if (!now.index) return now.properties.size === 0;
    return this.fits.oldInNew.holds(old.type, now.index);
  }

  /** @param place of the property, or of the parameter of a call */
  compareProperties(
    old: ShapeProperty | undefined,
    now: ShapeProperty | undefined,
    { isParams = false, ...place }: ShapePlace,
  ): readonly Finding[] {
    const thing = isParams ? "parameter" : "property";
    const at = of(place);
    if (!old && now)
      return [
        {
          kind: `${thing}-added`,
          ...at,
          ...(!now.isOptional && { degree: "required" as const }),
          new: printShape(now.type),
        },
      ];
    if (old && !now)
      return [
        {
          kind: `${thing}-removed`,
          ...at,
          old: printShape(old.type),
          ...(old.isDeprecated && { isAnnounced: true }),
        },
      ];
    if (!old || !now) return [];
    if (areIdenticalProperties(old, now, this.models.renamed)) return [];
    const types = this.compare(old.type, now.type, place);
    const isHeld = types.length === 0 && !old.isDeclared && !now.isDeclared;
    return [
      ...(now.access !== old.access && now.access === "readOnly"
        ? [{ kind: "property-read-only" as const, ...at }]
        : []),
      ...(now.access !== old.access && now.access === "writeOnly"
        ? [{ kind: "property-write-only" as const, ...at }]
        : []),
      ...(old.isOptional && !now.isOptional
        ? [{ kind: `${thing}-required` as const, ...at }]
        : []),
      ...(!old.isOptional && now.isOptional
        ? [{ kind: `${thing}-optional` as const, ...at }]
        : []),
      ...(!old.isDeprecated && now.isDeprecated
        ? [{ kind: `${thing}-deprecated` as const, ...at }]
        : []),
      ...types,
      ...(isHeld && limitsIn(old) !== limitsIn(now)
        ? [
            {
              kind: "constraint-changed" as const,
              ...at,
              old: limitsIn(old),
              new: limitsIn(now),
            },
          ]
        : []),
      ...(isHeld && old.default !== now.default
        ? [
            {
              kind: "default-changed" as const,
              ...at,
              old: old.default ?? "",
              new: now.default ?? "",
            },
          ]
        : []),
    ];
  }

  #compareIndexes(
    old: Shape | undefined,
    now: Shape | undefined,
    place: ShapePlace,
  ): readonly Finding[] {
    if (old && now) return this.compare(old, now, inside(place, "{}"));
    if (now)
      return [{ kind: "index-added", ...of(place), new: printShape(now) }];
    if (old)
      return [{ kind: "index-removed", ...of(place), old: printShape(old) }];
    return [];
  }

  #compareItems(
    old: TupleShape,
    now: TupleShape,
    place: ShapePlace,
  ): readonly Finding[] {
    const rest =
      old.rest && now.rest
        ? this.compare(old.rest, now.rest, inside(place, "[]"))
        : [];
    return [
      ...old.items.flatMap(({ type }, index) => {
        const item = now.items[index];
        return item
          ? this.compare(type, item.type, inside(place, `[${String(index)}]`))
          : [];
      }),
      ...rest,
    ];
  }

  /** A model against what it stands for; undefined where that has no parts to compare. */
  #compareOpened(
    old: Shape,
    now: Shape,
    place: ShapePlace,
  ): readonly Finding[] | undefined {
    const before = this.models.expand(old, "old");
    const after = this.models.expand(now, "new");
    const isComparable =
      (before.kind === "object" && after.kind === "object") ||
      (before.kind === "array" && after.kind === "array");
    if (!isComparable) return undefined;
    const key = `${printShape(old)} ${printShape(now)} ${place.position}`;
    const told = this.#told.stateOf(key);
    if (told) return repetitionFindings(told.repetition, { old, now, place });
    const areModels = old.kind === "model" && now.kind === "model";
    return this.#told.tell(key, areModels, () =>
      this.compare(before, after, place),
    );
  }
}

/** What the server enforces: a note on numbers in JavaScript is nothing that changes on it. */
const limitsIn = ({ constraints }: ShapeProperty): string =>
  constraints.filter((one) => one !== inexactInteger).join("; ");

const opened = (finding: Finding): Finding =>
  finding.kind === "property-removed"
    ? { ...finding, degree: "open" }
    : finding;
