/**
 * The form of calls and names that callers of a published SDK by Stainless know.
 */
import type { KnownOperation } from "./known-document.js";
import type { Reading } from "./reading.js";

/** @param rule which path parameters are positional */
export const keepCallShape = (
  { draft, document }: Reading,
  rule: "own" | "last" | "all",
): void => {
  if (rule !== "own") draft.set(["arguments"], rule);
  draft.set(["bodies"], "flat");
  draft.set(["typeNames"], "resource");
  if (document.defaults.binary.size > 0) draft.set(["binary"], "Response");
  draft.set(["defaults", "retry"], "all");
  draft.comment(
    ["defaults"],
    ["Also POST is sent again after 5xx and lost connections, as before."],
  );
};

export interface CalledOperation {
  /** `apps.users.create` */
  readonly name: string;
  readonly operation: Pick<KnownOperation, "key">;
}

/**
 * What gave a `Response` keeps to it, where the document says otherwise. A model may have that name: then
 * the document has data with a structure.
 */
export const keepDownloads = (
  { draft, document, published }: Reading,
  methods: readonly CalledOperation[],
): void => {
  const { binary, structured } = document.defaults;
  const found = methods
    .filter(({ name }) => published?.responses.has(name.toLowerCase()))
    .map(({ operation }) => operation.key)
    .filter((key) => !binary.has(key) && !structured.has(key));
  if (found.length === 0) return;
  draft.set(["binary"], "Response");
  draft.set(["downloads"], [...new Set(found)]);
};

/** Clients by Stainless have written lists of a multipart body as `a[]`, and objects as `a[b]`. */
export const keepForms = (
  { draft, document }: Reading,
  methods: readonly CalledOperation[],
): void => {
  const { nestedForms } = document.defaults;
  if (!methods.some(({ operation }) => nestedForms.has(operation.key))) return;
  draft.set(["multipart"], { arrays: "brackets", objects: "brackets" });
};

/** What no method names was not in the SDK: it is left out by the shorter of two lists. */
export const leaveOut = (
  { draft, document }: Reading,
  named: ReadonlySet<string>,
): number => {
  const left = document.operations
    .map(({ key }) => key)
    .filter((key) => !named.has(key));
  if (named.size === 0 || left.length === 0) return 0;
  if (left.length <= named.size) draft.set(["exclude"], { operations: left });
  else draft.set(["include"], { operations: [...named] });
  return left.length;
};

/** Several methods may call one operation: the first is the one that it is named after. */
export const setMethods = (
  { draft }: Reading,
  methods: readonly CalledOperation[],
): void => {
  const names = new Map<string, readonly string[]>();
  for (const { name, operation } of methods) {
    const before = names.get(operation.key) ?? [];
    if (!before.includes(name)) names.set(operation.key, [...before, name]);
  }
  for (const [key, all] of names)
    draft.set(["methods", key], all.length > 1 ? all : all[0]);
};
