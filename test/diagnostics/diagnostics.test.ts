import { describe, expect, it } from "vitest";
import { documentProblems } from "../../generator/diagnostics/catalogue/document-problems.js";
import { deviations } from "../../generator/diagnostics/catalogue/deviations.js";
import { remoteProblems } from "../../generator/diagnostics/catalogue/remote-problems.js";
import { unsupportedFeatures } from "../../generator/diagnostics/catalogue/unsupported-features.js";
import { fileProblems } from "../../generator/diagnostics/catalogue/file-problems.js";
import { changeProblems } from "../../generator/diagnostics/catalogue/change-problems.js";
import { importProblems } from "../../generator/diagnostics/catalogue/import-problems.js";
import { publishedProblems } from "../../generator/diagnostics/catalogue/published-problems.js";
import { pluginProblems } from "../../generator/diagnostics/catalogue/plugin-problems.js";
import { outputProblems } from "../../generator/diagnostics/catalogue/output-problems.js";
import {
  catalogue,
  Diagnostics,
} from "../../generator/diagnostics/diagnostics.js";
import { printable } from "../../generator/diagnostics/printable.js";

const at = (file: string, line: number, column: number) => ({
  file,
  line,
  column,
});

describe("the collector", () => {
  it("gives problems in the order of their places, those without one first", () => {
    const diagnostics = new Diagnostics();
    const path = "x";
    diagnostics.report("output-essential", { path }, at("b", 1, 1));
    diagnostics.report("output-essential", { path }, at("a", 10, 1));
    diagnostics.report("output-essential", { path }, at("a", 9, 2));
    diagnostics.report("output-essential", { path }, at("a", 9, 1));
    diagnostics.report("output-essential", { path });
    expect(
      diagnostics
        .all()
        .map(({ position: p }) => p && `${p.file}:${p.line}:${p.column}`),
    ).toEqual([undefined, "a:9:1", "a:9:2", "a:10:1", "b:1:1"]);
  });

  it("looks for the place of a pointer only when it is read", () => {
    const diagnostics = new Diagnostics();
    const asked: (readonly string[])[] = [];
    diagnostics.locateWith((pointer) => {
      asked.push(pointer);
      return at("a.yaml", 3, 5);
    });
    diagnostics.report("output-kept", { path: "x" }, ["paths", "/a~b"]);
    expect(diagnostics.warningCount).toBe(1);
    expect(diagnostics.hasErrors).toBe(false);
    expect(asked).toEqual([]);
    expect(diagnostics.all()).toEqual([
      {
        code: "output-kept",
        severity: "warning",
        message: "x is no longer generated, but was changed by hand: kept",
        help: "Remove it when you no longer need it; what it had may be in another file now, where your change can go.",
        position: at("a.yaml", 3, 5),
        pointer: "#/paths/~1a~0b",
      },
    ]);
    expect(asked).toEqual([["paths", "/a~b"]]);
  });

  it("counts no note among the warnings, which a strict run fails for", () => {
    const diagnostics = new Diagnostics();
    diagnostics.report("pages-unclear", { operations: "GET /things" });
    expect(diagnostics.warningCount).toBe(0);
    expect(diagnostics.all().map(({ severity }) => severity)).toEqual(["note"]);
  });

  it("puts details in as they are, printable and not too long", () => {
    const diagnostics = new Diagnostics();
    const path = "{path}$&\u001b[2J\u202e" + "x".repeat(300);
    diagnostics.report("output-essential", { path });
    const [problem] = diagnostics.all();
    expect(problem?.message).toMatch(
      /^\{path\}\$&\\u\{001b\}\[2J\\u\{202e\}x+… exists and was not written/,
    );
  });
});

describe("printable", () => {
  it.each([
    ["text, ünïcode, 漢字, 👩", "text, ünïcode, 漢字, 👩"],
    ["\u0000\u0007\u001b\u009b", "\\u{0000}\\u{0007}\\u{001b}\\u{009b}"],
    ["a\nb\u2028c", "a\\u{000a}b\\u{2028}c"],
    ["\u202e\u2066\u200b\ufeff", "\\u{202e}\\u{2066}\\u{200b}\\u{feff}"],
    ["\ud800", "\\u{d800}"],
    ["x" + "\u{1f600}".repeat(100), "x" + "\u{1f600}".repeat(99) + "…"],
    ["\u{1f600}".repeat(101), "\u{1f600}".repeat(99) + "…"],
  ])("%j", (text, want) => {
    expect(printable(text)).toBe(want);
  });
});

describe("the catalogue", () => {
  it("has each code once", () => {
    const parts = [
      fileProblems,
      remoteProblems,
      documentProblems,
      deviations,
      unsupportedFeatures,
      outputProblems,
      changeProblems,
      publishedProblems,
      importProblems,
      pluginProblems,
    ];
    const codes = parts.flatMap((part) => Object.keys(part));
    expect(codes).toEqual([...new Set(codes)]);
    expect(Object.keys(catalogue)).toEqual(codes);
  });

  it.each(Object.entries(catalogue))(
    "has a message of one line and advice for %s",
    (code, { message, help }) => {
      expect(code).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
      expect(message).toMatch(/^[^\n]*[^\n.]$/);
      expect(help).toMatch(/^\S[^\n]*[.)?}]$/);
    },
  );
});
