/**
 * Looks local references up, and follows them.
 */
import type { Pointer, Reference, Resolved } from "../../openapi/document.js";
import { parseReference, valueAt } from "../../openapi/pointers.js";
import { type JsonObject, isRecord } from "../../openapi/records.js";

export interface ResolvedTarget {
  readonly pointer: Pointer;
  /** Undefined when nothing stands there. */
  readonly value: unknown;
}

/** Looks references up in one document; the same text is looked up once. */
export class Resolver {
  readonly #targets = new Map<string, ResolvedTarget | undefined>();

  constructor(readonly root: unknown) {}

  /** Undefined when the reference is not `#` and a JSON Pointer. */
  target(reference: string): ResolvedTarget | undefined {
    if (this.#targets.has(reference)) return this.#targets.get(reference);
    const pointer = parseReference(reference);
    const target = pointer && { pointer, value: valueAt(this.root, pointer) };
    this.#targets.set(reference, target);
    return target;
  }

  /** Follows references that may be broken; undefined where they lead to no object. */
  follow(value: unknown): Readonly<JsonObject> | undefined {
    let node = value;
    for (let steps = 0; isRecord(node) && isReference(node); steps++) {
      if (steps > 100) return undefined;
      node = this.target(node.$ref)?.value;
    }
    return isRecord(node) ? node : undefined;
  }

  /** Follows a chain of references that was checked. */
  readonly resolve = <T extends object>(
    node: T | Reference,
    pointer: Pointer,
  ): Resolved<T> => {
    let resolved: Resolved<object> = { node, pointer };
    for (let steps = 0; isReference(resolved.node); steps++) {
      const target = this.target(resolved.node.$ref);
      if (target === undefined || steps > 10_000) {
        throw new Error(`unchecked reference ${resolved.node.$ref}`);
      }
      resolved = { node: nodeOf(target), pointer: target.pointer };
    }
    return resolved as Resolved<T>;
  };
}

/** `true` and `false` are schemas; as objects they are `{}` and its negation. */
const nodeOf = ({ value }: ResolvedTarget): object => {
  if (isRecord(value)) return value;
  if (typeof value === "boolean") return value ? {} : { not: {} };
  throw new Error("a reference to no object");
};

const isReference = (node: object): node is Reference =>
  Object.hasOwn(node, "$ref") && typeof (node as Reference).$ref === "string";
