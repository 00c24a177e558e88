/**
 * `src/models.ts`: the types of the document, each under its name.
 */
import type { Model, Sdk } from "../../sdk/sdk.js";
import { comment, remarksOf } from "./comments.js";
import { code, ident, join, key, lit, type Code } from "../encode/encode.js";
import { Module, modelsPath } from "../module.js";
import { membersCode, typeCode } from "./types.js";

/** @param isRequired do other files use `WithRequired`? */
export function modelsModule(sdk: Sdk, isRequired: boolean): Module {
  const module = new Module(modelsPath);
  // Sorted, so that an unchanged type stays where it was when the document is reordered.
  const models = [...sdk.models].sort((a, b) => (a.name < b.name ? -1 : 1));
  module.addAll(models.map((model) => modelCode(model, module)));
  if (isRequired || module.mentions("WithRequired")) module.add(withRequired);
  return module;
}

/** Makes optional properties required; names that \`T\` does not have are ignored. */
const withRequired = code`
/**
 * T with the properties K made required.
 */
export type WithRequired<T, K extends PropertyKey> = T & { [P in K & keyof T]-?: T[P] };
`;

function modelCode({ name, doc, declaration }: Model, module: Module): Code {
  const about = comment(remarksOf(doc));
  switch (declaration.kind) {
    case "interface": {
      const bases = declaration.extends.map(ident);
      const heritage =
        bases.length > 0 ? code` extends ${join(bases, ", ")}` : code``;
      return code`${about}export interface ${ident(name)}${heritage} {\n${membersCode(declaration.body, module)}}\n`;
    }
    case "alias":
      if (declaration.members)
        return code`${about}export const ${ident(name)} = {\n${join(
          declaration.members.map(
            (member) =>
              code`${comment(remarksOf(member.doc))}${key(member.name)}: ${lit(member.value)},\n`,
          ),
          "",
        )}} as const;\n\n${about}export type ${ident(name)} = (typeof ${ident(name)})[keyof typeof ${ident(name)}];\n`;
      return code`${about}export type ${ident(name)} = ${typeCode(declaration.type, module)};\n`;
  }
}
