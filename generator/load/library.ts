/**
 * The files of one document: the root file and what it refers to.
 *
 * A document is untrusted: a reference may read YAML and JSON below the root document's folder (or
 * the folder that the user allows), links followed, and nothing else. No connection is ever made.
 */
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import type { Position } from "../document.js";
import type { From } from "./origins.js";
import { applyOverlays } from "./overlay/overlay.js";
import { parse, type Parsed } from "./parse.js";
import type { Source } from "./positions.js";
import { limits, read, reasonOf } from "./read.js";

export interface LoadedFile {
  /** The path from the root document's folder, with slashes: the same on every machine. */
  readonly id: string;
  readonly path: string;
  readonly source: Source;
  readonly value: unknown;
  /** Where each part was written: here, or in an overlay. */
  readonly places: From;
}

/** A file as messages show it. */
export interface Named {
  readonly path: string;
  readonly shown: string;
}

export class Library {
  readonly #files = new Map<string, LoadedFile | undefined>();
  #overlays: readonly Parsed[] = [];
  #folder = "";
  #allowed = "";

  /**
   * @param input the root document as the user named it
   * @param path the same, absolute
   * @param allowed the folder that references may not leave, absolute
   */
  constructor(
    readonly input: string,
    readonly path: string,
    readonly allowed: string,
    readonly diagnostics: Diagnostics,
  ) {}

  /** @param overlays files by path, with how messages show them */
  async openRoot(
    overlays: readonly Named[] = [],
  ): Promise<LoadedFile | undefined> {
    const plain = await this.#open(this.path, "", this.input);
    const file = await this.#patch(plain, overlays);
    if (file === undefined) return undefined;
    try {
      const real = await realpath(this.path);
      this.#folder = await realpath(dirname(this.path));
      this.#allowed = await realpath(this.allowed);
      this.#files.set(real, file);
    } catch (error) {
      this.diagnostics.report("file-unreadable", {
        file: this.input,
        reason: reasonOf(error),
      });
      return undefined;
    }
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
    const ref = withoutCredentials(reference);
    const refuse = (
      code: "ref-remote" | "ref-outside" | "ref-file-type",
    ): undefined => {
      this.diagnostics.report(code, { ref }, at());
    };
    if (/^(?:https?:)?\/\//i.test(reference)) {
      refuse("ref-remote");
      return;
    }
    // Windows writes its separators and a drive letter; neither may lead away.
    const named = decode(reference).replaceAll("\\", "/");
    if (/^[a-z][a-z\d+.-]*:/i.test(named) || named.startsWith("/")) {
      refuse("ref-outside");
      return;
    }
    const target = resolve(dirname(from.path), named);
    // As the user wrote it, or as the file that refers was found behind a link.
    const isBelow =
      isWithin(resolve(this.allowed), target) ||
      isWithin(this.#allowed, target);
    if (!isBelow && !this.#isOpen(target)) {
      refuse("ref-outside");
      return;
    }
    if (!/\.(?:ya?ml|json)$/i.test(named) || named.includes("\0")) {
      refuse("ref-file-type");
      return;
    }
    let real: string;
    try {
      real = await realpath(target);
    } catch (error) {
      const reason = reasonOf(error);
      this.diagnostics.report("ref-file-unreadable", { ref, reason }, at());
      return undefined;
    }
    if (this.#files.has(real)) return this.#files.get(real);
    if (!isWithin(this.#allowed, real)) {
      refuse("ref-outside");
      return;
    }
    if (this.#files.size >= limits.files) {
      this.diagnostics.report("ref-too-many", { limit: limits.files }, at());
      return undefined;
    }
    const id = relative(this.#folder, real).replaceAll("\\", "/");
    const file = await this.#open(real, id, join(dirname(this.input), id));
    this.#files.set(real, file);
    return file;
  }

  /** SHA-256 of all texts, whatever the order in which they were read. */
  hash(): string {
    const hash = createHash("sha256");
    const files = [...this.#files.values()].filter(
      (file) => file !== undefined,
    );
    for (const { id, source } of files.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      hash.update(`${id}\n${source.text.length}\n`).update(source.text);
    }
    for (const { source } of this.#overlays) {
      hash.update(`\n${source.text.length}\n`).update(source.text);
    }
    return hash.digest("hex");
  }

  async #patch(
    file: LoadedFile | undefined,
    overlays: readonly Named[],
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
    this.#overlays = found;
    const patched = await applyOverlays(file, found, this.diagnostics);
    return patched && { ...file, ...patched };
  }

  #isOpen(path: string): boolean {
    return this.#files.has(path);
  }

  async #open(
    path: string,
    id: string,
    shown: string,
  ): Promise<LoadedFile | undefined> {
    const text = await read(path, shown, this.diagnostics);
    const parsed =
      text === undefined ? undefined : parse(text, shown, this.diagnostics);
    return parsed && { id, path, ...parsed, places: parsed.source };
  }
}

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `https://user:secret@host` is shown as `https://…@host`. */
export const withoutCredentials = (url: string): string =>
  url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//…@");
