/** What a model is called in places. */
import type { SurfaceModel } from "../surface/surface.js";

/** A schema that has the name of a type of the platform is exported under another one. */
export const schemaPlace = (
  name: string,
  { schema = "" }: Pick<SurfaceModel, "schema">,
): string => (/^[A-Z]\w*$/.test(schema) ? schema : name);
