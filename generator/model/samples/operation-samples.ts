/**
 * The arguments of a sample call: the examples of the document where they fit the types, values made
 * from the schemas otherwise. Optional arguments are left out.
 */
import type { MediaType, Schema } from "../../openapi/document.js";
import type { Sample, Text, Type } from "../../sdk/sdk.js";
import { isRecord } from "../../openapi/records.js";
import { placeOf } from "../operations/client-parameters.js";
import type { PlannedBody } from "../operations/bodies.js";
import type { PlannedParameter } from "../operations/parameters.js";
import type { PlannedOperation } from "../operations/planned.js";
import { exampleOf, type WithExamples } from "./examples.js";
import { pruneExample, type TypeOfModel } from "./fitting.js";
import type { Sampler } from "./samples.js";
import { textsOf } from "./text-bodies.js";

interface SampleContext {
  readonly sampler: Sampler;
  readonly typeOfModel: TypeOfModel;
  /** The places of parameters that are options of the client. */
  readonly clientParameters: ReadonlySet<string>;
}

export function sampleOf(
  { parameters, positional, body }: PlannedOperation,
  context: SampleContext,
): Sample {
  const valueOf = (parameter: PlannedParameter): unknown => {
    const { source, schema, type } = parameter;
    const values = candidates(source, schema, context.sampler);
    const value = firstFitting(type, values, context);
    // What is in the path must not be empty.
    return parameter.in === "path" && isRecord(value) && isEmpty(value)
      ? filledObject(parameter, context)
      : value;
  };
  const params = new Map<Text, unknown>();
  for (const parameter of parameters)
    if (
      !positional.includes(parameter) &&
      parameter.required &&
      !context.clientParameters.has(placeOf(parameter))
    )
      params.set(parameter.key, valueOf(parameter));
  if (body)
    for (const [key, value] of bodySample(body, context))
      params.set(key, value);
  return {
    positional: positional.map(valueOf),
    ...(params.size > 0 && { params }),
  };
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** An object with the first of its optional properties. */
function filledObject(
  { schema = {}, type }: PlannedParameter,
  { sampler, typeOfModel }: SampleContext,
): unknown {
  const target = type.kind === "model" ? typeOfModel(type.name) : type;
  const [first] = target?.kind === "object" ? target.properties : [];
  return first
    ? sampler({ allOf: [schema], required: [first.name] })
    : { name: "value" };
}

/** The entries of `params` that make the body. */
function bodySample(
  { body, format, media, schema, type, fields }: PlannedBody,
  context: SampleContext,
): (readonly [Text, unknown])[] {
  const values = candidates(media, schema, context.sampler);
  const possible =
    type.kind === "iterable"
      ? listsOf(values)
      : format.kind === "text"
        ? textsOf(values, format.mediaType, schema)
        : values;
  const value = firstFitting(type, possible, context);
  if (!fields) return [[body.key, value]];
  if (!isRecord(value)) return [];
  return fields
    .filter(({ name }) => Object.hasOwn(value, name))
    .map(({ name, key }) => [key, value[name]]);
}

/** A body that the server may respond with: the document's example, or one made from the schema. */
export function responseSample(
  media: MediaType | undefined,
  sampler: Sampler,
): { readonly sample?: unknown } {
  if (!media) return {};
  const sample =
    exampleOf(media) ?? sampler(media.schema, { received: true }) ?? null;
  return { sample };
}

/** Possible values, from the most informative to the safest. */
function* candidates(
  source: WithExamples,
  schema: Schema | undefined,
  sampler: Sampler,
): Generator {
  yield exampleOf(source);
  yield sampler(schema);
  yield sampler(schema, { examples: false });
}

/** Examples of a list may be those of an item. */
function* listsOf(values: Iterable<unknown>): Generator {
  for (const value of values)
    if (value !== undefined) {
      if (Array.isArray(value)) yield value;
      yield [value];
    }
}

/** The first value that fits the type; where none does, the last one as it is. */
function firstFitting(
  type: Type,
  values: Iterable<unknown>,
  { typeOfModel }: SampleContext,
): unknown {
  let last: unknown;
  for (const value of values) {
    if (value === undefined) continue;
    last = value;
    const fitted = pruneExample(type, value, typeOfModel);
    if (fitted) return fitted.value;
  }
  return last;
}
