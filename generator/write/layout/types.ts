/**
 * Types, laid out as prettier lays them out.
 */
import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { keyCode, literalDoc } from "./literals.js";
import { bracedDoc } from "./members.js";
import { listDoc, UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";
import {
  bare,
  staysOnBracketLine,
  isNullable,
  isObject,
} from "./type-kinds.js";

const { align, group, ifBreak, indent, join, line, softline } = builders;

/** What surrounds a type decides how a union breaks, and which types need parentheses. */
export type TypePosition =
  "alone" | "assigned" | "argument" | "tuple" | "operand" | "element";

export function typeDoc(
  written: ts.TypeNode,
  source: ParsedText,
  position: TypePosition = "alone",
): Doc {
  const type = bare(written);
  const inner = (node: ts.TypeNode) => typeDoc(node, source, "element");
  if (keywords.has(type.kind)) return source.code(type);
  if (typescript.isLiteralTypeNode(type)) {
    const literal = literalDoc(type.literal, source);
    if (literal !== undefined) return literal;
  } else if (typescript.isTypeReferenceNode(type)) {
    return [
      source.code(type.typeName),
      argumentsDoc(type.typeArguments, source),
    ];
  } else if (typescript.isArrayTypeNode(type)) {
    return [inner(type.elementType), "[]"];
  } else if (typescript.isIndexedAccessTypeNode(type)) {
    return [inner(type.objectType), "[", typeDoc(type.indexType, source), "]"];
  } else if (typescript.isTypeOperatorNode(type)) {
    const operator = typescript.tokenToString(type.operator) ?? "";
    const doc: Doc = [operator, " ", inner(type.type)];
    return position === "element" ? ["(", doc, ")"] : doc;
  } else if (typescript.isUnionTypeNode(type)) {
    return unionDoc(type, source, position);
  } else if (typescript.isIntersectionTypeNode(type)) {
    const doc = intersectionDoc(type, source);
    return isInner(position) ? ["(", doc, ")"] : doc;
  } else if (typescript.isTypeLiteralNode(type)) {
    const [first] = type.members;
    return bracedDoc(type.members, (member) => memberDoc(member, source), {
      source,
      end: ";",
      isOpen: first !== undefined && source.isOpen(type, first),
    });
  } else if (typescript.isMappedTypeNode(type)) {
    return mappedDoc(type, source);
  } else if (typescript.isTupleTypeNode(type)) {
    return tupleDoc(type, source);
  }
  if (typescript.isTemplateLiteralTypeNode(type)) return source.atom(type);
  throw new UnsupportedSyntax(`a type: ${source.code(type)}`);
}

/** True for the parts of another type, where operators need parentheses. */
const isInner = (position: TypePosition): boolean =>
  position === "element" || position === "operand";

const keywords: ReadonlySet<ts.SyntaxKind> = new Set([
  typescript.SyntaxKind.StringKeyword,
  typescript.SyntaxKind.NumberKeyword,
  typescript.SyntaxKind.BooleanKeyword,
  typescript.SyntaxKind.ObjectKeyword,
  typescript.SyntaxKind.UnknownKeyword,
  typescript.SyntaxKind.UndefinedKeyword,
  typescript.SyntaxKind.NeverKeyword,
  typescript.SyntaxKind.VoidKeyword,
]);

function unionDoc(
  type: ts.UnionTypeNode,
  source: ParsedText,
  position: TypePosition,
): Doc {
  const members = type.types.map((member) =>
    typeDoc(member, source, "operand"),
  );
  if (isNullable(type)) {
    const nullable = join(" | ", members);
    return isInner(position) ? ["(", nullable, ")"] : nullable;
  }
  const union = group(
    members.map((member, index) => [
      index === 0 ? ifBreak("| ") : [line, "| "],
      align(2, member),
    ]),
  );
  switch (position) {
    case "element":
    case "operand":
      return ["(", group([indent([softline, union]), softline]), ")"];
    case "assigned":
    case "argument":
      return union;
    case "tuple":
      return group([
        indent([ifBreak(["(", softline]), union]),
        softline,
        ifBreak(")"),
      ]);
    case "alone":
      return group(indent([softline, union]));
  }
}

/** Objects stay on the line of the `&`. */
function intersectionDoc(
  type: ts.IntersectionTypeNode,
  source: ParsedText,
): Doc {
  let indented = false;
  return group(
    type.types.map((member, index): Doc => {
      const doc = typeDoc(member, source, "operand");
      const previous = type.types[index - 1];
      if (previous === undefined) return doc;
      const object = isObject(bare(member));
      const afterObject = isObject(bare(previous));
      if (object && afterObject) return [" & ", indented ? indent(doc) : doc];
      if (!object && !afterObject) return indent([" &", line, doc]);
      if (index > 1) indented = true;
      return [" & ", index > 1 ? indent(doc) : doc];
    }),
  );
}

export function argumentsDoc(
  types: readonly ts.TypeNode[] | undefined,
  source: ParsedText,
): Doc {
  const [first] = types ?? [];
  if (types === undefined || first === undefined) return "";
  const docs = types.map((type) => typeDoc(type, source, "argument"));
  return types.length === 1 && staysOnBracketLine(first)
    ? ["<", ...docs, ">"]
    : group(listDoc("<", docs, ">", ""));
}

/** A member without its comment and without what ends it. */
export function memberDoc(member: ts.TypeElement, source: ParsedText): Doc {
  if (typescript.isPropertySignature(member) && member.type !== undefined) {
    if (member.modifiers !== undefined)
      throw new UnsupportedSyntax("a modifier");
    return group([
      keyCode(member.name, source),
      member.questionToken ? "?" : "",
      ": ",
      typeDoc(member.type, source),
    ]);
  }
  if (typescript.isIndexSignatureDeclaration(member)) {
    const [parameter] = member.parameters;
    if (parameter?.type !== undefined && member.modifiers === undefined)
      return group([
        group(
          listDoc(
            "[",
            [
              [
                source.code(parameter.name),
                ": ",
                typeDoc(parameter.type, source),
              ],
            ],
            "]",
            "",
          ),
        ),
        ": ",
        typeDoc(member.type, source),
      ]);
  }
  throw new UnsupportedSyntax(`a member: ${source.code(member)}`);
}

/** `{ [P in K]-?: T[P] }` */
function mappedDoc(type: ts.MappedTypeNode, source: ParsedText): Doc {
  const { name, constraint } = type.typeParameter;
  if (
    constraint === undefined ||
    type.type === undefined ||
    type.questionToken?.kind !== typescript.SyntaxKind.MinusToken ||
    type.nameType !== undefined ||
    type.readonlyToken !== undefined
  )
    throw new UnsupportedSyntax("a mapped type");
  const key = [source.code(name), " in ", typeDoc(constraint, source)];
  return group(
    [
      "{",
      indent([
        line,
        group([
          group(listDoc("[", [key], "]", "")),
          "-?: ",
          typeDoc(type.type, source),
        ]),
        ifBreak(";"),
      ]),
      line,
      "}",
    ],
    { shouldBreak: source.isOpen(type, type.typeParameter) },
  );
}

function tupleDoc({ elements }: ts.TupleTypeNode, source: ParsedText): Doc {
  if (elements.length === 0) return "[]";
  const position = elements.length > 1 ? "tuple" : "argument";
  const docs = elements.map((element): Doc => {
    if (typescript.isNamedTupleMember(element))
      throw new UnsupportedSyntax("a named item");
    if (typescript.isRestTypeNode(element))
      return ["...", typeDoc(element.type, source, "element")];
    if (typescript.isOptionalTypeNode(element))
      return [typeDoc(element.type, source, "element"), "?"];
    return group(typeDoc(element, source, position));
  });
  return group(listDoc("[", docs, "]"));
}
