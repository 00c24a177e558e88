/**
 * Whole runs in process, with a dialog that answers by a table.
 */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { Cancelled, type Dialog } from "../../generator/init/dialog.js";
import { init, type InitOptions } from "../../generator/init/init.js";
import { museum } from "../cli/museum.js";
import { makeFolder, readFolder } from "../write/support.js";

interface Asked {
  readonly dialog: () => Promise<Dialog>;
  readonly questions: string[];
}

/** @param answers by the question's beginning; others take what was found */
const asking = (
  answers: Readonly<Record<string, string | typeof Cancelled>>,
): Asked => {
  const questions: string[] = [];
  const reply = ({
    message,
    initial,
  }: {
    readonly message: string;
    readonly initial: string;
  }): Promise<string> => {
    questions.push(message);
    const key = Object.keys(answers).find((start) => message.startsWith(start));
    const answer = answers[key ?? ""] ?? initial;
    return typeof answer === "string"
      ? Promise.resolve(answer)
      : Promise.reject(new answer());
  };
  const dialog: Dialog = {
    tell: (line) => questions.push(`(${line})`),
    text: reply,
    select: reply,
    during: (_, work) => work,
    cancel: (message) => questions.push(`cancelled: ${message}`),
  };
  return { dialog: () => Promise.resolve(dialog), questions };
};

const options = (cwd: string, dialog: () => Promise<Dialog>): InitOptions => ({
  ...{ cwd, flags: {}, yes: false, dryRun: false, mayInstall: false },
  ...{ version: "0.1.0", openDialog: dialog },
});

const repository = (files: Readonly<Record<string, string>>): string => {
  const cwd = makeFolder(files);
  execFileSync("git", ["init", "--quiet", "--initial-branch", "main"], { cwd });
  execFileSync(
    "git",
    ["remote", "add", "origin", "git@github.com:acme/acme-typescript.git"],
    { cwd },
  );
  return cwd;
};

describe("on a terminal", () => {
  it("asks what is in doubt, and shows what is not", async () => {
    const cwd = repository({ "openapi.yaml": museum });
    const { dialog, questions } = asking({
      Folder: "packages/client",
      License: "ISC",
      Releases: "none",
      Where: "https://acme.example/openapi.yaml",
    });
    const { ok, settings } = await init(options(cwd, dialog));
    expect(ok).toBe(true);
    expect(questions).toEqual([
      "(openapi.yaml: Museum 1.0.0, 2 operations)",
      "Folder of the package",
      "Package name",
      "License of the package (there is no LICENSE file, and package.json and the document name none)",
      "Releases",
      "Where is openapi.yaml published? A workflow fetches it there (empty: it is kept here)",
    ]);
    expect(settings).toMatchObject({
      folder: "packages/client",
      name: "@acme/sdk",
      license: "ISC",
      releases: "none",
      documentURL: "https://acme.example/openapi.yaml",
    });
    expect(Object.keys(readFolder(cwd))).toContain(
      "packages/client/package.json",
    );
  });

  it.each(["Folder", "Package", "License", "Releases", "Where"])(
    "writes nothing when %s is cancelled",
    async (question) => {
      const cwd = repository({ "openapi.yaml": museum });
      const before = readFolder(cwd);
      const { dialog, questions } = asking({ [question]: Cancelled });
      expect(await init(options(cwd, dialog))).toMatchObject({
        ok: false,
        isCancelled: true,
        files: [],
      });
      expect(questions.at(-1)).toBe("cancelled: Nothing was written.");
      expect(readFolder(cwd)).toEqual(before);
    },
  );

  it("asks which of several documents", async () => {
    const cwd = repository({
      "openapi.yaml": museum,
      "api/openapi.yaml": museum,
      "src/a.ts": "",
      LICENSE: "Permission is hereby granted, free of charge, to any person",
    });
    const { dialog, questions } = asking({ Which: "api/openapi.yaml" });
    const { settings } = await init({
      ...options(cwd, dialog),
      dryRun: true,
    });
    expect(questions[0]).toBe("Which OpenAPI document?");
    expect(settings?.document).toBe("api/openapi.yaml");
    expect(settings?.license).toBe("MIT");
  });
});

it("--yes asks nothing on a terminal either", async () => {
  const cwd = repository({ "openapi.yaml": museum, "src/a.ts": "" });
  const { dialog, questions } = asking({});
  const { ok, settings } = await init({
    ...options(cwd, dialog),
    yes: true,
    dryRun: true,
  });
  expect({ ok, questions }).toEqual({ ok: true, questions: [] });
  expect(settings?.license).toBe("UNLICENSED");
});

it.each([
  ["package-lock.json", []],
  ["pnpm-lock.yaml", ["this repository uses pnpm"]],
  ["yarn.lock", ["this repository uses yarn"]],
  ["bun.lock", ["this repository uses bun; the workflows are for npm"]],
])("says what it found by %s", async (lock, told) => {
  const cwd = repository({ "openapi.yaml": museum, [lock]: "" });
  const { found } = await init({
    ...{ cwd, flags: {}, yes: true, dryRun: true, mayInstall: false },
    version: "0.1.0",
  });
  expect(found.slice(1)).toEqual(told);
});
