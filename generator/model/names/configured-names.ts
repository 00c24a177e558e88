/**
 * The names that the config asks for, by what the document has: patterns are matched and functions
 * are called here, so that everything later looks names up.
 */
import { describeValue } from "../../config/check.js";
import type { SdkConfig } from "../../config/config.js";
import { dottedForm, identifierForm } from "../../config/naming.js";
import type {
  MethodNames,
  NameOption,
  NamedModel,
  NamedOperation,
  NamedResource,
} from "../../config/naming.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import { printable } from "../../diagnostics/printable.js";
import { pathParametersOf } from "../operations/client-parameters.js";
import type { OperationEntry } from "../resources/entries.js";
import type { PlacementOptions } from "./chosen-names.js";
import type { DerivedName } from "./derived-names.js";
import { derivedModelName } from "./model-names.js";
import { NamePatterns } from "./name-patterns.js";
import { schemaSpellings } from "./schema-spellings.js";

type Names = Readonly<Record<string, string>>;

export interface ConfiguredNames {
  /** By `GET /path`. */
  readonly methods: Names;
  /** Further names of methods, by `GET /path`. */
  readonly secondNames: ReadonlyMap<string, readonly string[]>;
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

/** A schema that is named by its JSON Pointer is a component of that name by now. */
const namedByKey = <Facts>(names: NameOption<Facts>): NameOption<Facts> =>
  typeof names === "function"
    ? names
    : Object.fromEntries(
        Object.entries(names).map(([key, name]) => [
          key.startsWith("#/")
            ? (/^#\/components\/schemas\/([^/]+)$/.exec(key)?.[1] ?? name)
            : key,
          name,
        ]),
      );

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
  const options = { clientParameters: pathParametersOf(clientParameters) };
  const derive = (
    option: unknown,
    known: PlacementOptions,
  ): ReadonlyMap<string, Pick<DerivedName, "name" | "resource">> =>
    typeof option === "function" ? context.derive(known) : new Map();

  const before = derive(resources, options);
  const named = namesBy(resources, () => tagsOf(entries, before), {
    option: "resources",
    diagnostics,
    casing: "camel",
    form: dottedForm.plain,
    expected: "names joined by dots",
  });
  const derived = derive(methods, { ...options, resources: named });
  const secondNames = new Map<string, readonly string[]>();
  return {
    secondNames,
    methods: namesBy(methods, () => operationsOf(entries, derived), {
      option: "methods",
      diagnostics,
      casing: "camel",
      form: dottedForm.plain,
      expected: "the name of a method",
      shared: new Set(entries.flatMap(({ sharedId }) => sharedId ?? [])),
      secondNames,
    }),
    resources: named,
    models: namesBy(
      namedByKey(models),
      () => schemasOf(context.document, entries),
      {
        option: "models",
        diagnostics,
        casing: "pascal",
        form: identifierForm.plain,
        expected: "the name of a type",
      },
    ),
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
      id: tag,
      exact: [tag],
      texts: [tag],
      facts: { tag, name },
    }));
}

const schemasOf = (
  { root }: Document,
  entries: readonly OperationEntry[],
): Subject<NamedModel>[] => {
  const schemas = root.components?.schemas ?? {};
  const spellings = schemaSpellings(schemas, entries);
  return Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([schema, value]) => {
      const pointer = ["components", "schemas", schema];
      const name = derivedModelName(
        { key: schema, pointer, schema: value },
        spellings,
      );
      return {
        id: schema,
        exact: [schema],
        texts: [schema],
        pointer,
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
  /** Where several names are taken: for those after the first. */
  readonly secondNames?: Map<string, readonly string[]>;
}

/** Each name, or several. */
type Option<Facts> =
  | Readonly<Record<string, MethodNames>>
  | ((facts: Facts) => MethodNames | undefined);

/** @param list called only where there is something to name */
const namesBy = <Facts>(
  names: Option<Facts>,
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
  names: Readonly<Record<string, MethodNames>>,
  subjects: readonly Subject<unknown>[],
  { option, casing, form, diagnostics, shared, secondNames }: Naming,
): Generator<readonly [string, string]> {
  const patterns = new NamePatterns(names, casing);
  for (const { id: what, exact, texts, pointer } of subjects) {
    const byPattern = patterns.matched(texts);
    const found = patterns.exact(exact) ?? byPattern;
    if (!found) continue;
    const { key, name, others } = found;
    // The check of the config has seen values that are names.
    const invalid = [name, ...others].find(
      (one) => key.includes("*") && !form.test(one),
    );
    if (invalid === undefined) {
      if (others.length > 0) secondNames?.set(what, others);
      yield [what, name];
    } else
      diagnostics.report(
        "override-invalid",
        { option, what, key, name: invalid },
        pointer,
      );
  }
  for (const name of patterns.unused)
    diagnostics.report(
      shared?.has(name) ? "override-shared" : "override-unused",
      { option, name },
    );
}

/** Empty where the value is neither a name nor, where one may stand, a list of names. */
const namesIn = (value: unknown, mayBeList: boolean): readonly string[] => {
  if (typeof value === "string") return [value];
  const names: readonly unknown[] =
    mayBeList && Array.isArray(value) ? value : [];
  return names.every((name) => typeof name === "string") ? names : [];
};

function* namesByFunction<Facts>(
  nameOf: (facts: Facts) => unknown,
  subjects: readonly Subject<Facts>[],
  { option, form, expected, diagnostics, secondNames }: Naming,
): Generator<readonly [string, string]> {
  for (const { id: what, facts, pointer } of subjects) {
    try {
      const name = nameOf(facts);
      if (name === undefined) continue;
      const [first, ...others] = namesIn(name, secondNames !== undefined);
      if (
        first !== undefined &&
        [first, ...others].every((one) => form.test(one))
      ) {
        if (others.length > 0) secondNames?.set(what, others);
        yield [what, first];
      } else
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
