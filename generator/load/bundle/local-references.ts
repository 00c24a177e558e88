/**
 * References that depend on where they stand become pointers from the root of their file: `#pet` in a
 * schema resource with an `$id` of its own, and `#/$defs/Pet` that means the `$defs` around it
 * (2020-12 Core section 8.2). What is found from the root is left alone.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import {
  child,
  parsePointer,
  parseReference,
  type Path,
  printReference,
  toPointer,
  valueAt,
} from "../../openapi/pointers.js";
import { isRecord, type JsonObject } from "../../openapi/records.js";
import type { LoadedFile } from "../read/loaded-file.js";

/** What references may depend on; most files have none of it. */
const isConcerned =
  /\$(?:id|defs|anchor|dynamicAnchor)\b|#\/definitions\/|\$ref["']?\s*:\s*["']?(?:[\w-]+["']?\s*[,}\r\n]|\/)/;

/** A schema with an `$id`, or the file: anchors inside it are its own. */
interface Resource {
  readonly path: Path | undefined;
  /** Absolute where it or one around it is. */
  readonly id: string | undefined;
  readonly anchors: Map<string, Path | undefined>;
}

/** A value of the file, and what it is in. */
interface Place {
  readonly value: unknown;
  readonly path: Path | undefined;
  readonly around: Place | undefined;
  readonly resource: Resource;
}

interface LocalReference extends Place {
  readonly holder: JsonObject;
  readonly ref: string;
}

export function localizeReferences(
  file: LoadedFile,
  diagnostics: Diagnostics,
): void {
  if (!isConcerned.test(file.source.text)) return;
  const { references, resources } = collect(file.value);
  const reported = new Set<string>();
  for (const reference of references) {
    const { holder, ref, path } = reference;
    const identified = byIdentifier(reference, resources);
    if (identified) {
      holder.$ref = printReference(identified);
      continue;
    }
    const tokens = ref.startsWith("#/") ? parseReference(ref) : undefined;
    if (tokens && valueAt(file.value, tokens) !== undefined) continue;
    const nearest =
      (tokens && byNearest(tokens, reference)) ?? bySection(ref, file.value);
    if (!nearest) continue;
    const target = printReference(nearest.pointer);
    holder.$ref = target;
    if (nearest.isBase || reported.has(target)) continue;
    reported.add(target);
    const position = file.locator.locate(toPointer(path, "$ref"));
    diagnostics.report("ref-nearest", { ref, target }, position);
  }
}

/** `#name` of the resource around it, and anchors and pointers of resources that are named. */
function byIdentifier(
  { ref, resource }: LocalReference,
  resources: ReadonlyMap<string, Resource>,
): Pointer | undefined {
  const hash = ref.indexOf("#");
  const name = hash === -1 ? ref : ref.slice(0, hash);
  const fragment = hash === -1 ? "" : ref.slice(hash + 1);
  const isPointer = fragment === "" || fragment.startsWith("/");
  if (name === "" && isPointer) return undefined;
  const target =
    name === "" ? resource : resources.get(absolute(name, resource.id));
  if (!target) return undefined;
  if (isPointer)
    return [...toPointer(target.path), ...(parsePointer(fragment) ?? [])];
  return target.anchors.has(fragment)
    ? toPointer(target.anchors.get(fragment))
    : undefined;
}

/** From the nearest schema with an `$id`, else in the nearest `$defs`. */
function byNearest(
  tokens: Pointer,
  reference: Place,
): { readonly pointer: Pointer; readonly isBase: boolean } | undefined {
  const isDefinition = tokens[0] === "$defs" || tokens[0] === "definitions";
  for (const isBase of isDefinition ? [true, false] : [true])
    for (let at: Place | undefined = reference; at; at = at.around)
      if (
        (!isBase || typeof child(at.value, "$id") === "string") &&
        valueAt(at.value, tokens) !== undefined
      )
        return { pointer: [...toPointer(at.path), ...tokens], isBase };
  return undefined;
}

/** `#/definitions/Pet`, `/components/schemas/Pet` and `Pet`, where the document has that schema. */
function bySection(
  ref: string,
  root: unknown,
): { readonly pointer: Pointer; readonly isBase: boolean } | undefined {
  const [, name] = /^(?:#\/definitions\/)?([\w-]+)$/.exec(ref) ?? [];
  const pointer = ref.startsWith("/components/")
    ? parseReference(`#${ref}`)
    : name !== undefined && ["components", "schemas", name];
  return pointer && valueAt(root, pointer) !== undefined
    ? { pointer, isBase: false }
    : undefined;
}

interface Collected {
  readonly references: readonly LocalReference[];
  /** By their identifiers; the first of each. */
  readonly resources: ReadonlyMap<string, Resource>;
}

function collect(root: unknown): Collected {
  const references: LocalReference[] = [];
  const resources = new Map<string, Resource>();
  const file = { path: undefined, id: undefined, anchors: new Map() };
  const open: Place[] = [
    { value: root, path: undefined, around: undefined, resource: file },
  ];
  // An alias of YAML is one value in several places.
  const seen = new Set<unknown>();
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, path } = place;
    if (typeof value !== "object" || value === null || seen.has(value))
      continue;
    seen.add(value);
    const resource = entered(place);
    const { id } = resource;
    if (id !== undefined && path !== undefined && !resources.has(id))
      resources.set(id, resource);
    const around = { ...place, resource };
    if (isRecord(value)) {
      for (const key of ["$anchor", "$dynamicAnchor"]) {
        const anchor = value[key];
        if (typeof anchor === "string" && !resource.anchors.has(anchor))
          resource.anchors.set(anchor, path);
      }
      if (typeof value.$ref === "string")
        references.push({ ...around, holder: value, ref: value.$ref });
    }
    // Backwards, so that the first is looked at first.
    for (const [token, member] of Object.entries(value).reverse())
      if (!dataKeywords.has(token) || isNamed(path))
        open.push({
          value: member,
          path: { parent: path, token },
          around,
          resource,
        });
  }
  return { references, resources };
}

/** Data, in which nothing refers to anything. */
const dataKeywords = new Set([
  "example",
  "examples",
  "default",
  "enum",
  "const",
]);

/** True of an object whose keys are names: a property can be called `default`. */
const isNamed = (path: Path | undefined): boolean =>
  /^(properties|patternProperties|\$defs|definitions|schemas|responses)$/.test(
    path?.token ?? "",
  );

/** The resource that a value is the root of, or the one around it. */
function entered({ value, path, resource }: Place): Resource {
  const id = child(value, "$id");
  // `properties` can have a member of this name, which is a schema.
  return typeof id === "string"
    ? {
        path,
        id: absolute(id.replace(/#$/, ""), resource.id),
        anchors: new Map(),
      }
    : resource;
}

/** An identifier relative to that of the resource around it (RFC 3986 section 5). */
const absolute = (id: string, base: string | undefined): string =>
  base !== undefined && URL.canParse(id, base) ? new URL(id, base).href : id;
