/**
 * Reads the text files of a package's tarball: ustar, with the longer names of pax, compressed with
 * gzip.
 */
import { gunzipSync } from "node:zlib";

const block = 512;

/** No package of ours comes near it; something else may be a bomb. */
const maxLength = 512 * 1024 * 1024;

/**
 * The files at the top, and declarations wherever they are, by path.
 * @throws of what is no tarball
 */
export const filesOfTarball = (
  compressed: Uint8Array,
): ReadonlyMap<string, string> =>
  pathsOfTarball(
    compressed,
    (path) =>
      !path.includes("/") || /(?:\.d\.[cm]?ts|\/package\.json)$/.test(path),
  );

/**
 * By path below the one folder that all files of a package are in (`package/`).
 * @param isWanted of a path; the others are not read. None leads out of the folder.
 * @throws of what is no tarball
 */
export const pathsOfTarball = (
  compressed: Uint8Array,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, string> => {
  const archive = gunzipSync(compressed, { maxOutputLength: maxLength });
  const files = new Map<string, string>();
  let longName: string | undefined;
  let offset = 0;
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const size = parseInt(text(archive, offset + 124, 12), 8) || 0;
    const type = archive[offset + 156];
    const start = offset + block;
    const content = (): string => archive.toString("utf8", start, start + size);
    const path = belowFolder(longName ?? nameAt(archive, offset));
    longName = type === extended ? paxName(content()) : undefined;
    if (path !== undefined && isFile(type) && isWanted(path))
      files.set(path, content());
    offset = start + Math.ceil(size / block) * block;
  }
  return files;
};

/** A name longer than 100 bytes has its first folders in a field of their own. */
const nameAt = (archive: Buffer, offset: number): string => {
  const isUstar = text(archive, offset + 257, 5) === "ustar";
  const prefix = isUstar ? text(archive, offset + 345, 155) : "";
  const name = text(archive, offset, 100);
  return prefix === "" ? name : `${prefix}/${name}`;
};

/** A record of pax is `LENGTH path=NAME`, ended by a line end. */
const paxName = (records: string): string | undefined =>
  /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];

const belowFolder = (name: string): string | undefined => {
  const [, ...parts] = name.split("/");
  const isSafe = parts.every((part) => !/^\.{0,2}$|[\\\0:]/.test(part));
  return parts.length > 0 && isSafe ? parts.join("/") : undefined;
};

/** Up to the first zero, as C has strings. */
const text = (archive: Buffer, start: number, length: number): string => {
  const end = archive.indexOf(0, start);
  return archive.toString(
    "latin1",
    start,
    end === -1 ? start + length : Math.min(end, start + length),
  );
};

/** The header of pax that is about the next file alone. */
const extended = 0x78;

/** `0`, or nothing in archives from before ustar. */
const isFile = (type: number | undefined): boolean =>
  type === 0x30 || type === 0;
