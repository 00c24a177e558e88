/**
 * The checks of a document: a walk over every object, and a file for each subject.
 *
 * An error makes correct output impossible. What real documents get wrong without harm is a warning.
 */
import type { ObjectCheck, CheckContext } from "./context.js";
import { checkEncoding } from "./encodings.js";
import { checkOperationIds } from "./operations.js";
import { checkParameter, checkQueryString } from "./parameters.js";
import { checkPathItem, checkPaths } from "./paths.js";
import { checkResponse, checkResponses } from "./responses.js";
import { checkSchema } from "./schemas.js";
import {
  checkRequirement,
  checkSecurityScheme,
  checkUrls,
} from "./security.js";
import { checkServer } from "./servers.js";
import { checkDialect, checkFields } from "./fields.js";
import { checkTags } from "./tags.js";
import { checkMismatch } from "./types.js";
import { openapiRoot } from "../../openapi/grammar.js";
import { toPath } from "../../openapi/pointers.js";
import { ReferenceCheck } from "./references.js";
import { type ObjectVisitor, walk } from "../../openapi/walk.js";
import type { JsonObject } from "../../openapi/records.js";

const checks: ReadonlyMap<string, ObjectCheck> = new Map([
  ["openapi", checkDialect],
  ["operation", checkQueryString],
  ["server", checkServer],
  ["paths", checkPaths],
  ["pathItem", checkPathItem],
  ["parameter", checkParameter],
  ["encoding", checkEncoding],
  ["responses", checkResponses],
  ["response", checkResponse],
  ["schema", checkSchema],
  ["securityScheme", checkSecurityScheme],
  ["flow", checkUrls],
  ["securityRequirement", checkRequirement],
]);

/**
 * Reports what is wrong with a document in the form of OpenAPI 3.
 * @returns its schemas, parents before children
 */
export const check = (context: CheckContext): readonly JsonObject[] => {
  const references = new ReferenceCheck(context);
  const schemas: JsonObject[] = [];
  const visitor: ObjectVisitor = {
    object: (node, kind, path) => {
      if (kind === "schema") schemas.push(node);
      checkFields(node, kind, path, context);
      checks.get(kind)?.(node, path, context);
      references.visit(node, kind, path);
    },
    // The bundler replaced those with a target.
    mapReference: (ref, map, path) => {
      if (map.form !== "map") return;
      checkMismatch(ref, map.of, { parent: path, token: "$ref" }, context);
    },
    mismatch: (value, expected, path) => {
      checkMismatch(value, expected, path, context);
      // An array under `items` becomes `prefixItems`: its items are schemas already.
      if (
        path?.token === "items" &&
        expected.form === "object" &&
        expected.kind === "schema" &&
        Array.isArray(value)
      )
        value.forEach((item: unknown, index) => {
          walk(item, expected, { parent: path, token: `${index}` }, visitor);
        });
    },
  };
  walk(context.root, openapiRoot, undefined, visitor);
  for (const { kind, target } of references.targetsOutsideComponents()) {
    const path = toPath(target.pointer);
    walk(target.value, { form: "object", kind }, path, visitor);
  }
  references.finish();
  checkOperationIds(context);
  checkTags(context);
  return schemas;
};
