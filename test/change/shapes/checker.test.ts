/**
 * The rules against TypeScript itself: where they find no break, its checker lets the new types stand
 * where the old ones did, or the other way round.
 */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../../generator/change/change.js";
import { verdictOn } from "../../../generator/change/classes.js";
import type { Finding } from "../../../generator/change/finding.js";
import { Assignability } from "../../../generator/change/shapes/assignability.js";
import { ShapeComparison } from "../../../generator/change/shapes/compare-shapes.js";
import { ModelPair } from "../../../generator/change/shapes/model-pair.js";
import { printShape } from "../../../generator/surface/print-shape.js";
import { strictest } from "../../support/compiler-options.js";
import { surfaceWith } from "./support/models.js";
import {
  changed,
  randomModels,
  randomOf,
  type Models,
} from "./support/random-models.js";

interface Pair {
  readonly old: Models;
  readonly now: Models;
}

const pairs: readonly Pair[] = Array.from({ length: 600 }, (_, seed) => {
  const random = randomOf(seed + 1);
  const old = randomModels(random);
  return { old, now: changed(old, random) };
});

const declared = (models: Models, name: string): string =>
  `namespace ${name} {\n${[...models]
    .map(([model, shape]) =>
      shape.kind === "object"
        ? `export interface ${model} ${printShape(shape)}`
        : `export type ${model} = ${printShape(shape)};`,
    )
    .join("\n")}\n}`;

/** One program for all pairs: the library is read once. */
const checkerOf = () => {
  const path = "/models.ts";
  const text = pairs
    .map(
      ({ old, now }, index) =>
        `${declared(old, `Old${String(index)}`)}\n${declared(now, `New${String(index)}`)}`,
    )
    .join("\n");
  const options: ts.CompilerOptions = {
    ...strictest,
    lib: ["lib.es2022.d.ts"],
  };
  const real = ts.createCompilerHost(options);
  const program = ts.createProgram([path], options, {
    ...real,
    getSourceFile: (file, ...rest) =>
      file === path
        ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
        : real.getSourceFile(file, ...rest),
  });
  const source = program.getSourceFile(path);
  if (!source) throw new Error("no models");
  const checker = program.getTypeChecker();
  const types = new Map<string, ts.Type>();
  for (const space of source.statements.filter(ts.isModuleDeclaration)) {
    const { body } = space;
    if (!body || !ts.isModuleBlock(body)) continue;
    for (const statement of body.statements)
      if (
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement)
      )
        types.set(
          `${space.name.text}.${statement.name.text}`,
          checker.getTypeAtLocation(statement.name),
        );
  }
  const typeOf = (name: string): ts.Type => {
    const type = types.get(name);
    if (!type) throw new Error(`no ${name}`);
    return type;
  };
  return {
    problems: program
      .getSemanticDiagnostics(source)
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, " "),
      ),
    accepts: (from: string, to: string): boolean =>
      checker.isTypeAssignableTo(typeOf(from), typeOf(to)),
  };
};

const { problems, accepts } = checkerOf();

const modelsOf = ({ old, now }: Pair): ModelPair =>
  new ModelPair(surfaceWith(old), surfaceWith(now), new Map());

/** What changed of all models, in one position. */
const findingsOf = (
  pair: Pair,
  position: "input" | "output",
): readonly Finding[] => {
  const comparison = new ShapeComparison(modelsOf(pair));
  return [...pair.old].flatMap(([name, shape]) => {
    const next = pair.now.get(name);
    return next
      ? comparison.compare(shape, next, { where: name, position })
      : [];
  });
};

const isBreaking = (finding: Finding): boolean =>
  verdictOn(finding, standardPolicy).class === "breaking";

/** The pair as text, for a failure that can be read. */
const shown = ({ old, now }: Pair, name: string): string =>
  [...old]
    .map(([model, shape]) => [
      model,
      printShape(shape),
      printShape(now.get(model) ?? shape),
    ])
    .map(([model = "", before = "", after = ""]) =>
      before === after
        ? `${model}: ${before}`
        : `${model}: ${before} -> ${after}`,
    )
    .concat(name)
    .join("\n");

describe("random models with one change", () => {
  it("are models that TypeScript takes", () => {
    expect(problems).toEqual([]);
  });

  it("are the same as themselves", () => {
    const found = pairs.flatMap(({ old }) => [
      ...findingsOf({ old, now: old }, "input"),
      ...findingsOf({ old, now: old }, "output"),
    ]);
    expect(found).toEqual([]);
  });

  it.each(["input", "output"] as const)(
    "do not break callers in %s where the rules say so",
    (position) => {
      const harmless = pairs
        .map((pair, index) => ({ pair, index }))
        .filter(({ pair }) => !findingsOf(pair, position).some(isBreaking));
      const wrong = harmless.flatMap(({ pair, index }) =>
        [...pair.old.keys()]
          .filter((name) => {
            const old = `Old${String(index)}.${name}`;
            const now = `New${String(index)}.${name}`;
            return position === "input"
              ? !accepts(old, now)
              : !accepts(now, old);
          })
          .map((name) => shown(pair, name)),
      );
      expect(wrong).toEqual([]);
      // Most changes break somebody: there have to be some that do not.
      expect(harmless.length).toBeGreaterThan(50);
    },
  );

  it("change where TypeScript tells them apart", () => {
    const silent = pairs.flatMap((pair, index) => {
      const found = findingsOf(pair, "output");
      return found.length > 0
        ? []
        : [...pair.old.keys()]
            .filter((name) => {
              const old = `Old${String(index)}.${name}`;
              const now = `New${String(index)}.${name}`;
              return !accepts(old, now) || !accepts(now, old);
            })
            .map((name) => shown(pair, name));
    });
    expect(silent).toEqual([]);
  });

  it("stand for each other only where TypeScript says so", () => {
    const wrong = pairs.flatMap((pair, index) => {
      const models = modelsOf(pair);
      const there = new Assignability(models, "old", "new");
      const back = new Assignability(models, "new", "old");
      return [...pair.old.keys()].flatMap((name) => {
        const model = { kind: "model", name } as const;
        const old = `Old${String(index)}.${name}`;
        const now = `New${String(index)}.${name}`;
        return [
          ...(there.holds(model, model) && !accepts(old, now) ? [old] : []),
          ...(back.holds(model, model) && !accepts(now, old) ? [now] : []),
        ].map((from) => shown(pair, from));
      });
    });
    expect(wrong).toEqual([]);
  });

  it("are found wider or narrower only where TypeScript says so", () => {
    // Everything but null fits an object without properties: nothing is wider.
    const hasEmpty = ({ old }: Pair): boolean =>
      [...old.values()].some((shape) => /(?<!& )\{\}/.test(printShape(shape)));
    const kinds = ["type-widened", "null-added", "property-optional"];
    const wrong = pairs.flatMap((pair, index) => {
      const found = findingsOf(pair, "output").filter(isBreaking);
      const [first] = found;
      if (
        !first ||
        hasEmpty(pair) ||
        !found.every(({ kind }) => kinds.includes(kind))
      )
        return [];
      const holds = [...pair.old.keys()].every((name) =>
        accepts(`New${String(index)}.${name}`, `Old${String(index)}.${name}`),
      );
      return holds ? [shown(pair, `${first.kind} ${first.where}`)] : [];
    });
    expect(wrong).toEqual([]);
  });
});
