/** What a document writes out in many places is written once in the models. */
import { describe, expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

const user = {
  type: "object",
  required: ["login"],
  properties: Object.fromEntries(
    ["login", "email", "avatar", "profile", "location"].map((name) => [
      name,
      {
        type: "string",
        description: `The ${name} of somebody who uses the service.`,
      },
    ]),
  ),
};

const models = (schemas: object) =>
  emitted(
    {
      paths: {
        "/a": {
          get: {
            responses: {
              200: {
                description: "",
                content: {
                  "application/json": {
                    schema: {
                      anyOf: Object.keys(schemas).map((name) => ({
                        $ref: `#/components/schemas/${name}`,
                      })),
                    },
                  },
                },
              },
            },
          },
        },
      },
      components: { schemas },
    },
    "src/models.ts",
  );

const object = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  required,
  properties,
});

/** The interface of a model, without its comments. */
const interfaceOf = (text: string, name: string): string =>
  new RegExp(`^export interface ${name} \\{\\n([^]*?)^\\}`, "m")
    .exec(text)?.[1]
    ?.replace(/^ *\/\*\*[^]*?\*\/\n/gm, "") ?? "";

describe("an object that stands in several places", () => {
  it("is written in the first, and the others lead to it", async () => {
    const text = await models({
      Ant: object({ owner: user }, ["owner"]),
      Bee: object({ owner: user, others: { type: "array", items: user } }),
      Cow: object({ owner: { anyOf: [user, { type: "null" }] } }),
    });
    expect(text.match(/login: string/g)).toHaveLength(1);
    expect(interfaceOf(text, "Ant")).toContain("login: string");
    expect(interfaceOf(text, "Bee")).toBe(
      '  owner?: Ant["owner"];\n  others?: Ant["owner"][];\n',
    );
    expect(interfaceOf(text, "Cow")).toBe('  owner?: Ant["owner"] | null;\n');
  });

  it("is written again in an index signature beside it, which TypeScript resolves first", async () => {
    const text = await models({
      Ant: object(
        {
          homes: {
            type: "object",
            properties: { first: user },
            additionalProperties: { anyOf: [user, { type: "number" }] },
          },
        },
        ["homes"],
      ),
      Bee: object({ first: user }),
    });
    expect(text.match(/login\?: string|login: string/g)).toHaveLength(2);
    expect(interfaceOf(text, "Ant")).not.toContain("Ant[");
    expect(interfaceOf(text, "Bee")).toBe(
      '  first?: NonNullable<Ant["homes"]["first"]>;\n',
    );
  });

  it("is reached through what may be absent, a list or null", async () => {
    const text = await models({
      Ant: object({ owners: { type: "array", items: user } }),
      Bee: object({ owner: user }, ["owner"]),
    });
    expect(interfaceOf(text, "Bee")).toBe(
      '  owner: NonNullable<Ant["owners"]>[number];\n',
    );
  });

  it("is written again where another type has its place, or other comments", async () => {
    const other = { ...user, properties: { ...user.properties, login: {} } };
    const text = await models({
      Ant: object({ owner: user }, ["owner"]),
      Bee: object({ owner: other }),
    });
    expect(text).not.toContain("Ant[");
  });
});
