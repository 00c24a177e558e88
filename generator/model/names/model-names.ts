/**
 * Names of types: those that the config or an extension asks for, those of component schemas, and
 * those made from the pointer of a schema.
 */
import type { Name } from "../../sdk/sdk.js";
import { pascalCase } from "./casing.js";
import { extensionName } from "./name-extensions.js";
import { nameOf, type Scope } from "./names.js";
import { isOnlyCounted } from "./schema-spellings.js";
import {
  isSchemaObject,
  nameOfPointer,
  type ModelKeys,
  type ModelSource,
} from "../references.js";

export interface ModelNaming {
  readonly scope: Scope;
  /** Names that the config asks for, by the name of the schema. */
  readonly wanted: Readonly<Record<string, string>>;
  /** Names of schemas without what a framework adds to them, by the name in the document. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** True for the schemas of `components`, which have names. */
export const isComponent = ({ pointer }: ModelSource): boolean =>
  pointer.length === 3 && pointer[1] === "schemas";

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-type-name",
];

const extended = ({ schema }: ModelSource): string | undefined =>
  isSchemaObject(schema)
    ? extensionName(schema, extensions, pascalCase)
    : undefined;

/** Its name in the document; its title where that is a number, which is another one's in the next version. */
export const spellingOf = (
  source: ModelSource,
  spellings: ModelNaming["spellings"],
): string => {
  const name = nameOfPointer(source.pointer);
  return isComponent(source) && isOnlyCounted(name)
    ? (spellings.get(name) ?? name)
    : name;
};

/** The name without the config: that of an extension, or its own. */
export const derivedModelName = (
  source: ModelSource,
  spellings: ModelNaming["spellings"],
): string => {
  const spelling = nameOfPointer(source.pointer);
  const isShared = isComponent(source);
  const plain = (isShared ? spellings.get(spelling) : undefined) ?? spelling;
  return (
    (isShared ? extended(source) : undefined) ?? (pascalCase(plain) || "Model")
  );
};

export interface SettledModelName {
  readonly name: Name;
  /** What it would have got, had the name been free. */
  readonly wanted: string;
}

/** @returns the names of all models, by key */
export function settleModelNames(
  keys: ModelKeys,
  { scope, wanted: configured, spellings }: ModelNaming,
): ReadonlyMap<string, SettledModelName> {
  const claims = keys.all().map((source) => {
    const { key, pointer } = source;
    const [, , component = ""] = pointer;
    const isShared = isComponent(source);
    const spelling = spellingOf(source, spellings);
    const chosen =
      isShared && Object.hasOwn(configured, component)
        ? configured[component]
        : undefined;
    const wanted = chosen ?? derivedModelName(source, spellings);
    return {
      key,
      isChosen:
        chosen !== undefined || (isShared && extended(source) !== undefined),
      isShared,
      id: `schema ${isShared ? spelling : pointer.join("/")}`,
      wanted,
      spelling,
      isType: true,
      otherwise: `${wanted}Model`,
    };
  });
  scope.expect(claims.map(({ id }) => id));
  // Names that people wrote come before names that we make from pointers.
  const names = new Map([
    ...scope.settle(claims.filter(({ isShared }) => isShared)),
    ...scope.settle(claims.filter(({ isShared }) => !isShared)),
  ]);
  return new Map(
    claims.map(({ key, id, wanted }) => [
      key,
      { name: nameOf(names, id), wanted },
    ]),
  );
}
