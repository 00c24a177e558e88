/**
 * The interfaces of `document.ts` and `metadata.ts` name fields of the tables of objects alone, with the types that the
 * tables give them.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  type FieldType,
  type ObjectKind,
  sections,
  shapeOf,
} from "../../generator/openapi/grammar.js";

const statements = ["document.ts", "metadata.ts"].flatMap((name) => {
  const file = new URL(`../../generator/openapi/${name}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    .statements;
});

const interfaces = new Map(
  statements
    .filter(ts.isInterfaceDeclaration)
    .map((node) => [node.name.text, node]),
);

/** What is no object of OpenAPI; `Encodings` are fields that two objects share. */
const others = ["Reference", "Resolved", "Document", "Extensible", "Encodings"];

/** Those of an interface and of what it extends. */
const propertiesOf = (
  node: ts.InterfaceDeclaration,
): readonly ts.PropertySignature[] => {
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(
      ({ expression }) => interfaces.get(expression.getText()) ?? [],
    ),
  );
  return [
    ...bases.flatMap(propertiesOf),
    ...node.members.filter(ts.isPropertySignature),
  ];
};

const aliases = new Set(
  statements.filter(ts.isTypeAliasDeclaration).map((node) => node.name.text),
);

/** Names that differ from those of the tables, which have no room for TypeScript's own. */
const names: Readonly<Partial<Record<ObjectKind, string>>> = {
  openapi: "OpenApi",
  operation: "OperationObject",
  parameter: "ParameterObject",
  schema: "SchemaObject",
  flows: "OAuthFlows",
  flow: "OAuthFlow",
};

const nameOf = (kind: ObjectKind): string =>
  names[kind] ?? kind.slice(0, 1).toUpperCase() + kind.slice(1);

const kindOf = (name: string): ObjectKind => {
  const kind = Object.entries(names).find(([, given]) => given === name)?.[0];
  return (kind ?? name.slice(0, 1).toLowerCase() + name.slice(1)) as ObjectKind;
};

/** The TypeScript type of what a field holds after `load`. */
const typeOf = (content: FieldType): string => {
  switch (content.form) {
    case "any":
      return "unknown";
    case "array": {
      const item = typeOf(content.of);
      return `readonly ${item.includes(" ") ? `(${item})` : item}[]`;
    }
    case "map":
      return `Readonly<Record<string, ${typeOf(content.of)}>>`;
    case "scalar":
      return {
        string: "string",
        boolean: "boolean",
        number: "number",
        nonNegativeInteger: "number",
        exclusiveBound: "number",
        typeNames: "string | readonly string[]",
      }[content.scalar];
    case "object": {
      if (content.kind === "schema") return "Schema";
      const name = nameOf(content.kind);
      const shape = shapeOf(content.kind);
      if (interfaces.has(name)) {
        // Path items have `$ref` among their own fields; `load` copies media types in place.
        const isCopied = content.kind === "mediaType";
        return sections.has(content.kind) &&
          !isCopied &&
          !shape.fields.has("$ref")
          ? `${name} | Reference`
          : name;
      }
      if (aliases.has(name))
        return sections.has(content.kind) ? `${name} | Reference` : name;
      // Objects without fixed fields need no interface.
      return shape.patterned
        ? typeOf({ form: "map", of: shape.patterned })
        : `(no interface ${name})`;
    }
  }
};

describe.each([...interfaces].filter(([name]) => !others.includes(name)))(
  "the interface %s",
  (name, declaration) => {
    const properties = propertiesOf(declaration);
    const { fields } = shapeOf(kindOf(name));

    it.each(properties.map((node) => [node.name.getText(), node] as const))(
      "has %s as the tables do",
      (property, node) => {
        const field = fields.get(property);
        expect(field).toBeDefined();
        if (field === undefined) return;
        const type = node.type
          ?.getText()
          .replace(/\s+/g, " ")
          .replace(/< /g, "<")
          .replace(/,? >/g, ">");
        expect(type).toBe(typeOf(field.content));
        expect(node.questionToken === undefined).toBe(
          field.presence !== "optional",
        );
      },
    );
  },
);
