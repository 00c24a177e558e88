/**
 * Reads the text files of a package's tarball that a comparison may need: ustar, compressed with gzip.
 */
import { gunzipSync } from "node:zlib";

const block = 512;

/** No package of ours comes near it; something else may be a bomb. */
const maxLength = 512 * 1024 * 1024;

/** Files at the top, and declarations wherever they are. */
const isWanted = (path: string): boolean =>
  !path.includes("/") || /(?:\.d\.[cm]?ts|\/package\.json)$/.test(path);

/**
 * By path below the one folder that all files of a package are in (`package/`).
 * @throws of what is no tarball
 */
export const filesOfTarball = (
  compressed: Uint8Array,
): ReadonlyMap<string, string> => {
  const archive = gunzipSync(compressed, { maxOutputLength: maxLength });
  const files = new Map<string, string>();
  let offset = 0;
  let longPath: string | undefined;
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const size = parseInt(text(archive, offset + 124, 12), 8) || 0;
    const start = offset + block;
    const type = archive[offset + 156];
    const content = (): string => archive.toString("utf8", start, start + size);
    if (isExtension(type)) longPath = pathIn(content());
    else {
      const path = belowRoot(longPath ?? pathAt(archive, offset));
      if (path !== undefined && isFile(type) && isWanted(path))
        files.set(path, content());
      longPath = undefined;
    }
    offset = start + Math.ceil(size / block) * block;
  }
  return files;
};

const belowRoot = (path: string): string | undefined =>
  /^[^/]+\/(.+)$/s.exec(path)?.[1];

/** The name, below a prefix where it is long. */
const pathAt = (archive: Buffer, offset: number): string => {
  const prefix = text(archive, offset + 345, 155);
  const name = text(archive, offset, 100);
  const isUstar = text(archive, offset + 257, 5) === "ustar";
  return isUstar && prefix !== "" ? `${prefix}/${name}` : name;
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

/** `x`: what the header of the next file has no room for. */
const isExtension = (type: number | undefined): boolean => type === 0x78;

/** `27 path=package/dist/…`, among other records. */
const pathIn = (records: string): string | undefined =>
  /^\d+ path=(.+)$/m.exec(records)?.[1];
