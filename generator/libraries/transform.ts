/**
 * openapi-typescript's transform of one schema, apart from the rest of its package: a reader of
 * documents and a printer that are not used here. Loaded as the CommonJS that it is, for what it
 * requires to be ours.
 */
import { createRequire } from "node:module";
import type { GlobalContext } from "openapi-typescript";
import { requireApart } from "./provide.js";
import {
  plainTypeScript,
  type PropertySignature,
  type TypeNode,
} from "./plain-typescript.js";

/** A schema becomes a tree of plain objects. */
export type Transform = (schema: unknown, options: Options) => TypeNode;

export interface Options {
  readonly path: string;
  readonly ctx: Context;
}

/** What the library calls back and looks up. */
interface Calls {
  /** For every schema that has a type; undefined leaves it to the library. */
  transform(schema: object, options: Options): TypeNode | undefined;
  transformProperty(property: PropertySignature, schema: object): undefined;
  resolve($ref: string): { readonly properties: object };
}

/** Its linter alone reads `redoc`, and that is part of the reader that is left out. */
export type Context = Calls &
  Omit<GlobalContext, keyof Calls | "postTransform" | "redoc">;

const require = createRequire(import.meta.url);

export const loadTransform = (): Transform => {
  const path =
    require.resolve("openapi-typescript/dist/transform/schema-object.cjs");
  const { resolve } = createRequire(path);
  const loaded = requireApart(
    path,
    new Map<string, unknown>([
      [resolve("@redocly/openapi-core/lib/ref-utils.js"), pointers],
      [resolve("typescript"), plainTypeScript],
    ]),
  );
  return (loaded as { default: Transform }).default;
};

/**
 * What the transform needs of that reader: it asks for the pointers of models, and of every property.
 * At which property it is would be told in the names of enums, and none is declared as long as the
 * options `enum` and `enumValues` are off.
 */
const pointers = {
  parseRef: (ref: string) => ({
    pointer: ref.startsWith("#/components/") ? ref.slice(2).split("/") : [],
  }),
  escapePointer: () => "",
};
