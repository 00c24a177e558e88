/**
 * `src/`: the generated files and the part of the runtime that they use.
 */
import type { OutputFile } from "../output.js";
import type { Sdk } from "../sdk.js";
import { classModule } from "./client-class.js";
import { coreModule } from "./client.js";
import { errorsModule, indexModule } from "./entry.js";
import { modelsModule } from "./models.js";
import { resourceModules } from "./resources.js";
import { brandModule, copied, runtimeFiles } from "./runtime.js";
import { webhookModules } from "./webhooks.js";

export function sourceFiles(sdk: Sdk): readonly OutputFile[] {
  const others = [
    coreModule(sdk),
    classModule(sdk),
    errorsModule(sdk),
    ...resourceModules(sdk),
    ...webhookModules(sdk),
  ];
  const own = [modelsModule(sdk, others), ...others];
  const used = own
    .flatMap((module) => module.dependencies)
    .flatMap((path) => /^src\/core\/([\w-]+)\.ts$/.exec(path)?.[1] ?? []);
  const files = runtimeFiles([...used, "call", "errors", "options"]);
  const index = indexModule(sdk, new Set(files.keys()));
  return [
    ...[...own, index, brandModule(sdk)].map(({ path, text }): OutputFile => ({
      path,
      text,
      kind: "spaced",
    })),
    ...copied(files),
  ];
}
