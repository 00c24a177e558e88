/**
 * A caller that uses everything that a surface declares, once. It is compiled and never run.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import type { Surface } from "../surface/surface.js";
import { modelDeclarations, uploadType } from "./caller-types.js";
import { clientUses } from "./client-uses.js";
import { modelUses } from "./model-uses.js";
import { operationUses } from "./operation-uses.js";
import type { Use } from "./use.js";

export interface Caller {
  readonly text: string;
  readonly uses: readonly Use[];
  /** The use that stands in a line, counted from 1; undefined of declarations. */
  readonly useAt: (line: number) => Use | undefined;
}

/** @param entry what the caller imports: `./src/index.js` */
export const writeCaller = (surface: Surface, entry: string): Caller => {
  const uses = [
    ...operationUses(surface),
    ...modelUses(surface),
    ...clientUses(surface),
  ].filter(({ statements }) => statements.length > 0);
  const calls = uses.map((use, index) => [
    `export const use${index} = async (): Promise<void> => {`,
    ...use.statements,
    "};",
  ]);
  const models = modelDeclarations(surface);
  const isUploading = [...models, ...calls.flat()].some((line) =>
    line.includes(uploadType),
  );
  const lines = [
    ...declarations(surface, entry),
    ...(isUploading ? [`type ${uploadType} = sdk.${uploadType};`] : []),
    ...models,
  ];
  const owners = new Map<number, Use>();
  calls.forEach((body, index) => {
    const use = uses[index];
    for (const line of body) {
      lines.push(line);
      if (use) owners.set(lines.length, use);
    }
  });
  return {
    text: lines.join("\n") + "\n",
    uses,
    useAt: (line) => owners.get(line),
  };
};

const declarations = (surface: Surface, entry: string): readonly string[] => {
  const { className, coreName } = surface.client;
  const typeOf = (name: string): string =>
    isIdentifier(name) ? `sdk.${name}` : "never";
  return [
    `import * as sdk from ${JSON.stringify(entry)};`,
    `declare const core: ${typeOf(coreName)};`,
    `declare const client: ${typeOf(className)};`,
    "declare const problem: unknown;",
    "declare const given: <T>() => T;",
    "declare const take: <T>(value: T) => void;",
  ];
};
