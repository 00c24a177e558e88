/**
 * Sample calls, with the values of the document's examples.
 */
import type { Name, Operation, Sdk, Type } from "../sdk.js";
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
  if (positional) values.push(valueCode(sample.positional, positional.type));
  const fields = new Map(params?.fields.map((field) => [field.name, field]));
  const entries = [...(sample.params ?? [])].flatMap(([name, value]) => {
    const field = fields.get(name);
    return field && (extent === "full" || !field.optional)
      ? [code`  ${key(name)}: ${valueCode(value, field.type)},\n`]
      : [];
  });
  if (entries.length > 0) values.push(code`{\n${join(entries, "")}}`);
  else if (params && !params.optional) values.push(code`{}`);
  return values;
}

/** A value as the type takes it: where a file is wanted, the text becomes one. */
function valueCode(value: unknown, type: Type): Code {
  switch (type.kind) {
    case "binary":
      return code`new Blob([${lit(typeof value === "string" ? value : "content")}])`;
    case "array":
      return Array.isArray(value)
        ? code`[${join(
            value.map((item) => valueCode(item, type.item)),
            ", ",
          )}]`
        : lit(value);
    case "union": {
      const file = type.members.find(({ kind }) => kind === "binary");
      return file && typeof value === "string"
        ? valueCode(value, file)
        : lit(value);
    }
    default:
      return lit(value);
  }
}
