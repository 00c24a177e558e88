/**
 * Documents in the conventions of frameworks, and what their servers answer: everything that a small
 * app does, through the generated SDK, against a double of the framework's server. The servers
 * themselves, where they can be had, are in `live/`.
 */
import { readFile } from "node:fs/promises";
import { describe } from "vitest";
import { startDouble } from "./double/server.js";
import { frameworks } from "./expected.js";
import { walk } from "./walk.js";

describe.each(frameworks)("a double of $framework", (framework) => {
  walk(framework, async () => {
    const file = `fixtures/${framework.framework}.json`;
    const document = await readFile(new URL(file, import.meta.url), "utf8");
    return startDouble(framework.convention, document);
  });
});
