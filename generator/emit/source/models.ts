/**
 * `src/models.ts`: the types of the document, each under its name.
 */
import type { Model, Sdk, Type } from "../../sdk/sdk.js";
import {
  code,
  doc,
  description,
  docs,
  ident,
  join,
  key,
  lit,
  type Code,
} from "../encode/encode.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportAlias,
  exportConstant,
  exportInterface,
  type Statement,
} from "../structures.js";
import { modelAliases } from "./aliases.js";
import { remarksOf } from "./comments.js";
import { repeatedTypes } from "./repeated-types.js";
import { propertyStructures, typeCode } from "./types.js";

/** @param isRequired true if other files use `WithRequired` */
export function modelsModule(sdk: Sdk, isRequired: boolean): Module {
  // Sorted, so that an unchanged type keeps its place when the document is reordered.
  const sorted = [...sdk.models].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { models, places } = repeatedTypes(sorted);
  const module = new Module(modulePaths.models, new Set(), places);
  for (const model of models)
    module.add(...declarationsOf(model, module), ...modelAliases(sdk, model));
  if (isRequired || module.mentions("WithRequired")) module.add(withRequired);
  return module;
}

const withRequired = exportAlias({
  docs: description("T with the properties K made required."),
  name: code`WithRequired`,
  typeParameters: [
    { name: code`T` },
    { name: code`K`, constraint: code`PropertyKey` },
  ],
  // Names that T does not have are ignored.
  type: code`T & { [P in K & keyof T]-?: T[P] }`,
});

/** The type of a model; for an enum with named members also the object that holds them. */
function declarationsOf(model: Model, module: Module): Statement[] {
  const { declaration } = model;
  const name = ident(model.name);
  const documented = { docs: docs(remarksOf(model.doc)), name };
  switch (declaration.kind) {
    case "interface":
      return [
        exportInterface({
          ...documented,
          extends: declaration.extends.map(ident),
          properties: propertyStructures(declaration.body, module),
        }),
      ];
    case "alias": {
      const { members, type } = declaration;
      if (!members)
        return [exportAlias({ ...documented, type: typeCode(type, module) })];
      return [
        exportConstant({
          ...documented,
          initializer: code`{\n${join(members.map(enumMember), "")}} as const`,
        }),
        exportAlias({
          ...documented,
          type: isNullable(type)
            ? code`(typeof ${name})[keyof typeof ${name}] | null`
            : code`(typeof ${name})[keyof typeof ${name}]`,
        }),
      ];
    }
  }
}

const isNullable = (type: Type): boolean =>
  type.kind === "union" &&
  type.members.some(
    (member) => member.kind === "keyword" && member.keyword === "null",
  );

type EnumMember = NonNullable<
  Extract<Model["declaration"], { kind: "alias" }>["members"]
>[number];

const enumMember = (member: EnumMember): Code =>
  code`${doc(remarksOf(member.doc))}${key(member.name)}: ${lit(member.value)},\n`;
