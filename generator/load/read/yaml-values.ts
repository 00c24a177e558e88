/**
 * Composed YAML nodes become plain values: a tree, aliases written out, keys as text.
 *
 * Recursive, since the depth of the text was checked; aliases may still add to it.
 */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Node, Scalar, YAMLMap } from "yaml";
import type {
  DiagnosticCode,
  Details,
  Diagnostics,
} from "../../diagnostics/diagnostics.js";
import {
  isRecord,
  type JsonObject,
  mapValues,
  setOwn,
} from "../../openapi/records.js";
import type { Position } from "../../openapi/document.js";
import type { SourceText } from "./source.js";
import { limits } from "./read.js";

export class YamlValues {
  failed = false;
  #stopped = false;
  /** Anchors by name, the last one given; without a value while they are converted. */
  readonly #anchors = new Map<string, { readonly value?: unknown }>();
  #depth = 0;
  #copied = 0;
  #merges = 0;

  constructor(
    readonly source: SourceText,
    readonly diagnostics: Diagnostics,
  ) {}

  convert(node: Node | null): unknown {
    if (node === null || this.#stopped) return null;
    if (isAlias(node)) return this.#alias(node.source, offsetOf(node));
    const { anchor } = node;
    if (anchor === undefined) return this.#value(node);
    this.#anchors.set(anchor, {});
    const value = this.#value(node);
    this.#anchors.set(anchor, { value });
    return value;
  }

  #value(node: Node): unknown {
    if (isScalar(node)) return node.value;
    this.#enter(offsetOf(node));
    const value = isMap(node)
      ? this.#map(node)
      : isSeq(node)
        ? node.items.map((item) => this.convert(item as Node | null))
        : null;
    this.#depth--;
    return value;
  }

  #map(node: YAMLMap): JsonObject {
    const result: JsonObject = {};
    const merged = new Set<string>();
    for (const pair of node.items) {
      const key = pair.key as Scalar;
      const value = pair.value as Node | null;
      const name = isScalar(key) ? String(key.value) : "";
      if (name === "<<" && key.type === "PLAIN") {
        this.#merge(result, merged, value, offsetOf(key));
        continue;
      }
      if (Object.hasOwn(result, name) && !merged.delete(name)) {
        this.#reportDuplicate(node, name, offsetOf(key));
      }
      setOwn(result, name, this.convert(value));
    }
    return result;
  }

  /** Own keys win over merged ones, earlier sources over later ones. */
  #merge(
    result: JsonObject,
    merged: Set<string>,
    node: Node | null,
    offset: number,
  ): void {
    const at = this.source.position(offset);
    if (this.#merges++ === 0) this.diagnostics.report("yaml-merge-key", {}, at);
    if (this.#merges > limits.mergeKeys) {
      this.#stop("yaml-merge-limit", limits.mergeKeys, offset);
    }
    const value = this.convert(node);
    if (this.#stopped) return;
    const sources: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const source of sources) {
      if (!isRecord(source)) {
        const reason =
          "the value of << must be a mapping or a sequence of them";
        this.#fail("yaml-syntax", { reason }, offset);
        continue;
      }
      for (const key of Object.keys(source)) {
        if (Object.hasOwn(result, key)) continue;
        setOwn(result, key, source[key]);
        merged.add(key);
      }
    }
  }

  #alias(name: string, offset: number): unknown {
    const anchor = this.#anchors.get(name);
    if (anchor && "value" in anchor) return this.#copy(anchor.value, offset);
    const reason = anchor
      ? `the alias *${name} stands inside its own anchor`
      : `there is no anchor &${name} before the alias *${name}`;
    this.#fail("yaml-syntax", { reason }, offset);
    return null;
  }

  /** @param offset the alias that asks for the copy */
  #copy(value: unknown, offset: number): unknown {
    if (this.#stopped) return null;
    if (++this.#copied > limits.expandedNodes) {
      this.#stop("yaml-alias-limit", limits.expandedNodes, offset);
    }
    if (typeof value !== "object" || value === null) return value;
    this.#enter(offset);
    const copyMember = (member: unknown) => this.#copy(member, offset);
    const copy = Array.isArray(value)
      ? value.map(copyMember)
      : mapValues(value as JsonObject, copyMember);
    this.#depth--;
    return copy;
  }

  #enter(offset: number): void {
    if (++this.#depth > limits.depth) {
      this.#stop("nesting-too-deep", limits.depth, offset);
    }
  }

  #reportDuplicate(node: YAMLMap, name: string, offset: number): void {
    const first = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === name,
    );
    this.#fail("duplicate-key", { key: name }, offset, [
      this.source.position(offsetOf(first?.key as Node)),
    ]);
  }

  /** Reports the first limit that is exceeded; going on would report the same again. */
  #stop(code: DiagnosticCode, limit: number, offset: number): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#fail(code, { limit }, offset);
  }

  #fail(
    code: DiagnosticCode,
    details: Details,
    offset: number,
    related: readonly Position[] = [],
  ): void {
    this.failed = true;
    const position = this.source.position(offset);
    this.diagnostics.report(code, details, position, related);
  }
}

const offsetOf = (node: Node | undefined): number => node?.range?.[0] ?? 0;
