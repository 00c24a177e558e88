/** Files as programs of an earlier SDK make them: their name may be left out. */
import { toFile as makeFile, type FileContent } from "./upload.js";

/** Makes a `File`; without a name it has that of the content, if it has one. */
export const toFile = async (
  content: FileContent | PromiseLike<FileContent>,
  name?: string | null,
  options?: Parameters<typeof makeFile>[2],
): Promise<File> => {
  const value = await content;
  return makeFile(value, name ?? nameOf(value) ?? "unknown_file", options);
};

/** The name of a `File`, of what a stream of Node reads, or in a response's URL. */
const nameOf = (content: object | string): string | undefined => {
  const { name, path, url } = Object(content) as {
    readonly [Name in "name" | "path" | "url"]?: unknown;
  };
  if (typeof name === "string") return name;
  const location = typeof url === "string" ? url.replace(/[?#].*/s, "") : path;
  return typeof location === "string"
    ? location.replace(/^.*[\\/]/s, "") || undefined
    : undefined;
};
