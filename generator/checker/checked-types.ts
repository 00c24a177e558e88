/**
 * Which of two types fits the other, by TypeScript's checker.
 */
import type { ts } from "ts-morph";
import type { UndecidedTypes } from "../change/finding.js";
import { printShape } from "../surface/print-shape.js";
import type { Shape } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";
import { Project, typescript } from "../write/typescript.js";
import { namedParts } from "./named-parts.js";

export interface CheckedTypes {
  /** What the old type gave fits the new one. */
  readonly isWider: boolean;
  /** What the new type gives fits the old one. */
  readonly isNarrower: boolean;
  /** Properties that only the old type has, and those that only the new one has, sorted. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

type Models = Readonly<Record<"old" | "new", Surface["models"]>>;

/** @returns without those that the checker cannot tell of either */
export const checkedTypes = (
  asked: readonly UndecidedTypes[],
  models: Models,
): ReadonlyMap<UndecidedTypes, CheckedTypes> => {
  const old = namedParts(
    asked.map((one) => one.old),
    models.old,
  );
  const now = namedParts(
    asked.map((one) => one.new),
    models.new,
  );
  const text = [
    // What only the runtime has fits itself alone.
    ...[...new Set([...old.platform, ...now.platform])]
      .sort()
      .map((name) => `interface ${name} { readonly platform: "${name}" }`),
    ...namespaceOf("Old", old.models),
    ...namespaceOf("New", now.models),
    ...asked.flatMap((one, index) => [
      `type Old${String(index)} = ${within("Old", one.old)};`,
      `type New${String(index)} = ${within("New", one.new)};`,
    ]),
    "export {};",
  ].join("\n");
  const read = typesIn(text);
  return new Map(
    asked.flatMap((one, index): [UndecidedTypes, CheckedTypes][] => {
      const before = read.typeOf(`Old${String(index)}`);
      const after = read.typeOf(`New${String(index)}`);
      const isKnown = ![one.old, one.new].some(
        (shape) => old.unknown.has(shape) || now.unknown.has(shape),
      );
      const answer =
        isKnown && before && after
          ? compareTypes(read.checker, before, after)
          : undefined;
      return answer ? [[one, answer]] : [];
    }),
  );
};

const namespaceOf = (
  name: string,
  models: ReadonlyMap<string, Shape>,
): readonly string[] => [
  `namespace ${name} {`,
  ...[...models].map(([model, shape]) =>
    shape.kind === "object"
      ? `export interface ${model} ${printShape(shape)}`
      : `export type ${model} = ${printShape(shape)};`,
  ),
  "}",
];

const within = (namespace: string, shape: Shape): string =>
  printShape(shape, (model) => `${namespace}.${model}`);

const path = "/types.ts";

interface ReadTypes {
  readonly checker: ts.TypeChecker;
  readonly typeOf: (alias: string) => ts.Type | undefined;
}

const typesIn = (text: string): ReadTypes => {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: typescript.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
    },
  });
  const { compilerNode } = project.createSourceFile(path, text);
  const checker = project.getProgram().compilerObject.getTypeChecker();
  const aliases = new Map(
    compilerNode.statements
      .filter((one) => typescript.isTypeAliasDeclaration(one))
      .map((one) => [one.name.text, one]),
  );
  return {
    checker,
    typeOf: (alias) => {
      const node = aliases.get(alias);
      return node && checker.getTypeAtLocation(node.name);
    },
  };
};

/** Undefined of types that fit anything. */
const compareTypes = (
  checker: ts.TypeChecker,
  before: ts.Type,
  after: ts.Type,
): CheckedTypes | undefined => {
  const never = checker.getNeverType();
  const fitsAll = [before, after].some((type) =>
    checker.isTypeAssignableTo(type, never),
  );
  if (fitsAll) return undefined;
  const [had, has] = [before, after].map((type) => namesIn(checker, type));
  return {
    isWider: checker.isTypeAssignableTo(before, after),
    isNarrower: checker.isTypeAssignableTo(after, before),
    gone: [...(had ?? [])].filter((name) => has?.has(name) !== true).sort(),
    come: [...(has ?? [])].filter((name) => had?.has(name) !== true).sort(),
  };
};

/** Properties that any variant has: those of texts and lists are the language's. */
const namesIn = (
  checker: ts.TypeChecker,
  type: ts.Type,
): ReadonlySet<string> => {
  const variants = type.isUnion() ? type.types : [type];
  return new Set(
    variants
      .flatMap((one) => checker.getPropertiesOfType(one))
      .filter(({ declarations = [] }) =>
        declarations.some((one) => one.getSourceFile().fileName === path),
      )
      .map(({ name }) => name),
  );
};
