/**
 * Where requests go (OpenAPI 3.1.1 section 4.8.5).
 */
import type { Server } from "../document.js";
import type { Text } from "../sdk.js";

/**
 * The URL of a server with the defaults of its variables.
 * @returns undefined for a relative URL: the document does not say what it is relative to
 */
export function serverURL(server: Server | undefined): Text | undefined {
  if (!server || typeof server.url !== "string") return undefined;
  const variables = new Map(Object.entries(server.variables ?? {}));
  const url = server.url.replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const value: unknown = variables.get(name)?.default;
    return typeof value === "string" ? value : hole;
  });
  return /^https?:\/\//i.test(url)
    ? (url.replace(/\/+$/, "") as Text)
    : undefined;
}
