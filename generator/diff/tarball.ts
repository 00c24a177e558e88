/**
 * Reads the text files at the top of a package's tarball: ustar, compressed with gzip.
 */
import { gunzipSync } from "node:zlib";

const block = 512;

/** No package of ours comes near it; something else may be a bomb. */
const maxLength = 512 * 1024 * 1024;

/**
 * By name below the one folder that all files of a package are in (`package/`).
 * @throws of what is no tarball
 */
export const filesOfTarball = (
  compressed: Uint8Array,
): ReadonlyMap<string, string> => {
  const archive = gunzipSync(compressed, { maxOutputLength: maxLength });
  const files = new Map<string, string>();
  let offset = 0;
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const size = parseInt(text(archive, offset + 124, 12), 8) || 0;
    const [, name] = /^[^/]+\/([^/]+)$/.exec(text(archive, offset, 100)) ?? [];
    const start = offset + block;
    if (name !== undefined && isFile(archive[offset + 156]))
      files.set(name, archive.toString("utf8", start, start + size));
    offset = start + Math.ceil(size / block) * block;
  }
  return files;
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

/** `0`, or nothing in archives from before ustar. */
const isFile = (type: number | undefined): boolean =>
  type === 0x30 || type === 0;
