/** The runtime as one script, for platforms that are a global object of their own. */
import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(
  new URL("../../../templates/runtime", import.meta.url),
);

const modules = [
  ...["auth", "body", "call", "client", "decoders", "errors", "events"],
  ...["lines", "logging", "middleware", "multipart", "oauth", "pages"],
  ...["request", "upload", "user-agent"],
];

/** A script that declares `sdk`, with all that these modules export. */
export function runtimeScript(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: modules
        .map((name) => `export * from "./${name}.js";`)
        .join("\n"),
      resolveDir: folder,
    },
    bundle: true,
    format: "iife",
    globalName: "sdk",
    target: "es2022",
    write: false,
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}
