/** `toFile` as in an earlier SDK, whose callers may leave out the name. */
import { toFile as makeFile, type FileContent } from "./upload.js";

/** Makes a `File`; without a name it gets that of its content, if any. */
export const toFile = async (
  content: FileContent | PromiseLike<FileContent>,
  name?: string | null,
  options?: Parameters<typeof makeFile>[2],
): Promise<File> => {
  const value = await content;
  return makeFile(value, name ?? nameOf(value) ?? "unknown_file", options);
};

/** The name of a `File`, of a Node stream's file, or in a response's URL. */
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
