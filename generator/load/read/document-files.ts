/**
 * The files of one document: the root and those that it refers to, each read once.
 *
 * A document is untrusted. `local.ts` decides which files it may read, `remote/` which hosts it may
 * send requests to.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { isUrl } from "../../diagnostics/paths.js";
import type { Position } from "../../openapi/document.js";
import { isProse, type LocalFiles } from "./local.js";
import type { LoadedFile, NamedFile } from "./loaded-file.js";
import type { Located } from "./source-locations.js";
import { parse } from "./parse.js";
import { decode, limits, read } from "./read.js";
import { type Remote, urlForMessages } from "../remote/remote.js";

export class DocumentFiles {
  readonly #files = new Map<string, LoadedFile | undefined>();

  constructor(
    readonly local: LocalFiles | undefined,
    readonly remote: Remote,
    readonly diagnostics: Diagnostics,
  ) {}

  /** @param customize changes the document before anything else is done with it */
  async openRoot(
    customize: (document: Located) => Promise<Located | undefined>,
  ): Promise<LoadedFile | undefined> {
    const { local, remote } = this;
    const plain =
      remote.root === undefined
        ? local && (await this.#read(local.root, ""))
        : await this.#fetch(remote.root, "", undefined);
    const real = remote.root?.href ?? (await local?.settle(this.diagnostics));
    const customized = plain && (await customize(plain));
    if (!plain || !customized || real === undefined) return undefined;
    const file = { ...plain, ...customized };
    this.#files.set(real, file);
    return file;
  }

  /**
   * The file that a reference names; undefined when an error was reported.
   * @param reference the part before `#`
   * @param isText a text refers to the file: it may be a page of prose, which is read as it is
   */
  async open(
    from: LoadedFile,
    reference: string,
    {
      at: position,
      isText,
    }: { readonly at: () => Position; readonly isText: boolean },
  ): Promise<LoadedFile | undefined> {
    const url = urlOf(from, reference);
    if (url !== undefined) return this.#openUrl(url, reference, position);
    const lookup = await this.local?.find(from.path, reference, {
      isOpen: (path) => this.#files.has(path),
      isText,
    });
    if (lookup?.kind === "refused") {
      if (lookup.target !== undefined)
        this.diagnostics.sources.visit(lookup.target);
      this.diagnostics.report(lookup.code, lookup.details, position());
    }
    if (lookup?.kind !== "found") return undefined;
    const { real, id, shown } = lookup;
    return this.#openOnce(real, position, async () => {
      if (!isText || !isProse(real))
        return this.#read({ path: real, shown }, id);
      const text = await read(real, shown, this.diagnostics);
      // A page of prose is a value too: a string.
      return text === undefined
        ? undefined
        : this.#parse(JSON.stringify(text), real, shown, id);
    });
  }

  async #openUrl(
    url: URL,
    reference: string,
    position: () => Position,
  ): Promise<LoadedFile | undefined> {
    if (!this.remote.allows(url)) {
      const ref = withoutCredentials(reference);
      const { origin } = url;
      this.diagnostics.report("ref-remote", { ref, origin }, position());
      return undefined;
    }
    const { root } = this.remote;
    const path =
      root?.origin === url.origin
        ? relativePath(root.pathname, url.pathname)
        : url.host + url.pathname;
    return this.#openOnce(url.href, position, () =>
      this.#fetch(url, path + url.search, position()),
    );
  }

  async #openOnce(
    key: string,
    position: () => Position,
    open: () => Promise<LoadedFile | undefined>,
  ): Promise<LoadedFile | undefined> {
    if (this.#files.has(key)) return this.#files.get(key);
    if (this.#files.size >= limits.files) {
      const { files: limit } = limits;
      this.diagnostics.report("ref-too-many", { limit }, position());
      return undefined;
    }
    const file = await open();
    this.#files.set(key, file);
    return file;
  }

  async #read(
    { path, shown, text: given }: NamedFile,
    id: string,
  ): Promise<LoadedFile | undefined> {
    const text = given ?? (await read(path, shown, this.diagnostics));
    return text === undefined ? undefined : this.#parse(text, path, shown, id);
  }

  async #fetch(
    url: URL,
    id: string,
    position: Position | undefined,
  ): Promise<LoadedFile | undefined> {
    const fetched = await this.remote.fetch(url);
    if (fetched.kind === "problem") {
      this.diagnostics.report(fetched.code, fetched.details, position);
      return undefined;
    }
    const name = urlForMessages(url);
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

/** The relative reference from one URL path to another. */
const relativePath = (from: string, to: string): string => {
  const directory = from.split("/").slice(0, -1);
  const steps = to.split("/");
  const end = directory.findIndex(
    (name, index) => name !== steps[index] || index === steps.length - 1,
  );
  const shared = end === -1 ? directory.length : end;
  const up = directory.slice(shared).map(() => "..");
  return [...up, ...steps.slice(shared)].join("/");
};

/** `https://user:secret@host` is shown as `https://…@host`. */
export const withoutCredentials = (url: string): string =>
  url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//…@");
