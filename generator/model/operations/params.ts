/**
 * What a call takes in `params`.
 */
import type {
  Params,
  ParamsByResponse,
  ParamsField,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { mapType } from "../../sdk/types.js";
import { union } from "../schemas/simplify.js";
import type { Views } from "../schemas/views.js";
import { placeOf } from "./client-parameters.js";
import type { PlannedBody, PlannedFormat } from "./bodies.js";
import type { PlannedParameter } from "./parameters.js";
import {
  carriesFiles,
  requestFormats,
  type PlannedOperation,
} from "./planned.js";

interface ParamsContext {
  readonly views: Views;
  /** The places of parameters that are options of the client. */
  readonly clientParameters: ReadonlySet<string>;
  /** The names of the types of params for each kind of response, by the key of the operation. */
  readonly responseParamsNames: ReadonlyMap<string, ParamsByResponse>;
  /**
   * True where callers build params by the types of an earlier SDK, whose lists they may change. Readonly
   * lists are not taken then: a second form of each type would be in every signature, and those callers
   * have none.
   */
  readonly areListsMutable: boolean;
}

/** Undefined when there is nothing to pass. */
export function paramsOf(
  planned: PlannedOperation,
  context: ParamsContext,
): Params | undefined {
  const sets = fieldSets(planned, context);
  const byResponse = context.responseParamsNames.get(planned.entry.key);
  const [fields = [], ...alternatives] = sets;
  if (fields.length === 0) return undefined;
  const isSent = planned.body?.body.required === true;
  const ofBody = (field: ParamsField): boolean => field.from === "body";
  const others = fields.filter((field) => !ofBody(field));
  // Without a body there are no fields of it; other fields may be there all the same.
  const left = sets.flat().filter(ofBody);
  const withoutBody =
    !isSent && others.length > 0 && left.some(({ optional }) => !optional)
      ? [...new Set(left.map(({ name }) => name))]
      : undefined;
  const optional =
    planned.body?.variants && isSent
      ? sets.some((set) => set.every((field) => field.optional))
      : (isSent ? fields : others).every((field) => field.optional);
  return {
    name: planned.names.paramsName,
    optional,
    fields,
    ...(optional && planned.isOptionsFirst && { mayBeOptions: true }),
    ...(withoutBody && { withoutBody }),
    ...(alternatives.length > 0 && { alternatives }),
    ...(byResponse && { byResponse }),
  };
}

/** The fields of `params`, by location; one set for each group of media types of the body. */
function fieldSets(
  { parameters, positional, body }: PlannedOperation,
  context: ParamsContext,
): ParamsField[][] {
  const fields = parameters
    .filter((parameter) => !positional.includes(parameter))
    .map((parameter) => parameterField(parameter, context));
  if (!body) return [fields];
  if (body.variants)
    return distinct(
      body.variants.map((variant) => [
        ...fields,
        ...bodyFields({ ...body, fields: variant }, body, context),
      ]),
    );
  const formats = requestFormats(body).map((format) => ({
    mediaType: format.format.mediaType,
    fields: bodyFields(format, body, context),
  }));
  const { choice } = body.body;
  if (!choice) return formats.map((format) => [...fields, ...format.fields]);
  // Media types that take the same fields are one alternative.
  const groups = new Map<string, { types: Text[]; fields: ParamsField[] }>();
  for (const format of formats) {
    const id = JSON.stringify(format.fields);
    const group = groups.get(id) ?? { types: [], fields: format.fields };
    group.types.push(format.mediaType);
    groups.set(id, group);
  }
  return [...groups.values()].map((group, index) => [
    ...fields,
    {
      name: choice.key,
      type: union(group.types.map((value) => ({ kind: "literal", value }))),
      optional: index === 0,
      doc: { summary: "The content type that the body is sent in." as Text },
      from: "body",
    },
    ...group.fields,
  ]);
}

/** Objects that differ in what only the server sends are one. */
const distinct = (sets: readonly ParamsField[][]): ParamsField[][] => [
  ...new Map(sets.map((set) => [JSON.stringify(set), set])).values(),
];

const parameterField = (
  parameter: PlannedParameter,
  context: ParamsContext,
): ParamsField => ({
  name: parameter.key,
  type: acceptedType(context.views.view(parameter.type, "request"), context),
  optional:
    !parameter.required || context.clientParameters.has(placeOf(parameter)),
  doc: parameter.doc,
  from: parameter.in,
});

/** The fields of `params` for one format of the body. */
function bodyFields(
  format: PlannedFormat,
  { body, doc }: PlannedBody,
  context: ParamsContext,
): ParamsField[] {
  const files = carriesFiles(format);
  const sent = (type: Type): Type =>
    acceptedType(context.views.view(type, "request", files), context);
  return format.fields
    ? format.fields.map(({ key, ...field }): ParamsField => ({
        ...field,
        name: key,
        type: sent(field.type),
        from: "body",
      }))
    : [
        {
          name: body.key,
          type: sent(format.accepted ?? format.type),
          optional: !body.required,
          doc,
          from: "body",
        },
      ];
}

const acceptedType = (type: Type, { areListsMutable }: ParamsContext): Type =>
  areListsMutable ? type : acceptReadonly(type);

/** Arguments are only read, so readonly arrays are accepted too. */
const acceptReadonly = (type: Type): Type =>
  type.kind === "array"
    ? { ...type, readonly: true }
    : type.kind === "union" || type.kind === "part"
      ? mapType(type, acceptReadonly)
      : type;
