/**
 * The values under `mapping` and `defaultMapping` of a discriminator: names of component schemas or
 * references (OpenAPI 3.2 section 4.25). After `load` each is a reference that begins with `#/`.
 */
import type { Pointer } from "../../openapi/document.js";
import {
  parseReference,
  printReference,
  valueAt,
} from "../../openapi/pointers.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";

export interface MappingValue {
  /** From the discriminator to the value. */
  readonly pointer: Pointer;
  /** The value of the property that selects the schema; undefined for `defaultMapping`. */
  readonly selector: string | undefined;
  /** As written, as a string. */
  readonly target: string;
}

/** Scalars are read as strings; objects and arrays, which are errors, are skipped. */
export const mappingValuesOf = ({
  mapping,
  defaultMapping,
}: Readonly<JsonObject>): readonly MappingValue[] => {
  const values: MappingValue[] = [];
  for (const [selector, target] of Object.entries(recordOrEmpty(mapping))) {
    if (isRecord(target) || Array.isArray(target)) continue;
    const pointer = ["mapping", selector];
    values.push({ pointer, selector, target: String(target) });
  }
  if (typeof defaultMapping === "string") {
    const pointer = ["defaultMapping"];
    values.push({ pointer, selector: undefined, target: defaultMapping });
  }
  return values;
};

/** True for what may lead into another file; a component schema of that name still comes first. */
export const isMappingReference = ({ target }: MappingValue): boolean =>
  /[/#]|\.(?:ya?ml|json)$/i.test(target);

/**
 * The reference that a mapping value of the bundled document stands for. A component schema of that
 * name comes first; undefined when there is nothing at the target.
 */
export const resolveMapping = (
  { target }: MappingValue,
  root: unknown,
): string | undefined => {
  const named = ["components", "schemas", target];
  if (valueAt(root, named) !== undefined) return printReference(named);
  const pointer = parseReference(target);
  return pointer && valueAt(root, pointer) !== undefined ? target : undefined;
};
