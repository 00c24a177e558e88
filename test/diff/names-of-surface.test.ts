/** A package without its lock file, against the same document and against a later one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { namesOfSurface } from "../../generator/diff/names-of-surface.js";
import { resourceId } from "../../generator/model/resources/resource-ids.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { shown } from "../change/support.js";
import { sdkOf, type Source } from "../support/pipeline.js";

/** What changes, with the names that the surface says, and with those of a lock. */
const changesOf = async (old: Source, now: Source) => {
  const before = await sdkOf(old);
  const surface = surfaceOf(before);
  const changesWith = async (names: ReadonlyMap<string, string>) =>
    compareSurfaces(
      surface,
      surfaceOf(await sdkOf(now, { names })),
      standardPolicy,
    ).map(shown);
  return {
    withoutLock: await changesWith(namesOfSurface(surface, resourceId)),
    withLock: await changesWith(before.names),
  };
};

const documentOf = (operation: object): Source => ({
  ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
  paths: {
    "/stores/{storeId}/pets/{petId}": {
      parameters: ["storeId", "petId"].map((name) => ({
        ...{ name, in: "path", required: true, schema: { type: "string" } },
      })),
      put: { responses: { "204": { description: "Done." } }, ...operation },
    },
  },
});

const body = (required: boolean) => ({
  requestBody: {
    required,
    content: {
      "application/json": {
        schema: {
          ...{ type: "object", required: ["name"] },
          properties: { name: { type: "string" } },
        },
      },
    },
  },
});

describe("the names of a package without a lock", () => {
  it.each<[string, object, object, readonly string[]]>([
    ["of the same document", body(true), body(true), []],
    [
      "where the document asks for others",
      { operationId: "putPet", tags: ["Pets"] },
      { operationId: "savePet", tags: ["Animals"] },
      [
        "feature method-renamed client.pets.update -> client.animals.savePet",
        "feature operation-renamed updatePet -> savePet",
      ],
    ],
    [
      "where options stay",
      { operationId: "putPet" },
      {
        operationId: "putPet",
        parameters: [{ name: "dry", in: "query", schema: { type: "string" } }],
      },
      ["feature parameter-added updateStorePet.params.dry"],
    ],
    [
      "where fields of the body stay fields",
      { operationId: "putPet", ...body(true) },
      { operationId: "putPet", ...body(false) },
      ["feature body-optional updateStorePet.params"],
    ],
  ])("%s", async (_, old, now, expected) => {
    const found = await changesOf(documentOf(old), documentOf(now));
    expect(found.withoutLock).toEqual(expected);
    expect(found.withLock).toEqual(expected);
  });

  const folder = join(import.meta.dirname, "../../../shared/change-pairs");
  const pairs = existsSync(folder) ? readdirSync(folder).sort() : [];

  it.skipIf(pairs.length === 0)(
    "are those of the lock",
    async () => {
      const others: string[] = [];
      for (const pair of pairs) {
        const [old = "", now = ""] = ["old.yaml", "new.yaml"].map((file) =>
          readFileSync(join(folder, pair, file), "utf8"),
        );
        const { withLock, withoutLock } = await changesOf(old, now);
        if (withLock.join("\n") !== withoutLock.join("\n")) others.push(pair);
      }
      // What security schemes are called is in the lock alone.
      expect(others).toEqual(["088-credential-alternative-added"]);
    },
    60_000,
  );
});
