/** What the README says for task runners. */
import { readme } from "../../support/readme.js";

interface CheckTask {
  readonly inputs: readonly string[];
}

const section = /^## Many SDKs\n(.*?)^## /ms.exec(readme)?.[1] ?? "";

const parsed = (form: RegExp): unknown =>
  JSON.parse(form.exec(section)?.[1] ?? "null");

export const turboJson = parsed(/^```json\n(.*?)^```/ms) as {
  readonly tasks: { readonly check: CheckTask };
};

export const nxJson = parsed(/`nx\.json` has `([^`]+)`/) as {
  readonly targetDefaults: { readonly check: CheckTask };
};
