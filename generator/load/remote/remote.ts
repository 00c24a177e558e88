/**
 * Files on other hosts: which origins get requests, with which headers and limits.
 *
 * Only origins that the user named get requests, and only that of the document gets the headers.
 */
import type { DiagnosticCode, Details } from "../../diagnostics/diagnostics.js";
import { limits as fileLimits, reasonOf } from "../read/read.js";
import {
  isAddress,
  isPublic,
  PrivateAddress,
  publicLookup,
} from "./addresses.js";
import type { HttpResponse } from "./request.js";

export interface RemoteOptions {
  /** Sent to the origin of the document, and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Origins besides the document's own that references may lead to. */
  readonly allowRefOrigins?: readonly string[];
}

export type Fetched =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | {
      readonly kind: "problem";
      readonly code: DiagnosticCode;
      readonly details: Details;
    };

/** Limits of one file. */
export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly redirects: number;
}

export class Remote {
  readonly #allowed: readonly Allowed[];

  /** @param root the URL of the document; undefined when it is a file */
  constructor(
    readonly root: URL | undefined,
    readonly options: RemoteOptions,
    readonly limits: FetchLimits = {
      milliseconds: fileLimits.fetchMilliseconds,
      bytes: fileLimits.fileBytes,
      redirects: fileLimits.redirects,
    },
  ) {
    const { allowRefOrigins = [] } = options;
    this.#allowed = [...(root ? [root.origin] : []), ...allowRefOrigins].map(
      readOrigin,
    );
  }

  allows(url: URL): boolean {
    return (
      /^https?:$/.test(url.protocol) &&
      url.username === "" &&
      this.#allowed.some(({ covers }) => covers(url))
    );
  }

  /** Follows redirects to origins that are allowed. */
  async fetch(start: URL): Promise<Fetched> {
    const { milliseconds, bytes: limit, redirects } = this.limits;
    const signal = AbortSignal.timeout(milliseconds);
    let url = start;
    // Most documents are files, and what speaks HTTP takes its time to load.
    const { request } = await import("./request.js");
    try {
      for (let hops = 0; hops <= redirects; hops++) {
        const isNamed = this.#isNamed(url);
        if (!isNamed && isAddress(url.hostname) && !isPublic(url.hostname)) {
          return problem("fetch-private", { url: urlForMessages(url) });
        }
        const headers = this.#headersFor(url);
        if (headers && url.protocol === "http:" && !isLoopback(url)) {
          return problem("fetch-insecure", { url: urlForMessages(url) });
        }
        const lookup = isNamed ? undefined : publicLookup;
        const response = await request(url, { headers, lookup, signal, limit });
        if (response.location === undefined) return judge(response, url);
        const next = new URL(response.location, url);
        if (!this.#follows(url, next)) {
          const { origin: target } = next;
          return problem("fetch-redirect", {
            url: urlForMessages(url),
            target,
          });
        }
        url = next;
      }
      const details = { url: urlForMessages(start), limit: redirects };
      return problem("fetch-redirects", details);
    } catch (error) {
      return this.#explain(error, url);
    }
  }

  /** True for a host that the user named, which may be in a private network. */
  #isNamed({ hostname }: URL): boolean {
    return this.#allowed.some(({ host }) => host === hostname);
  }

  #headersFor({ origin }: URL): RemoteOptions["headers"] {
    const { headers = {} } = this.options;
    const isOwn = origin === this.root?.origin;
    return isOwn && Object.keys(headers).length > 0 ? headers : undefined;
  }

  /** True for allowed origins, and from http to https on the same host. */
  #follows(from: URL, to: URL): boolean {
    if (from.protocol === "https:" && to.protocol !== "https:") return false;
    const isSecured =
      to.protocol === "https:" &&
      from.hostname === to.hostname &&
      to.port === "" &&
      to.username === "";
    return isSecured || this.allows(to);
  }

  #explain(error: unknown, at: URL): Fetched {
    const url = urlForMessages(at);
    if (error instanceof PrivateAddress) {
      return problem("fetch-private", { url });
    }
    if (error instanceof Error && error.name === "TooLarge") {
      const limit = Math.ceil(this.limits.bytes / 1024 / 1024);
      return problem("fetch-too-large", { url, limit });
    }
    if (error instanceof Error && error.name === "TimeoutError") {
      const seconds = this.limits.milliseconds / 1000;
      return problem("fetch-timeout", { url, seconds });
    }
    return problem("fetch-failed", { url, reason: reasonOf(error) });
  }
}

interface Allowed {
  /** The host; undefined for a pattern. */
  readonly host: string | undefined;
  readonly covers: (url: URL) => boolean;
}

/** `https://a.example`, `https://*.a.example`, or `*` for every public host. */
const readOrigin = (text: string): Allowed => {
  if (text === "*") return { host: undefined, covers: () => true };
  const { origin, protocol, port, hostname } = new URL(
    text.replace("://*.", "://"),
  );
  if (!text.includes("://*.")) {
    return { host: hostname, covers: (url) => url.origin === origin };
  }
  const covers = (url: URL): boolean =>
    url.protocol === protocol &&
    url.port === port &&
    url.hostname.endsWith(`.${hostname}`);
  return { host: undefined, covers };
};

const isLoopback = ({ hostname }: URL): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

/** Without credentials and without the query, which may hold a key. */
export const urlForMessages = ({ origin, pathname }: URL): string =>
  origin + pathname;

const problem = (code: DiagnosticCode, details: Details): Fetched => ({
  kind: "problem",
  code,
  details,
});

const judge = ({ status, bytes }: HttpResponse, url: URL): Fetched => {
  if (status === 200) return { kind: "bytes", bytes };
  const code =
    status === 401 || status === 403 ? "fetch-denied" : "fetch-status";
  const hint = hintFor(status);
  return problem(code, { url: urlForMessages(url), status, hint });
};

/** The server's own failures say nothing about the URL. */
const hintFor = (status: number): string => {
  if (status === 429) return "The host asks to wait. Try again later.";
  return status >= 500
    ? "The host failed, not the URL. Try again later, or pass a copy of the document."
    : "Check the URL.";
};
