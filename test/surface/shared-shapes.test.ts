import { describe, expect, it } from "vitest";
import { printSurface } from "../../generator/surface/print-surface.js";
import { readSurface } from "../../generator/surface/read-surface.js";
import type { Shape, ShapeProperty } from "../../generator/surface/shape.js";
import type { Surface } from "../../generator/surface/surface.js";

const string: Shape = { kind: "keyword", keyword: "string" };

const property = (type: Shape, isOptional = false): ShapeProperty => ({
  ...{ type, isOptional, isDeprecated: false, constraints: [] },
});

const object = (
  properties: Readonly<Record<string, ShapeProperty>>,
): Shape => ({
  ...{ kind: "object", properties: new Map(Object.entries(properties)) },
});

const surface = (models: Readonly<Record<string, Shape>>): Surface => ({
  package: { name: "zoo", exports: [] },
  client: {
    ...{ className: "Zoo", coreName: "ZooCore", errorName: "ZooError" },
    ...{ serverVariables: new Map(), credentials: new Map(), security: [] },
    parameters: new Map(),
  },
  operations: new Map(),
  models: new Map(
    Object.entries(models).map(([name, type]) => [name, { type }]),
  ),
  webhooks: new Map(),
});

/** The lines of a section of the file, without their indents. */
const linesOf = (section: string, text: string): readonly string[] => {
  const [, lines = ""] =
    new RegExp(`  "${section}": \\{\\n([^]*?)\\n  \\}`).exec(text) ?? [];
  return lines.split("\n").map((line) => line.trim());
};

const keeper = object({
  address: property(string),
  family_name: property(string),
  given_name: property(string),
  telephone: property(string, true),
});

const keeperJson =
  '{ "object": { "address": "string", "family_name": "string", "given_name": "string", "telephone?": "string" } }';

describe("objects that stand in several places", () => {
  const text = printSurface(
    surface({
      Cage: object({ by: property(keeper) }),
      Zoo: object({ by: property({ kind: "array", item: keeper }) }),
    }),
    "1.0.0",
  );
  const [shared = ""] = linesOf("shapes", text);
  const mark = shared.slice(1, 13);

  it("are written once", () => {
    expect(shared).toBe(`"${mark}": ${keeperJson}`);
    expect(mark).toMatch(/^[0-9a-f]{12}$/);
    expect(linesOf("models", text)).toEqual([
      `"Cage": { "type": { "object": { "by": "$${mark}" } } },`,
      `"Zoo": { "type": { "object": { "by": { "array": "$${mark}" } } } }`,
    ]);
  });

  it("have the same mark wherever they stand", () => {
    const other = printSurface(
      surface({ Ark: object({ a: property(keeper), b: property(keeper) }) }),
      "2.0.0",
    );
    expect(linesOf("shapes", other)).toEqual([shared]);
  });

  it("stay where they are in one place, and as the type of a model", () => {
    const once = printSurface(
      surface({ Cage: object({ by: property(keeper) }), Keeper: keeper }),
      "1.0.0",
    );
    expect(linesOf("models", once)).toEqual([
      `"Cage": { "type": { "object": { "by": ${keeperJson} } } },`,
      `"Keeper": { "type": ${keeperJson} }`,
    ]);
    expect(once).not.toContain('"shapes"');
  });

  it.each([
    [
      `"${mark}": ${keeperJson}`,
      `"${mark}": "$${mark}"`,
      "a type is made of itself",
    ],
    [`"${mark}": `, '"000000000000": ', "an object is missing"],
  ])("are refused with %.20s as %.20s: %s", (good, bad, reason) => {
    expect(readSurface(text.replace(good, bad))).toEqual({
      ...{ kind: "unreadable", reason },
    });
  });

  it("cannot make a file that is endless when read", () => {
    const doubled = Array.from(
      { length: 60 },
      (_, index) =>
        `"${index}": { "object": { "a": "$${index + 1}", "b": "$${index + 1}" } }`,
    );
    const lines = [...doubled, '"60": "string"'].join(", ");
    const bad = text.replace(
      /"shapes": \{[^]*?\n  \}/,
      `"shapes": { ${lines} }`,
    );
    expect(readSurface(bad.replaceAll(`$${mark}`, "$0"))).toEqual({
      kind: "unreadable",
      reason: "its types are too large",
    });
  });
});

describe("properties", () => {
  const odd = surface({
    Odd: object({
      a: property(string),
      "a?": property(string),
      "b!": property(string, true),
      "c-": property({ kind: "array", item: { kind: "array", item: string } }),
      c: property(
        {
          kind: "union",
          members: [{ kind: "keyword", keyword: "null" }, string],
        },
        true,
      ),
      type: { ...property(string), isDeprecated: true },
    }),
  });

  it("say in their keys that they are optional", () => {
    expect(linesOf("models", printSurface(odd, "1.0.0"))).toEqual([
      '"Odd": { "type": { "object": { "a": "string", "a?!": "string", "b!?": "string", "c-": "string[][]", "c?": "null | string", "type": { "deprecated": true, "type": "string" } } } }',
    ]);
  });

  it("are read as they were written", () => {
    expect(readSurface(printSurface(odd, "1.0.0"))).toEqual({
      ...{ kind: "surface", surface: odd, version: "1.0.0" },
    });
  });
});

it("reads files of the first format", () => {
  const old = `{
    "client": { "className": "Zoo", "coreName": "ZooCore", "credentials": {}, "errorName": "ZooError", "parameters": {}, "security": [], "serverVariables": {} },
    "formatVersion": 1,
    "models": {
      "Pet": { "type": { "object": { "a?": { "type": "string" }, "b": { "optional": true, "type": { "array": "#Pet" } } } } }
    },
    "operations": {
      "listPets": { "call": "client.pets.list", "errors": {}, "headers": [], "id": "list", "method": "GET", "params": { "fields": { "limit": { "optional": true, "type": "string", "wire": "query limit" } }, "isOptional": true }, "path": "/pets", "result": { "kind": "json", "status": 200, "type": "string" } }
    },
    "package": { "exports": [], "name": "zoo" },
    "version": "1.2.0",
    "webhooks": {}
  }`;
  const expected: Surface = {
    ...surface({
      Pet: object({
        "a?": property(string),
        b: property(
          { kind: "array", item: { kind: "model", name: "Pet" } },
          true,
        ),
      }),
    }),
    operations: new Map([
      [
        "listPets",
        {
          ...{ id: "list", call: "client.pets.list", method: "GET" },
          ...{ path: "/pets", isDeprecated: false, positional: [] },
          params: {
            ...{ isOptional: true, mayBeOptions: false },
            fields: new Map([
              ["limit", { ...property(string, true), wire: "query limit" }],
            ]),
          },
          result: {
            ...{ kind: "json", status: 200, type: string },
            alternatives: new Map(),
          },
          ...{ headers: [], errors: new Map() },
        },
      ],
    ]),
  };
  expect(readSurface(old)).toEqual({
    ...{ kind: "surface", surface: expected, version: "1.2.0" },
  });
});
