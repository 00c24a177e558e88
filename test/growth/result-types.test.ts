/** Types of results that have no name in the document keep theirs when responses come and go. */
import { describe, expect, it } from "vitest";
import { sdkOf } from "../support/pipeline.js";
import { shownChanges } from "../change/support.js";

const object = (property: string) => ({
  type: "object",
  required: [property],
  properties: { [property]: { type: "string" } },
});

const json = (property: string) => ({
  description: "Done.",
  content: { "application/json": { schema: object(property) } },
});

const api = (
  responses: Readonly<Record<string, object>>,
  path = "/pets/{id}",
) => ({
  paths: {
    [path]: {
      post: {
        operationId: "createPet",
        parameters: [...path.matchAll(/\{(.*?)\}/g)].map(([, name]) => ({
          ...{ name, in: "path", required: true, schema: { type: "string" } },
        })),
        responses,
      },
    },
  },
});

/** `CreatePetResponse: jobId`, of each type of a result. */
const typesOf = async (
  ...states: readonly ReturnType<typeof api>[]
): Promise<readonly string[]> => {
  let names: ReadonlyMap<string, string> = new Map();
  let types: readonly string[] = [];
  for (const state of states) {
    const sdk = await sdkOf(state, { names });
    ({ names } = sdk);
    types = sdk.models
      .flatMap(({ name, declaration }) =>
        declaration.kind === "interface"
          ? [
              `${name}: ${declaration.body.properties.map((one) => one.name).join()}`,
            ]
          : [],
      )
      .sort();
  }
  return types;
};

describe("the type of a result", () => {
  it("keeps its name beside one of a lower status", async () => {
    const later = api({ "200": json("name"), "202": json("jobId") });
    expect(await typesOf(later)).toEqual([
      "CreatePetResponse2: jobId",
      "CreatePetResponse: name",
    ]);
    expect(await typesOf(api({ "202": json("jobId") }), later)).toEqual([
      "CreatePetResponse2: name",
      "CreatePetResponse: jobId",
    ]);
  });

  it("keeps it where the parameters of its path are called otherwise", async () => {
    expect(
      await typesOf(
        api({ "202": json("jobId") }),
        api({ "200": json("name"), "202": json("jobId") }, "/pets/{petId}"),
      ),
    ).toEqual(["CreatePetResponse2: name", "CreatePetResponse: jobId"]);
  });

  it("keeps it where the other one is gone", async () => {
    expect(
      await typesOf(
        api({ "200": json("name"), "202": json("jobId") }),
        api({ "202": json("jobId") }),
      ),
    ).toEqual(["CreatePetResponse2: jobId"]);
  });

  it("has it with another status", async () => {
    expect(
      await typesOf(api({ "200": json("name") }), api({ "201": json("name") })),
    ).toEqual(["CreatePetResponse: name"]);
  });

  it("keeps it beside another media type", async () => {
    const xml = (property: string) => ({
      "application/vnd.pet+json": { schema: object(property) },
    });
    expect(
      await typesOf(
        api({ "200": { description: "Done.", content: xml("a") } }),
        api({
          "200": {
            description: "Done.",
            content: { ...json("b").content, ...xml("a") },
          },
        }),
      ),
    ).toEqual(["CreatePetResponse2: b", "CreatePetResponse: a"]);
  });

  it("is what a caller may now get besides, and no other type", async () => {
    expect(
      await shownChanges(
        api({ "202": json("jobId") }),
        api({ "200": json("name"), "202": json("jobId") }),
      ),
    ).toEqual(["breaking result-widened createPet.result"]);
  });

  it("is not held by a line that somebody changed", async () => {
    const { names } = await sdkOf(api({ "202": json("jobId") }));
    const id = "result POST /pets/{id} 202 application/json";
    expect(names.get(id)).toBe("1");
    const sdk = await sdkOf(api({ "202": json("jobId") }), {
      names: new Map([...names, [id, "one"]]),
    });
    expect(sdk.names.get(id)).toBe("1");
    expect(sdk.models.map(({ name }) => name)).toEqual(["CreatePetResponse"]);
  });
});
