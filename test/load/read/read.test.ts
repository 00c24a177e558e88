import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { load } from "../../../generator/load/load.js";
import { head, loadFiles, withFiles } from "../loading.js";

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === "string" ? Buffer.from(part) : Buffer.from([part]),
    ),
  );

describe("a file", () => {
  it("that is missing is named as the user named it", async () => {
    await withFiles({}, async (folder) => {
      const diagnostics = new Diagnostics();
      const document = await load(
        "spec/api.yaml",
        { cwd: folder },
        diagnostics,
      );
      expect(document).toBeUndefined();
      expect(diagnostics.all()).toEqual([
        {
          code: "file-unreadable",
          severity: "error",
          message: "cannot read spec/api.yaml: there is no such file",
          help: "Check the path and its permissions.",
        },
      ]);
    });
  });

  it.each([
    ["openapi.yml", "openapi.yaml"],
    ["openapi.json", "OpenAPI.yaml"],
    ["opnapi.yaml", "openapi.yaml"],
  ])(
    "that is missing beside one of nearly its name: %s",
    async (name, there) => {
      const files = {
        [`spec/${there}`]: "",
        "spec/other.yaml": "",
        "spec/openapi.md": "",
      };
      await withFiles(files, async (folder) => {
        const diagnostics = new Diagnostics();
        await load(`spec/${name}`, { cwd: folder }, diagnostics);
        expect(diagnostics.all()[0]?.help).toBe(`Did you mean spec/${there}?`);
      });
    },
  );

  it("that is a folder, or may not be read, says so", async () => {
    await withFiles({ "a/b.yaml": "" }, async (folder) => {
      const diagnostics = new Diagnostics();
      await load("a", { cwd: folder }, diagnostics);
      expect(diagnostics.all()[0]?.message).toBe(
        "cannot read a: it is a directory",
      );
    });
    if (process.getuid?.() === 0) return; // root may read everything
    await withFiles({ "a.yaml": "" }, async (folder) => {
      chmodSync(join(folder, "a.yaml"), 0);
      const diagnostics = new Diagnostics();
      await load("a.yaml", { cwd: folder }, diagnostics);
      expect(diagnostics.all()[0]?.message).toBe(
        "cannot read a.yaml: permission denied",
      );
    });
  });

  it("of 64 MB is the largest", async () => {
    const { problems } = await loadFiles({
      "openapi.yaml": Buffer.alloc(64 * 1024 * 1024 + 1, " "),
    });
    expect(problems).toEqual([
      "error file-too-large: openapi.yaml has 65 MB; the limit is 64 MB",
    ]);
  });

  it("at a URL with credentials is refused without showing them", async () => {
    const diagnostics = new Diagnostics();
    await load("https://user:secret@api.example.com/x", {}, diagnostics);
    expect(diagnostics.all().map(({ message }) => message)).toEqual([
      "the URL of the document cannot be used",
    ]);
  });
});

describe("bytes", () => {
  it.each([
    ["UTF-16 little endian byte order mark", bytes(0xff, 0xfe, "o", 0, "p", 0)],
    ["UTF-16 big endian byte order mark", bytes(0xfe, 0xff, 0, "o", 0, "p")],
    [
      "UTF-32 little endian byte order mark",
      bytes(0xff, 0xfe, 0, 0, "o", 0, 0, 0),
    ],
    ["UTF-16 little endian, it seems", bytes("o", 0, "p", 0)],
    ["UTF-16 big endian, it seems", bytes(0, "o", 0, "p")],
    ["gzip data", bytes(0x1f, 0x8b, 8, 0)],
  ])("of another encoding: %s", async (encoding, content) => {
    const { problems } = await loadFiles({ "a.yaml": content });
    expect(problems).toEqual([
      `1:1 error file-encoding: a.yaml is not UTF-8 (${encoding})`,
    ]);
  });

  it.each([
    ["alone", bytes("a: 1\nbé: ", 0xe9, "t\n"), "2:5", "0xe9 at offset 10"],
    ["cut short", bytes("a: 1\n", 0xe2, 0x82, "x"), "2:1", "0xe2 at offset 5"],
    ["at the end", bytes("a: ", 0xf0, 0x9f), "1:4", "0xf0 at offset 3"],
    ["overlong", bytes("a: ", 0xc0, 0xaf), "1:4", "0xc0 at offset 3"],
    ["a surrogate", bytes("a: ", 0xed, 0xa0, 0x80), "1:4", "0xed at offset 3"],
    [
      "after a replacement character",
      bytes("a: \u{fffd}", 0xff),
      "1:5",
      "0xff at offset 6",
    ],
  ])("that are no UTF-8 have a place: %s", async (_, content, at, what) => {
    const { problems } = await loadFiles({ "a.yaml": content });
    expect(problems).toEqual([
      `${at} error file-not-utf8: the bytes are not UTF-8: ${what}`,
    ]);
  });

  it.each(["a.yaml", "a.json"])(
    "after a byte order mark are read: %s",
    async (name) => {
      const text = name.endsWith("json")
        ? JSON.stringify({ openapi: "3.1.0", info: { title: "T" } })
        : "openapi: 3.1.0\r\ninfo:\r\n  title: T\r\n";
      const { document, problems } = await loadFiles({
        [name]: `\u{feff}${text}`,
      });
      expect(problems.map((line) => line.replace(/^\S+ /, ""))).toEqual([
        "error paths-missing: the document has neither paths nor webhooks nor components",
        "warning field-expected: the info has no version",
      ]);
      expect(document).toBeUndefined();
    },
  );

  it("with CR LF and a byte order mark give the same document", async () => {
    const text = `${head()}paths: {}\n`;
    const plain = await loadFiles({ "a.yaml": text });
    const other = await loadFiles({
      "a.yaml": `\u{feff}${text.replaceAll("\n", "\r\n")}`,
    });
    expect(plain.problems).toEqual([]);
    expect(other.document?.root).toEqual(plain.document?.root);
  });
});
