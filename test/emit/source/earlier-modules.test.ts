/** Modules that callers of an earlier SDK import classes of resources from. */
import { expect, it } from "vitest";
import { built } from "../../support/built.js";
import { emitted, type Options } from "../../support/pipeline.js";
import { sourcesOf } from "../../support/sources.js";

const done = `responses: { "204": { description: Done. } }`;
const document = `
info: { title: Acme, version: 1.0.0 }
paths:
  /a: { get: { operationId: a, ${done} } }
  /b: { get: { operationId: b, ${done} } }
  /c: { get: { operationId: c, ${done} } }
  /d: { get: { operationId: d, ${done} } }
  /e: { get: { operationId: e, ${done} } }
components: { schemas: { Batch: { type: object } } }
`;
const options: Options = {
  compatibility: "stainless",
  methods: {
    a: "chat.completions.create",
    b: "chat.completions.chatMessages.list",
    c: "completions.create",
    d: "pets.list",
    e: "fineTuning.list",
  },
};

it("give classes by the names that they had below their resource", async () => {
  const { exports, errors } = await built(
    document,
    `import { Acme, Completions as OldCompletions } from "./src/index.js";
import { Chat, Completions } from "./src/earlier/chat.js";
import { ChatMessages, Completions as Same } from "./src/earlier/chat/completions.js";
const { chat, completions } = new Acme({ baseURL: "https://acme.example" });
const typed: Completions = chat.completions;
export const found = [
  chat instanceof Chat,
  typed instanceof Completions,
  completions instanceof OldCompletions,
  typed instanceof OldCompletions,
  typed instanceof Same,
  chat.completions.chatMessages instanceof ChatMessages,
];
`,
    options,
  );
  expect(errors).toEqual([]);
  expect(exports).toMatchObject({
    found: [true, true, true, false, true, true],
  });
});

it("are those alone that the package itself does not give", async () => {
  const files = Object.keys(await sourcesOf(document, options));
  expect(files.filter((path) => path.includes("earlier"))).toEqual([
    "src/earlier/chat.ts",
    "src/earlier/chat/completions.ts",
  ]);
  const { exports } = JSON.parse(
    await emitted(document, "package.json", options),
  ) as { readonly exports: Readonly<Record<string, unknown>> };
  expect(
    Object.entries(exports)
      .filter(([, to]) => JSON.stringify(to).includes("earlier"))
      .map(([path]) => path),
  ).toEqual([
    "./resources/chat",
    "./resources/chat/*",
    "./resources/chat/completions",
    "./resources/chat/completions/*",
  ]);
  const { compatibility: _, ...others } = options;
  expect(
    Object.keys(await sourcesOf(document, others)).filter((path) =>
      path.includes("earlier"),
    ),
  ).toEqual([]);
});
