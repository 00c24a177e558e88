/**
 * The values that describe an operation to the runtime: plain data that names functions of the
 * runtime. The resource files print it; the samples in other languages evaluate it.
 */
import type { Text } from "../../sdk/sdk.js";
import { code, join, key, lit, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import type { RuntimeSymbol } from "./symbols.js";

/** Members that are undefined are left out. */
export type DescriptorValue =
  | string
  | number
  | true
  | RuntimeReference
  | readonly DescriptorValue[]
  | DescriptorObject;

/** Its keys are those of the runtime's interfaces, never names of the document. */
export interface DescriptorObject {
  readonly [key: string]: DescriptorValue | undefined;
}

/** A function or object of the runtime; with arguments, what a call of the function returns. */
export class RuntimeReference {
  constructor(
    readonly symbol: RuntimeSymbol,
    readonly callArguments?: readonly DescriptorValue[],
  ) {}
}

/** The value as an expression; what it names of the runtime is imported. */
export function valueCode(value: DescriptorValue, module: Module): Code {
  if (typeof value !== "object") return lit(value);
  const listCode = (values: readonly DescriptorValue[]): Code =>
    join(
      values.map((item) => valueCode(item, module)),
      ", ",
    );
  if (isList(value)) return code`[${listCode(value)}]`;
  if (value instanceof RuntimeReference) {
    const name = module.use(value.symbol);
    return value.callArguments
      ? code`${name}(${listCode(value.callArguments)})`
      : name;
  }
  const members = Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined) return [];
    const written = valueCode(member, module);
    const property = key(name as Text);
    return [written === property ? written : code`${property}: ${written}`];
  });
  return code`{ ${join(members, ", ")} }`;
}

/** `Array.isArray` does not narrow to lists that are readonly. */
export const isList = (
  value: DescriptorValue,
): value is readonly DescriptorValue[] => Array.isArray(value);
