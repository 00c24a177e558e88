/**
 * Where the parts of a document are, seen by its indentation: as its reader has it, or not at all.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  isRightGuess,
  outlineByIndentation,
} from "../../generator/load/block-yaml/indentation.js";
import { readBlockYaml } from "../../generator/load/block-yaml/reader.js";
import type { Outline } from "../../generator/load/yaml-places.js";

/** Names, and the text of each part that has no others. */
const show = (outline: Outline | undefined, text: string): unknown =>
  outline &&
  Object.fromEntries(
    [...outline.parts].map(([name, { start, to, outline: inner }]) => [
      name,
      inner ? show(inner, text) : text.slice(start, to),
    ]),
  );

const isRight = (text: string): boolean => {
  const guess = outlineByIndentation(text);
  return (
    guess !== undefined && isRightGuess(guess, readBlockYaml(text)?.outline)
  );
};

const text = `---
# Pets
openapi: 3.1.0
info:
  paths:
    /none: {}
paths:

  /pets: # all
    get:
      description: |
        Some: text
    # not the last
      parameters:
      - name: a
    "put":
        x: 1

  '/pets/{id}':
      summary: >-
         one
      x-list:
      - a: 1
components:
  schemas:
    Pet: {type: string}
    Dog:
      type: object
x-last: "a
  b: c"
`;

describe("the outline by indentation", () => {
  it("has operations and components", () => {
    expect(show(outlineByIndentation(text), text)).toEqual({
      openapi: "openapi: 3.1.0\n",
      info: "info:\n  paths:\n    /none: {}\n",
      paths: {
        "/pets": {
          get: `get:
      description: |
        Some: text
    # not the last
      parameters:
      - name: a
`,
          put: '"put":\n        x: 1\n\n',
        },
        "/pets/{id}": {
          summary: "summary: >-\n         one\n",
          "x-list": "x-list:\n      - a: 1\n",
        },
      },
      components: {
        schemas: {
          Pet: "Pet: {type: string}\n",
          Dog: "Dog:\n      type: object\n",
        },
      },
      "x-last": 'x-last: "a\n  b: c"\n',
    });
    expect(isRight(text)).toBe(true);
  });

  it.each(["ahasend", "feldera", "openrouter"])(
    "is what reading has of %s",
    (api) => {
      const path = `../../spec/${api}/openapi.yaml`;
      const url = new URL(path, import.meta.url);
      expect(isRight(readFileSync(fileURLToPath(url), "utf8"))).toBe(true);
    },
  );

  it.each([
    ["nothing", ""],
    ["a list", "- a: 1\n"],
    ["a scalar", "text\n"],
    ["lines that do not line up", "paths:\n  b: 1\n c: 2\n"],
    ["a first line that is indented", "  a: 1\n"],
    ["a line that is no member", "a: 1\nb\n"],
    ["something after the end", "a: 1\n---\nb: 2\n"],
  ])("is none of %s", (_, other) => {
    expect(outlineByIndentation(other)).toBeUndefined();
  });

  it.each([
    ["a key that comes twice", "a: 1\nb: 2\na: 3\n"],
    ["an anchor", "paths: &a\n  /a:\n    get: 1\n"],
    ["text that is no mapping", "paths:\n  a: 1\n  b\nc: 2\n"],
    ["a key with escapes", 'paths:\n  "\\u0061": 1\n  "b": 1\n'],
  ])("is not taken for right with %s", (_, other) => {
    expect(isRight(other)).toBe(false);
  });

  it.each([
    ["a place", "a: 1\nb: 2\n", "a: 1\n\nb: 2\n"],
    ["a name", "a: 1\n", "b: 1\n"],
    ["a number", "a: 1\n", "a: 1\nb: 2\n"],
    ["a level", "paths:\n  /a: 1\n", "paths:\n  - a\n"],
    ["an end", "paths:\n  /a: 1\nb: 1\n", "paths:\n  /a: 1\n\nb: 1\n"],
  ])("is not right with another %s", (_, one, other) => {
    const guess = outlineByIndentation(one);
    const read = readBlockYaml(other)?.outline;
    expect(guess && isRightGuess(guess, read)).toBe(false);
    expect(isRightGuess(guess as Outline, readBlockYaml(one)?.outline)).toBe(
      true,
    );
  });
});
