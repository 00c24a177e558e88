/**
 * The docs of every package: pages with samples in `docs/`, and the signatures in `api.md`.
 */
import { apiPages } from "../../emit/docs/api.js";
import { docPages } from "../../emit/docs/docs.js";
import { definePlugin } from "../../plugin/index.js";

export const docsOutput = definePlugin({
  name: "docs",
  version: "1.0.0",
  api: 1,
  emit(sdk, out) {
    for (const { path, text } of [...docPages(sdk), ...apiPages(sdk)])
      out.text(path, text, { isFormatted: true });
  },
});
