/**
 * What a call takes: the positional argument and the fields of `params`.
 */
import type { Argument, ParamsField, Text, Type } from "../../sdk/sdk.js";
import type { PlannedBody, PlannedFormat } from "./bodies.js";
import type {
  CompleteContext,
  OperationNames,
  PlannedOperation,
} from "./operations.js";
import type { PlannedParameter } from "./parameters.js";
import { union } from "../schemas/simplify.js";

export const carriesFiles = ({ format: { kind } }: PlannedFormat): boolean =>
  kind === "multipart" || kind === "binary";

/** What a body may be sent as, in the order of preference. */
export const formatsOf = ({
  body,
}: PlannedOperation): readonly PlannedFormat[] =>
  body ? [body, ...body.others] : [];

export function argumentOf(
  parameter: PlannedParameter,
  { functionName }: OperationNames,
  { views, argumentName }: CompleteContext,
): Argument {
  return {
    name: argumentName(parameter.name, functionName),
    wireName: parameter.key,
    type: views.view(parameter.type, "request"),
    doc: parameter.doc,
  };
}

/** The fields of `params`, in the order of their places; once for each kind of body. */
export function paramsOf(
  planned: PlannedOperation,
  positional: PlannedParameter | undefined,
  context: CompleteContext,
): ParamsField[][] {
  const { parameters, body } = planned;
  const fields = parameters
    .filter((parameter) => parameter !== positional)
    .map((parameter): ParamsField => ({
      name: parameter.key,
      type: taken(context.views.view(parameter.type, "request")),
      optional:
        !parameter.required ||
        (parameter.in === "path" &&
          context.clientParameters.has(parameter.name)),
      doc: parameter.doc,
      from: parameter.in,
    }));
  if (!body) return [fields];
  const { choice } = body.body;
  const formats = formatsOf(planned).map((format) => ({
    mediaType: format.format.mediaType,
    fields: bodyFields(format, body, context),
  }));
  if (!choice) return formats.map((format) => [...fields, ...format.fields]);
  // Media types that take the same fields are one alternative.
  const groups = new Map<string, { types: Text[]; fields: ParamsField[] }>();
  for (const { mediaType, fields: own } of formats) {
    const id = JSON.stringify(own);
    const group = groups.get(id) ?? { types: [], fields: own };
    group.types.push(mediaType);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ types, fields: own }, index) => [
    ...fields,
    {
      name: choice.key,
      type: union(types.map((value) => ({ kind: "literal", value }))),
      optional: index === 0,
      doc: { summary: "The content type that the body is sent in." as Text },
      from: "body",
    },
    ...own,
  ]);
}

/** What one format of the body adds to `params`. */
function bodyFields(
  format: PlannedFormat,
  { body, doc }: PlannedBody,
  { views }: CompleteContext,
): ParamsField[] {
  const files = carriesFiles(format);
  const sent = (type: Type): Type => taken(views.view(type, "request", files));
  return format.fields
    ? format.fields.map((field): ParamsField => ({
        ...field,
        type: sent(field.type),
        from: "body",
      }))
    : [
        {
          name: "body" as Text,
          type: sent(format.type),
          optional: !body.required,
          doc,
          from: "body",
        },
      ];
}

/** An argument may be a frozen list: what is only read need not be writable. */
const taken = (type: Type): Type =>
  type.kind === "array"
    ? { ...type, readonly: true }
    : type.kind === "union"
      ? { ...type, members: type.members.map(taken) }
      : type;
