/**
 * What operations are called in a mock: their functions, and what these were called before they were renamed,
 * as long as the functions have those names.
 */
import { deprecatedAlias } from "../../emit/source/aliases.js";
import {
  code,
  docs,
  exportInterface,
  ident,
  join,
  lit,
  operationsOf,
  type Alias,
  type Code,
  type Operation,
  type PluginFile,
  type Sdk,
  type Statement,
} from "../../plugin/index.js";
import { answerType, fixtureType } from "./mock-types.js";

/** What each operation can be made to answer. */
export const mocksInterface = (
  sdk: Sdk,
  name: Code,
  file: PluginFile,
): Statement => {
  const mock = file.runtime("Mock");
  return named(sdk, {
    about: "What operations answer, in place of the API's examples.",
    name,
    isOptional: true,
    typeOf: (operation) =>
      code`${mock}<${answerType(operation, file)}> | undefined`,
  });
};

export const fixturesInterface = (
  sdk: Sdk,
  name: Code,
  file: PluginFile,
): Statement =>
  named(sdk, {
    about: "The examples of successes.",
    name,
    isOptional: false,
    typeOf: (operation) => fixtureType(operation, file),
  });

interface Named {
  readonly about: string;
  readonly name: Code;
  readonly isOptional: boolean;
  /** Undefined of an operation that has nothing there. */
  readonly typeOf: (operation: Operation) => Code | undefined;
}

const named = (
  sdk: Sdk,
  { about, name, isOptional: hasQuestionToken, typeOf }: Named,
): Statement =>
  exportInterface({
    docs: docs([{ text: about }]),
    name,
    properties: [...operationsOf(sdk)].flatMap(({ operation }) => {
      const type = typeOf(operation);
      if (type === undefined) return [];
      const current = ident(operation.functionName);
      return [
        { name: current, hasQuestionToken, type },
        ...renamedTo(operation, sdk).map((alias) => ({
          docs: docs(deprecatedAlias(alias, `\`${current}\``)),
          name: join(alias.name.map(ident), "."),
          hasQuestionToken,
          type: code`${name}[${lit(operation.functionName)}]`,
        })),
      ];
    }),
  });

/** `renamed: { getPet: "readPet" },`, where there is any. */
export const renamedOperations = (sdk: Sdk): Code => {
  const members = [...operationsOf(sdk)].flatMap(({ operation }) =>
    renamedTo(operation, sdk).map(
      (alias) =>
        code`${join(alias.name.map(ident), ".")}: ${lit(operation.functionName)}`,
    ),
  );
  return members.length === 0
    ? code``
    : code`renamed: { ${join(members, ", ")} },\n`;
};

const renamedTo = (
  { functionName }: Operation,
  { aliases }: Sdk,
): readonly Alias[] =>
  aliases.filter(
    ({ kind, to }) =>
      kind === "function" && to.join(".") === String(functionName),
  );
