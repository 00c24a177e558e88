/**
 * The files of one document: the root and what it refers to, each read once.
 *
 * A document is untrusted. What it may name is settled in `local.ts` for files, and in `remote/` for
 * other hosts.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { isUrl } from "../../diagnostics/paths.js";
import type { Position } from "../../openapi/document.js";
import type { LocalFiles } from "./local.js";
import type { LoadedFile, NamedFile } from "./loaded-file.js";
import { applyOverlays } from "../overlay/overlay.js";
import { parse, type Parsed } from "./parse.js";
import { decode, limits, read } from "./read.js";
import { type Remote, shown } from "../remote/remote.js";

export class DocumentFiles {
  readonly #files = new Map<string, LoadedFile | undefined>();

  constructor(
    readonly local: LocalFiles | undefined,
    readonly remote: Remote,
    readonly diagnostics: Diagnostics,
  ) {}

  /** @param overlays files by path, with how messages show them */
  async openRoot(
    overlays: readonly NamedFile[] = [],
  ): Promise<LoadedFile | undefined> {
    const { local, remote } = this;
    const plain =
      remote.root === undefined
        ? local && (await this.#read(local.root, ""))
        : await this.#fetch(remote.root, "", undefined);
    const real = remote.root?.href ?? (await local?.settle(this.diagnostics));
    const file = await this.#patch(plain, overlays);
    if (file === undefined || real === undefined) return undefined;
    this.#files.set(real, file);
    return file;
  }

  /**
   * The file that a reference names; undefined when an error was reported.
   * @param reference the part before `#`
   */
  async open(
    from: LoadedFile,
    reference: string,
    at: () => Position,
  ): Promise<LoadedFile | undefined> {
    const url = urlOf(from, reference);
    if (url !== undefined) return this.#openUrl(url, reference, at);
    const found = await this.local?.find(from.path, reference, (path) =>
      this.#files.has(path),
    );
    switch (found?.kind) {
      case undefined:
        return undefined;
      case "refused":
        this.diagnostics.report(found.code, found.details, at());
        return undefined;
      case "found": {
        const { real, id, shown } = found;
        if (this.#files.has(real)) return this.#files.get(real);
        if (this.#isFull(at)) return undefined;
        const file = await this.#read({ path: real, shown }, id);
        this.#files.set(real, file);
        return file;
      }
    }
  }

  async #openUrl(
    url: URL,
    reference: string,
    at: () => Position,
  ): Promise<LoadedFile | undefined> {
    if (!this.remote.allows(url)) {
      const ref = withoutCredentials(reference);
      const { origin } = url;
      this.diagnostics.report("ref-remote", { ref, origin }, at());
      return undefined;
    }
    if (this.#files.has(url.href)) return this.#files.get(url.href);
    if (this.#isFull(at)) return undefined;
    const { root } = this.remote;
    const id =
      root?.origin === url.origin
        ? relativePath(root.pathname, url.pathname) + url.search
        : url.host + url.pathname + url.search;
    const file = await this.#fetch(url, id, at());
    this.#files.set(url.href, file);
    return file;
  }

  #isFull(at: () => Position): boolean {
    if (this.#files.size < limits.files) return false;
    this.diagnostics.report("ref-too-many", { limit: limits.files }, at());
    return true;
  }

  async #read(
    { path, shown }: NamedFile,
    id: string,
  ): Promise<LoadedFile | undefined> {
    const text = await read(path, shown, this.diagnostics);
    return text === undefined ? undefined : this.#parse(text, path, shown, id);
  }

  async #fetch(
    url: URL,
    id: string,
    at: Position | undefined,
  ): Promise<LoadedFile | undefined> {
    const fetched = await this.remote.fetch(url);
    if (fetched.kind === "problem") {
      this.diagnostics.report(fetched.code, fetched.details, at);
      return undefined;
    }
    const name = shown(url);
    const text = decode(fetched.bytes, name, this.diagnostics);
    return text === undefined
      ? undefined
      : this.#parse(text, url.href, name, id);
  }

  #parse(
    text: string,
    path: string,
    name: string,
    id: string,
  ): LoadedFile | undefined {
    const parsed = parse(text, name, this.diagnostics);
    return parsed && { id, path, ...parsed, locator: parsed.source };
  }

  async #patch(
    file: LoadedFile | undefined,
    overlays: readonly NamedFile[],
  ): Promise<LoadedFile | undefined> {
    if (overlays.length === 0) return file;
    const parsed: (Parsed | undefined)[] = [];
    for (const { path, shown } of overlays) {
      const text = await read(path, shown, this.diagnostics);
      parsed.push(
        text === undefined ? text : parse(text, shown, this.diagnostics),
      );
    }
    const found = parsed.filter((overlay) => overlay !== undefined);
    if (file === undefined || found.length < parsed.length) return undefined;
    const patched = await applyOverlays(file, found, this.diagnostics);
    return patched && { ...file, ...patched };
  }
}

/** Undefined for references between files. */
const urlOf = (from: LoadedFile, reference: string): URL | undefined => {
  const base = isUrl(from.path) ? from.path : undefined;
  if (base === undefined && !/^(?:https?:)?\/\//i.test(reference)) {
    return undefined;
  }
  try {
    return new URL(reference, base ?? "https://host.invalid");
  } catch {
    return new URL("https://host.invalid");
  }
};

/** From one document's folder to another file, as a browser reads it. */
const relativePath = (from: string, to: string): string => {
  const folder = from.split("/").slice(0, -1);
  const steps = to.split("/");
  while (folder.length > 0 && folder[0] === steps[0] && steps.length > 1) {
    folder.shift();
    steps.shift();
  }
  return [...folder.map(() => ".."), ...steps].join("/");
};

/** `https://user:secret@host` is shown as `https://…@host`. */
export const withoutCredentials = (url: string): string =>
  url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//…@");
