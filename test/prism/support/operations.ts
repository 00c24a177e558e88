/**
 * Every operation of an SDK as the generator's own model has it, with every argument that it takes,
 * and a call of it through the generated client.
 */
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { load } from "../../../generator/load/load.js";
import { reservedNames } from "../../../generator/emit/reserved-names.js";
import { buildModel } from "../../../generator/model/build.js";
import type { Operation, Resource } from "../../../generator/sdk/sdk.js";
import { findTargets } from "../../../generator/config/targets.js";
import { root } from "../../packages/support/apis.js";
import type { API } from "../../packages/support/apis.js";

export interface Callable {
  readonly operation: Operation;
  /** `subAccounts.apiKeys.create` */
  readonly name: string;
  /** Declared parameters and fields that no example gives a value. */
  readonly missing: readonly string[];
  call(client: object, options?: CallOptions): Call;
}

export interface CallOptions {
  readonly headers: Readonly<Record<string, string>>;
}

/** What every call of a generated client returns. */
export interface Call extends PromiseLike<unknown> {
  withResponse(): Promise<{ data: unknown; response: Response }>;
}

export const readCallables = async (api: API): Promise<readonly Callable[]> => {
  const diagnostics = new Diagnostics();
  const targets = await findTargets({ cwd: root }, diagnostics);
  const target = targets.find(({ inputs }) => inputs[0] === api.document);
  const document = target && (await load(target.inputs, {}, diagnostics));
  if (!document) throw new Error(`${api.document} cannot be read`);
  const sdk = buildModel(
    document,
    { config: target.config, reserved: reservedNames },
    diagnostics,
  );
  return [
    ...sdk.operations.map((operation) => callable(operation, [])),
    ...below(sdk.resources, []),
  ];
};

const below = (
  resources: readonly Resource[],
  path: readonly string[],
): readonly Callable[] =>
  resources.flatMap(({ property, operations, children }) => {
    const here = [...path, property];
    return [
      ...operations.map((operation) => callable(operation, here)),
      ...below(children, here),
    ];
  });

const callable = (
  operation: Operation,
  resource: readonly string[],
): Callable => {
  const { methodName, positional, params, sample } = operation;
  const values = new Map<string, unknown>(
    (params?.fields ?? []).map(({ name, doc }) => [name, doc.example]),
  );
  for (const [name, value] of sample.params ?? []) values.set(name, value);
  const args = [
    ...sample.positional,
    ...(params ? [Object.fromEntries(values)] : []),
  ];
  return {
    operation,
    name: [...resource, methodName].join("."),
    missing: [
      ...positional
        .filter((_, index) => sample.positional[index] === undefined)
        .map(({ wireName }) => wireName),
      ...[...values].flatMap(([name, value]) =>
        value === undefined ? [name] : [],
      ),
    ],
    call(client, options) {
      const target = resource.reduce(member, client);
      const method = Reflect.get(target, methodName) as (
        ...args: unknown[]
      ) => Call;
      return method.call(target, ...args, options);
    },
  };
};

const member = (value: object, name: string): object => {
  const found: unknown = Reflect.get(value, name);
  if (typeof found === "object" && found !== null) return found;
  throw new Error(`the client has no ${name}`);
};
