/** Where the line of progress is shown, and that it can be replaced. */
import { expect, it } from "vitest";
import {
  progressOn,
  type ProgressStream,
} from "../../generator/cli/progress-line.js";

const shownOn = (
  stream: Omit<ProgressStream, "write">,
  lines: readonly string[],
  env: Readonly<Record<string, string>> = {},
): readonly string[] | undefined => {
  const written: string[] = [];
  const show = progressOn(
    { ...stream, write: (text) => written.push(text) },
    env,
  );
  for (const line of lines) show?.(line);
  return show && written;
};

const start = "\r\u001b[K";

it("replaces a line, and removes what is there alone", () => {
  const shown = (...lines: readonly string[]) =>
    shownOn({ isTTY: true }, lines);
  expect(shown("a", "b", "b", "")).toEqual(
    ["a", "b", ""].map((line) => start + line),
  );
  expect(shown("")).toEqual([]);
});

it("keeps a line shorter than the terminal, whatever its letters", () => {
  const shown = (columns: number, line: string) =>
    shownOn({ isTTY: true, columns }, [line]);
  expect(shown(6, "abcde")).toEqual([`${start}abcde`]);
  expect(shown(5, "abcde")).toEqual([`${start}abcd`]);
  expect(shown(5, "日本語")).toEqual([`${start}日本`]);
  expect(shown(4, "a😀b")).toEqual([`${start}a😀`]);
  expect(shown(3, "a😀b")).toEqual([`${start}a`]);
});

it("shows nothing in files, in CI, and where lines stay", () => {
  const on = (isTTY: boolean, env: Readonly<Record<string, string>>) =>
    shownOn({ isTTY }, ["a"], env) !== undefined;
  expect(on(true, {})).toBe(true);
  expect(on(true, { CI: "false" })).toBe(true);
  expect(on(false, {})).toBe(false);
  expect(shownOn({}, ["a"])).toBeUndefined();
  expect(on(true, { CI: "true" })).toBe(false);
  expect(on(true, { CI: "1" })).toBe(false);
  expect(on(true, { TERM: "dumb" })).toBe(false);
});
