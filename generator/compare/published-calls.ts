/**
 * The calls that callers of a package can write: the methods of its client and of the client's
 * resources, with each of their signatures.
 */
import type {
  Node,
  ScopedNode,
  Signature,
  Symbol as MorphSymbol,
  Type,
} from "ts-morph";
import { namespaceTypesOf, type PublishedType } from "./published-types.js";

/** A method with its signatures. */
export interface PublishedMethod {
  /** `["chat", "completions", "create"]` */
  readonly path: readonly string[];
  readonly calls: readonly PublishedCall[];
}

export interface PublishedCall {
  /** `create(body, options?)` */
  readonly text: string;
  /** Those before the options. */
  readonly parameters: readonly PublishedParameter[];
  /** Options that every caller knows, of those that the call takes; absent where it takes none. */
  readonly options?: readonly CommonOption[];
  readonly result: PublishedResult;
}

export interface PublishedParameter {
  readonly isOptional: boolean;
  /** True if callers may pass null in its place. */
  readonly isNullable: boolean;
  /** The types that callers name for arguments that they build in advance. */
  readonly types: readonly PublishedType[];
  /** Of an object: the names that a caller can write. */
  readonly members: ReadonlySet<string>;
}

export type PublishedResult =
  | { readonly kind: "value" }
  /** Iterated before it is awaited; a page has these members. */
  | { readonly kind: "pages"; readonly members: readonly string[] }
  /** Awaited, then iterated. */
  | { readonly kind: "stream" };

const commonOptions = ["maxRetries", "timeout", "headers", "signal"] as const;
export type CommonOption = (typeof commonOptions)[number];

/**
 * @param client the type of a client
 * @param at where types are looked at from
 * @param isOwn of a file: it belongs to the package
 */
export const publishedMethods = (
  client: Type,
  at: Node,
  isOwn: (path: string) => boolean,
): readonly PublishedMethod[] => {
  const reader = { at, isOwn };
  const ofResources = resourcesOf(client, reader, new Set([client])).flatMap(
    (resource) => methodsOf(resource, reader),
  );
  // Methods of the client itself are calls of the API where they take the options that calls have.
  const root = { path: [], classes: [], type: client };
  const ofClient = methodsOf(root, reader).filter(
    ({ calls }) =>
      ofResources.length === 0 || calls.every(({ options }) => options),
  );
  return [...ofClient, ...ofResources];
};

/** As declarations of parameters have it. */
interface OptionalNode extends Node {
  isOptional(): boolean;
}

interface Reader {
  readonly at: Node;
  readonly isOwn: (path: string) => boolean;
}

interface Resource {
  readonly path: readonly string[];
  /** The names of its class and of those around it, which are namespaces of types too. */
  readonly classes: readonly string[];
  readonly type: Type;
}

/** Each resource, before those below it. */
const resourcesOf = (
  type: Type,
  reader: Reader,
  above: ReadonlySet<Type>,
): readonly Resource[] =>
  publicMembers(type).flatMap((member) => {
    const found = member.getTypeAtLocation(reader.at);
    if (above.has(found) || !isOwnClass(found, reader)) return [];
    const path = [member.getName()];
    const classes = [found.getSymbol()?.getName() ?? ""];
    const below = resourcesOf(found, reader, new Set([...above, found]));
    return [
      { path, classes, type: found },
      ...below.map((one) => ({
        ...one,
        path: [...path, ...one.path],
        classes: [...classes, ...one.classes],
      })),
    ];
  });

/** Names that begin with `_` are not meant for callers. */
const publicMembers = (type: Type): readonly MorphSymbol[] =>
  type
    .getProperties()
    .filter((member) => /^(?!_|#|constructor$)/.test(member.getName()))
    .filter((member) =>
      member
        .getDeclarations()
        .every(
          (one) =>
            ((one as Partial<ScopedNode>).getScope?.() ?? "public") ===
            "public",
        ),
    );

const isOwnClass = (type: Type, { isOwn }: Reader): boolean =>
  type
    .getSymbol()
    ?.getDeclarations()
    .some(
      (one) =>
        one.getKindName() === "ClassDeclaration" &&
        isOwn(one.getSourceFile().getFilePath()),
    ) ?? false;

const methodsOf = (
  { path, classes, type }: Resource,
  { at }: Reader,
): readonly PublishedMethod[] => {
  const typesFor = namespaceTypesOf(type, classes, at);
  return publicMembers(type).flatMap((member) => {
    const signatures = member.getTypeAtLocation(at).getCallSignatures();
    const calls = signatures.map((one) =>
      callOf(one, member.getName(), { at, typesFor }),
    );
    // A method of the client that makes other calls (`get<T>(path)`) or clients is no call of the API.
    const isTool =
      path.length === 0 &&
      signatures.some(
        (one) =>
          one.getTypeParameters().length > 0 ||
          !one.getReturnType().getProperty("then"),
      );
    return calls.length === 0 || isTool
      ? []
      : [{ path: [...path, member.getName()], calls }];
  });
};

const callOf = (
  signature: Signature,
  name: string,
  {
    at,
    typesFor,
  }: {
    readonly at: Node;
    readonly typesFor: ReturnType<typeof namespaceTypesOf>;
  },
): PublishedCall => {
  const all = signature.getParameters().map((one) => ({
    name: one.getName(),
    isOptional: isOptional(one),
    type: one.getTypeAtLocation(at),
    types: typesFor(one),
  }));
  const options = optionsOf(all.at(-1)?.type);
  const parameters = options ? all.slice(0, -1) : all;
  const words = all.map((one) => `${one.name}${one.isOptional ? "?" : ""}`);
  return {
    text: `${name}(${words.join(", ")})`,
    parameters: parameters.map(({ type, ...parameter }) => ({
      isOptional: parameter.isOptional,
      isNullable:
        type.isNull() ||
        (type.isUnion() && type.getUnionTypes().some((one) => one.isNull())),
      types: parameter.types,
      members: membersOf(type),
    })),
    ...(options && { options }),
    result: resultOf(signature.getReturnType(), at),
  };
};

const isOptional = (parameter: MorphSymbol): boolean =>
  parameter
    .getDeclarations()
    .some((one) => (one as Partial<OptionalNode>).isOptional?.());

/** What tells options from arguments of an API, whatever the type is called. */
const optionsOf = (
  type: Type | undefined,
): readonly CommonOption[] | undefined => {
  if (!type) return undefined;
  const members = membersOf(type);
  const found = commonOptions.filter((name) => members.has(name));
  return found.length > 1 ? found : undefined;
};

/** The names of an object's members; of several objects those of each. None of what is no plain object. */
export const membersOf = (type: Type): ReadonlySet<string> => {
  const parts = type.isUnion() ? type.getUnionTypes() : [type];
  return new Set(
    parts
      .filter((part) => part.isObject() || part.isIntersection())
      .filter(
        (part) =>
          !part.isArray() &&
          !part.isTuple() &&
          !part.isClass() &&
          part.getCallSignatures().length === 0,
      )
      .flatMap((part) => part.getProperties())
      .map((member) => member.getName())
      .filter((name) => !name.startsWith("__")),
  );
};

const resultOf = (type: Type, at: Node): PublishedResult => {
  if (isAsyncIterable(type)) {
    const page = type.getAwaitedType();
    const members = page
      ? publicMembers(page)
          .filter(
            (one) =>
              one.getTypeAtLocation(at).getCallSignatures().length === 0 &&
              !one.getName().startsWith("__"),
          )
          .map((one) => one.getName())
      : [];
    return { kind: "pages", members };
  }
  const value = type.getAwaitedType();
  const isStream =
    value !== undefined &&
    (value.isUnion() ? value.getUnionTypes() : [value]).every(isAsyncIterable);
  return { kind: isStream ? "stream" : "value" };
};

const isAsyncIterable = (type: Type): boolean =>
  type
    .getProperties()
    .some((member) => member.getEscapedName().startsWith("__@asyncIterator@"));
