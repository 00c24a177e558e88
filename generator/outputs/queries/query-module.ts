/**
 * The module of an adapter: for each operation a function that gives the options of its query, of its
 * pages or of its mutation.
 */
import {
  code,
  docs,
  exportAlias,
  exportConstant,
  join,
  key,
  typeKey,
  type Code,
  type OperationParameter,
  type PluginFile,
  type Sdk,
  type Statement,
  type Text,
} from "../../plugin/index.js";
import type { Adapter } from "./adapters.js";
import { keyStart, queryKeys } from "./query-keys.js";
import type { CachedOperation } from "./roles.js";

interface QueryModule {
  readonly sdk: Sdk;
  readonly file: PluginFile;
  readonly adapter: Adapter;
}

/** The names of one operation's functions. */
interface Named {
  readonly cached: CachedOperation;
  readonly query?: Code;
  readonly pages?: Code;
  readonly mutation?: Code;
}

export const writeQueryModule = (
  operations: readonly CachedOperation[],
  module: QueryModule,
): void => {
  const { file, adapter, sdk } = module;
  const isSwr = adapter.takes === "tuple";
  // Names first: imports yield to them.
  const keysName = file.claim("queryKeys");
  const types = namedTypes(file);
  const named = operations.map((cached): Named => {
    const { functionName } = cached.operation;
    if (cached.role === "mutation")
      return { cached, mutation: file.claim(`${functionName}Mutation`) };
    const query = file.claim(`${functionName}Query`);
    return cached.hasPages && !isSwr
      ? { cached, query, pages: file.claim(`${functionName}Pages`) }
      : { cached, query };
  });
  const hasPages = named.some(({ pages }) => pages !== undefined);
  const writer = new FunctionWriter(module, types);
  file.add(
    ...typeAliases(types, { file, adapter, hasPages }),
    queryKeys(
      operations.filter(({ role }) => role === "query"),
      { sdk, file, name: keysName },
    ),
    ...named.flatMap((one) => writer.functions(one)),
  );
  if (isSwr) {
    const swr = file.runtime("swr");
    file.add(code`export { ${swr} };`);
  }
};

/** Of the types that a module declares. */
type NamedTypes = Readonly<Record<"query" | "pages" | "options", Code>>;

const namedTypes = (file: PluginFile): NamedTypes => ({
  query: file.claim("Query"),
  pages: file.claim("Pages"),
  options: file.claim("QueryRequestOptions"),
});

/** The key says what the cache has under it, in the type by which each library reads that. */
const typeAliases = (
  { query, pages, options }: NamedTypes,
  {
    file,
    adapter: { peer },
    hasPages,
  }: Pick<QueryModule, "file" | "adapter"> & { readonly hasPages: boolean },
): Statement[] => {
  const imported = (name: string): Code | undefined =>
    peer && file.npm(name, peer.name, { type: true });
  const tag = imported("DataTag");
  const keyOf = (data: Code): Code =>
    tag
      ? code`${tag}<readonly unknown[], ${data}, E>`
      : code`readonly unknown[]`;
  const parameters = [{ name: code`Data` }, { name: code`E` }];
  return [
    exportAlias({
      docs: docs([{ text: "Options of a query." }]),
      name: query,
      typeParameters: parameters,
      type: code`${file.runtime("QueryOptions")}<${keyOf(code`Data`)}, Data, E>`,
    }),
    ...(hasPages
      ? [
          exportAlias({
            docs: docs([{ text: "Options of a query that has pages." }]),
            name: pages,
            typeParameters: parameters,
            type: code`${file.runtime("PagesOptions")}<${keyOf(
              code`${imported("InfiniteData") ?? code`unknown`}<Data, ${file.runtime("PageParam")}>`,
            )}, Data, E>`,
          }),
        ]
      : []),
    exportAlias({
      docs: docs([
        {
          text: "Options of a call. When it is cancelled is the cache's business.",
        },
      ]),
      name: options,
      type: code`Omit<${file.runtime("RequestOptions")}, "signal">`,
    }),
  ];
};

class FunctionWriter {
  constructor(
    private readonly module: QueryModule,
    private readonly types: NamedTypes,
  ) {}

  functions({ cached, query, pages, mutation }: Named): Statement[] {
    return [
      ...(query ? [this.#query(cached, query)] : []),
      ...(pages ? [this.#pages(cached, pages)] : []),
      ...(mutation ? [this.#mutation(cached, mutation)] : []),
    ];
  }

  #query(cached: CachedOperation, name: Code): Statement {
    const { file } = this.module;
    const helper = file.runtime("query");
    const called = file.operation(cached.operation);
    const parameters = this.#parameters(cached, [helper, called]);
    const keys = this.#key(cached, parameters, cached.hasPages && "page");
    const passed = join(
      [
        code`client`,
        ...parameters.map((one) => one.name),
        code`{ ...options, signal }`,
      ],
      ", ",
    );
    return this.#declared(cached, {
      name,
      parameters,
      type: code`${this.types.query}<${this.#data(cached)}, ${file.error(cached.operation)}>`,
      value: code`${helper}(${keys}, (signal) => ${called}(${passed}))`,
    });
  }

  #pages(cached: CachedOperation, name: Code): Statement {
    const { file } = this.module;
    const { operation } = cached;
    const { paging } = operation;
    const isLinked = paging?.by === "url" && !paging.next;
    const helper = file.runtime(isLinked ? "linkedPages" : "pages");
    const called = file.operation(operation);
    const parameters = this.#parameters(cached, [helper, called]);
    const data = isLinked
      ? code`${file.runtime("LinkedPage")}<${file.type(paging.item)}>`
      : this.#data(cached);
    const params = parameters.find(({ kind }) => kind === "params")?.name;
    const passed = join(
      [
        code`at`,
        ...parameters.map((one) => one.name),
        code`{ ...options, signal }`,
      ],
      ", ",
    );
    const given = join(
      [
        this.#key(cached, parameters, "pages"),
        code`client`,
        params ?? code`undefined`,
        file.paging(operation) ?? code`{}`,
        code`(at, ${params ?? code`_`}, signal) => ${called}(${passed})`,
      ],
      ", ",
    );
    return this.#declared(cached, {
      name,
      parameters,
      type: code`${this.types.pages}<${data}, ${file.error(operation)}>`,
      value: code`${helper}(${given})`,
    });
  }

  #mutation(cached: CachedOperation, name: Code): Statement {
    const { file, sdk } = this.module;
    const { operation } = cached;
    const helper = file.runtime("mutation");
    const called = file.operation(operation);
    const parameters = this.#parameters(cached, [helper, called]);
    const { type, taken, passed } = variablesOf(parameters);
    const call = join([code`client`, ...passed, code`options`], ", ");
    return this.#declared(cached, {
      name,
      parameters: [],
      type: code`${file.runtime("MutationOptions")}<${this.#data(cached)}, ${file.error(operation)}, ${type}>`,
      value: code`${helper}([${keyStart(cached, sdk)}], (${taken}) => ${called}(${call}))`,
    });
  }

  #declared(
    { operation, role }: CachedOperation,
    { name, parameters, type, value }: Declared,
  ): Statement {
    const { file } = this.module;
    const options =
      role === "query" ? this.types.options : file.runtime("RequestOptions");
    const declared = join(
      [
        code`client: ${file.client()}`,
        ...parameters.map(
          (one) =>
            code`${one.name}${one.isOptional ? code`?` : code``}: ${one.type}`,
        ),
        code`options?: ${options}`,
      ],
      ", ",
    );
    const { summary, deprecated } = operation.doc;
    return exportConstant({
      docs: docs([
        ...(summary === undefined ? [] : [{ text: summary }]),
        ...(deprecated ? [{ tag: "deprecated" as const, text: "" }] : []),
      ]),
      name,
      initializer: code`(${declared}): ${type} => ${value}`,
    });
  }

  #key(
    { operation, ...cached }: CachedOperation,
    parameters: readonly OperationParameter[],
    kind: "page" | "pages" | false,
  ): Code {
    const parts = parameters.map((one) =>
      one.isOptional ? code`${one.name} ?? {}` : one.name,
    );
    return code`[${join(
      [
        keyStart({ ...cached, operation }, this.module.sdk),
        ...parts,
        ...(kind === false
          ? []
          : [kind === "page" ? code`"page"` : code`"pages"`]),
      ],
      ", ",
    )}]`;
  }

  /** A cache holds `null` where there is no body. */
  #data({ operation }: CachedOperation): Code {
    return operation.result.kind === "none"
      ? code`null`
      : this.module.file.data(operation);
  }

  /** A parameter that has the name of what the function calls takes another one. */
  #parameters(
    { operation }: CachedOperation,
    called: readonly Code[],
  ): readonly OperationParameter[] {
    const occupied = new Set<string>([...called, "at", "signal"]);
    return this.module.file
      .parameters(operation)
      .map((one) =>
        occupied.has(one.name) ? { ...one, name: code`${one.name}$` } : one,
      );
  }
}

interface Declared {
  readonly name: Code;
  readonly parameters: readonly OperationParameter[];
  readonly type: Code;
  readonly value: Code;
}

interface Variables {
  readonly type: Code;
  /** As the function of the mutation takes it. */
  readonly taken: Code;
  /** What the operation is called with. */
  readonly passed: readonly Code[];
}

/** Mutations take one value: the only argument, or an object of both. */
const variablesOf = (parameters: readonly OperationParameter[]): Variables => {
  const [first, second] = parameters;
  if (!first) return { type: code`void`, taken: code``, passed: [] };
  if (!second)
    return first.isOptional
      ? {
          type: code`${first.type} | void`,
          taken: first.name,
          passed: [code`${first.name} as ${first.type} | undefined`],
        }
      : { type: first.type, taken: first.name, passed: [first.name] };
  const member = ({ name, type, isOptional }: OperationParameter): Code => {
    const own = nameOf(name);
    return isOptional
      ? code`${typeKey(own)}?: ${type} | undefined`
      : code`${typeKey(own)}: ${type}`;
  };
  const taken = ({ name }: OperationParameter): Code => {
    const own = nameOf(name);
    return own === (name as string) ? name : code`${key(own)}: ${name}`;
  };
  return {
    type: code`{ ${join(parameters.map(member), "; ")} }`,
    taken: code`{ ${join(parameters.map(taken), ", ")} }`,
    passed: parameters.map(({ name }) => name),
  };
};

/** The name of an argument, without what sets it apart from what is called. */
const nameOf = (name: Code): Text => name.replace(/\$$/, "") as Text;
