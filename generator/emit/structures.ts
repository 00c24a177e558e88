/**
 * The statements of a generated TypeScript file: ts-morph's structures as plain data, with `Code`
 * wherever ts-morph takes a string, so that the text of a document does not compile in any of them.
 */
import type * as Morph from "ts-morph";
import {
  code,
  type Code,
  type DocBody,
  type ModuleSpecifier,
} from "./encode/encode.js";

/** Properties that are no plain code: ts-morph writes them within a comment or quotes. */
interface EncodedProperties {
  readonly docs: readonly DocBody[];
  readonly moduleSpecifier: ModuleSpecifier;
  readonly declarationKind: "const" | "namespace";
}

/**
 * The number of a member of `StructureKind`: loading the enum would load the library. The compiler
 * checks the numbers below against these types.
 */
type NumberOf<Kind extends Morph.StructureKind> =
  `${Kind}` extends `${infer Value extends number}` ? Value : never;

/** A structure of ts-morph of code and data alone: no other strings, no functions. */
type Coded<T> = T extends Morph.StructureKind
  ? NumberOf<T>
  : T extends string
    ? Code
    : T extends (...parameters: never) => unknown
      ? never
      : T extends readonly (infer Item)[]
        ? readonly Coded<Item>[]
        : T extends object
          ? {
              readonly [Key in keyof T]: Key extends keyof EncodedProperties
                ? EncodedProperties[Key]
                : Coded<T[Key]>;
            }
          : T;

export type ImportStructure = Coded<Morph.ImportDeclarationStructure>;
export type ExportStructure = Coded<Morph.ExportDeclarationStructure>;
export type InterfaceStructure = Coded<Morph.InterfaceDeclarationStructure>;
export type AliasStructure = Coded<Morph.TypeAliasDeclarationStructure>;
export type ConstantStructure = Coded<Morph.VariableStatementStructure>;
export type FunctionStructure = Coded<Morph.FunctionDeclarationStructure>;
export type ClassStructure = Coded<Morph.ClassDeclarationStructure>;
export type NamespaceStructure = Coded<Morph.ModuleDeclarationStructure>;

export type Statement =
  | ImportStructure
  | ExportStructure
  | InterfaceStructure
  | AliasStructure
  | ConstantStructure
  | FunctionStructure
  | ClassStructure
  | NamespaceStructure
  /** A statement, or several, written as they are. */
  | Code;

/** A property of an interface, or a field of a class. */
export type PropertyStructure = Coded<
  Morph.OptionalKind<Morph.PropertySignatureStructure>
>;
export type MethodStructure = Coded<
  Morph.OptionalKind<Morph.MethodDeclarationStructure>
>;
export type ParameterStructure = Coded<
  Morph.OptionalKind<Morph.ParameterDeclarationStructure>
>;

type Given<Structure> = Omit<Structure, "kind" | "isExported">;

/** ts-morph sets functions, classes and interfaces apart, but not the other statements. */
const blankLine = code`\n`;

export const importFrom = (given: Given<ImportStructure>): ImportStructure => ({
  kind: 16,
  ...given,
});

export const exportFrom = (given: Given<ExportStructure>): ExportStructure => ({
  kind: 11,
  leadingTrivia: blankLine,
  ...given,
});

export const exportInterface = (
  given: Given<InterfaceStructure>,
): InterfaceStructure => ({
  kind: 19,
  isExported: true,
  ...given,
});

export const exportAlias = (given: Given<AliasStructure>): AliasStructure => ({
  kind: 38,
  isExported: true,
  leadingTrivia: blankLine,
  ...given,
});

/** `export const name = initializer;` */
export const exportConstant = ({
  docs = [],
  name,
  type,
  initializer,
}: {
  readonly docs?: readonly DocBody[];
  readonly name: Code;
  readonly type?: Code;
  readonly initializer: Code;
}): ConstantStructure => ({
  kind: 41,
  isExported: true,
  leadingTrivia: blankLine,
  docs,
  declarationKind: "const",
  declarations: [{ name, ...(type !== undefined && { type }), initializer }],
});

export const exportFunction = (
  given: Given<FunctionStructure>,
): FunctionStructure => ({
  kind: 13,
  isExported: true,
  ...given,
});

export const exportClass = (given: Given<ClassStructure>): ClassStructure => ({
  kind: 2,
  isExported: true,
  ...given,
});

/** `export declare namespace Name { export { type A }; … }`: types alone, which nothing runs. */
export const namespaceOf = ({
  name,
  types,
  aliases,
  namespaces,
}: {
  readonly name: Code;
  readonly types: readonly { readonly name: Code; readonly alias?: Code }[];
  readonly aliases: readonly AliasStructure[];
  readonly namespaces: readonly NamespaceStructure[];
}): NamespaceStructure => ({
  kind: 29,
  declarationKind: "namespace",
  isExported: true,
  hasDeclareKeyword: true,
  name,
  statements: [
    {
      kind: 11,
      namedExports: types.map((type) => ({ ...type, isTypeOnly: true })),
    },
    ...aliases,
    ...namespaces.map((inner) => ({ ...inner, hasDeclareKeyword: false })),
  ],
});
