/**
 * A guard for APIs whose credentials are a server's secret: in a browser, every
 * user could read them.
 */
import { configError } from "./errors.js";

/** Throws in a browser, unless the caller has set `dangerouslyAllowBrowser`. */
export function refuseBrowsers(allowed: boolean | undefined): void {
  if (!allowed && "document" in globalThis)
    throw configError("Pass dangerouslyAllowBrowser in a browser.");
}
