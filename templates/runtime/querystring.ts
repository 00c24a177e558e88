/**
 * A form as the whole query string (`in: querystring`, OpenAPI 3.2), written by
 * the rules of a form body.
 */
import { formText } from "./form.js";
import type { FieldEncoding, ParameterEncoder } from "./operation.js";
import { isObject } from "./styles.js";
import { refuseValue } from "./type-error.js";

/** With the Encoding Objects of some fields. */
export const querystringFormOf =
  (encoding?: readonly FieldEncoding[]): ParameterEncoder =>
  (name, value) =>
    isObject(value) && !Array.isArray(value)
      ? formText(value, encoding)
      : refuseValue(name);

/** Each list item under the name of its field, and objects as JSON. */
export const querystringForm: ParameterEncoder =
  /* @__PURE__ */ querystringFormOf();
