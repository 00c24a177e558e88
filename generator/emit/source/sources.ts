/**
 * `src/`: the generated files and the part of the runtime that they use.
 */
import type {
  OutputFile,
  OwnerExports,
  TypeScriptFile,
} from "../../sdk/output.js";
import type { Sdk } from "../../sdk/sdk.js";
import { classModule } from "./client-class.js";
import { clientModule } from "./client.js";
import { earlierModules } from "./earlier-modules.js";
import { errorsModule, indexModule } from "./entry.js";
import { linkModules } from "./links.js";
import { modelsModule } from "./models.js";
import { noContributions, type Contributions } from "../contributions.js";
import type { Module } from "../module.js";
import type { Statement } from "../structures.js";
import { exportedNames, withOwner } from "./owner-exports.js";
import { resourceModules } from "./resources.js";
import {
  packageIdentityModule,
  runtimeTexts,
  runtimeOutputFiles,
} from "../package/runtime.js";
import { webhookModules } from "./webhooks.js";

export interface EmitOptions {
  /** Present where the owner has a module of their own to export. */
  readonly owner?: OwnerExports | undefined;
  /** Of the outputs: docs, tests, and those beside the SDK. */
  readonly contributions?: Contributions;
  /** Is given the names that the owner's module exports in place of ours. */
  readonly onTaken?: (names: readonly string[]) => void;
}

export function* sourceFiles(
  sdk: Sdk,
  {
    owner,
    contributions = noContributions,
    onTaken = () => undefined,
  }: EmitOptions = {},
): Generator<OutputFile<Statement>> {
  const used = [
    ...["call", "errors", "options"],
    // The entry alone leads there.
    ...(sdk.client.compatibility === undefined ? [] : ["compat-sources"]),
  ];
  const exported = new Set<string>();
  for (const module of modules(sdk, contributions.usesWithRequired)) {
    yield fileOf(module);
    if (owner) for (const name of exportedNames(module)) exported.add(name);
    for (const path of module.dependencies)
      used.push(...(/^src\/core\/([\w-]+)\.ts$/.exec(path)?.slice(1) ?? []));
  }
  const files = runtimeTexts(used);
  const entry = indexModule(sdk, new Set(files.keys()));
  if (owner) {
    const { module, taken } = withOwner(entry, owner, exported);
    onTaken(taken);
    yield fileOf(module);
  } else yield fileOf(entry);
  for (const module of earlierModules(sdk)) yield fileOf(module);
  yield fileOf(packageIdentityModule(sdk));
  // What only other entry points import is no part of the package's own entry.
  yield* runtimeOutputFiles(runtimeTexts([...used, ...contributions.runtime]));
}

function* modules(sdk: Sdk, isRequiredBeside: boolean): Generator<Module> {
  let isRequired = isRequiredBeside;
  for (const module of modulesBesideModels(sdk)) {
    isRequired ||= module.mentions("WithRequired");
    yield module;
  }
  yield modelsModule(sdk, isRequired);
}

function* modulesBesideModels(sdk: Sdk): Generator<Module> {
  yield clientModule(sdk);
  yield classModule(sdk);
  yield errorsModule(sdk);
  yield* resourceModules(sdk);
  yield* webhookModules(sdk);
  yield* linkModules(sdk);
}

export const fileOf = ({
  path,
  statements,
}: Module): TypeScriptFile<Statement> => ({
  kind: "typescript",
  path,
  statements,
});
