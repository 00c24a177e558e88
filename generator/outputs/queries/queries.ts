/**
 * `<package>/react-query` and the like: options of queries, pages and mutations, switched on by
 * `queries` of the config. Each adapter is an output of its own.
 */
import type { SdkConfig } from "../../config/config.js";
import { definePlugin, type PluginUse } from "../../plugin/index.js";
import { entryModule } from "../entry-module.js";
import { adapters, type Adapter } from "./adapters.js";
import { querySection } from "./query-docs.js";
import { writeQueryModule } from "./query-module.js";
import type { QueryModule } from "./query-types.js";
import { cachedOperations, isNamed } from "./roles.js";
import { operationsOf } from "../../plugin/index.js";

export const queryOutputs = ({ queries }: SdkConfig): readonly PluginUse[] => {
  if (queries === undefined) return [];
  const { adapters: chosen, operations = [] } =
    typeof queries === "object" && "adapters" in queries
      ? queries
      : { adapters: queries };
  const written: QueryModule[] = [];
  return [...new Set([chosen].flat())].map((adapter) =>
    outputOf(adapters[adapter], written)({ operations }),
  );
};

/** @param written the modules of other adapters, to which that of this one is added */
const outputOf = (adapter: Adapter, written: QueryModule[]) =>
  definePlugin<{ readonly operations: readonly string[] }>({
    name: adapter.name,
    version: "1.0.0",
    api: 1,
    emit(sdk, out, { operations: named }) {
      const operations = [...operationsOf(sdk)].map((one) => one.operation);
      // Reported once, by the first adapter.
      for (const name of written.length === 0 ? named : [])
        if (!operations.some((operation) => isNamed(operation, name)))
          out.warn(
            "no-such-operation",
            `queries.operations has ${name}, which no operation is called`,
          );
      const cached = cachedOperations(sdk, named);
      const { peer, types, hasBrokenTypes = false } = adapter;
      const entry = `./${adapter.name}`;
      const file = out.module(entryModule(sdk, adapter.name), { entry });
      const module = { sdk, file, adapter };
      writeQueryModule(cached, module, written);
      written.push(module);
      if (peer) out.peer(peer.name, peer.range);
      if (types) out.buildDependency(types.name, types.range);
      if (hasBrokenTypes) out.skipLibCheck();
      out.section(querySection(cached, sdk, adapter));
    },
  });
