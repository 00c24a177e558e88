/**
 * What the runtime asks of a reader's `lib`: no more than a browser of 2022, or it brings it along.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { typeErrors } from "../support/type-errors.js";

const folder = new URL("../../templates/runtime/", import.meta.url);

const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [
      `src/core/${name}`,
      readFileSync(new URL(name, folder), "utf8"),
    ]),
);

const browser = ["es2022", "dom", "dom.iterable", "dom.asynciterable"];

it("compiles with the library of 2022", () => {
  expect(Object.keys(files)).toContain("src/core/stream.ts");
  expect(typeErrors(files, browser)).toEqual([]);
});

it("would not compile with less", () => {
  expect(typeErrors(files, ["es2020", ...browser.slice(1)])).not.toEqual([]);
});
