/**
 * Each text of a document that has everything, replaced by each attack: refused, or the same code as
 * a harmless text gives. 300 of them on every run, all of them with `--all`.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { syntaxProblems } from "../hostile/oracles/syntax.js";
import { difference, tame, tokenKinds } from "../hostile/oracles/twin.js";
import { generator } from "../support/nasty-strings.js";
import { diagnosticFaults, pass } from "./pipeline.js";
import { all, runs, timeout } from "./runs.js";

const evil = "globalThis.__pwned=true";

const payloads: readonly string[] = [
  `*/${evil}/*`,
  `**//${evil}//**`,
  `*\u200b/${evil}`,
  `"+(${evil})+"`,
  `'+(${evil})+'`,
  `\`+(${evil})+\``,
  `\${${evil}}`,
  `\\';${evil};//`,
  `\\";${evil};//`,
  `";${evil};//`,
  `x":0,[(${evil},"y")]:0,"z`,
  `a": string };${evil};interface Q { "b`,
  `T = string;${evil};type U`,
  `f(){}${evil};function g`,
  `m(){}static{${evil}}n`,
  `P {}${evil};class Q`,
  `A=1};${evil};enum B{`,
  `) {} ${evil}; (`,
  `]; ${evil}; [`,
  `\n${evil}\n`,
  `\r${evil}`,
  `\u2028${evil}\u2029`,
  `\u0085${evil}`,
  "@ts-nocheck",
  "@internal",
  "@ts-ignore\n*/",
  "# sourceMappingURL=x",
  '/ <reference path="/etc/passwd" />',
  "__proto__",
  "constructor",
  "toString",
  "then",
  "../../../../tmp/pwned",
  "..\\..\\pwned",
  "C:\\pwned",
  "package.json",
  "\u202e\u2066",
  "\u0000\u0007\u001b[31m",
  "\ud800",
  "",
  "```\n# x\n<script>alert(1)</script>",
  "[x](javascript:alert(1))",
];

type Container = Record<string, unknown>;

const everything = (): unknown =>
  parse(
    readFileSync(new URL("everything.yaml", import.meta.url), "utf8"),
  ) as unknown;

/** Where a text stands: members to follow, and whether it is the last one's name. */
interface Place {
  readonly path: readonly string[];
  readonly isName: boolean;
}

/** Names of fields are the language's own; those of maps are the author's. */
const maps = new Set([
  ...["paths", "schemas", "properties", "responses", "parameters", "examples"],
  ...["requestBodies", "headers", "securitySchemes", "links", "callbacks"],
  ...["scopes", "mapping", "variables", "content", "webhooks", "encoding"],
  ...["patternProperties", "$defs", "dependentRequired"],
]);

function placesOf(value: unknown, path: readonly string[] = []): Place[] {
  if (typeof value === "string") return [{ path, isName: false }];
  if (typeof value !== "object" || value === null) return [];
  const inMap = !Array.isArray(value) && maps.has(path.at(-1) ?? "");
  return Object.entries(value).flatMap(([key, one]) => [
    ...(inMap ? [{ path: [...path, key], isName: true }] : []),
    ...placesOf(one, [...path, key]),
  ]);
}

function withPayload({ path, isName }: Place, payload: string): unknown {
  const document = everything();
  const owner = path
    .slice(0, -1)
    .reduce((node, key) => node[key] as Container, document as Container);
  const last = path.at(-1) ?? "";
  const entries = Object.entries(owner).map(
    ([key, value]): [string, unknown] =>
      key !== last
        ? [key, value]
        : isName
          ? [key.startsWith("/") ? `/${payload}` : payload, value]
          : [key, payload],
  );
  if (Array.isArray(owner)) owner[Number(last)] = payload;
  else {
    for (const key of Object.keys(owner)) Reflect.deleteProperty(owner, key);
    for (const [key, value] of entries)
      Object.defineProperty(owner, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return document;
}

describe("any text of a document", () => {
  const places = placesOf(everything());

  it("can be found", () => {
    expect(places.length).toBeGreaterThan(140);
  });

  it("is text, whatever it says", { timeout: timeout * 4 }, async () => {
    const cases = places.flatMap((place) =>
      payloads.map((payload) => ({ place, payload })),
    );
    const next = generator(Number(process.env["PROPERTY_SEED"] ?? 1));
    const chosen = all
      ? cases
      : Array.from({ length: Math.min(runs, cases.length) }, () => {
          const [one] = cases.splice(next(cases.length), 1);
          return one as (typeof cases)[number];
        });
    const problems: string[] = [];
    let generated = 0;
    for (const { place, payload } of chosen) {
      const document = withPayload(place, payload);
      const where = `${place.path.join(" / ")}${place.isName ? " (name)" : ""} = ${JSON.stringify(payload)}`;
      const say = (found: readonly string[]) =>
        problems.push(...found.map((problem) => `${where}: ${problem}`));
      const passage = await pass(document);
      say(diagnosticFaults(passage));
      const { files } = passage;
      // An error is an answer too.
      if (!files) continue;
      generated++;
      for (const [path, text] of files) say(syntaxProblems(path, text));
      const twin = await pass(tame(document));
      say(
        twin.files
          ? difference(tokenKinds(files), tokenKinds(twin.files)).map(
              (one) => `the twin differs: ${one.slice(0, 200)}`,
            )
          : twin.diagnostics
              .filter(({ severity }) => severity === "error")
              .map(({ message }) => `the twin is refused: ${message}`),
      );
    }
    expect(problems.slice(0, 20)).toEqual([]);
    // Refusing everything would pass all of the above.
    expect(generated).toBeGreaterThan(chosen.length / 2);
  });
});
