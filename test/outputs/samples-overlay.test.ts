/** The overlay with samples, applied with our own overlay code. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadFiles } from "../load/loading.js";
import { nastyStrings } from "../support/nasty-strings.js";
import { keys, packageOf } from "./support.js";

interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** The samples of every operation, by its id. */
const applied = async (
  source: string,
  overlay: string,
): Promise<Readonly<Record<string, readonly CodeSample[]>>> => {
  const { document, problems } = await loadFiles(
    { "openapi.yaml": source, "samples.yaml": overlay },
    { overlays: ["samples.yaml"] },
  );
  expect(problems.filter((problem) => problem.includes("overlay"))).toEqual([]);
  return Object.fromEntries(
    Object.values(document?.root.paths ?? {}).flatMap((item) =>
      Object.values(item as object).flatMap((operation: unknown) => {
        const { operationId, "x-codeSamples": samples } = operation as {
          readonly operationId?: string;
          readonly "x-codeSamples"?: readonly CodeSample[];
        };
        return operationId === undefined ? [] : [[operationId, samples ?? []]];
      }),
    ),
  );
};

const overlayOf = async (source: string): Promise<string> => {
  const { files } = await packageOf(source, {
    docs: { overlay: true, samples: ["python"] },
  });
  return files["openapi.samples.yaml"] ?? "";
};

describe("openapi.samples.yaml", () => {
  it("selects each operation", async () => {
    const small = `openapi: 3.1.0
info: { title: Keys, version: 1.0.0 }
servers: [{ url: https://api.acme.example/v1 }]
paths:
  /keys/{id}:
    get:
      operationId: getKey
      tags: [Keys]
      parameters: [{ name: id, in: path, required: true, schema: { type: string, example: it's } }]
      responses: { "204": { description: It. } }
`;
    const overlay = await overlayOf(small);
    expect(overlay.slice(0, overlay.indexOf('          label: "curl'))).toBe(
      String.raw`overlay: 1.1.0
info:
  title: "Samples of @acme/keys"
  version: 1.0.0
actions:
  - target: "$.paths['/keys/{id}'].get"
    update:
      x-codeSamples:
        - lang: typescript
          label: "@acme/keys"
          source: "import { Keys } from \"@acme/keys\";\n\nconst keys = new Keys();\n\nawait keys.keys.get(\"it's\");"
        - lang: shell
`,
    );
  });

  it("adds a sample of each language to every operation", async () => {
    const samples = await applied(keys, await overlayOf(keys));
    expect(Object.keys(samples)).toHaveLength(7);
    for (const [id, list] of Object.entries(samples))
      expect([id, list.map(({ lang }) => lang)]).toEqual([
        id,
        ["typescript", "shell", "python"],
      ]);
  });

  it("has the samples that the docs show", async () => {
    const { files } = await packageOf(keys, {
      docs: { overlay: true, samples: ["python", "go", "javascript"] },
    });
    const samples = await applied(keys, files["openapi.samples.yaml"] ?? "");
    const page = files["docs/keys.md"] ?? "";
    // Code that the page has once, for all its samples in TypeScript.
    const [, head = ""] =
      /go on from here:\n\n```ts\n(.*?)\n```/s.exec(page) ?? [];
    expect(head).toContain("new Keys(");
    const sources = Object.values(samples).flatMap((list) =>
      list.map(({ source, lang }) => {
        if (lang !== "typescript") return source;
        expect(source.startsWith(`${head}\n\n`)).toBe(true);
        return source.slice(head.length + 2);
      }),
    );
    expect(sources).toHaveLength(7 * 5);
    for (const source of sources) expect(page).toContain(`\n${source}\n\`\`\``);
  });

  it("keeps the samples that the document has", async () => {
    const own = keys.replace(
      "operationId: getMyKey",
      "operationId: getMyKey\n      x-codeSamples: [{ lang: lua, source: x() }]",
    );
    const { getMyKey = [] } = await applied(own, await overlayOf(own));
    expect(getMyKey.map(({ lang }) => lang)).toEqual([
      ...["lua", "typescript", "shell", "python"],
    ]);
  });

  it("has hostile texts as data, in paths and in examples", async () => {
    const paths = Object.fromEntries(
      nastyStrings.map((text, index) => [
        // Our reader of JSONPath takes no other control characters.
        `/${index}${text.replace(/[{}?#]|[\x00-\x07\x0b\x0e-\x1f]/g, "")}`,
        {
          post: {
            operationId: `op${index}`,
            requestBody: {
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: { a: { type: "string" } },
                  },
                  example: { a: text },
                },
              },
            },
            responses: { "204": { description: "" } },
          },
        },
      ]),
    );
    const source = JSON.stringify({
      ...{ openapi: "3.1.0", paths },
      info: { title: "T", version: "1" },
    });
    const overlay = await overlayOf(source);
    expect(overlay).not.toMatch(/[^\n\x20-\x7e\xa0-\uffff]/);
    const { actions } = parse(overlay) as {
      readonly actions: readonly object[];
    };
    expect(actions).toHaveLength(nastyStrings.length);
    const samples = await applied(source, overlay);
    expect(Object.keys(samples)).toHaveLength(nastyStrings.length);
    for (const [index, text] of nastyStrings.entries()) {
      const [sample] = samples[`op${index}`] ?? [];
      if (/^[ -~]*$/.test(text) && !/['"\\]/.test(text))
        expect(sample?.source).toContain(JSON.stringify(text));
      expect(sample?.source).toMatch(/^import /);
    }
  });
});
