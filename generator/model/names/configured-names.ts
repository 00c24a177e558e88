/**
 * The names that the config asks for, by what the document has: patterns are matched and functions
 * are called here, so that everything later looks names up.
 */
import { describeValue } from "../../config/check.js";
import type { SdkConfig } from "../../config/config.js";
import { dottedForm, identifierForm } from "../../config/naming.js";
import type {
  NamedModel,
  NamedOperation,
  NamedResource,
  NameOption,
} from "../../config/naming.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import { printable } from "../../diagnostics/printable.js";
import type { OperationEntry } from "../resources/entries.js";
import type { PlacementOptions } from "./chosen-names.js";
import type { DerivedName } from "./derived-names.js";
import { derivedModelName } from "./model-names.js";
import { NamePatterns } from "./name-patterns.js";
import { bodySpellings } from "./operation-ids.js";

type Names = Readonly<Record<string, string>>;

export interface ConfiguredNames {
  /** By `GET /path`. */
  readonly methods: Names;
  /** By tag. */
  readonly resources: Names;
  /** By the name in `components.schemas`. */
  readonly models: Names;
}

export interface ConfiguredNamesContext {
  readonly document: Document;
  readonly entries: readonly OperationEntry[];
  readonly diagnostics: Diagnostics;
  /** By the key of the operation; only functions need it. */
  readonly derive: (
    options: PlacementOptions,
  ) => ReadonlyMap<string, Pick<DerivedName, "name" | "resource">>;
}

/** Something that the config may name. */
interface Subject<Facts> {
  /** What the name is kept by. */
  readonly id: string;
  /** What a key may be, exactly; the first counts. */
  readonly exact: readonly string[];
  /** What a pattern may match; the first counts. */
  readonly texts: readonly string[];
  readonly facts: Facts;
  readonly pointer?: Pointer;
}

export function configuredNames(
  {
    methods = {},
    resources = {},
    models = {},
    clientParameters,
  }: Partial<SdkConfig>,
  context: ConfiguredNamesContext,
): ConfiguredNames {
  const { diagnostics } = context;
  const entries = [...context.entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  const options = { ...(clientParameters && { clientParameters }) };
  const derive = (
    option: NameOption<never>,
    known: PlacementOptions,
  ): ReadonlyMap<string, Pick<DerivedName, "name" | "resource">> =>
    typeof option === "function" ? context.derive(known) : new Map();

  const before = derive(resources, options);
  const named = namesBy(resources, () => tagsOf(entries, before), {
    ...{
      option: "resources",
      diagnostics,
      casing: "camel",
      form: dottedForm.plain,
    },
    expected: "names joined by dots",
  });
  const derived = derive(methods, { ...options, resources: named });
  return {
    methods: namesBy(methods, () => operationsOf(entries, derived), {
      ...{
        option: "methods",
        diagnostics,
        casing: "camel",
        form: dottedForm.plain,
      },
      expected: "the name of a method",
      shared: new Set(entries.flatMap(({ sharedId }) => sharedId ?? [])),
    }),
    resources: named,
    models: namesBy(models, () => schemasOf(context.document, entries), {
      ...{ option: "models", diagnostics, casing: "pascal" },
      form: identifierForm.plain,
      expected: "the name of a type",
    }),
  };
}

const operationsOf = (
  entries: readonly OperationEntry[],
  derived: ReadonlyMap<string, Pick<DerivedName, "name" | "resource">>,
): Subject<NamedOperation>[] =>
  entries.map(({ key, id, operation, method, path, pointer }) => ({
    id: key,
    exact: [key, ...(id === undefined ? [] : [id])],
    // An id is a name already, which a path is not.
    texts: [...(operation.operationId ? [operation.operationId] : []), key],
    facts: {
      operationId: operation.operationId,
      method,
      path,
      tag: operation.tags?.[0],
      name: derived.get(key)?.name ?? "",
      resource: derived.get(key)?.resource || undefined,
    },
    pointer,
  }));

function tagsOf(
  entries: readonly OperationEntry[],
  derived: ReadonlyMap<string, Pick<DerivedName, "name" | "resource">>,
): Subject<NamedResource>[] {
  const names = new Map<string, string>();
  for (const { key, operation } of entries)
    operation.tags?.forEach((tag, index) => {
      const own = index === 0 ? derived.get(key)?.resource.split(".")[0] : "";
      names.set(tag, (names.get(tag) ?? "") || (own ?? ""));
    });
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, name]) => ({
      ...{ id: tag, exact: [tag], texts: [tag] },
      facts: { tag, name },
    }));
}

const schemasOf = (
  { root }: Document,
  entries: readonly OperationEntry[],
): Subject<NamedModel>[] => {
  const spellings = bodySpellings(entries);
  return Object.entries(root.components?.schemas ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([schema, value]) => {
      const pointer = ["components", "schemas", schema];
      const name = derivedModelName(
        { key: schema, pointer, schema: value },
        spellings,
      );
      return {
        ...{ id: schema, exact: [schema], texts: [schema], pointer },
        facts: { schema, name },
      };
    });
};

interface Naming {
  readonly option: string;
  readonly casing: "camel" | "pascal";
  readonly form: RegExp;
  /** What a function returns, for messages. */
  readonly expected: string;
  readonly diagnostics: Diagnostics;
  /** Ids that identify nothing. */
  readonly shared?: ReadonlySet<string>;
}

/** @param list called only where there is something to name */
const namesBy = <Facts>(
  names: NameOption<Facts>,
  list: () => readonly Subject<Facts>[],
  naming: Naming,
): Names =>
  Object.fromEntries(
    typeof names === "function"
      ? namesByFunction(names, list(), naming)
      : namesByPattern(
          names,
          Object.keys(names).length > 0 ? list() : [],
          naming,
        ),
  );

function* namesByPattern(
  names: Names,
  subjects: readonly Subject<unknown>[],
  { option, casing, form, diagnostics, shared }: Naming,
): Generator<readonly [string, string]> {
  const patterns = new NamePatterns(names, casing);
  for (const { id: what, exact, texts, pointer } of subjects) {
    const byPattern = patterns.matched(texts);
    const found = patterns.exact(exact) ?? byPattern;
    if (!found) continue;
    // The check of the config has seen values that are names.
    if (!found.key.includes("*") || form.test(found.name))
      yield [what, found.name];
    else
      diagnostics.report(
        "override-invalid",
        { option, what, ...found },
        pointer,
      );
  }
  for (const name of patterns.unused)
    diagnostics.report(
      shared?.has(name) ? "override-shared" : "override-unused",
      { option, name },
    );
}

function* namesByFunction<Facts>(
  nameOf: (facts: Facts) => unknown,
  subjects: readonly Subject<Facts>[],
  { option, form, expected, diagnostics }: Naming,
): Generator<readonly [string, string]> {
  for (const { id: what, facts, pointer } of subjects) {
    try {
      const name = nameOf(facts);
      if (name === undefined) continue;
      if (typeof name === "string" && form.test(name)) yield [what, name];
      else
        diagnostics.report(
          "override-function",
          { option, what, expected, found: describeValue(name) },
          pointer,
        );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.report(
        "override-failed",
        { option, what, reason: printable(reason) },
        pointer,
      );
    }
  }
}
