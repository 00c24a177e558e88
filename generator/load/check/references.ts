/**
 * Local references that lead nowhere, to the wrong kind of object, or in a cycle.
 */
import type { Details } from "../../diagnostics/diagnostics.js";
import type { CheckContext } from "./context.js";
import { nearest } from "../../config/nearest.js";
import { breakCycles } from "./cycles.js";
import { leaveOut } from "./leave-out.js";
import {
  type FieldType,
  kindLabel,
  type ObjectKind,
  openapiRoot,
  withArticle,
} from "../../openapi/grammar.js";
import {
  type Path,
  printReference,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
  typeName,
} from "../../openapi/records.js";
import type { ResolvedTarget } from "../bundle/resolver.js";
import { contentAt, hasReference } from "../../openapi/walk.js";

/** An object that only a reference leads to, such as `#/x-shared/Pet`. */
export interface TargetOutsideComponents {
  readonly kind: ObjectKind;
  readonly target: ResolvedTarget;
}

export class ReferenceCheck {
  readonly #targets = new Map<string, ResolvedTarget>();
  readonly #outsideComponents = new Map<string, TargetOutsideComponents>();

  constructor(readonly context: CheckContext) {}

  visit(
    node: Readonly<JsonObject>,
    kind: ObjectKind,
    path: Path | undefined,
  ): void {
    if (!hasReference(node, kind)) return;
    const { resolver, diagnostics } = this.context;
    const { $ref } = node;
    const refPath: Path = { parent: path, token: "$ref" };
    if (typeof $ref !== "string") {
      diagnostics.report("ref-not-text", {}, toPointer(refPath));
      return;
    }
    // The bundler resolved references to other files, or reported them.
    if ($ref !== "" && !$ref.startsWith("#")) {
      leaveOut(path, this.context, kind);
      return;
    }
    const target = $ref === "" ? undefined : resolver.target($ref);
    if (target === undefined) {
      this.#report("ref-malformed", { kind, details: {} }, refPath, $ref);
    } else if (target.value === undefined) {
      this.#report(
        "ref-not-found",
        { kind, details: { hint: this.#hint(target) } },
        refPath,
        $ref,
      );
    } else {
      this.#checkKind($ref, target, kind, refPath);
    }
  }

  /** The iterator also yields what `visit` adds meanwhile. */
  targetsOutsideComponents(): Iterable<TargetOutsideComponents> {
    return this.#outsideComponents.values();
  }

  finish(): void {
    breakCycles([...this.#targets.values()], this.context);
  }

  #checkKind(
    ref: string,
    target: ResolvedTarget,
    kind: ObjectKind,
    path: Path,
  ): void {
    const there = contentAt(openapiRoot, target.pointer);
    if (kind === "schema" && this.#takesSchemaOf(there, target, path)) return;
    if (this.#takesContentOf(there, target, kind, path)) return;
    const found = describe(there, target.value, kind);
    if (found !== undefined) {
      const details = { expected: withArticle(kind), found };
      this.#report("ref-wrong-kind", { kind, details }, path, ref);
      return;
    }
    this.#targets.set(ref, target);
    if (there === undefined || there.form === "any") {
      const id = `${kind} ${ref}`;
      if (!this.#outsideComponents.has(id))
        this.#outsideComponents.set(id, { kind, target });
    }
  }

  /** A schema that refers to what has a schema, such as a parameter or a response, means that schema. */
  #takesSchemaOf(
    there: FieldType | undefined,
    { pointer, value }: ResolvedTarget,
    path: Path,
  ): boolean {
    if (there?.form !== "object" || there.kind === "schema") return false;
    const below = schemaIn(value);
    if (below === undefined || this.#isHolder(valueAt(value, below)))
      return false;
    const { diagnostics, fixes } = this.context;
    const ref = printReference([...pointer, ...below]);
    const details = { kind: kindLabel(there.kind), ref };
    diagnostics.report("ref-to-holder", details, toPointer(path));
    fixes.set(toPointer(path), ref);
    return true;
  }

  /** True of a schema that is such a reference itself: it may lead back here. */
  #isHolder(schema: unknown): boolean {
    if (!isRecord(schema) || typeof schema["$ref"] !== "string") return false;
    const target = this.context.resolver.target(schema["$ref"]);
    const there = target && contentAt(openapiRoot, target.pointer);
    return there?.form === "object" && there.kind !== "schema";
  }

  /** A response that refers to a request body means its content, and the other way round. */
  #takesContentOf(
    there: FieldType | undefined,
    { pointer, value }: ResolvedTarget,
    kind: ObjectKind,
    path: Path,
  ): boolean {
    if (there?.form !== "object" || there.kind === kind) return false;
    const haveContent = [kind, there.kind].every(
      (one) => one === "response" || one === "requestBody",
    );
    if (!haveContent || !isRecord(value) || !isRecord(value.content))
      return false;
    const { diagnostics, fixes } = this.context;
    const ref = printReference([...pointer, "content"]);
    const details = { kind: kindLabel(there.kind), ref };
    diagnostics.report("ref-to-holder", details, toPointer(path));
    const { description = "", content } = value;
    fixes.set(toPointer(path.parent), { description, content });
    return true;
  }

  #hint({ pointer }: ResolvedTarget): string {
    const siblings = valueAt(this.context.root, pointer.slice(0, -1));
    const names = Object.keys(recordOrEmpty(siblings));
    const meant = nearest(pointer.at(-1) ?? "", names);
    return meant === undefined
      ? "Correct the name, or add what it refers to."
      : `Did you mean ${meant}?`;
  }

  #report(
    code: "ref-malformed" | "ref-not-found" | "ref-wrong-kind",
    { kind, details }: { readonly kind: ObjectKind; readonly details: Details },
    path: Path,
    $ref: string,
  ): void {
    const { diagnostics, locations } = this.context;
    const effect = leaveOut(path.parent, this.context, kind);
    // As the user wrote it: bundling and conversion rewrite references.
    const ref = locations.spelling(toPointer(path)) ?? $ref;
    diagnostics.report(code, { ref, effect, ...details }, toPointer(path));
  }
}

/** Where a parameter, a header, a response or a media type has its schema. */
const schemaIn = (value: unknown): readonly string[] | undefined => {
  if (!isRecord(value)) return undefined;
  if (isRecord(value.schema)) return ["schema"];
  const content = recordOrEmpty(value.content);
  const type = Object.keys(content)
    .sort((a, b) => Number(isJson(b)) - Number(isJson(a)))
    .find((name) => isRecord(recordOrEmpty(content[name]).schema));
  return type === undefined ? undefined : ["content", type, "schema"];
};

const isJson = (type: string): boolean => /\bjson\b/i.test(type);

/** What is at the target instead of an object of `kind`; undefined when it may be one. */
const describe = (
  there: FieldType | undefined,
  value: unknown,
  kind: ObjectKind,
): string | undefined => {
  if (!isRecord(value) && !(kind === "schema" && typeof value === "boolean"))
    return typeName(value);
  if (there === undefined || there.form === "any") return undefined;
  if (there.form === "object" && there.kind === kind) return undefined;
  // The value itself may not be what belongs there.
  if (isRecord(value) && there.form === "object")
    return withArticle(there.kind);
  return isRecord(value) && there.form === "map"
    ? "a map of names"
    : typeName(value);
};
