/** How the config has lists and objects written in multipart bodies, as they arrive. */
import { describe, expect, it } from "vitest";
import type { SdkConfig } from "../../../generator/config/config.js";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
paths:
  /files:
    post:
      operationId: addFiles
      tags: [files]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [files, tags]
              properties:
                files: { type: array, items: { type: string, format: binary } }
                tags: { type: array, items: { type: string } }
                size: { type: object, properties: { width: { type: integer } } }
                name: { type: string }
            encoding: { tags: { style: spaceDelimited, explode: false } }
      responses: { "204": { description: Done. } }
`;

/** The parts as `name: content`. */
const sentWith = async (
  multipart: NonNullable<SdkConfig["multipart"]>,
): Promise<readonly string[]> => {
  const { errors, received } = await ran(
    document,
    `import { Acme } from "./src/index.js";
export const run = (baseURL: string) =>
  new Acme({ baseURL }).files.add({
    files: [new File(["1"], "1.txt"), new File(["2"], "2.txt")],
    tags: ["a", "b"],
    size: { width: 3 },
    name: "it",
  });
`,
    { multipart, methods: { addFiles: "add" } },
  );
  expect(errors).toEqual([]);
  const body = received[0]?.body ?? "";
  return [
    ...body.matchAll(/; name="([^"]*)".*\r\n(?:.+\r\n)*\r\n(.*)\r\n/g),
  ].map(([, name, content]) => `${name}: ${content}`);
};

describe("multipart", () => {
  const named = ["files: 1", "files: 2"];
  const size = 'size: {"width":3}';
  const name = "name: it";

  it.each<[NonNullable<SdkConfig["multipart"]>, readonly string[]]>([
    [{}, [...named, "tags: a b", size, name]],
    [{ arrays: "comma" }, [...named, "tags: a,b", size, name]],
    [{ arrays: "repeat" }, [...named, "tags: a", "tags: b", size, name]],
    [
      { arrays: "indices", objects: "dots" },
      [
        ...["files[0]: 1", "files[1]: 2", "tags[0]: a", "tags[1]: b"],
        ...["size.width: 3", name],
      ],
    ],
    [
      { arrays: "brackets", objects: "brackets" },
      [
        ...["files[]: 1", "files[]: 2", "tags[]: a", "tags[]: b"],
        ...["size[width]: 3", name],
      ],
    ],
  ])("%j", async (multipart, parts) => {
    expect(await sentWith(multipart)).toEqual(parts);
  });

  it("changes no other body", async () => {
    const form = document.replace(
      "multipart/form-data",
      "application/x-www-form-urlencoded",
    );
    const files = ["src/resources/files.ts", "docs/files.md"];
    for (const file of files)
      expect(
        await emitted(form, file, { multipart: { arrays: "brackets" } }),
      ).toBe(await emitted(form, file, {}));
  });
});
