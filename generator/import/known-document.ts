/**
 * What an import needs to know of the document: its operations, its schemas, and the names and pages
 * that the package has without a config.
 */
import type { SdkConfig } from "../config/config.js";
import { nearest } from "../config/nearest.js";
import { findTargets } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { StageTimer } from "../diagnostics/timings.js";
import { operationsOf as methodsOf } from "../emit/source/tree.js";
import type { Pointer } from "../openapi/document.js";
import { operationsOf } from "../openapi/operations.js";
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../openapi/records.js";
import { buildSdk } from "../build-sdk.js";
import type { Operation, Sdk } from "../sdk/sdk.js";
import { isVerifiable } from "../sdk/webhooks.js";

export interface KnownOperation {
  /** `GET /pets/{id}`, as the options of a config name it. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Readonly<JsonObject>;
  readonly pointer: Pointer;
}

export interface KnownDocument {
  /** As the package's own reading has left it: checked, in the dialect of 3.1. */
  readonly root: Readonly<JsonObject>;
  readonly operations: readonly KnownOperation[];
  /** By method and path, whatever the names in braces. */
  readonly find: (method: string, path: string) => KnownOperation | undefined;
  /** The key of an operation that was perhaps meant. */
  readonly nearest: (method: string, path: string) => string | undefined;
  readonly schemes: Readonly<JsonObject>;
  readonly defaults: Defaults;
}

/** What the package has where no config says otherwise. */
export interface Defaults {
  readonly clientName: string;
  readonly packageName: string;
  readonly baseURL: string | undefined;
  /** The name of each schema's type, by the schema. */
  readonly models: ReadonlyMap<string, string>;
  /** The operations that are recognised as lists in pages, by their keys. */
  readonly paged: ReadonlySet<string>;
  /** The operations that give a file. */
  readonly binary: ReadonlySet<string>;
  /** The operations that give data, of which the document says more than that it is text. */
  readonly structured: ReadonlySet<string>;
  /** The operations that send lists or objects in a multipart body. */
  readonly nestedForms: ReadonlySet<string>;
  /** What can be done with the webhooks that the document describes; undefined where there are none. */
  readonly webhooks: "verify" | "parse" | undefined;
}

/** @returns undefined where the document has errors, which are reported */
export const readKnownDocument = async (
  cwd: string,
  input: string,
  diagnostics: Diagnostics,
): Promise<KnownDocument | undefined> => {
  // So that forms show what is in them; nothing else depends on it.
  const multipart = { arrays: "brackets", objects: "brackets" } as const;
  const config: SdkConfig = { input, output: "sdk", multipart };
  const [target] = await findTargets({ cwd, config }, diagnostics);
  const built =
    target &&
    (await buildSdk(
      { target, names: new Map() },
      { diagnostics, timer: new StageTimer() },
    ));
  if (!built || diagnostics.hasErrors) return undefined;
  const root = built.document.root as unknown as JsonObject;
  const operations = [...operationsAt(root)];
  const byShape = new Map(
    operations.map((one) => [shapeOf(one.method, one.path), one]),
  );
  const find = (method: string, path: string): KnownOperation | undefined =>
    byShape.get(shapeOf(method, path));
  return {
    root,
    operations,
    find,
    nearest: (method, path) => {
      const key = `${method.toUpperCase()} ${path}`;
      const others = operations.filter((one) => one.path === path);
      return (
        others[0]?.key ??
        nearest(
          key,
          operations.map((one) => one.key),
        )
      );
    },
    schemes: recordOrEmpty(
      recordOrEmpty(root["components"])["securitySchemes"],
    ),
    defaults: defaultsOf(built.sdk),
  };
};

function* operationsAt(root: JsonObject): Generator<KnownOperation> {
  for (const [path, item] of Object.entries(recordOrEmpty(root["paths"]))) {
    if (path.startsWith("x-") || !isRecord(item)) continue;
    for (const { method, operation, pointer } of operationsOf(item))
      yield {
        method,
        path,
        operation,
        key: `${method} ${path}`,
        pointer: ["paths", path, ...pointer],
      };
  }
}

/** `GET /pets/{}`: names of parameters differ in spelling, and say nothing about where a request goes. */
const shapeOf = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, "{}").replace(/(?<=.)\/$/, "")}`;

const defaultsOf = (sdk: Sdk): Defaults => {
  const operations = [...methodsOf(sdk)].map((one) => one.operation);
  const keysOf = (isWanted: (operation: Operation) => boolean) =>
    new Set(
      operations
        .filter(isWanted)
        .map(({ method, path }) => `${method} ${path}`),
    );
  return {
    clientName: sdk.client.className,
    packageName: sdk.package.name,
    baseURL: sdk.client.baseURL,
    models: new Map(
      sdk.models.flatMap(({ name, wireName }) =>
        wireName === undefined ? [] : [[wireName, name]],
      ),
    ),
    paged: keysOf(({ paging }) => paging !== undefined),
    binary: keysOf(({ result }) => result.kind === "binary"),
    nestedForms: keysOf(({ body }) =>
      [body, ...(body?.choice?.formats ?? [])].some((format) =>
        format?.encoding?.some(({ nesting }) => nesting),
      ),
    ),
    webhooks:
      sdk.webhooks.length === 0
        ? undefined
        : isVerifiable(sdk)
          ? "verify"
          : "parse",
    structured: keysOf(
      ({ result: { kind, type } }) =>
        (kind === "json" || kind === "jsonLines") && type.kind !== "keyword",
    ),
  };
};
