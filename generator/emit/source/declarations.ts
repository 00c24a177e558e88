/**
 * Functions, classes and interfaces as code. Form is not their business: `write` lays out the file.
 */
import { code, join, type Code } from "../encode/encode.js";

export interface Parameter {
  readonly name: Code;
  readonly type: Code;
  readonly optional?: boolean;
  readonly initializer?: Code;
}

/** One way to call a function. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly returnType: Code;
}

interface Callable extends Signature {
  /** The comment before it; empty when there is none. */
  readonly about: Code;
  readonly name: Code;
  readonly typeParameters?: Code;
  /** The ways that callers see, where there are several; the signature itself takes them all. */
  readonly overloads?: readonly Signature[];
  readonly statements: readonly Code[];
}

export type FunctionParts = Callable;
export type MethodParts = Callable;

/** A field of a class or a property of an interface. */
export interface FieldParts {
  readonly about?: Code;
  readonly name: Code;
  readonly type: Code;
  readonly optional?: boolean;
  readonly readonly?: boolean;
}

export interface InterfaceParts {
  readonly about: Code;
  readonly name: Code;
  readonly extends: readonly Code[];
  readonly properties: readonly FieldParts[];
}

export interface ClassParts {
  readonly about: Code;
  readonly name: Code;
  readonly extends?: Code;
  readonly properties: readonly FieldParts[];
  readonly parameters: readonly Parameter[];
  /** The body of the constructor. */
  readonly statements: readonly Code[];
  readonly methods: readonly MethodParts[];
}

const nothing = code``;

export const functionCode = (parts: FunctionParts): Code =>
  callableCode(parts, code`export function `);

/** A function that is one expression: less of a bundle than one with a body, and as easy to leave out. */
export const arrowCode = (
  { about, name, parameters, returnType }: Omit<FunctionParts, "statements">,
  expression: Code,
): Code =>
  code`${about}export const ${name} = (${parametersCode(parameters)}): ${returnType} => ${expression};\n`;

const callableCode = (parts: Callable, prefix: Code): Code => {
  const { about, name, typeParameters = nothing, overloads = [] } = parts;
  const head = ({ parameters, returnType }: Signature): Code =>
    code`${prefix}${name}${typeParameters}(${parametersCode(parameters)}): ${returnType}`;
  return join(
    [
      ...overloads.map((overload) => code`${about}${head(overload)};\n`),
      overloads.length > 0 ? nothing : about,
      code`${head(parts)} ${blockCode(parts.statements)}\n`,
    ],
    "",
  );
};

const parametersCode = (parameters: readonly Parameter[]): Code =>
  join(
    parameters.map(
      ({ name, type, optional, initializer }) =>
        code`${name}${optional === true ? code`?` : nothing}: ${type}${
          initializer === undefined ? nothing : code` = ${initializer}`
        }`,
    ),
    ", ",
  );

const blockCode = (statements: readonly Code[]): Code =>
  code`{\n${join(statements, "\n")}\n}`;

const fieldCode = ({
  about = nothing,
  name,
  type,
  optional,
  readonly,
}: FieldParts): Code =>
  code`${about}${readonly === true ? code`readonly ` : nothing}${name}${
    optional === true ? code`?` : nothing
  }: ${type};\n`;

export const interfaceCode = ({
  about,
  name,
  extends: bases,
  properties,
}: InterfaceParts): Code =>
  code`${about}export interface ${name}${
    bases.length > 0 ? code` extends ${join(bases, ", ")}` : nothing
  } {\n${join(properties.map(fieldCode), "")}}\n`;

/** An empty line stands before the constructor and each method. */
export const classCode = ({
  about,
  name,
  extends: base,
  properties,
  parameters,
  statements,
  methods,
}: ClassParts): Code =>
  code`${about}export class ${name}${
    base === undefined ? nothing : code` extends ${base}`
  } {\n${join(
    [
      ...(properties.length > 0 ? [join(properties.map(fieldCode), "")] : []),
      code`constructor(${parametersCode(parameters)}) ${blockCode(statements)}\n`,
      ...methods.map((method) => callableCode(method, nothing)),
    ],
    "\n",
  )}}\n`;
