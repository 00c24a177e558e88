/**
 * Parts of a multipart body, and fields of a form, that are bodies themselves
 * (OpenAPI 3.2, section 4.15.3). What a caller has written already, such as a
 * text, is sent as it is.
 */
import { formText } from "./form.js";
import { chunksOf, namedParts, newBoundary, WrittenPart } from "./multipart.js";
import { itemParts } from "./multipart-items.js";
import type {
  FieldEncoding,
  ParameterEncoder,
  PartStyle,
} from "./operation.js";
import { isObject } from "./styles.js";
import { contentAndOptions, part } from "./upload.js";

/** Parts by their names of an object, by their position of a list. */
export const innerMultipart = (
  type: string,
  encoding?: readonly FieldEncoding[],
): PartStyle =>
  eachItem(type, (value) => {
    const boundary = newBoundary();
    const parts = Array.isArray(value)
      ? itemParts(value, encoding)
      : namedParts(value, encoding);
    return new WrittenPart(
      chunksOf(parts, boundary),
      `${type}; boundary=${boundary}`,
    );
  });

/** A form, with the styles of its fields. */
export const innerForm = (
  type: string,
  encoding?: readonly FieldEncoding[],
): PartStyle =>
  eachItem(type, (value) => new WrittenPart(formText(value, encoding), type));

/** A form as the text of a field of a form. */
export const formInForm =
  (encoding?: readonly FieldEncoding[]): ParameterEncoder =>
  (name, value) =>
    formText({
      [name]: [value]
        .flat()
        .map((item: unknown) =>
          isObject(item) ? formText(item, encoding) : item,
        ),
    });

/** A part for each item of a list: what it is written as, or the text itself. */
const eachItem =
  (type: string, write: (value: object) => WrittenPart): PartStyle =>
  (name, field) =>
    [field].flat().map((item: unknown) => {
      const { value, options } = contentAndOptions(item);
      const written = isObject(value)
        ? write(value)
        : typeof value === "string"
          ? new WrittenPart(value, type)
          : value;
      return [name, options ? part(written, options) : written];
    });
