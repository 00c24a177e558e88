/**
 * `PluginFile` over a module of the generator.
 */
import { code, ident, type Code } from "../emit/encode/encode.js";
import { modulePaths } from "../emit/module-paths.js";
import { fileOf } from "../emit/source/sources.js";
import { valueCode } from "../emit/source/descriptor-values.js";
import { pagingOf } from "../emit/source/descriptors.js";
import { dataType } from "../emit/source/return-types.js";
import { signatureParamsType } from "../emit/source/params-types.js";
import { operationsOf, resourceModulePath } from "../emit/source/tree.js";
import { typeCode } from "../emit/source/types.js";
import type { Statement } from "../emit/structures.js";
import type { OutputFile, TypeScriptFile } from "../sdk/output.js";
import type { Name, Operation, Params, Sdk, Type } from "../sdk/sdk.js";
import type {
  NpmImportOptions,
  OperationParameter,
  PluginFile,
} from "./plugin.js";
import { runtimeNames, type RuntimeName } from "./runtime-names.js";
import { ScopedModule } from "./scoped-module.js";

/** What the files of one run share. */
export interface PluginContext {
  readonly sdk: Sdk;
  /** The module of each operation, by the name of its function. */
  readonly places: ReadonlyMap<Name, string>;
  /** Names of earlier runs, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
}

export const placesOf = (sdk: Sdk): PluginContext["places"] =>
  new Map([
    ...sdk.operations.map(
      ({ functionName }) => [functionName, modulePaths.operations] as const,
    ),
    ...sdk.resources.flatMap((resource) =>
      [...operationsOf({ resources: [resource] })].map(
        ({ operation }) =>
          [operation.functionName, resourceModulePath(resource)] as const,
      ),
    ),
  ]);

/** The module whose statements this one shares, and the packages that it imports from instead. */
interface SharedStatements {
  readonly other: WrittenFile;
  readonly packages: ReadonlyMap<string, string>;
}

const hasSameNames = (
  these: ReadonlyMap<string, string>,
  those: ReadonlyMap<string, string>,
): boolean =>
  these.size === those.size &&
  [...these].every(([key, name]) => those.get(key) === name);

export class WrittenFile implements PluginFile {
  readonly module: ScopedModule;
  /** Names that were claimed, by their keys in the lock file. */
  readonly claimed = new Map<string, string>();
  readonly #context: PluginContext;
  readonly #scope: string;
  /** Names that these had in earlier runs, by their keys without the scope. */
  readonly #kept: ReadonlyMap<string, string>;
  #file: TypeScriptFile<Statement> | undefined;
  #shared: SharedStatements | undefined;

  /** @param scope where the names belong: `plugin routes routes` */
  constructor(
    readonly path: string,
    scope: string,
    context: PluginContext,
  ) {
    this.#scope = `${scope} `;
    this.#context = context;
    this.#kept = new Map(
      [...context.names].flatMap(([key, name]) =>
        key.startsWith(this.#scope)
          ? [[key.slice(this.#scope.length), name]]
          : [],
      ),
    );
    this.module = new ScopedModule(path, this.#kept.values());
  }

  claim(wanted: string): Code {
    const key = this.#freeKey(this.#scope + wanted);
    const name = this.#keptName(key) ?? this.module.declare(wanted);
    this.claimed.set(key, name);
    return ident(name as Name);
  }

  /** People can change a lock file: what is no name, or that of another, says nothing. */
  #keptName(key: string): string | undefined {
    const name = this.#context.names.get(key);
    const isFree =
      name !== undefined &&
      /^[A-Za-z_$][\w$]*$/.test(name) &&
      ![...this.claimed.values()].includes(name);
    return isFree ? name : undefined;
  }

  /** What asks twice for a name has both, in this order. */
  #freeKey(key: string): string {
    let free = key;
    for (let count = 2; this.claimed.has(free); count++)
      free = `${key} ${count}`;
    return free;
  }

  npm(
    name: string,
    from: string,
    { type = false }: NpmImportOptions = {},
  ): Code {
    return this.module.import(name, `npm:${from}`, type);
  }

  operation(operation: Operation): Code {
    return this.module.import(
      ident(operation.functionName),
      this.#placeOf(operation),
      false,
    );
  }

  model(name: Name): Code {
    return this.module.model(name);
  }

  type(type: Type): Code {
    return typeCode(type, this.module);
  }

  parameters(operation: Operation): readonly OperationParameter[] {
    const { positional, params } = operation;
    return [
      ...positional.map(({ name, type }) => ({
        name: ident(name),
        type: this.type(type),
        isOptional: false,
        kind: "positional" as const,
      })),
      ...(params
        ? [
            {
              name: code`params`,
              type: this.#paramsType(operation, params),
              isOptional: params.optional,
              kind: "params" as const,
            },
          ]
        : []),
    ];
  }

  #paramsType(operation: Operation, params: Params): Code {
    return signatureParamsType(params, {
      result: operation.result,
      stream: false,
      module: this.module,
      nameOf: (name) =>
        this.module.import(ident(name), this.#placeOf(operation), true),
    });
  }

  data({ result }: Operation): Code {
    return dataType(result, this.module);
  }

  paging({ paging }: Operation): Code | undefined {
    return paging && valueCode(pagingOf(paging), this.module);
  }

  error(operation: Operation): Code {
    return this.module.import(
      ident(operation.errors.name),
      this.#placeOf(operation),
      true,
    );
  }

  client(): Code {
    const { coreName } = this.#context.sdk.client;
    return this.module.import(ident(coreName), modulePaths.client, true);
  }

  runtime(name: RuntimeName): Code {
    if (!Object.hasOwn(runtimeNames, name))
      throw new Error(`the runtime has no ${name} for outputs`);
    return this.module.use(runtimeNames[name]);
  }

  add(...statements: readonly Statement[]): void {
    this.module.add(
      ...statements.map((statement) =>
        // Structures begin with an empty line too.
        typeof statement === "string" ? code`\n${statement}` : statement,
      ),
    );
  }

  shareStatementsOf(
    other: PluginFile,
    packages: ReadonlyMap<string, string>,
  ): boolean {
    if (!(other instanceof WrittenFile) || other.#shared) return false;
    // Names that the lock file has from earlier runs are in the statements.
    if (!hasSameNames(this.#kept, other.#kept)) return false;
    this.#shared = { other, packages };
    return true;
  }

  get file(): OutputFile<Statement> {
    if (!this.#shared) return (this.#file ??= fileOf(this.module));
    const { path } = this;
    const { other, packages } = this.#shared;
    const original = (other.#file ??= fileOf(other.module));
    const imports = other.module.imports(path, packages);
    return { kind: "similar", path, imports, original };
  }

  #placeOf({ functionName }: Operation): string {
    const place = this.#context.places.get(functionName);
    if (place === undefined)
      throw new Error(`${functionName} is no operation of this SDK`);
    return place;
  }
}
