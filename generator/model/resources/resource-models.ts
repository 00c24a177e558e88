/**
 * The models that the config places with resources, whose callers look for them there.
 */
import type { SdkConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Model, Name } from "../../sdk/sdk.js";

/** @returns the names of the types by the path of the resource, empty for the client itself */
export const resourceModelsOf = (
  { resourceModels = {}, models: names = {} }: Partial<SdkConfig>,
  models: readonly Model[],
  diagnostics: Diagnostics,
): ReadonlyMap<string, readonly Name[]> => {
  const bySchema = new Map<string, Name[]>();
  for (const { name, wireName } of models)
    if (wireName !== undefined)
      bySchema.set(wireName, [...(bySchema.get(wireName) ?? []), name]);
  /** What a pointer leads to has become a component of its name. */
  const componentOf = (text: string): string =>
    /^#\/components\/schemas\/([^/]+)$/.exec(text)?.[1] ??
    (text.startsWith("#/") && typeof names !== "function"
      ? names[text]
      : undefined) ??
    text;
  return new Map(
    Object.entries(resourceModels)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([resource, schemas]) => [
        resource === "$client" ? "" : resource,
        schemas.flatMap((schema) => {
          const found = bySchema.get(componentOf(schema)) ?? [];
          if (found.length === 0)
            diagnostics.report("resource-model-unknown", { resource, schema });
          return found;
        }),
      ]),
  );
};
