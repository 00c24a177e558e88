/**
 * The functions of one operation in the module of an adapter: they give the options of its query, of its
 * pages or of its mutation.
 */
import {
  code,
  docs,
  exportConstant,
  join,
  lit,
  type Code,
  type Operation,
  type OperationParameter,
  type Statement,
  type Type,
} from "../../plugin/index.js";
import { freeNames, keyArguments, keyHelpers } from "./key-arguments.js";
import { variablesOf } from "./mutation-variables.js";
import { callArguments, pageArguments } from "./page-arguments.js";
import { keyStart } from "./query-keys.js";
import type { NamedTypes, QueryModule } from "./query-types.js";
import type { CachedOperation } from "./roles.js";

/** An operation, and the names of its functions. */
export interface NamedOptions {
  readonly cached: CachedOperation;
  readonly query?: Code;
  readonly pages?: Code;
  readonly mutation?: Code;
}

export class FunctionWriter {
  constructor(
    private readonly module: QueryModule,
    private readonly types: NamedTypes,
  ) {}

  functions({ cached, query, pages, mutation }: NamedOptions): Statement[] {
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
    const parameters = freeNames(file.parameters(cached.operation), [
      helper,
      called,
      ...keyHelpers,
    ]);
    const keys = this.#key(cached, parameters, cached.hasPages && "page");
    return this.#declared(cached, {
      name,
      parameters,
      type: code`${this.types.query}<${this.#data(cached)}, ${file.error(cached.operation)}>`,
      value: code`${helper}(${keys}, ${called}, ${callArguments(parameters)}, options)`,
    });
  }

  #pages(cached: CachedOperation, name: Code): Statement {
    const { file } = this.module;
    const { operation } = cached;
    const { paging } = operation;
    const helperName = pagesHelper(operation);
    const helper = file.runtime(helperName);
    const called = file.operation(operation);
    const parameters = freeNames(file.parameters(operation), [
      helper,
      called,
      code`withValue`,
      ...keyHelpers,
    ]);
    const data =
      paging && helperName === "linkedPages"
        ? code`${file.runtime("LinkedPage")}<${file.type(paging.item)}>`
        : this.#data(cached);
    const keys = this.#key(cached, parameters, "pages");
    const ways = file.paging(operation) ?? code`{}`;
    const asked =
      paging?.by === "url"
        ? callArguments(parameters)
        : pageArguments(operation, parameters, file);
    return this.#declared(cached, {
      name,
      parameters,
      type: code`${this.types.pages}<${data}, ${file.error(operation)}>`,
      value: code`${helper}(${keys}, ${called}, ${asked}, options, ${ways})`,
    });
  }

  #mutation(cached: CachedOperation, name: Code): Statement {
    const { file, sdk } = this.module;
    const { operation } = cached;
    const helper = file.runtime("mutation");
    const called = file.operation(operation);
    const { type, names } = variablesOf(file.parameters(operation));
    const passed = join(
      [
        code`[${keyStart(cached, sdk)}], ${called}, client, options`,
        ...(names ? [lit(names)] : []),
      ],
      ", ",
    );
    return this.#declared(cached, {
      name,
      parameters: [],
      type: code`${file.runtime("MutationOptions")}<${this.#data(cached)}, ${file.error(operation)}, ${type}>`,
      value: code`${helper}(${passed})`,
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
    return code`[${join(
      [
        keyStart({ ...cached, operation }, this.module.sdk),
        ...keyArguments(operation, parameters, this.module.file),
        ...(kind === false
          ? []
          : [kind === "page" ? code`"page"` : code`"pages"`]),
      ],
      ", ",
    )}]`;
  }

  /** A cache holds `null` where there is no body. */
  #data({ operation }: CachedOperation): Code {
    const { result } = operation;
    const { file } = this.module;
    if (result.kind === "none") return code`null`;
    const { type } = result;
    return type.kind === "union" && type.members.some(isUndefined)
      ? code`${file.type({ ...type, members: type.members.filter((member) => !isUndefined(member)) })} | null`
      : file.data(operation);
  }
}

/** What leads from page to page. */
const pagesHelper = ({
  paging,
}: Operation): "pages" | "pagesByCursor" | "pagesByLink" | "linkedPages" => {
  if (paging?.by === "cursor") return "pagesByCursor";
  if (paging?.by !== "url") return "pages";
  return paging.next ? "pagesByLink" : "linkedPages";
};

const isUndefined = (type: Type): boolean =>
  type.kind === "keyword" && /^(?:undefined|void)$/.test(type.keyword);

interface Declared {
  readonly name: Code;
  readonly parameters: readonly OperationParameter[];
  readonly type: Code;
  readonly value: Code;
}
