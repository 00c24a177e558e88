/** `openapi.transforms`: each command as actions of an overlay, and what becomes of a document by them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { importFrom, shop } from "./support.js";

const imported = async (...transforms: readonly string[]) => {
  const { cwd, list, report } = await importFrom({
    "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
openapi:
  transforms:
${transforms.map((one) => `    - ${one}\n`).join("")}`,
    "openapi.yml": shop,
  });
  const { actions } = (
    report.written.includes("stainless.overlay.yaml")
      ? parse(readFileSync(join(cwd, "stainless.overlay.yaml"), "utf8"))
      : { actions: [] }
  ) as { readonly actions: unknown };
  return {
    actions,
    list: list.filter((line) => line.includes("transforms")),
  };
};

const pet = "$.components.schemas.Pet";

it.each<[string, unknown]>([
  [
    `{ command: append, args: { target: ${pet}.required, value: name } }`,
    [{ target: `${pet}.required`, update: ["name"] }],
  ],
  [
    `{ command: append, reason: All have one., args: { target: [${pet}.required], value: [name] } }`,
    [
      {
        target: `${pet}.required`,
        description: "All have one.",
        update: ["name"],
      },
    ],
  ],
  [
    `{ command: append, args: { target: ${pet}.properties, object: { age: { type: integer } } } }`,
    [{ target: `${pet}.properties`, update: { age: { type: "integer" } } }],
  ],
  [
    `{ command: copy, args: { from: ${pet}.properties.name, to: ${pet}.properties.title } }`,
    [
      {
        target: `${pet}.properties`,
        update: { title: { type: "string" } },
      },
    ],
  ],
  [
    `{ command: move, args: { from: ${pet}.properties.name, to: ${pet}.properties.id } }`,
    [
      { target: `${pet}.properties.id`, remove: true },
      { target: `${pet}.properties`, update: { id: { type: "string" } } },
      { target: `${pet}.properties.name`, remove: true },
    ],
  ],
  [
    `{ command: update, args: { target: ${pet}.type, value: array } }`,
    [{ target: `${pet}.type`, update: "array" }],
  ],
  [
    `{ command: remove, args: { target: ${pet}, keys: [required] } }`,
    [{ target: `${pet}.required`, remove: true }],
  ],
])("%s is kept", async (transform, expected) => {
  const { actions, list } = await imported(transform);
  expect(actions).toEqual(expected);
  expect(list).toEqual(["kept 4 openapi.transforms.0: by the overlay"]);
});

it.each([
  `{ command: append, args: { target: ${pet}.type, value: a } }`,
  `{ command: append, args: { target: ${pet}.required } }`,
  `{ command: append, args: { target: "$[", value: a } }`,
  `{ command: append, args: { value: a } }`,
  `{ command: copy, args: { from: "$..type", to: $.info.x-type } }`,
  `{ command: copy, args: { from: $.info.title, to: "$..title" } }`,
  `{ command: move, args: { from: $.info.none, to: $.info.title } }`,
  `{ command: renameValue, args: { filter: { only: ["$..name"] }, rename: { a: b } } }`,
])("%s is lost", async (transform) => {
  const { actions, list } = await imported(transform);
  expect(actions).toEqual([]);
  const command = /command: (\w+)/.exec(transform)?.[1] ?? "";
  expect(list).toEqual([
    `lost 4 openapi.transforms.0: no overlay does \`${command}\`: use \`transform\` of the config`,
  ]);
});

it("a copy of what has been changed before is lost", async () => {
  const { list } = await imported(
    `{ command: merge, args: { target: ${pet}, object: { title: Pet } } }`,
    `{ command: copy, args: { from: ${pet}, to: $.components.schemas.Animal } }`,
  );
  expect(list).toEqual([
    "kept 4 openapi.transforms.0: by the overlay",
    "lost 5 openapi.transforms.1: no overlay does `copy`: use `transform` of the config",
  ]);
});

it("what is said besides is told of", async () => {
  const { list } = await imported(
    `{ command: remove, when: later, args: { target: ${pet}.required, depth: 2 } }`,
  );
  expect(list).toEqual([
    "kept 4 openapi.transforms.0: by the overlay",
    "lost 4 openapi.transforms.0.when: not a key that is known",
    "lost 4 openapi.transforms.0.args.depth: not a key that is known",
  ]);
});
