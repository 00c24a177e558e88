/** A document with names that get in each other's way, and what plugins make of it. */
import type { PluginUse } from "../../generator/config/plugin-use.js";
import type { Collected } from "../../generator/plugin/collect.js";
import { formatFile } from "../../generator/write/format.js";
import { emitWith } from "../support/emit.js";
import { sdkOf } from "../support/pipeline.js";

export const pets = `
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: One pet.
      tags: [Pets]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: It.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
  /photo:
    get:
      operationId: getPhoto
      tags: [Pets]
      responses:
        "200": { description: A photo., content: { image/png: {} } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

export interface PluginResult extends Omit<Collected, "contributions"> {
  /** Every file of the package, formatted. */
  readonly files: Readonly<Record<string, string>>;
}

export const withPlugins = async (
  source: string,
  plugins: readonly PluginUse[],
  names: ReadonlyMap<string, string> = new Map(),
): Promise<PluginResult> => {
  const sdk = await sdkOf(source);
  const { files: made, ...rest } = emitWith(sdk, { plugins, names });
  const files: [string, string][] = [];
  for (const file of made) files.push([file.path, await formatFile(file)]);
  return { ...rest, files: Object.fromEntries(files) };
};
