/**
 * Whether a value of one type may stand where another is asked for, by the rules of TypeScript.
 */
import type { RecordShape, Shape } from "../../surface/shape.js";
import { Assumptions } from "./assumptions.js";
import type { ModelPair, Side } from "./model-pair.js";
import type { TupleShape } from "./tuples.js";

export class Assignability {
  readonly #models: ModelPair;
  readonly #from: Side;
  readonly #to: Side;
  readonly #known = new Assumptions();

  constructor(models: ModelPair, from: Side, to: Side) {
    this.#models = models;
    this.#from = from;
    this.#to = to;
  }

  /** @param source of the side `from`, @param target of the side `to` */
  holds(source: Shape, target: Shape): boolean {
    if (source.kind === "unresolved" || target.kind === "unresolved")
      return true;
    if (target.kind === "keyword" && target.keyword === "unknown") return true;
    if (source.kind === "keyword" && source.keyword === "never") return true;
    if (source.kind === "model" || target.kind === "model")
      return this.#holdsOfModels(source, target);
    if (source.kind === "union")
      return source.members.every((member) => this.holds(member, target));
    if (target.kind === "union")
      return target.members.some((member) => this.holds(source, member));
    return this.#holdsOfOne(source, target);
  }

  #holdsOfModels(source: Shape, target: Shape): boolean {
    const key = `${this.#models.keyOf(source, this.#from)} > ${this.#models.keyOf(target, this.#to)}`;
    return this.#known.decide(key, () => {
      const wide = this.#models.expand(source, this.#from);
      const narrow = this.#models.expand(target, this.#to);
      const isEndless = wide.kind === "model" || narrow.kind === "model";
      return !isEndless && this.holds(wide, narrow);
    });
  }

  #holdsOfOne(source: Shape, target: Shape): boolean {
    switch (target.kind) {
      case "keyword":
      case "openString": {
        const wanted = target.kind === "keyword" ? target.keyword : "string";
        return wanted === "string" && source.kind === "openString"
          ? true
          : source.kind === "keyword"
            ? source.keyword === wanted
            : source.kind === "literal" && typeof source.value === wanted;
      }
      case "literal":
        return source.kind === "literal" && source.value === target.value;
      case "void":
        return source.kind === "void";
      case "platform":
        return source.kind === "platform" && source.name === target.name;
      case "array":
        return source.kind === "tuple"
          ? [
              ...source.items.map(({ type }) => type),
              ...(source.rest ? [source.rest] : []),
            ].every((item) => this.holds(item, target.item))
          : source.kind === "array" && this.holds(source.item, target.item);
      case "iterable":
        return (
          source.kind === "iterable" && this.holds(source.item, target.item)
        );
      case "tuple":
        return source.kind === "tuple" && this.#holdsOfTuples(source, target);
      case "object":
        return source.kind === "object" && this.#holdsOfRecords(source, target);
      case "intersection":
        return target.members.every((member) => this.holds(source, member));
      default:
        return false;
    }
  }

  #holdsOfTuples(source: TupleShape, target: TupleShape): boolean {
    if (source.rest && !target.rest) return false;
    const length = Math.max(source.items.length, target.items.length);
    const areItemsRight = Array.from({ length }, (_, index) => {
      const given = source.items[index];
      const wanted = target.items[index];
      if (!wanted)
        return (
          given !== undefined &&
          target.rest !== undefined &&
          this.holds(given.type, target.rest)
        );
      if (!given)
        return (
          wanted.isOptional &&
          (!source.rest || this.holds(source.rest, wanted.type))
        );
      return (
        (wanted.isOptional || !given.isOptional) &&
        this.holds(given.type, wanted.type)
      );
    }).every(Boolean);
    return (
      areItemsRight &&
      (!source.rest || !target.rest || this.holds(source.rest, target.rest))
    );
  }

  #holdsOfRecords(source: RecordShape, target: RecordShape): boolean {
    if (isWeak(target) && haveNothingInCommon(source, target)) return false;
    for (const [name, wanted] of target.properties) {
      const given = source.properties.get(name);
      if (!given) {
        if (!wanted.isOptional) return false;
        continue;
      }
      if (given.isOptional && !wanted.isOptional) return false;
      if (!this.holds(given.type, wanted.type)) return false;
    }
    const { index } = target;
    if (!index) return true;
    return source.index !== undefined && this.holds(source.index, index);
  }
}

/** Anything would fit what asks for nothing, so TypeScript wants one property of it at least. */
const isWeak = ({ properties, index }: RecordShape): boolean =>
  !index &&
  properties.size > 0 &&
  [...properties.values()].every(({ isOptional }) => isOptional);

const haveNothingInCommon = (
  source: RecordShape,
  target: RecordShape,
): boolean =>
  source.properties.size > 0 &&
  [...source.properties.keys()].every((name) => !target.properties.has(name));
