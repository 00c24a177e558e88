/** For APIs whose credentials are a server's: in a browser, anyone could read them. */
import { configError } from "./errors.js";

/** Refuses to run in a browser, unless the caller has said that it is meant. */
export function refuseBrowsers(allowed: boolean | undefined): void {
  if (!allowed && "document" in globalThis)
    throw configError(
      "this API's credentials do not belong into a browser; see dangerouslyAllowBrowser",
    );
}
