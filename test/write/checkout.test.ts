/**
 * What git makes of a package on other machines: line ends, byte order marks, files that are gone.
 */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openBaseline } from "../../generator/baseline/baseline.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { sidesOf } from "../../generator/write/edits/merge-text.js";
import { committedLock } from "../../generator/write/lock/committed-lock.js";
import { manifestVersion } from "../../generator/write/released.js";
import { check, write } from "./run.js";
import { makeFolder, readFolder, writeFiles } from "./support.js";

const given = { files: { "src/a.ts": "=a\n" }, names: { "schema A": "A" } };

const crlf = (text = ""): string => text.replaceAll("\n", "\r\n");

it("a lock with CRLF is as it was written", async () => {
  const root = makeFolder();
  await write(root, given);
  writeFiles(root, {
    "sdkwright.lock": crlf(readFolder(root)["sdkwright.lock"]),
  });
  expect(await check(root, given)).toEqual([]);
  expect(await write(root, given)).toMatchObject({ written: [] });
});

it("a byte order mark does not hide the version", () => {
  expect(manifestVersion('\uFEFF{"version": "1.0.0-rc.1"}')).toBe("1.0.0-rc.1");
});

const surface = (version: string): string =>
  JSON.stringify(
    {
      ...{ formatVersion: 1, version },
      package: { name: "a", entries: [], runtimes: {} },
    },
    null,
    2,
  );

const baselineOf = (text: string) =>
  openBaseline(
    new OutputDirectory(
      makeFolder({
        "package.json": '{ "version": "2.0.0" }',
        "sdkwright.surface.json": text,
      }),
    ),
    { file: "sdkwright.surface.json", firstVersion: "0.0.0" },
    new Diagnostics(),
  );

it("a surface is read with LF", () => {
  const text = `${surface("2.0.0")}\n`;
  expect(baselineOf(crlf(text)).text).toBe(text);
});

it("a lock that is gone is that of the last commit, where a package is", async () => {
  const root = makeFolder();
  await write(root, given);
  writeFiles(root, { "package.json": "{}" });
  const git = (...args: readonly string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=A", "-c", "user.email=a@b.c", ...args],
      { cwd: root, stdio: "ignore" },
    );
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "-m", "x");
  const directory = () => new OutputDirectory(root);
  expect(committedLock(directory())).toBeUndefined();
  rmSync(join(root, "sdkwright.lock"));
  expect(committedLock(directory())?.names).toEqual(
    new Map([["schema A", "A"]]),
  );
  rmSync(join(root, "package.json"));
  expect(committedLock(directory())).toBeUndefined();
});

it("a text with the marks of a merge has two sides, with and without the base", () => {
  const marked = (base: string) =>
    `a\n<<<<<<< HEAD\nours\n${base}=======\n>>>>>>> x\nb\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n`;
  for (const base of ["", "||||||| 1234\nbefore\n"])
    expect(sidesOf(marked(base))).toEqual(["a\nours\nb\n1\n", "a\nb\n2\n"]);
});
