/**
 * Types, laid out as prettier lays them out.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { keyCode, literalDoc } from "./literals.js";
import { bracedDoc } from "./members.js";
import {
  align,
  group,
  ifBreak,
  indent,
  join,
  line,
  softline,
  UnsupportedSyntax,
  type Doc,
} from "./printing.js";
import type { Source } from "./source.js";
import { bare, isHugged, isNullable, isObject } from "./type-kinds.js";

/** What surrounds a type decides how a union breaks, and which types need parentheses. */
export type TypePosition =
  "alone" | "assigned" | "argument" | "tuple" | "operand" | "element";

export function typeDoc(
  written: ts.TypeNode,
  source: Source,
  place: TypePosition = "alone",
): Doc {
  const type = bare(written);
  const doc = (node: ts.TypeNode, at?: TypePosition) =>
    typeDoc(node, source, at);
  if (words.has(type.kind)) return source.code(type);
  if (typescript.isLiteralTypeNode(type)) {
    const literal = literalDoc(type.literal, source);
    if (literal !== undefined) return literal;
  } else if (typescript.isTypeReferenceNode(type)) {
    return [
      source.code(type.typeName),
      argumentsDoc(type.typeArguments, source),
    ];
  } else if (typescript.isArrayTypeNode(type)) {
    return [doc(type.elementType, "element"), "[]"];
  } else if (typescript.isIndexedAccessTypeNode(type)) {
    return [doc(type.objectType, "element"), "[", doc(type.indexType), "]"];
  } else if (typescript.isTypeOperatorNode(type)) {
    const operator =
      type.operator === typescript.SyntaxKind.KeyOfKeyword
        ? "keyof"
        : "readonly";
    const operated: Doc = [operator, " ", doc(type.type, "element")];
    return place === "element" ? ["(", operated, ")"] : operated;
  } else if (typescript.isUnionTypeNode(type)) {
    return unionDoc(type, source, place);
  } else if (typescript.isIntersectionTypeNode(type)) {
    const all = intersectionDoc(type, source);
    return place === "element" || place === "operand" ? ["(", all, ")"] : all;
  } else if (typescript.isTypeLiteralNode(type)) {
    return objectDoc(type, source);
  } else if (typescript.isMappedTypeNode(type)) {
    return mappedDoc(type, source);
  } else if (typescript.isTupleTypeNode(type)) {
    return tupleDoc(type, source);
  }
  if (typescript.isTemplateLiteralTypeNode(type)) return source.atom(type);
  throw new UnsupportedSyntax(`a type: ${source.code(type)}`);
}

const words: ReadonlySet<ts.SyntaxKind> = new Set([
  typescript.SyntaxKind.StringKeyword,
  typescript.SyntaxKind.NumberKeyword,
  typescript.SyntaxKind.BooleanKeyword,
  typescript.SyntaxKind.UnknownKeyword,
  typescript.SyntaxKind.UndefinedKeyword,
  typescript.SyntaxKind.NeverKeyword,
  typescript.SyntaxKind.VoidKeyword,
]);

function unionDoc(
  type: ts.UnionTypeNode,
  source: Source,
  place: TypePosition,
): Doc {
  const members = type.types.map((member) =>
    typeDoc(member, source, "operand"),
  );
  const parenthesized = place === "element" || place === "operand";
  if (isNullable(type)) {
    const nullable = join(" | ", members);
    return parenthesized ? ["(", nullable, ")"] : nullable;
  }
  const all = group(
    members.map((member, index) => [
      index === 0 ? ifBreak("| ") : [line, "| "],
      align(2, member),
    ]),
  );
  if (parenthesized)
    return ["(", group([indent([softline, all]), softline]), ")"];
  switch (place) {
    case "assigned":
    case "argument":
      return all;
    case "tuple":
      return group([
        indent([ifBreak(["(", softline]), all]),
        softline,
        ifBreak(")"),
      ]);
    case "alone":
      return group(indent([softline, all]));
  }
}

/** Objects stay on the line of the `&`. */
function intersectionDoc(type: ts.IntersectionTypeNode, source: Source): Doc {
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
  source: Source,
): Doc {
  const [first] = types ?? [];
  if (types === undefined || first === undefined) return "";
  const docs = types.map((type) => typeDoc(type, source, "argument"));
  return types.length === 1 && isHugged(first)
    ? ["<", ...docs, ">"]
    : group(["<", indent([softline, join([",", line], docs)]), softline, ">"]);
}

/** A member without its comment and without what ends it. */
export function memberDoc(member: ts.TypeElement, source: Source): Doc {
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
        "[",
        group([
          indent([
            softline,
            source.code(parameter.name),
            ": ",
            typeDoc(parameter.type, source),
          ]),
          softline,
        ]),
        "]: ",
        typeDoc(member.type, source),
      ]);
  }
  throw new UnsupportedSyntax(`a member: ${source.code(member)}`);
}

function objectDoc(type: ts.TypeLiteralNode, source: Source): Doc {
  const [first] = type.members;
  if (first === undefined) return "{}";
  const members = type.members.map((member, index) => {
    const isLast = index === type.members.length - 1;
    return [memberDoc(member, source), isLast ? ifBreak(";") : ";"];
  });
  return group(
    [
      "{",
      indent([line, ...bracedDoc(type.members, members, source)]),
      line,
      "}",
    ],
    { shouldBreak: source.isOpen(type, first) },
  );
}

const mappedMarks = new Map<ts.SyntaxKind | undefined, string>([
  [undefined, ""],
  [typescript.SyntaxKind.QuestionToken, "?"],
  [typescript.SyntaxKind.PlusToken, "+?"],
  [typescript.SyntaxKind.MinusToken, "-?"],
]);

function mappedDoc(type: ts.MappedTypeNode, source: Source): Doc {
  const { name, constraint } = type.typeParameter;
  const mark = mappedMarks.get(type.questionToken?.kind);
  if (
    constraint === undefined ||
    mark === undefined ||
    type.type === undefined ||
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
          group(["[", indent([softline, ...key]), softline, "]"]),
          mark,
          ": ",
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

function tupleDoc({ elements }: ts.TupleTypeNode, source: Source): Doc {
  if (elements.length === 0) return "[]";
  const place: TypePosition = elements.length > 1 ? "tuple" : "argument";
  const docs = elements.map((element): Doc => {
    if (typescript.isNamedTupleMember(element))
      throw new UnsupportedSyntax("a named item");
    if (typescript.isRestTypeNode(element))
      return ["...", typeDoc(element.type, source, "element")];
    if (typescript.isOptionalTypeNode(element))
      return [typeDoc(element.type, source, "element"), "?"];
    return typeDoc(element, source, place);
  });
  return group([
    "[",
    indent([
      softline,
      join(
        [",", line],
        docs.map((doc) => group(doc)),
      ),
    ]),
    ifBreak(","),
    softline,
    "]",
  ]);
}
