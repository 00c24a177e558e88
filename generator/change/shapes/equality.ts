/**
 * Whether callers can tell two types apart, names of models aside.
 */
import type { RecordShape, Shape, ShapeProperty } from "../../surface/shape.js";
import { unionOf } from "../../surface/union-of.js";
import { Assumptions } from "./assumptions.js";
import type { ModelPair, Side } from "./model-pair.js";

export class Equality {
  readonly #models: ModelPair;
  readonly #known = new Assumptions();

  constructor(models: ModelPair) {
    this.#models = models;
  }

  /** A model of the same name, or of a new one, counts as equal: it is compared on its own. */
  holds(old: Shape, now: Shape): boolean {
    if (old.kind === "unresolved" || now.kind === "unresolved") return true;
    if (old.kind !== "model" && now.kind !== "model")
      return this.#holdsOfParts(old, now);
    if (old.kind === "model" && now.kind === "model")
      if (this.#models.isForm(old.name, now.name)) return true;
    const before = this.#models.keyOf(old, "old");
    const after = this.#models.keyOf(now, "new");
    return (
      before === after ||
      this.#known.decide(`${before} = ${after}`, () => {
        const first = this.#models.expand(old, "old");
        const second = this.#models.expand(now, "new");
        return (
          first.kind !== "model" &&
          second.kind !== "model" &&
          this.#holdsOfParts(first, second)
        );
      })
    );
  }

  #holdsOfParts(old: Shape, now: Shape): boolean {
    switch (old.kind) {
      case "array":
      case "iterable":
        return now.kind === old.kind && this.holds(old.item, now.item);
      case "tuple":
        return (
          now.kind === "tuple" &&
          this.#holdsOfEach(
            old.items.map(({ type }) => type),
            now.items.map(({ type }) => type),
          ) &&
          old.items.every(
            ({ isOptional }, index) =>
              now.items[index]?.isOptional === isOptional,
          ) &&
          this.#holdsOfOptional(old.rest, now.rest)
        );
      case "object":
        return now.kind === "object" && this.#holdsOfRecords(old, now);
      case "union":
        return now.kind === "union" && this.#holdsOfUnions(old, now);
      case "intersection":
        return (
          now.kind === "intersection" &&
          this.#holdsOfEach(old.members, now.members)
        );
      default:
        return (
          this.#models.keyOf(old, "old") === this.#models.keyOf(now, "new")
        );
    }
  }

  #holdsOfEach(old: readonly Shape[], now: readonly Shape[]): boolean {
    return (
      old.length === now.length &&
      old.every((one, index) => {
        const other = now[index];
        return other !== undefined && this.holds(one, other);
      })
    );
  }

  #holdsOfOptional(old: Shape | undefined, now: Shape | undefined): boolean {
    return old && now ? this.holds(old, now) : old === now;
  }

  #holdsOfRecords(old: RecordShape, now: RecordShape): boolean {
    return (
      old.properties.size === now.properties.size &&
      [...old.properties].every(([name, one]) => {
        const other = now.properties.get(name);
        return (
          other !== undefined &&
          areAlike(one, other) &&
          this.holds(one.type, other.type)
        );
      }) &&
      this.#holdsOfOptional(old.index, now.index)
    );
  }

  /** Each member has its like on the other side. */
  #holdsOfUnions(old: Union, now: Union): boolean {
    const before = this.#membersOf(old, "old");
    const after = this.#membersOf(now, "new");
    const left = [...before].filter(([key]) => !after.has(key));
    const right = [...after].filter(([key]) => !before.has(key));
    return (
      left.every(([, one]) =>
        right.some(([, other]) => this.holds(one, other)),
      ) &&
      right.every(([, other]) => left.some(([, one]) => this.holds(one, other)))
    );
  }

  /** By what tells members apart, with the members of unions that have a name. */
  #membersOf(union: Union, side: Side): ReadonlyMap<string, Shape> {
    const members = union.members.map((one) => {
      const { kind } = this.#models.expand(one, side);
      return kind === "union" ? this.#models.expand(one, side) : one;
    });
    const flat = unionOf(members);
    return new Map(
      (flat.kind === "union" ? flat.members : [flat]).map((one) => [
        this.#models.keyOf(one, side),
        one,
      ]),
    );
  }
}

type Union = Extract<Shape, { kind: "union" }>;

/** What callers can tell of a property besides its type, as far as both sides say it. */
const areAlike = (old: ShapeProperty, now: ShapeProperty): boolean =>
  old.isOptional === now.isOptional &&
  old.isDeprecated === now.isDeprecated &&
  (old.isDeclared === true ||
    now.isDeclared === true ||
    textOf(old) === textOf(now));

const textOf = ({
  access,
  constraints,
  default: standard,
}: ShapeProperty): string => JSON.stringify([access, constraints, standard]);
