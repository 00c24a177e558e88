/**
 * Names of types: what a person asked for, what the document calls them, what their places suggest.
 */
import type { Name } from "../../sdk/sdk.js";
import { pascalCase } from "./casing.js";
import { extensionName } from "./name-extensions.js";
import type { Scope } from "./names.js";
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
}

export const isComponent = ({ pointer }: ModelSource): boolean =>
  pointer.length === 3 && pointer[1] === "schemas";

const extensions = [
  "x-sdkwright-name",
  "x-speakeasy-name-override",
  "x-fern-type-name",
];

/** What a person asks for: by the config, then by extensions. */
function chosenName(
  { pointer, schema }: ModelSource,
  wanted: Readonly<Record<string, string>>,
): string | undefined {
  const [, , name = ""] = pointer;
  if (Object.hasOwn(wanted, name)) return wanted[name];
  return isSchemaObject(schema)
    ? extensionName(schema, extensions, pascalCase)
    : undefined;
}

export function settleModelNames(
  keys: ModelKeys,
  { scope, wanted: wishes }: ModelNaming,
): Map<string, Name> {
  const claims = keys.all().map((source) => {
    const { key, pointer } = source;
    const spelling = nameOfPointer(pointer);
    const chosen = isComponent(source) ? chosenName(source, wishes) : undefined;
    const wanted = chosen ?? (pascalCase(spelling) || "Model");
    return {
      key,
      chosen: chosen !== undefined,
      isComponent: isComponent(source),
      id: `schema ${isComponent(source) ? spelling : pointer.join("/")}`,
      wanted,
      spelling,
      otherwise: `${wanted}Model`,
    };
  });
  scope.expect(claims.map(({ id }) => id));
  // Names that people chose come before names that we derive from places.
  const names = new Map([
    ...scope.settle(claims.filter((claim) => claim.isComponent)),
    ...scope.settle(claims.filter((claim) => !claim.isComponent)),
  ]);
  return new Map(
    claims.map(({ key, id }) => {
      const name = names.get(id);
      if (name === undefined) throw new Error(`no name for ${id}`);
      return [key, name];
    }),
  );
}
