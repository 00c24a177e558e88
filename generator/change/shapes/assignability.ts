/**
 * Whether a value of one type may stand where another is asked for, by the rules of TypeScript.
 */
import type { RecordShape, Shape } from "../../surface/shape.js";
import type { ModelPair, Side } from "./model-pair.js";

export class Assignability {
  readonly #models: ModelPair;
  readonly #from: Side;
  readonly #to: Side;
  /** Pairs of models: those that are being looked at count as assignable, as TypeScript has it. */
  readonly #known = new Map<string, boolean>();

  constructor(models: ModelPair, from: Side, to: Side) {
    this.#models = models;
    this.#from = from;
    this.#to = to;
  }

  /** @param source of the side `from`, @param target of the side `to` */
  holds(source: Shape, target: Shape): boolean {
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
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, true);
    const wide = this.#models.expand(source, this.#from);
    const narrow = this.#models.expand(target, this.#to);
    const isEndless = wide.kind === "model" || narrow.kind === "model";
    const holds = !isEndless && this.holds(wide, narrow);
    this.#known.set(key, holds);
    return holds;
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
        return (
          source.kind === "tuple" &&
          source.items.length === target.items.length &&
          (source.rest === undefined) === (target.rest === undefined) &&
          target.items.every(({ type, isOptional }, index) => {
            const item = source.items[index];
            return (
              item !== undefined &&
              (isOptional || !item.isOptional) &&
              this.holds(item.type, type)
            );
          })
        );
      case "object":
        return source.kind === "object" && this.#holdsOfRecords(source, target);
      case "intersection":
        return target.members.every((member) => this.holds(source, member));
      default:
        return false;
    }
  }

  #holdsOfRecords(source: RecordShape, target: RecordShape): boolean {
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
