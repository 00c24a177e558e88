/**
 * `transform` of a config: what it may do to a document, and where messages point afterwards.
 */
import { describe, expect, it } from "vitest";
import type { DocumentTransform } from "../../generator/config/config.js";
import { head, loadFiles } from "./loading.js";

const yaml = `${head()}paths:
  /a:
    get: { operationId: first, responses: { "204": { description: Done. } } }
  /b:
    get: { operationId: second, responses: { "99": { description: Wrong. } } }
`;

const transformed = (transform: DocumentTransform, text = yaml) =>
  loadFiles({ "openapi.yaml": text }, { transform });

describe("transform", () => {
  it("may change what it is given", async () => {
    const { document, problems } = await transformed((document) => {
      delete document.paths["/b"];
      document.paths["/a"].get.operationId = "renamed";
    });
    expect(problems).toEqual([]);
    expect(document?.root.paths).toEqual({
      "/a": { get: expect.objectContaining({ operationId: "renamed" }) },
    });
  });

  it("may return another document, and a promise", async () => {
    const { document, problems } = await transformed(
      async ({ paths, ...rest }) => {
        await Promise.resolve();
        return { ...rest, paths: { "/a": paths["/a"] }, "x-a": undefined };
      },
    );
    expect(problems).toEqual([]);
    expect(Object.keys(document?.root.paths ?? {})).toEqual(["/a"]);
  });

  it("moves what it moves with the place where it was written", async () => {
    const { problems } = await transformed(({ paths, ...rest }) => ({
      ...rest,
      paths: { "/moved": paths["/b"] },
    }));
    expect(problems).toEqual([
      expect.stringMatching(/^7:46 error status-unknown/),
    ]);
  });

  it("sees aliases of YAML as values of their own", async () => {
    const { document } = await transformed((document) => {
      document.paths["/a"].get.operationId = "one";
    }, `${head()}paths:\n  /a: &a\n    get: { responses: { "204": { description: Done. } } }\n  /b: *a\n`);
    expect(document?.root.paths).toMatchObject({
      "/a": { get: { operationId: "one" } },
    });
    expect(document?.root.paths).not.toHaveProperty("/b.get.operationId");
  });

  it.each<[string, DocumentTransform, string]>([
    [
      "throws",
      () => {
        throw new Error("no such path");
      },
      "no such path",
    ],
    [
      "returns what is no JSON",
      (document) => ({ ...document, info: { title: () => 1 } }),
      "info.title is a function, which JSON has not",
    ],
    [
      "returns a number that is none",
      (document) => ({ ...document, "x-a": NaN }),
      "x-a is a number, which JSON has not",
    ],
    [
      "returns a cycle",
      (document) => {
        document.info.self = document.info;
      },
      "it contains itself, or more than 500 levels, at info.self.self.self.self",
    ],
  ])("is an error where it %s", async (_, transform, reason) => {
    const { document, problems } = await transformed(transform);
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      `error transform-failed: \`transform\` of the config failed: ${reason}`,
    ]);
  });

  it("is an error where it returns what is no document", async () => {
    const { problems } = await transformed(() => ({ swagger: "3.0" }));
    expect(problems).toEqual([
      expect.stringContaining("error version-unsupported"),
    ]);
  });
});
