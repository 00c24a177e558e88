/**
 * Servers relative to where the document is (OpenAPI 3.1.1 section 4.8.5): it knows its own place where
 * it was read from a URL, or says it in `$self`.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { operationsIn } from "../../openapi/operations.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";

/** @param retrieved the URL that the document was read from */
export function absoluteServers(
  root: JsonObject,
  retrieved: string | undefined,
  diagnostics: Diagnostics,
): void {
  const found = [root.$self, retrieved].find(
    (url): url is string =>
      typeof url === "string" && /^https?:\/\//i.test(url),
  );
  if (found === undefined) return;
  // A query may hold a secret.
  const base = found.replace(/[?#].*$/s, "");
  const resolve = (holder: JsonObject, pointer: Pointer): void => {
    arrayOrEmpty(holder.servers).forEach((server, index) => {
      if (!isRecord(server) || typeof server.url !== "string") return;
      const { url } = server;
      if (/^(?:[a-z][a-z\d+.-]*:|\{)/i.test(url) || !URL.canParse(url, base))
        return;
      // Braces of variables stay as they are.
      const resolved = new URL(url, base).href
        .replaceAll("%7B", "{")
        .replaceAll("%7D", "}");
      server.url = resolved;
      diagnostics.report("server-resolved", { url, resolved }, [
        ...pointer,
        "servers",
        String(index),
        "url",
      ]);
    });
  };
  resolve(root, []);
  for (const [path, item] of Object.entries(recordOrEmpty(root.paths)))
    if (isRecord(item)) resolve(item, ["paths", path]);
  for (const { operation, pointer } of operationsIn(root))
    resolve(operation, pointer);
}
