/** What the README says for task runners. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";

interface CheckTask {
  readonly inputs: readonly string[];
}

const section =
  /^## Many SDKs\n(.*?)^## /ms.exec(
    readFileSync(join(root, "README.md"), "utf8"),
  )?.[1] ?? "";

const parsed = (form: RegExp): unknown =>
  JSON.parse(form.exec(section)?.[1] ?? "null");

export const turboJson = parsed(/^```json\n(.*?)^```/ms) as {
  readonly tasks: { readonly check: CheckTask };
};

export const nxJson = parsed(/`nx\.json` has `([^`]+)`/) as {
  readonly targetDefaults: { readonly check: CheckTask };
};
