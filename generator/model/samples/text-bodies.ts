/**
 * Samples of bodies that the caller writes: XML, and other text of what the document describes as an
 * object or a list.
 */
import type { Schema } from "../../openapi/document.js";
import { isRecord } from "../../openapi/records.js";
import { isXML } from "../operations/media-types.js";

/** A text as it is, and any other value as a text of the media type. */
export function* textsOf(
  values: Iterable<unknown>,
  mediaType: string,
  schema: Schema | undefined,
): Generator {
  for (const value of values)
    if (typeof value !== "object" || value === null) yield value;
    else if (isXML(mediaType)) yield xmlElement(rootName(schema), value);
    else yield JSON.stringify(value);
}

/** The name of the schema, or of the element that it says it is (XML Object). */
function rootName(schema: Schema | undefined): string {
  if (typeof schema !== "object") return "root";
  const { xml, $ref } = schema;
  const name = isRecord(xml) ? xml.name : undefined;
  const component = $ref?.split("/").at(-1) ?? "";
  return elementName(typeof name === "string" ? name : component);
}

const elementName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name) ? name : "root";

/** Items of a list repeat its element (OpenAPI 3.1.1 section 4.8.26). */
function xmlElement(name: string, value: unknown): string {
  if (Array.isArray(value))
    return value.map((item) => xmlElement(name, item)).join("");
  const content = isRecord(value)
    ? Object.entries(value)
        .map(([key, member]) => xmlElement(elementName(key), member))
        .join("")
    : scalarText(value);
  return content === "" ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

const scalarText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
};
