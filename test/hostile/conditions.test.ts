/**
 * What goes wrong around a run rather than in its document: folders that must not be written to,
 * files of others, links, disks that refuse. Each holds for the command line and for the library.
 */
import {
  existsSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { licensed as museum } from "../cli/museum.js";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { doors } from "./doors.js";

const flags = [{}, { strict: true }];

describe.each(doors)("%s", (_, ask) => {
  const made = async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const request = { cwd, input: "openapi.yaml", output: "sdk" };
    expect(await ask(request)).toMatchObject({ code: 0, err: "" });
    return { cwd, request };
  };

  describe("X01: a folder that is no place for a package is refused", () => {
    it.each<[string, Readonly<Record<string, string>>, string]>([
      ["the working directory", {}, "."],
      ["its parent", {}, ".."],
      ["the root of the file system", {}, "/"],
      ["home", {}, "home"],
      ["the root of a repository", { "sdk/.git/HEAD": "ref: x" }, "sdk"],
      ["the folder of the document", {}, "spec"],
      ["the folder of the config", {}, "conf"],
    ])("%s", async (_, files, output) => {
      const root = makeFolder({
        "a/spec/openapi.yaml": museum,
        "a/conf/sdkwright.config.json": JSON.stringify({
          input: "../spec/openapi.yaml",
          output: `../${output}`,
        }),
        "a/home/x": "mine",
      });
      writeFiles(join(root, "a"), files);
      const cwd = join(root, "a");
      const before = readFolder(root);
      const env = { HOME: join(cwd, "home"), USERPROFILE: join(cwd, "home") };
      for (const flag of flags) {
        const { code, codes, err } = await ask({
          ...{ cwd, env, output, ...flag },
          config: join("conf", "sdkwright.config.json"),
          input: join("spec", "openapi.yaml"),
        });
        expect({ code, codes, err }).toEqual({
          code: 1,
          codes: ["output-refused"],
          err: "",
        });
      }
      expect(readFolder(root)).toEqual(before);
    });
  });

  describe("X02: files that are not ours are kept", () => {
    it("beside ours, when ours go", async () => {
      const { cwd, request } = await made();
      const mine = { "notes.md": "mine", "src/mine.ts": "x", "docs/a.md": "" };
      writeFiles(join(cwd, "sdk"), mine);
      const smaller = museum.slice(0, museum.indexOf("  /works/{"));
      expect(smaller.length).toBeLessThan(museum.length);
      writeFiles(cwd, {
        "openapi.yaml": smaller + museum.slice(museum.indexOf("components:")),
      });
      for (const flag of flags)
        expect(await ask({ ...request, ...flag })).toMatchObject({ code: 0 });
      expect(readFolder(join(cwd, "sdk"))).toMatchObject(mine);
    });

    it("in the way of ours", async () => {
      const cwd = makeFolder({
        "openapi.yaml": museum,
        "sdk/LICENSE": "mine",
        "sdk/docs/errors.md": "mine",
      });
      const request = { cwd, input: "openapi.yaml", output: "sdk" };
      const { code } = await ask(request);
      expect(code).toBe(0);
      expect(readFolder(cwd)).toMatchObject({ "sdk/LICENSE": "mine" });
      const lost = await made();
      rmSync(join(lost.cwd, "sdk", "sdkwright.lock"));
      rmSync(join(lost.cwd, "sdk", ".sdkwright-cache"), { recursive: true });
      writeFiles(lost.cwd, { "sdk/src/index.ts": "mine" });
      const before = readFolder(lost.cwd);
      const { codes } = await ask(lost.request);
      expect(codes).toEqual(["output-essential"]);
      expect(readFolder(lost.cwd)).toEqual(before);
    });

    it("and changes by hand in ours", async () => {
      const { cwd, request } = await made();
      const build = readFolder(cwd)["sdk/build.mjs"] ?? "";
      writeFiles(cwd, {
        "sdk/build.mjs": `${build}// mine\n`,
        "openapi.yaml": museum.replace("Museum", "Gallery"),
      });
      expect(await ask(request)).toMatchObject({ code: 0, codes: [] });
      expect(readFolder(cwd)["sdk/build.mjs"]).toBe(`${build}// mine\n`);
    });

    it("whatever the lock file says", async () => {
      const { cwd, request } = await made();
      const good = readFolder(cwd);
      const lock = good["sdk/sdkwright.lock"] ?? "";
      const files = [
        ...["../openapi.yaml", "/etc/hosts", "C:/x", "a\\b", "src/lib/x.ts"],
        ...[".git/config", "a/../../openapi.yaml", "__proto__/../..", ""],
      ];
      for (const file of files) {
        writeFiles(cwd, { "sdk/sdkwright.lock": `${lock}file ${file}\n` });
        const { code, codes } = await ask(request);
        expect({ file, code, codes }).toEqual({
          ...{ file, code: 0, codes: ["lock-line"] },
        });
        expect(readFolder(cwd)).toEqual(good);
      }
    });

    it("and names of the lock file are names, or not used", async () => {
      const { cwd, request } = await made();
      const want = readFolder(cwd);
      const lock = want["sdk/sdkwright.lock"] ?? "";
      const names = lock.slice(lock.indexOf("\nname "));
      const spoiled = [
        "X { } globalThis.__pwned = 1; class Y",
        "*/ alert(1) /*",
        "../../x",
        "__proto__",
        "constructor",
        "then",
        "await",
        "",
        "\u202e",
      ].map((name) =>
        names.replaceAll(
          /^(name .*) = .*$/gm,
          (_, key: string) => `${key} = ${JSON.stringify(name)}`,
        ),
      );
      for (const text of spoiled) {
        expect(text).not.toBe(names);
        writeFiles(cwd, {
          "sdk/sdkwright.lock": lock.replace(names, () => text),
        });
        const { code, err } = await ask(request);
        expect({ code, err, text }).toEqual({ code: 0, err: "", text });
        for (const [path, code] of Object.entries(readFolder(cwd)))
          if (path.endsWith(".ts") && !path.includes("/core/"))
            expect(code).not.toMatch(/pwned|alert|__proto__|\u202e/);
      }
    }, 180_000);
  });

  describe("X03: a link is named, never followed", () => {
    it("that is the folder itself", async () => {
      const cwd = makeFolder({ "openapi.yaml": museum, "elsewhere/": "" });
      symlinkSync(join(cwd, "elsewhere"), join(cwd, "sdk"), "junction");
      for (const flag of flags) {
        const reply = await ask({
          ...{ cwd, input: "openapi.yaml", output: "sdk", ...flag },
        });
        expect(reply.codes).toEqual(["output-symlink"]);
        expect(reply.code).toBe(1);
      }
      expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml"]);
    });

    it.each(["src", "src/index.ts", "sdkwright.lock", "docs"])(
      "at %s",
      async (path) => {
        const elsewhere = makeFolder({ "index.ts": "theirs" });
        const { cwd, request } = await made();
        const at = join(cwd, "sdk", path);
        const target = path.includes(".")
          ? join(elsewhere, "index.ts")
          : elsewhere;
        rmSync(at, { recursive: true });
        mkdirSync(join(at, ".."), { recursive: true });
        symlinkSync(target, at);
        const { code, codes } = await ask(request);
        expect(code).toBe(1);
        expect(codes).toContain("output-symlink");
        expect(readFolder(elsewhere)).toEqual({ "index.ts": "theirs" });
        expect(readlinkSync(at)).toBe(target);
      },
    );
  });

  describe("X04: a disk that refuses leaves the old package as it was", () => {
    it.each([
      ["ENOSPC", "writeFileSync", 0],
      ["ENOSPC", "writeFileSync", 7],
      ["EROFS", "mkdirSync", 0],
      ["EACCES", "mkdirSync", 1],
      ["EBUSY", "renameSync", 0],
      ["EMFILE", "writeFileSync", 2],
    ])("%s from %s, after %i that worked", async (reason, name, after) => {
      const { cwd, request } = await made();
      writeFiles(cwd, {
        "openapi.yaml": museum.replaceAll("Museum", "Gallery"),
      });
      const before = readFolder(cwd);
      const preload = `
        import fs from "node:fs";
        import { syncBuiltinESMExports } from "node:module";
        const before = fs.${name};
        let left = ${after};
        fs.${name} = (path, ...rest) => {
          if (String(path).includes("sdk") && left-- <= 0)
            throw Object.assign(new Error("${reason}: /secret/path"), { code: "${reason}" });
          return before(path, ...rest);
        };
        syncBuiltinESMExports();`;
      const { code, codes, out, err } = await ask({ ...request, preload });
      expect({ code, codes, err }).toEqual({
        code: 1,
        codes: ["output-unwritable"],
        err: "",
      });
      expect(out).not.toContain("/secret/path");
      expect(readFolder(cwd)).toEqual(before);
      expect(existsSync(join(cwd, "sdk", ".sdkwright-staging"))).toBe(false);
    });
  });

  describe("X12: a config that is wrong gives errors, none of them ours", () => {
    it.each([
      ["unknown keys", '{ "inptu": 1 }', "config-unknown-option"],
      [
        "__proto__",
        '{ "__proto__": { "input": "x" } }',
        "config-unknown-option",
      ],
      ["wrong types", '{ "input": [], "output": 7 }', "config-type"],
      ["no object", "7", "config-type"],
      ["nothing", "", "config-type"],
      ["no JSON", "{", "config-unreadable"],
    ])("%s", async (_, config, want) => {
      const cwd = makeFolder({ "sdkwright.config.json": config });
      const { code, codes, err } = await ask({ cwd });
      expect({ code, err }).toEqual({ code: 1, err: "" });
      expect(codes).toContain(want);
    });

    it("code that throws", async () => {
      const cwd = makeFolder({
        "sdkwright.config.mjs": 'throw new Error("mine\\nand more")',
      });
      const { code, codes, out, err } = await ask({ cwd });
      expect({ code, codes, err }).toEqual({
        ...{ code: 1, codes: ["config-unreadable"], err: "" },
      });
      expect(out).not.toContain("    at ");
    });

    it("names for code that are none", async () => {
      const evil = "X{}globalThis.__pwned=1;class Y";
      for (const [option, value] of Object.entries({
        clientName: evil,
        environmentPrefix: evil,
        models: { Work: evil },
        methods: { listWorks: evil },
        resources: { Works: evil },
        package: { name: '", "scripts": { "postinstall": "x" }' },
      })) {
        const config = {
          input: "openapi.yaml",
          output: "sdk",
          [option]: value,
        };
        const cwd = makeFolder({
          "openapi.yaml": museum,
          "sdkwright.config.json": JSON.stringify(config),
        });
        const { code, codes } = await ask({ cwd });
        expect({ option, code, codes }).toEqual({
          ...{ option, code: 1, codes: ["config-type"] },
        });
      }
    });
  });

  it("ends with 2 at options that fit nothing", async () => {
    const { code, out, err } = await ask({ cwd: makeFolder() });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error: no document: none was given, .*\n$/);
  });
});
