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

/** Strings that ts-morph sets into a place of its own: a comment, quotes. */
interface Places {
  readonly docs: readonly DocBody[];
  readonly moduleSpecifier: ModuleSpecifier;
  readonly declarationKind: "const";
}

/** The number of a member of `StructureKind`: only types can be imported without the library. */
type NumberOf<Kind extends Morph.StructureKind> =
  `${Kind}` extends `${infer Value extends number}` ? Value : never;

/** A structure of ts-morph that holds only code and data: no other strings, no functions. */
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
              readonly [Key in keyof T]: Key extends keyof Places
                ? Places[Key]
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

export type Statement =
  | ImportStructure
  | ExportStructure
  | InterfaceStructure
  | AliasStructure
  | ConstantStructure
  | FunctionStructure
  | ClassStructure;

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

const kinds: {
  readonly class: NumberOf<Morph.StructureKind.Class>;
  readonly export: NumberOf<Morph.StructureKind.ExportDeclaration>;
  readonly function: NumberOf<Morph.StructureKind.Function>;
  readonly import: NumberOf<Morph.StructureKind.ImportDeclaration>;
  readonly interface: NumberOf<Morph.StructureKind.Interface>;
  readonly alias: NumberOf<Morph.StructureKind.TypeAlias>;
  readonly constant: NumberOf<Morph.StructureKind.VariableStatement>;
} = {
  class: 2,
  export: 11,
  function: 13,
  import: 16,
  interface: 19,
  alias: 38,
  constant: 41,
};

type Given<Structure> = Omit<Structure, "kind" | "isExported">;

/** ts-morph sets functions, classes and interfaces apart, but not the other statements. */
const blankLine = code`\n`;

export const importFrom = (given: Given<ImportStructure>): ImportStructure => ({
  kind: kinds.import,
  ...given,
});

export const exportFrom = (given: Given<ExportStructure>): ExportStructure => ({
  kind: kinds.export,
  leadingTrivia: blankLine,
  ...given,
});

export const exportInterface = (
  given: Given<InterfaceStructure>,
): InterfaceStructure => ({
  kind: kinds.interface,
  isExported: true,
  ...given,
});

export const exportAlias = (given: Given<AliasStructure>): AliasStructure => ({
  kind: kinds.alias,
  isExported: true,
  leadingTrivia: blankLine,
  ...given,
});

/** `export const name = initializer;` */
export const exportConstant = ({
  docs = [],
  name,
  initializer,
}: {
  readonly docs?: readonly DocBody[];
  readonly name: Code;
  readonly initializer: Code;
}): ConstantStructure => ({
  kind: kinds.constant,
  isExported: true,
  leadingTrivia: blankLine,
  docs,
  declarationKind: "const",
  declarations: [{ name, initializer }],
});

export const exportFunction = (
  given: Given<FunctionStructure>,
): FunctionStructure => ({
  kind: kinds.function,
  isExported: true,
  ...given,
});

export const exportClass = (given: Given<ClassStructure>): ClassStructure => ({
  kind: kinds.class,
  isExported: true,
  ...given,
});
