/**
 * The types that callers of a published package write for arguments that they build before the call:
 * `Acme.Pets.PetCreateParams`.
 */
import type { Node, Symbol as MorphSymbol, Type, TypeNode } from "ts-morph";

/** As declarations of parameters have it. */
interface DeclaredNode extends Node {
  getTypeNode(): TypeNode | undefined;
}

export interface PublishedType {
  /** In the namespace of the client: `["Pets", "PetCreateParams"]` */
  readonly path: readonly string[];
  /** The members with lists that callers may change. */
  readonly lists: readonly string[];
}

/**
 * The types of the arguments of a resource's methods, as far as the namespace of its class exports them:
 * callers do not find others.
 *
 * @param classes the names of its class and of those around it
 */
export const namespaceTypesOf = (
  resource: Type,
  classes: readonly string[],
  at: Node,
): ((parameter: MorphSymbol) => readonly PublishedType[]) => {
  const exported = new Map(
    (resource.getSymbol()?.getExports() ?? []).map((one) => [
      one.getName(),
      one.getAliasedSymbol() ?? one,
    ]),
  );
  return (parameter) =>
    declaredNames(parameter).flatMap((name) => {
      const found = exported.get(name);
      return found
        ? [{ path: [...classes, name], lists: listsOf(found, at) }]
        : [];
    });
};

/** The types a parameter is declared as, and the unions they belong to: `PetCreateParamsStreaming`, `PetCreateParams`. */
const declaredNames = (parameter: MorphSymbol): readonly string[] => {
  const names = parameter.getDeclarations().flatMap((one) => {
    const text = (one as Partial<DeclaredNode>).getTypeNode?.()?.getText();
    return (text ?? "").split("|").flatMap((part) => {
      const name = /^(?:\w+\.)*(\w+)$/.exec(part.trim())?.[1];
      return name === undefined ? [] : [name];
    });
  });
  const whole = names.map((name) => name.replace(/(?:Non)?Streaming$/, ""));
  return [...new Set([...names, ...whole])];
};

const listsOf = (symbol: MorphSymbol, at: Node): readonly string[] => {
  const type = symbol.getDeclaredType();
  const parts = type.isUnion() ? type.getUnionTypes() : [type];
  const members = parts.flatMap((part) => part.getProperties());
  return [
    ...new Set(
      members
        .filter((member) => isList(member.getTypeAtLocation(at)))
        .map((member) => member.getName()),
    ),
  ];
};

const isList = (type: Type): boolean =>
  type.isUnion()
    ? type.getUnionTypes().some(isList)
    : type.isArray() && !type.isReadonlyArray();
