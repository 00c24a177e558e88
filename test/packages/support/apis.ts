/** The three APIs, and where their documents and packages are. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface API {
  readonly name: "ahasend" | "feldera" | "openrouter";
  /** As published. */
  readonly packageName: string;
  readonly className: string;
  readonly document: string;
  readonly generated: string;
}

const api = (
  name: API["name"],
  packageName: string,
  className: string,
): API => ({
  name,
  packageName,
  className,
  document: join(root, "spec", name, "openapi.yaml"),
  generated: join(root, "generated", name),
});

export const ahasend = api("ahasend", "@ahasend/sdk", "AhaSend");
export const feldera = api("feldera", "@feldera/sdk", "Feldera");
export const openrouter = api(
  "openrouter",
  "@openrouter/keys-sdk",
  "OpenRouter",
);

export const apis: readonly API[] = [ahasend, feldera, openrouter];
