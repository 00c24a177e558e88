/**
 * The tests that the owner of every package runs.
 */
import { contractFiles } from "../../emit/package/contract.js";
import { boolean, definePlugin } from "../../plugin/index.js";
import { entryModule } from "../entry-module.js";

interface ContractOptions {
  /** True where the package has mocks: the same test runs over these too. */
  readonly mocks?: boolean;
}

export const contractOutput = definePlugin<ContractOptions>({
  name: "contract",
  version: "1.0.0",
  api: 1,
  options: { mocks: boolean },
  emit(sdk, out, { mocks = false }) {
    const given = mocks ? { mocks: entryModule(sdk, "mocks") } : {};
    for (const { path, text } of contractFiles(sdk, given))
      out.text(path, text, { isFormatted: true });
  },
});
