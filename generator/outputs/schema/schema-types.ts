/**
 * What openapi-typescript makes of a document, by its public functions: those that its own `openapiTS`
 * calls once it has read one. Comments, which are text of the document, are left out.
 */
import { createRequire } from "node:module";
import type * as OpenAPITypeScript from "openapi-typescript";
import type typescript from "typescript";
import type { Document } from "../../openapi/document.js";
import { escapeUnits, invisible } from "../../emit/encode/encode.js";
import type { Code } from "../../plugin/index.js";

// Required and not imported: Node takes long to find out what such large CommonJS modules export.
const require = createRequire(import.meta.url);

export type SchemaTypes =
  | { readonly kind: "types"; readonly declarations: Code }
  | { readonly kind: "impossible"; readonly reason: string };

/**
 * @param options of the library, over its defaults
 * @returns declarations of types, and nothing else; or why there are none
 */
export function schemaTypes(
  { root }: Document,
  options: OpenAPITypeScript.OpenAPITSOptions = {},
): SchemaTypes {
  const library = require("openapi-typescript") as typeof OpenAPITypeScript;
  const ts = require("typescript") as typeof typescript;
  // The library writes the values of discriminators into it.
  const document = structuredClone(
    root,
  ) as object as OpenAPITypeScript.OpenAPI3;
  let text: string;
  try {
    const nodes = library.transformSchema(document, {
      ...settings,
      ...options,
      // Filled by the library.
      injectFooter: [],
      discriminators: library.scanDiscriminators(document, { silent: true }),
      resolve: ($ref: string) =>
        library.resolveRef(document, $ref, { silent: true }),
    } as object as OpenAPITypeScript.GlobalContext);
    // What is invisible can only be in texts, where an escape is the same.
    text = library
      .astToString(nodes, { formatOptions: { removeComments: true } })
      .replace(invisible, (character) =>
        character === "\n" ? character : escapeUnits(character),
      );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "impossible", reason };
  }
  const problem = problemOf(text, ts);
  return problem === undefined
    ? // Looked through above: there is nothing in it but types.
      { kind: "types", declarations: `${text.trim()}\n` as Code }
    : { kind: "impossible", reason: problem };
}

/** The defaults of `openapiTS`. */
const settings: Omit<
  OpenAPITypeScript.GlobalContext,
  | "redoc"
  | "injectFooter"
  | "resolve"
  | "discriminators"
  | "postTransform"
  | "transform"
  | "transformProperty"
> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: true,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
};

const names: ReadonlySet<string> = new Set([
  "paths",
  "webhooks",
  "components",
  "$defs",
  "operations",
  "WithRequired",
]);

/** The library is not ours: whatever it makes of a document, only its declarations of types get in. */
const problemOf = (text: string, ts: typeof typescript): string | undefined => {
  const file = ts.createSourceFile("schema.ts", text, ts.ScriptTarget.ES2022);
  const { parseDiagnostics = [] } = file as unknown as {
    readonly parseDiagnostics?: readonly typescript.Diagnostic[];
  };
  if (parseDiagnostics.length > 0) return "what it gives does not parse";
  const isType = (statement: typescript.Statement): boolean =>
    (ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)) &&
    names.has(statement.name.text);
  return file.statements.every(isType)
    ? undefined
    : "what it gives is not types alone";
};
