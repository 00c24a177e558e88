/**
 * Tries every call of a published package on our client, by TypeScript's checker.
 */
import type { Diagnostic, DiagnosticMessageChain, Type } from "ts-morph";
import {
  writeCalls,
  type CallProblem,
  type CallQuestion,
} from "./call-program.js";
import type { ComparisonProject } from "./comparison-project.js";
import {
  membersOf,
  publishedMethods,
  type PublishedCall,
  type PublishedMethod,
} from "./published-calls.js";

/** Why a call does not compile. */
export interface Miss {
  readonly reason: "not found" | CallProblem;
  /** `create(body, options?)`; of a method that is not there, no call in particular. */
  readonly call?: string;
  /** In the words of TypeScript. */
  readonly detail?: string;
}

export interface ComparedMethod {
  readonly path: readonly string[];
  readonly misses: readonly Miss[];
}

/** @param isOwn of a file: it belongs to the published package */
export const compareClients = (
  { published, ours, at, addCalls }: ComparisonProject,
  isOwn: (path: string) => boolean,
): readonly ComparedMethod[] => {
  const methods = publishedMethods(published, at, isOwn);
  const typeOf = (path: readonly string[]): Type | undefined =>
    path.reduce<Type | undefined>(
      (type, name) => type?.getProperty(name)?.getTypeAtLocation(at),
      ours,
    );
  const found = methods.filter(
    ({ path }) => (typeOf(path)?.getCallSignatures().length ?? 0) > 0,
  );
  const program = writeCalls(found);
  const source = addCalls(program.text);
  const offset = source.getEndLineNumber() - program.text.split("\n").length;
  const misses = new Map<PublishedMethod, Miss[]>(
    found.map((method) => [method, []]),
  );
  const add = (
    { method, call, problem }: CallQuestion,
    detail: string,
  ): void => {
    const list = misses.get(method) ?? [];
    const isKnown = list.some(
      (one) => one.reason === problem && one.call === call.text,
    );
    if (!isKnown) list.push({ reason: problem, call: call.text, detail });
  };
  for (const diagnostic of source.getPreEmitDiagnostics()) {
    const question = program.questions.get(
      (diagnostic.getLineNumber() ?? 0) - offset - 1,
    );
    if (question) add(question, wordsOf(diagnostic));
  }
  for (const method of found)
    for (const call of method.calls) {
      const unknown = unknownMembers(call, typeOf(method.path), at);
      if (unknown.length > 0)
        add(
          { method, call, problem: "arguments" },
          `no ${unknown.map((name) => `\`${name}\``).join(", ")}`,
        );
    }
  return methods.map((method) => ({
    path: method.path,
    misses: withoutConsequences(misses.get(method)),
  }));
};

/**
 * Arguments that do not fit also make the call fail with options, or with arguments that are built in
 * advance: those misses are consequences, and are left out.
 */
const withoutConsequences = (
  misses: readonly Miss[] | undefined,
): readonly Miss[] =>
  misses?.filter(
    ({ reason, call }) =>
      !misses.some(
        (one) =>
          one.call === call &&
          ((reason === "options" && one.reason === "arguments") ||
            (reason === "types" &&
              ["arguments", "result", "iteration"].includes(one.reason))),
      ),
  ) ?? [{ reason: "not found" }];

/**
 * Members of arguments that ours do not have. Types with more members than are asked for are taken; an
 * object that a caller writes at the call is not.
 */
const unknownMembers = (
  { parameters }: PublishedCall,
  ours: Type | undefined,
  at: ComparisonProject["at"],
): readonly string[] =>
  parameters.flatMap(({ members }, index) => {
    const types = (ours?.getCallSignatures() ?? []).flatMap((signature) => {
      const parameter = signature.getParameters()[index];
      return parameter ? [parameter.getTypeAtLocation(at)] : [];
    });
    const known = types.map(membersOf);
    const isOpen = types.some(takesAnyMember);
    if (isOpen || known.every(({ size }) => size === 0)) return [];
    return [...members].filter((name) => !known.some((one) => one.has(name)));
  });

const takesAnyMember = (type: Type): boolean =>
  type.isUnion()
    ? type.getUnionTypes().some(takesAnyMember)
    : type.isAny() ||
      type.isUnknown() ||
      type.getStringIndexType() !== undefined;

/** The first words say what, the last ones why. */
const wordsOf = (diagnostic: Diagnostic): string => {
  const message = diagnostic.getMessageText();
  if (typeof message === "string") return withoutPaths(message);
  const last = lastOf(message);
  const first = message.getMessageText();
  return withoutPaths(last === first ? first : `${first} ${last}`);
};

/** Types of one name are told apart by their files, which lie elsewhere on every machine. */
const withoutPaths = (text: string): string =>
  text.replace(/(?:import\("[^"]*"\)|"[^"]*\/[^"]*")\./g, "");

const lastOf = (chain: DiagnosticMessageChain): string => {
  const [next] = [chain.getNext() ?? []].flat();
  return next ? lastOf(next) : chain.getMessageText();
};
