/** How many runs go on at a time, by documents, cores and memory. */
import { expect, it } from "vitest";
import { countLanes, hasSpareCores } from "../../generator/parallel/lanes.js";

const kB = 1_000;
const GB = 1_000_000_000;

it.each<[string, readonly number[], number, number, number]>([
  ["no run", [], 8, 8 * GB, 1],
  ["one run", [9_000 * kB], 8, 8 * GB, 1],
  [
    "small documents, which start fast",
    [46 * kB, 9 * kB, 37 * kB],
    8,
    8 * GB,
    1,
  ],
  ["many small documents", Array<number>(20).fill(40 * kB), 16, 8 * GB, 6],
  ["one long run and a short one", [9_000 * kB, 9 * kB], 8, 8 * GB, 1],
  ["two cores, which one run keeps busy", [900 * kB, 900 * kB], 2, 8 * GB, 1],
  ["three cores", [900 * kB, 900 * kB], 3, 8 * GB, 1],
  ["four cores", [900 * kB, 900 * kB, 900 * kB], 4, 8 * GB, 2],
  ["more cores than runs", [900 * kB, 900 * kB], 64, 8 * GB, 2],
  ["little memory", [900 * kB, 900 * kB, 900 * kB], 8, GB / 2, 1],
  ["memory for two", [900 * kB, 900 * kB, 900 * kB], 8, 0.6 * GB, 2],
])("%s", (_name, sizes, cores, memory, lanes) => {
  expect(countLanes(sizes, { cores, memory })).toBe(lanes);
});

it("leaves cores for formatting where there are three for each run", () => {
  expect(hasSpareCores(2, { cores: 5, memory: GB })).toBe(false);
  expect(hasSpareCores(2, { cores: 6, memory: GB })).toBe(true);
});
