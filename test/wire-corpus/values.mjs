/**
 * Makes values that a schema describes: from its examples where they fit, else with characters in
 * them that need to be encoded.
 */
import { follow } from "./document.mjs";

/** Deeper than this, what is optional is left out. */
const depthOfOptional = 3;
/** Deeper than this, the schema is one that only infinite values would satisfy. */
const deepest = 15;

const awkward = "a b/c&d=e+f%41?g#h,é😀";

/**
 * @param context `root` of the document; `full` for all that is described, else what is required;
 * `text` for strings without an example; `files` where bytes are possible
 */
export function makeValue(schema, context, hint, depth = 0) {
  const { root, full } = context;
  if (depth > deepest) throw new Error("a schema without finite values");
  if (schema === undefined || typeof schema === "boolean")
    return hint ?? context.text ?? awkward;
  const flat = flatten(schema, root, depth);
  const given = [hint, flat.example, flat.examples?.[0]].find(
    (one) => one !== undefined && one !== null && fits(one, flat),
  );
  if ("const" in flat) return flat.const;
  if (flat.enum)
    return flat.enum.includes(given)
      ? given
      : (flat.enum.find((one) => one !== null) ?? null);
  switch (typeOf(flat)) {
    case "array": {
      const items = Array.isArray(given) && given.length > 0 ? given : [];
      if (flat.prefixItems)
        return flat.prefixItems.map((item, index) =>
          makeValue(item, context, items[index], depth + 1),
        );
      const count = Math.max(full ? 2 : 1, flat.minItems ?? 0);
      return Array.from({ length: Math.min(count, 5) }, (_, index) =>
        makeValue(flat.items, context, items[index % items.length], depth + 1),
      );
    }
    case "object":
      return makeObject(flat, context, given ?? {}, depth);
    case "string":
      return makeString(flat, context, given);
    case "integer":
      return given ?? Math.ceil(flat.minimum ?? 0) + 1;
    case "number":
      return given ?? (flat.minimum ?? 0) + 0.5;
    case "boolean":
      return given ?? true;
    case "file":
      return makeFile();
    default:
      return given ?? context.text ?? awkward;
  }
}

function makeObject(schema, context, given, depth) {
  const { root, full } = context;
  const { properties = {}, required = [] } = schema;
  const whole = full && depth < depthOfOptional;
  const result = {};
  for (const [name, property] of Object.entries(properties)) {
    const isRequired = Array.isArray(required) && required.includes(name);
    if (!(isRequired || whole) || name === "__proto__") continue;
    const flat = flatten(property, root, depth);
    if (flat?.readOnly === true || flat === false) continue;
    result[name] = makeValue(property, context, own(given, name), depth + 1);
  }
  if (whole && Object.keys(properties).length === 0) {
    const { additionalProperties: more } = schema;
    if (more !== false)
      result.anything = makeValue(
        typeof more === "object" ? more : {},
        context,
        undefined,
        depth + 1,
      );
  }
  return result;
}

function makeString({ format }, { text = awkward, files, full }, given) {
  if (files && format === "binary") return makeFile();
  if (given !== undefined && given !== "") return given;
  switch (format) {
    case "date-time": {
      const text = "2026-01-02T03:04:05.678Z";
      return full ? new Date(text) : text;
    }
    case "date":
      return "2026-01-02";
    default:
      return text;
  }
}

export const makeFile = () =>
  new File([new Uint8Array([0, 13, 10, 45, 45, 255])], 'a "b".bin', {
    type: "image/png",
  });

const own = (object, name) =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** One schema of what `allOf` adds up to and the first way that `oneOf` and `anyOf` leave. */
function flatten(schema, root, depth) {
  const followed = follow(root, schema);
  if (typeof followed !== "object" || followed === null) return followed;
  const { allOf = [], oneOf, anyOf, ...rest } = followed;
  const first = (list = []) =>
    [list.find((one) => typeOf(follow(root, one)) !== "null") ?? []].flat();
  const parts = [...allOf, ...first(oneOf), ...first(anyOf)];
  if (depth > deepest) throw new Error("a schema without finite values");
  return parts.reduce((whole, unresolved) => {
    const part = flatten(unresolved, root, depth + 1);
    if (typeof part !== "object") return whole;
    return {
      ...part,
      ...whole,
      ...(whole.properties || part.properties
        ? { properties: { ...whole.properties, ...part.properties } }
        : {}),
      ...(Array.isArray(whole.required) || Array.isArray(part.required)
        ? { required: [whole.required, part.required].flat().filter(Boolean) }
        : {}),
    };
  }, rest);
}

function typeOf(schema) {
  if (typeof schema !== "object" || schema === null) return undefined;
  const [type] = [schema.type].flat().filter((one) => one !== "null");
  if (type) return type;
  if ([schema.type].flat().includes("null")) return "null";
  if (schema.properties || schema.additionalProperties) return "object";
  return schema.items ? "array" : undefined;
}

function fits(value, schema) {
  switch (typeOf(schema)) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
    case "string":
    case "boolean":
      return typeof value === typeOf(schema);
    case "file":
      return false;
    default:
      // Without a type, only what has one text is sure to be understood.
      return typeof value !== "object";
  }
}
