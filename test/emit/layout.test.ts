/**
 * Calls and JSON as prettier lays them out: held against prettier itself, with values of every shape
 * and names of every length.
 */
import { format } from "prettier";
import { expect, it } from "vitest";
import {
  key,
  lit,
  textCode,
  type Code,
} from "../../generator/emit/encode/encode.js";
import { jsonPage } from "../../generator/emit/samples/json-layout.js";
import {
  atom,
  call,
  callAssignment,
  callStatement,
  type Tree,
} from "../../generator/emit/samples/layout.js";
import type { Text } from "../../generator/sdk/sdk.js";
import { generator } from "../support/nasty-strings.js";

const rounds = 400;
const next = generator(7);
const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
const word = (length: number): string =>
  Array.from({ length }, () => pick(Array.from("abcdefghij"))).join("");

const text = (): string =>
  pick([
    word(next(8)),
    word(next(40)),
    word(next(100)),
    'say "hi"',
    "it's \"x\" 'y'",
    'a\\b\n"c"',
  ]);

const number = (): Tree => atom(lit(pick([1, -2, 0.5, 123456789012])));

const tree = (depth: number): Tree => {
  const several = (count: number): Tree[] =>
    Array.from({ length: next(count) }, () =>
      next(2) === 0 ? tree(depth + 1) : number(),
    );
  switch (next(depth > 3 ? 3 : 6)) {
    case 0:
    case 1:
      return atom(textCode(text()), true);
    case 2:
      return pick([number(), atom("true" as Code), atom("null" as Code)]);
    case 3:
      return { kind: "list", items: several(12) };
    case 4:
      return {
        kind: "object",
        members: several(4).map((value, index) => [
          key(
            `${pick([word(1 + next(6)), `x-${word(next(30))}`, word(50), 'a"b'])}${index}` as Text,
          ),
          value,
        ]),
      };
    default:
      return call(pick(["new Blob", "JSON.stringify"]) as Code, [
        { kind: "list", items: [atom(textCode(text()), true)] },
      ]);
  }
};

const passed = (): readonly Tree[] =>
  pick<() => readonly Tree[]>([
    () => [],
    () => [atom(textCode(word(next(50))), true)],
    () => [{ kind: "object", members: [] }],
    () => [{ kind: "object", members: [["abcdefg" as Code, tree(0)]] }],
    () => [
      atom(textCode(word(next(50))), true),
      { kind: "object", members: [["a" as Code, tree(0)]] },
    ],
  ])();

it("calls", async () => {
  for (let round = 0; round < rounds; round++) {
    const names = Array.from({ length: 1 + next(3) }, () => word(2 + next(26)));
    const callee = ["client", ...names].join(".") as Code;
    const expression = call(callee, passed());
    const code = pick([
      () => callStatement(expression, "await " as Code, ";" as Code),
      () => callAssignment(expression, "result" as Code),
      () =>
        callStatement(
          expression,
          "for await (const item of " as Code,
          ") {\n  console.log(item);\n}" as Code,
        ),
    ])();
    expect(await format(code, { parser: "typescript" })).toBe(`${code}\n`);
  }
}, 60_000);

const json = (depth: number): unknown => {
  switch (next(depth > 3 ? 3 : 5)) {
    case 0:
      return word(next(50));
    case 1:
      return pick([1, -2.5, 1e21, null, true, 1234567890]);
    case 2:
      return 'a"b';
    case 3:
      return Array.from({ length: next(10) }, () =>
        next(2) === 0 ? json(depth + 1) : next(1e9),
      );
    default:
      return Object.fromEntries(
        Array.from({ length: next(4) }, (_, index) => [
          `${word(next(9))}${index}`,
          json(depth + 1),
        ]),
      );
  }
};

it("JSON", async () => {
  for (let round = 0; round < rounds; round++) {
    const made = jsonPage({ value: json(0) });
    expect(await format(made, { parser: "json" })).toBe(`${made}\n`);
  }
}, 60_000);
