/**
 * Webhooks of documents that are older than the field for them.
 */
import { describe, expect, it } from "vitest";
import { loadFiles, loadYaml } from "./loading.js";

const document = (version: string, ...fields: readonly string[]) =>
  [
    `openapi: ${version}`,
    "info: { title: T, version: '1' }",
    "paths: {}",
    ...fields.map(
      (field) =>
        `${field}: { booked: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } }, responses: { '204': { description: Ok. } } } } }`,
    ),
    "components: { schemas: { S: { type: string, nullable: true } } }",
    "",
  ].join("\n");

const webhooksOf = async (version: string, ...fields: readonly string[]) => {
  const loaded = await loadYaml(document(version, ...fields));
  return {
    names: Object.keys(loaded.document?.root.webhooks ?? {}),
    problems: loaded.problems.filter((line) => line.includes("webhooks")),
  };
};

describe("webhooks", () => {
  it("are read from the extension, as from the field of 3.1", async () => {
    const read = { names: ["booked"], problems: [] };
    expect(await webhooksOf("3.0.3", "x-webhooks")).toEqual(read);
    expect(await webhooksOf("3.1.0", "x-webhooks")).toEqual(read);
    expect(await webhooksOf("3.1.0", "webhooks")).toEqual(read);
  });

  it("are no field of 3.0, which is said", async () => {
    expect(await webhooksOf("3.0.3", "webhooks")).toEqual({
      names: ["booked"],
      problems: [
        "4:1 warning webhooks-version: OpenAPI 3.0.3 has no webhooks; they are read as in 3.1",
      ],
    });
  });

  it("come from the field where a document has both", async () => {
    expect(await webhooksOf("3.1.0", "webhooks", "x-webhooks")).toEqual({
      names: ["booked"],
      problems: [
        "5:1 warning webhooks-twice: x-webhooks is ignored, since the document has webhooks",
      ],
    });
  });

  it("have their problems where they were written, also in other files", async () => {
    const { problems } = await loadYaml(
      document("3.0.3", "x-webhooks").replace("schemas/S'", "schemas/X'"),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^4:\d+ warning ref-not-found: /),
    ]);
    const { document: bundled } = await loadFiles({
      "openapi.yaml": document("3.0.3", "x-webhooks").replace(
        "#/components/schemas/S",
        "s.yaml",
      ),
      "s.yaml": "type: integer\nnullable: true\n",
    });
    expect(JSON.stringify(bundled?.root)).toContain('["integer","null"]');
  });

  it("are not read from what is no map", async () => {
    const text =
      "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n";
    const { document: read, problems } = await loadYaml(
      `${text}x-webhooks: []\n`,
    );
    expect([read?.root.webhooks, problems]).toEqual([undefined, []]);
  });
});
