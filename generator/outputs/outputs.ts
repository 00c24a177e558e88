/**
 * The outputs of a package: those that every one has, those of ours that an option switches on, and the
 * plugins of others. A new one of ours is added to `builtIn`.
 */
import type { SdkConfig } from "../config/config.js";
import type { PluginUse } from "../config/plugin-use.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document, PathItem, Pointer } from "../openapi/document.js";
import { operationsOf } from "../openapi/operations.js";
import { collect, type Collected } from "../plugin/collect.js";
import type { PluginProblem } from "../plugin/problems.js";
import { queryOutputs } from "./queries/queries.js";
import type { Operation, Sdk } from "../sdk/sdk.js";
import { agentsOutput } from "./agents/agents.js";
import { reportFailure } from "./broken-file.js";
import { contractOutput } from "./contract/contract.js";
import { docsOutput } from "./docs/docs.js";
import { mocksOutput } from "./mocks/mocks.js";
import { otelOutput } from "./otel/otel.js";
import { schemaOutput } from "./schema/schema.js";
import { samplesOverlay } from "./samples/overlay.js";

/** The docs, and the tests for the owner. */
export const standardOutputs = ({
  mocks,
}: {
  readonly mocks: boolean;
}): readonly PluginUse[] => [docsOutput(), contractOutput({ mocks })];

/** Each gives what it is to write for a config: nothing where its option is not set. */
const builtIn: readonly ((
  config: SdkConfig,
  document: Document,
) => readonly PluginUse[])[] = [
  ({ mocks = false }) => standardOutputs({ mocks }),
  ({ agents = false }) => (agents === false ? [] : [agentsOutput()]),
  ({ docs }) => (docs?.overlay === true ? [samplesOverlay()] : []),
  ({ mocks }) => (mocks === true ? [mocksOutput()] : []),
  ({ otel }) => (otel === true ? [otelOutput()] : []),
  ({ schema }, document) => (schema === true ? [schemaOutput(document)] : []),
  queryOutputs,
];

interface OutputsRun {
  readonly config: SdkConfig;
  readonly document: Document;
  /** Names of earlier runs, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Runs all outputs; what they do wrong is reported. */
export const runOutputs = (
  sdk: Sdk,
  { config, document, names }: OutputsRun,
  diagnostics: Diagnostics,
): Omit<Collected, "problems"> => {
  const { problems, ...collected } = collect(sdk, {
    builtIn: builtIn.flatMap((usesOf) => usesOf(config, document)),
    plugins: config.plugins ?? [],
    names,
  });
  for (const problem of problems) report(problem, document, diagnostics);
  return collected;
};

const report = (
  problem: PluginProblem,
  document: Document,
  diagnostics: Diagnostics,
): void => {
  switch (problem.kind) {
    case "refused": {
      const { plugin, action, reason } = problem;
      diagnostics.report("plugin-refused", { plugin, action, reason });
      return;
    }
    case "conflict": {
      const { first, second, action } = problem;
      diagnostics.report("plugin-conflict", { first, second, action });
      return;
    }
    case "failed": {
      reportFailure(problem.plugin, problem.reason, diagnostics);
      return;
    }
    case "warning": {
      const { plugin, code, message, operation } = problem;
      const place = operation && pointerOf(operation, document);
      diagnostics.report("plugin-warning", { plugin, code, message }, place);
    }
  }
};

/** Where an operation is; undefined for one that the document does not have. */
const pointerOf = (
  { method, path }: Operation,
  document: Document,
): Pointer | undefined => {
  const paths = document.root.paths ?? {};
  const item = Object.hasOwn(paths, path) ? paths[path] : undefined;
  if (!item) return undefined;
  const { node, pointer } = document.resolve<PathItem>(item, ["paths", path]);
  const found = [...operationsOf(node)].find((one) => one.method === method);
  return found && [...pointer, ...found.pointer];
};
