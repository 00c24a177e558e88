/**
 * Which files on disk a document may read: YAML and JSON below its own folder, or the folder that the
 * user allows, links followed, and nothing else.
 */
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type {
  DiagnosticCode,
  Details,
  Diagnostics,
} from "../../diagnostics/diagnostics.js";
import type { NamedFile } from "./loaded-file.js";
import { checkPath, reasonOf, similarFile } from "./read.js";

export type FileLookup =
  | ({ readonly kind: "found" } & FoundFile)
  | {
      readonly kind: "refused";
      readonly code: DiagnosticCode;
      readonly details: Details;
      /** The file that was looked for where it may be. */
      readonly target?: string;
    };

interface FoundFile {
  /** The path with links followed. */
  readonly real: string;
  readonly id: string;
  readonly shown: string;
}

export class LocalFiles {
  #folder = "";
  #allowed = "";

  /**
   * @param root the document: its absolute path, and as the user named it
   * @param allowed the folder that references may not leave, absolute
   */
  constructor(
    readonly root: NamedFile,
    readonly allowed: string,
  ) {}

  /** Follows the links to the document; undefined when that was reported to be impossible. */
  async settle(diagnostics: Diagnostics): Promise<string | undefined> {
    try {
      const { path, text } = this.root;
      this.#folder = await realpath(dirname(path));
      this.#allowed = await realpath(this.allowed);
      return text === undefined ? await realpath(path) : path;
    } catch (error) {
      const { shown: file } = this.root;
      // A document that cannot be read was reported.
      if (!diagnostics.hasErrors) {
        const reason = reasonOf(error);
        const hint = similarFile(this.root.path, file, reason) ?? checkPath;
        diagnostics.report("file-unreadable", { file, reason, hint });
      }
      return undefined;
    }
  }

  /**
   * @param isOpen whether a file was read before: the user named it, or it was allowed then
   * @param isText a text refers to the file, which may be a page of prose
   */
  async find(
    from: string,
    reference: string,
    {
      isOpen,
      isText,
    }: { readonly isOpen: (path: string) => boolean; readonly isText: boolean },
  ): Promise<FileLookup> {
    const refused = (
      code: DiagnosticCode,
      details: Details = {},
      looked?: string,
    ): FileLookup => ({
      kind: "refused",
      code,
      details: { ref: reference, ...details },
      ...(looked !== undefined && { target: looked }),
    });
    // Windows writes its separators and a drive letter; neither may lead away.
    const named = decode(reference).replaceAll("\\", "/");
    if (/^[a-z][a-z\d+.-]*:/i.test(named) || named.startsWith("/")) {
      return refused("ref-outside");
    }
    const target = resolve(dirname(from), named);
    // As the user wrote it, or as the file that refers was found behind a link.
    const isBelow =
      isWithin(resolve(this.allowed), target) ||
      isWithin(this.#allowed, target);
    if (!isBelow && !isOpen(target)) return refused("ref-outside");
    const isReadable =
      /\.(?:ya?ml|json)$/i.test(named) || (isText && isProse(named));
    if (!isReadable || named.includes("\0")) {
      return refused("ref-file-type");
    }
    let real: string;
    try {
      real = await realpath(target);
    } catch (error) {
      const reason = reasonOf(error);
      const hint =
        similarFile(target, reference, reason) ??
        "Check the path; it is relative to the file that contains the reference.";
      return refused("ref-file-unreadable", { reason, hint }, target);
    }
    if (!isOpen(real) && !isWithin(this.#allowed, real)) {
      return refused("ref-outside");
    }
    const id = relative(this.#folder, real).replaceAll("\\", "/");
    return {
      kind: "found",
      real,
      id,
      shown: join(dirname(this.root.shown), id),
    };
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
/** True of a file that is text for people, and no data. */
export const isProse = (path: string): boolean =>
  /\.(?:mdx?|markdown|txt)$/i.test(path);
