/**
 * The arguments of a sample call: what the document shows as examples, required ones at least.
 */
import type { Sample, Text } from "../sdk.js";
import type { CompleteContext, PlannedOperation } from "./operations.js";
import { exampleOf, type PlannedParameter } from "./parameters.js";
import { isRecord } from "./references.js";

export function sampleOf(
  { parameters, body }: PlannedOperation,
  positional: PlannedParameter | undefined,
  { sampler, clientParameters }: CompleteContext,
): Sample {
  const valueOf = (parameter: PlannedParameter): unknown =>
    exampleOf(parameter.source) ?? sampler(parameter.source.schema);
  const params = new Map<Text, unknown>();
  for (const parameter of parameters)
    if (
      parameter !== positional &&
      parameter.required &&
      !(parameter.in === "path" && clientParameters.has(parameter.name))
    )
      params.set(parameter.key, valueOf(parameter));
  if (body) {
    const value = exampleOf(body.media) ?? sampler(body.media.schema);
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
