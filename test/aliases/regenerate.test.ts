/**
 * Old names through the whole pipeline: a released package is generated from a document that was
 * renamed, and keeps what callers have.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, generate } from "../../generator/index.js";
import { printSurface } from "../../generator/surface/print-surface.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";
import { makeFolder, writeFiles } from "../write/support.js";

const document = (id: string, model: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: ${id}
      tags: [Pets]
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/${model}" } } } }
components:
  schemas:
    ${model}: { type: object, properties: { name: { type: string } } }
`;

describe("a released package", () => {
  it("keeps the names that it had, and a second run writes nothing", async () => {
    const old = document("inspectPets", "Pet");
    const cwd = makeFolder({ "openapi.yaml": old });
    const options = { cwd, input: "openapi.yaml", output: "sdk" };
    await generate(options);
    const read = (path: string): string =>
      readFileSync(join(cwd, "sdk", path), "utf8");
    writeFiles(cwd, {
      "openapi.yaml": document("watchPets", "Animal"),
      "sdk/package.json": read("package.json").replace("0.0.0", "1.4.2"),
      "sdk/sdkwright.surface.json": printSurface(
        surfaceOf(await sdkOf(old)),
        "1.4.2",
      ),
    });
    const { ok } = await generate(options);
    expect(ok).toBe(true);
    expect(
      read("sdkwright.lock")
        .split("\n")
        .filter((line) => line.startsWith("alias ")),
    ).toEqual([
      "alias function inspectPets = watchPets since 1.5.0",
      "alias method pets.inspect = pets.watch since 1.5.0",
      "alias type InspectPetsError = WatchPetsError since 1.5.0",
      "alias type Pet = Animal since 1.5.0",
    ]);
    expect(read("test/operations.jsonl")).toContain(
      '"aliases":[{"function":"inspectPets"},{"call":["pets","inspect"]}]',
    );
    for (const page of ["README.md", "docs/pets.md", "docs/models.md"])
      expect(read(page)).not.toMatch(/inspect|\bPet\b/);
    expect(await check(options)).toMatchObject({ ok: true });
    expect((await generate(options)).sdks[0]?.written).toEqual([]);
    writeFiles(cwd, { "openapi.yaml": `${document("watchPets", "Animal")}\n` });
    expect((await generate(options)).sdks[0]?.written).toEqual([]);
  });
});
