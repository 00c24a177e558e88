/**
 * The models of both surfaces: what a name stands for on either side, and which are the same.
 */
import { visitPartsOfModels } from "../../surface/parts-of-shape.js";
import type { RecordShape, Shape } from "../../surface/shape.js";
import type { Surface, SurfaceModel } from "../../surface/surface.js";
import { printShape } from "../../surface/print-shape.js";

export type Side = "old" | "new";

export class ModelPair {
  readonly #models: Readonly<Record<Side, ReadonlyMap<string, SurfaceModel>>>;

  /** What is compared in many places is printed once. */
  readonly #keys: Readonly<Record<Side, WeakMap<Shape, string>>> = {
    old: new WeakMap(),
    new: new WeakMap(),
  };

  readonly #oldNames: ReadonlyMap<string, string>;

  /** @param renamed the new names of models by their old ones */
  constructor(
    old: Surface,
    now: Surface,
    readonly renamed: ReadonlyMap<string, string>,
  ) {
    this.#models = { old: old.models, new: now.models };
    this.#oldNames = new Map([...renamed].map(([name, to]) => [to, name]));
  }

  /** What a model stands for, other models followed; the shape itself where it is none. */
  expand(shape: Shape, side: Side): Shape {
    const seen = new Set<string>();
    let one = shape;
    while (one.kind === "model" && !seen.has(one.name)) {
      seen.add(one.name);
      const model = this.#models[side].get(one.name);
      if (!model) return one;
      one = model.type;
    }
    return one;
  }

  /** The bases of an object that both packages have, on both sides. */
  basesOf(
    old: RecordShape,
    now: RecordShape,
  ): readonly {
    readonly old: RecordShape;
    readonly now: RecordShape;
  }[] {
    const pairs = [
      ...(old.bases ?? []).map((name) => [name, this.nowCalled(name)]),
      ...(now.bases ?? []).map((name) => [this.onceCalled(name), name]),
    ] as const;
    return pairs.flatMap(([name = "", to = ""]) => {
      const before = this.#recordOf(name, "old");
      const after = this.#recordOf(to, "new");
      return before && after ? [{ old: before, now: after }] : [];
    });
  }

  /** The new name of an old model. What is sent may have had a form of its own that it no longer has. */
  nowCalled(name: string): string {
    const { old, new: now } = this.#models;
    const to = this.renamed.get(name) ?? name;
    return now.has(to) ? to : (old.get(name)?.formOf ?? to);
  }

  /** The old name of a new model. What is sent may have a form of its own that it did not have. */
  onceCalled(name: string): string {
    const { old, new: now } = this.#models;
    const before = this.#oldNames.get(name) ?? name;
    return old.has(before) ? before : (now.get(name)?.formOf ?? before);
  }

  #recordOf(name: string, side: Side): RecordShape | undefined {
    const shape = this.expand({ kind: "model", name }, side);
    return shape.kind === "object" ? shape : undefined;
  }

  /** True of an old model that the new package has as well. */
  isExported(name: string): boolean {
    return this.#models.new.has(name);
  }

  /** True of what has an intersection in it that is not one of objects. */
  hasIntersection(shape: Shape, side: Side): boolean {
    const typeOf = (name: string): Shape | undefined =>
      this.#models[side].get(name)?.type;
    let isFound = false;
    visitPartsOfModels(shape, typeOf, ({ kind }) => {
      isFound ||= kind === "intersection";
    });
    return isFound;
  }

  /** A text that is the same for what is the same on both sides. */
  keyOf(shape: Shape, side: Side): string {
    const keys = this.#keys[side];
    const known = keys.get(shape);
    if (known !== undefined) return known;
    const key =
      side === "new"
        ? printShape(shape)
        : printShape(shape, (name) => this.renamed.get(name) ?? name);
    keys.set(shape, key);
    return key;
  }

  /** True if the new model is the old one as it is sent, which the old one was too. */
  isForm(old: string, now: string): boolean {
    return (
      this.#models.new.get(now)?.formOf === old ||
      this.#models.old.get(old)?.formOf === now
    );
  }
}
