/**
 * Sample calls, with the values of the document's examples.
 */
import type { Name, Operation, Sdk, Text } from "../sdk.js";
import { code, ident, join, key, lit, type Code } from "./encode.js";

/** `const page = await openRouter.apiKeys.list();` */
export function callCode(
  operation: Operation,
  path: readonly Name[],
  { client }: Sdk,
  extent: Extent = "full",
): Code {
  const target = join(
    [client.variable, ...path, operation.methodName].map(ident),
    ".",
  );
  const call = code`${target}(${join(argumentsCode(operation, extent), ", ")})`;
  if (operation.paging)
    return code`for await (const item of ${call}) {\n  console.log(item);\n}`;
  switch (operation.result.kind) {
    case "none":
      return code`await ${call};`;
    case "events":
    case "jsonLines":
      return code`for await (const event of await ${call}) {\n  console.log(event);\n}`;
    default:
      return code`const result = await ${call};`;
  }
}

/** Everything that the document's example has, or only what the call needs. */
export type Extent = "full" | "required";

export function argumentsCode(
  { positional, params, sample }: Operation,
  extent: Extent,
): Code[] {
  const values: Code[] = [];
  if (positional) values.push(valueCode(sample.positional));
  const entries = [...(sample.params ?? [])].filter(([name]) =>
    params?.fields.some(
      (field) => field.name === name && (extent === "full" || !field.optional),
    ),
  );
  if (entries.length > 0) values.push(objectCode(entries));
  else if (params && !params.optional) values.push(code`{}`);
  return values;
}

const objectCode = (entries: readonly (readonly [Text, unknown])[]): Code =>
  code`{\n${join(
    entries.map(
      ([name, value]) => code`  ${key(name)}: ${valueCode(value)},\n`,
    ),
    "",
  )}}`;

/** A sample shows the shape; a long list of values would hide it. */
const valueCode = (value: unknown): Code => lit(value);
