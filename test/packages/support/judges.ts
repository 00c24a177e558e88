/** What others who judge packages say of a tarball. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { root } from "./apis.js";
import { run } from "./run.js";

/** Everything that publint has to say, suggestions too. */
export const publintMessages = async (
  tarball: string,
): Promise<readonly (string | undefined)[]> => {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  const { messages, pkg } = await publint({
    pack: { tarball: buffer },
    level: "suggestion",
    strict: true,
  });
  return messages.map((one) => formatMessage(one, pkg));
};

interface Analysis {
  readonly problems: readonly unknown[];
  readonly entrypoints: object;
}

/** What `@arethetypeswrong/cli` finds, and how it ends. */
export const attwAnalysis = async (
  tarball: string,
  ...options: readonly string[]
): Promise<Analysis & { readonly code: number | null }> => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const { code, out } = await run(
    process.execPath,
    [attw, tarball, "--format", "json", ...options],
    dirname(tarball),
  );
  const { analysis } = JSON.parse(out) as { readonly analysis: Analysis };
  return { ...analysis, code };
};
