/**
 * The arguments of a sample call: what the document shows as examples where it fits the types, made
 * values otherwise; required ones at least.
 */
import type { MediaType } from "../../openapi/document.js";
import type { Sample, Text, Type } from "../../sdk/sdk.js";
import { fitted, type TypeOfModel } from "./fitting.js";
import type {
  CompleteContext,
  PlannedOperation,
} from "../operations/operations.js";
import { exampleOf, type PlannedParameter } from "../operations/parameters.js";
import { isRecord } from "../../openapi/records.js";
import type { Sampler } from "./samples.js";

export function sampleOf(
  { parameters, body }: PlannedOperation,
  positional: PlannedParameter | undefined,
  { sampler, typeOfModel, clientParameters }: CompleteContext,
): Sample {
  const valueOf = ({ source, schema, type }: PlannedParameter): unknown =>
    chosen(type, typeOfModel, candidates(source, schema, sampler));
  const params = new Map<Text, unknown>();
  for (const parameter of parameters)
    if (
      parameter !== positional &&
      parameter.required &&
      !(parameter.in === "path" && clientParameters.has(parameter.name))
    )
      params.set(parameter.key, valueOf(parameter));
  if (body) {
    const { media, type } = body;
    const value = chosen(
      type,
      typeOfModel,
      candidates(media, media.schema, sampler),
    );
    if (!body.fields) params.set("body" as Text, value);
    else if (isRecord(value)) {
      for (const field of body.fields)
        if (Object.hasOwn(value, field.name))
          params.set(field.name, value[field.name]);
    }
  }
  return {
    ...(positional && { positional: valueOf(positional) }),
    ...(params.size > 0 && { params }),
  };
}

/** A body that the server may answer with: the document's example, else one made from the schema. */
export function responseSample(
  media: MediaType | undefined,
  sampler: Sampler,
): { readonly sample?: unknown } {
  if (!media) return {};
  const sample =
    exampleOf(media) ?? sampler(media.schema, { received: true }) ?? null;
  return { sample };
}

/** From the one that says most to the one that is most likely right. */
function* candidates(
  source: { readonly example?: unknown; readonly examples?: unknown },
  schema: unknown,
  sampler: Sampler,
): Generator {
  yield exampleOf(source);
  yield sampler(schema);
  yield sampler(schema, { examples: false });
}

function chosen(
  type: Type,
  typeOfModel: TypeOfModel,
  values: Iterable<unknown>,
): unknown {
  let last: unknown;
  for (const value of values) {
    if (value === undefined) continue;
    last = value;
    const found = fitted(type, value, typeOfModel);
    if (found) return found.value;
  }
  return last;
}
