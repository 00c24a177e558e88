import { describe, expect, it } from "vitest";
import { loadFiles } from "../loading.js";

const document = `openapi: 3.1.0
info: { title: T, version: "1" }
tags: [{ name: A }, { name: B }, { name: C }]
paths:
  /a:
    get: { operationId: a, tags: [A], responses: { "200": { description: ok } } }
  /b:
    get: { operationId: b, tags: [B], responses: { "200": { description: ok } } }
`;

const top = `overlay: 1.1.0
info: { title: O, version: "1" }
actions:
`;

const apply = async (...overlays: readonly string[]) => {
  const names = overlays.map((_, index) => `${index + 1}.overlay.yaml`);
  const files = Object.fromEntries(
    overlays.map((text, index) => [names[index] ?? "", top + text]),
  );
  const { document: loaded, problems } = await loadFiles(
    { "openapi.yaml": document, ...files },
    { overlays: names },
  );
  const { info, tags, paths } = loaded?.root ?? {};
  return { info, tags: tags?.map(({ name }) => name), paths, problems };
};

describe("actions", () => {
  it.each<[string, string, object]>([
    [
      "update merges objects, replaces plain values, joins lists",
      `- { target: $, update: { info: { title: New, x-new: 1 }, tags: [{ name: D }], paths: } }`,
      {
        info: { title: "New", version: "1", "x-new": 1 },
        tags: ["A", "B", "C", "D"],
      },
    ],
    [
      "an entry joins a list",
      `- { target: $.tags, update: { name: D } }`,
      { tags: ["A", "B", "C", "D"] },
    ],
    [
      "a list is joined to a list",
      `- { target: $.tags, update: [{ name: D }, { name: E }] }`,
      { tags: ["A", "B", "C", "D", "E"] },
    ],
    [
      "a plain value is replaced",
      `- { target: $.info.title, update: New }`,
      { info: { title: "New", version: "1" } },
    ],
    [
      "remove items",
      `- { target: "$.tags[?@.name != 'B']", remove: true }`,
      { tags: ["B"] },
    ],
    [
      "remove wins over update",
      `- { target: "$.tags[0]", remove: true, update: { name: X } }`,
      { tags: ["B", "C"] },
    ],
    [
      "copy of a plain value",
      `- { target: $.info.title, copy: "$.paths['/a'].get.operationId" }`,
      { info: { title: "a", version: "1" } },
    ],
    [
      "extensions are allowed",
      `- { target: $.info, update: {}, x-why: because }`,
      { info: { title: "T", version: "1" } },
    ],
  ])("%s", async (_, action, want) => {
    const result = await apply(action);
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject(want);
  });

  it("apply in order, one overlay after the other: a path is renamed", async () => {
    const { paths, problems } = await apply(
      `- { target: $.paths, update: { /new: {} } }
- { target: "$.paths['/new']", copy: "$.paths['/a']" }
- { target: "$.paths['/a']", remove: true }
`,
      `- { target: "$.paths.*[?@.operationId == 'a']", update: { operationId: renamed } }`,
    );
    expect(problems).toEqual([]);
    expect(JSON.stringify(paths)).toBe(
      JSON.stringify({
        "/b": {
          get: {
            operationId: "b",
            tags: ["B"],
            responses: { 200: { description: "ok" } },
          },
        },
        "/new": {
          get: {
            operationId: "renamed",
            tags: ["A"],
            responses: { 200: { description: "ok" } },
          },
        },
      }),
    );
  });
});

describe("places after an overlay", () => {
  it("are those of the file that wrote them", async () => {
    const { problems } = await apply(
      `- { target: "$.tags[0]", remove: true }
- { target: "$.tags[0]", update: { nmae: 1 } }
- { target: "$.paths['/b'].get", update: { responses: { "2OO": { description: 1 } } } }
- { target: $.tags, update: [{ name: D, knid: 1 }] }
- { target: $.paths, update: { /c: {} } }
- { target: "$.paths['/c']", copy: "$.paths['/b']" }
- { target: "$.tags[?@.name=='C']", update: { parnet: x } }
`,
    );
    expect(
      problems.map((line) => line.replace(/ (error|warning) /, " ")),
    ).toEqual([
      "1.overlay.yaml:5:36 field-unknown: nmae is not a field of the tag and is ignored",
      "1.overlay.yaml:6:57 status-unknown: 2OO is not an HTTP status",
      "1.overlay.yaml:6:66 text-expected: description must be a string, it is a number",
      "1.overlay.yaml:7:41 field-unknown: knid is not a field of the tag and is ignored",
      "1.overlay.yaml:10:47 field-unknown: parnet is not a field of the tag and is ignored",
      "8:12 operation-id-duplicate: the operationId b is used twice (8:12)",
    ]);
  });
});

describe("what is wrong in an overlay is said at its place", () => {
  it.each([
    ["- { target: $.paths[, remove: true }", "4:20 error yaml-syntax", true],
    [
      '- { target: "$.paths[", remove: true }',
      "4:5 error overlay-path: $.paths[ is not a JSONPath: ",
      false,
    ],
    [
      "- { target: $.nothing, remove: true }",
      "4:5 warning overlay-unmatched: $.nothing matches nothing in the document",
      false,
    ],
    [
      "- { target: $.info, update: text }",
      "4:21 error overlay-mismatch: info is an object in the document; a string cannot be merged with it",
      false,
    ],
    [
      "- { target: $.info, update: { title: [x] } }",
      "4:31 error overlay-mismatch: title is a string in the document; an array cannot be merged with it",
      false,
    ],
    [
      "- { target: $.info, copy: $.tags.* }",
      "4:21 error overlay-copy: $.tags.* matches 3 nodes; copy requires exactly one",
      false,
    ],
    [
      "- { target: $.info }",
      "4:3 error overlay-idle: the action does nothing",
      false,
    ],
    [
      "- { update: {} }",
      "4:3 error overlay-malformed: target must be a JSONPath, it is null",
      false,
    ],
    [
      "- { target: $, update: {}, updaet: {} }",
      "4:28 warning overlay-field: updaet is not a field of an action and is ignored",
      false,
    ],
    [
      "- text",
      "4:3 error overlay-malformed: actions[0] must be an action, it is a string",
      false,
    ],
  ])("%s", async (action, want) => {
    const { problems } = await apply(action);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(want);
    expect(problems[0]).toMatch(/^1\.overlay\.yaml:/);
  });

  it.each([
    [
      "overlay: 1.1.0\n",
      "1:1 error overlay-malformed: actions must be an array of actions, it is null",
    ],
    [
      "overlay: 2.0.0\nactions: []\n",
      "1:1 error overlay-version: overlay: 2.0.0 is not supported",
    ],
    [
      "openapi: 3.1.0\n",
      "1:1 error overlay-missing: not an overlay: the field overlay is missing",
    ],
  ])("%j", async (text, want) => {
    const { problems, document: loaded } = await loadFiles(
      { "openapi.yaml": document, "o.yaml": text },
      { overlays: ["o.yaml"] },
    );
    expect(problems).toEqual([`o.yaml:${want}`]);
    expect(loaded).toBe(undefined);
  });

  it("a missing file", async () => {
    const { problems } = await loadFiles(
      { "openapi.yaml": document },
      { overlays: ["none.yaml"] },
    );
    expect(problems).toEqual([
      "error file-unreadable: cannot read none.yaml: there is no such file",
    ]);
  });
});

it("references that an overlay brings may lead to other files", async () => {
  const { document: loaded, problems } = await loadFiles(
    {
      "openapi.yaml": document,
      "o.yaml": `${top}- { target: $, update: { components: { schemas: { S: { $ref: "s.yaml" } } } } }`,
      "s.yaml": "type: string\n",
    },
    { overlays: ["o.yaml"] },
  );
  expect(problems).toEqual([]);
  expect(loaded?.root.components?.schemas?.S).toEqual({ type: "string" });
});
