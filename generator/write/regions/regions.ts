/**
 * The regions of a page that its owner shares with us: what stands between two lines of markers. The
 * first ends with eight digits, a hash of the text inside: a region whose digits fit is as we wrote it.
 */
import { hashText } from "../hash.js";

export interface Region {
  readonly name: string;
  /** Absent where the owner took the number out: the region is theirs. */
  readonly digits?: string;
  readonly isAsWritten: boolean;
  /** Lines between the markers: `lines.slice(first, end)`. */
  readonly first: number;
  readonly end: number;
}

export interface Page {
  readonly lines: readonly string[];
  readonly regions: ReadonlyMap<string, Region>;
  /** Markers that do not fit together, by the number of their line. */
  readonly broken: readonly (readonly [line: number, name: string])[];
  /** True if a line is a marker at all. */
  readonly hasMarkers: boolean;
}

/** Some editors write a byte order mark before the first line. */
const marker =
  /^\uFEFF?<!-- sdkwright:(start|end) ([\w-]+)(?: ([0-9a-f]{8}))? -->[ \t]*$/;

/** @param text with LF */
export const readPage = (text: string): Page => {
  const lines = text.split("\n");
  const regions = new Map<string, Region>();
  const broken: [number, string][] = [];
  const torn = new Set<string>();
  let open: { name: string; digits?: string; line: number } | undefined;
  let hasMarkers = false;
  const tear = (line: number, name: string): void => {
    broken.push([line + 1, name]);
    torn.add(name);
  };
  lines.forEach((line, index) => {
    const [, side, name = "", digits] = marker.exec(line) ?? [];
    if (side === undefined) return;
    hasMarkers = true;
    if (side === "start") {
      if (open) tear(open.line, open.name);
      open = { name, line: index, ...(digits !== undefined && { digits }) };
      return;
    }
    if (open?.name !== name) {
      if (open) tear(open.line, open.name);
      tear(index, name);
    } else if (regions.has(name)) {
      tear(open.line, name);
    } else {
      const first = open.line + 1;
      const inside = lines.slice(first, index);
      regions.set(name, {
        name,
        first,
        end: index,
        ...(open.digits !== undefined && { digits: open.digits }),
        isAsWritten: open.digits === digitsOf(inside),
      });
    }
    open = undefined;
  });
  if (open) tear(open.line, open.name);
  for (const name of torn) regions.delete(name);
  return { lines, regions, broken, hasMarkers };
};

export const startMarker = (name: string, digits?: string): string =>
  `<!-- sdkwright:start ${name}${digits === undefined ? "" : ` ${digits}`} -->`;

export const endMarker = (name: string): string =>
  `<!-- sdkwright:end ${name} -->`;

const digitsOf = (inside: readonly string[]): string =>
  hashText(inside.join("\n")).slice(0, 8);

/** The text with other lines inside of some regions, and the digits that fit them. */
export const fillRegions = (
  { lines, regions }: Page,
  inside: ReadonlyMap<string, readonly string[]>,
): string => {
  const filled = [...lines];
  const order = [...inside].flatMap(([name, text]) => {
    const region = regions.get(name);
    return region ? [{ region, text }] : [];
  });
  for (const { region, text } of order.sort(
    (a, b) => b.region.first - a.region.first,
  )) {
    const { name, first, end } = region;
    const mark = filled[first - 1]?.startsWith("\uFEFF") ? "\uFEFF" : "";
    filled.splice(
      first - 1,
      end - first + 1,
      mark + startMarker(name, digitsOf(text)),
      ...text,
    );
  }
  return filled.join("\n");
};

export const insideOf = (
  { lines, regions }: Page,
  name: string,
): readonly string[] => {
  const region = regions.get(name);
  return region ? lines.slice(region.first, region.end) : [];
};
