/** When a model that is gone is one under another name: all that used it uses the new one. */
import { describe, expect, it } from "vitest";
import { shownChanges } from "./support.js";

const $ = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const object = (properties: object) => ({ type: "object", properties });

const text = { type: "string" };

/** What `listCats` and `listDogs` give, and what `GET /cats` is called. */
const api = (
  { cats, dogs, id = "listCats" }: Readonly<Record<string, string>>,
  schemas: Readonly<Record<string, object>>,
) => {
  const giving = (operationId: string, model = "") => ({
    get: {
      operationId,
      responses: {
        "200": {
          description: "Done.",
          content: { "application/json": { schema: $(model) } },
        },
      },
    },
  });
  return {
    paths: {
      "/cats": giving(id, cats),
      ...(dogs !== undefined && { "/dogs": giving("listDogs", dogs) }),
    },
    components: { schemas },
  };
};

const pet = object({ name: text });
const big = object({ name: text, size: { type: "number" } });

describe("a model of another name with the same structure", () => {
  const old = api({ cats: "Pet", dogs: "Pet" }, { Pet: pet });

  it.each([
    [
      "is the same, where every use has it",
      old,
      api({ cats: "Animal", dogs: "Animal" }, { Animal: pet }),
      ["feature model-renamed Pet -> Animal"],
    ],
    [
      "is another one, where a use has something else",
      old,
      api({ cats: "Animal", dogs: "Beast" }, { Animal: pet, Beast: big }),
      ["breaking result-changed listDogs.result", "feature model-added Animal"],
    ],
    [
      "is the same, where a use is gone",
      old,
      api({ cats: "Animal" }, { Animal: pet }),
      [
        "breaking operation-removed listDogs",
        "feature model-renamed Pet -> Animal",
      ],
    ],
    [
      "is the same, where the operation has another name too",
      api({ cats: "Pet" }, { Pet: pet }),
      api({ cats: "Animal", id: "searchCats" }, { Animal: pet }),
      [
        "feature model-renamed Pet -> Animal",
        "feature method-renamed client.cats.list -> client.cats.search",
        "feature operation-renamed listCats -> searchCats",
      ],
    ],
    [
      "is the same with the model around it",
      api({ cats: "Box" }, { Box: object({ pet: $("Pet") }), Pet: pet }),
      api(
        { cats: "Cage" },
        { Cage: object({ pet: $("Animal") }), Animal: pet },
      ),
      [
        "feature model-renamed Box -> Cage",
        "feature model-renamed Pet -> Animal",
      ],
    ],
  ])("%s", async (_, before, after, expected) => {
    const found = await shownChanges(before, after);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it("is another one with the model around it, where one inside is used elsewhere", async () => {
    const box = (name: string) => object({ pet: $(name) });
    const found = await shownChanges(
      api({ cats: "Box", dogs: "Pet" }, { Box: box("Pet"), Pet: pet }),
      api(
        { cats: "Cage", dogs: "Beast" },
        { Cage: box("Animal"), Animal: pet, Beast: big },
      ),
    );
    expect(found.filter((one) => one.includes("-renamed"))).toEqual([]);
  });
});
