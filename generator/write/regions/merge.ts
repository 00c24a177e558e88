/**
 * Fills the regions of a page on disk: those that are as we wrote them take the new text, those that
 * the owner edited stay, and those that the owner took out stay out.
 */
import {
  fillRegions,
  insideOf,
  readPage,
  startMarker,
  endMarker,
} from "./regions.js";

export interface RegionsInput {
  /** With LF. */
  readonly generated: string;
  readonly onDisk: string;
  /** Regions that were offered before; one that is not on disk was taken out. */
  readonly known: ReadonlySet<string>;
  /** Edited regions that the owner was told about. */
  readonly told: ReadonlySet<string>;
  /** Regions to be written whatever their owner has made of them. */
  readonly reset: ReadonlySet<string>;
}

export interface RegionsResult {
  readonly text: string;
  /** Regions that are known now. */
  readonly regions: readonly string[];
  /** Those that were edited. */
  readonly yours: readonly string[];
  readonly remarks: readonly string[];
  readonly broken: readonly (readonly [line: number, name: string])[];
}

/** The page as it is written the first time. */
export const newPage = (
  generated: string,
): Pick<RegionsResult, "text" | "regions"> => {
  const page = readPage(generated);
  const names = [...page.regions.keys()];
  const inside = names.map((name) => [name, insideOf(page, name)] as const);
  return { text: fillRegions(page, new Map(inside)), regions: names };
};

/** @param path of the page, as messages name it */
export const mergeRegions = (
  { generated, onDisk, known, told, reset }: RegionsInput,
  path: string,
): RegionsResult => {
  const offered = readPage(generated);
  const page = readPage(onDisk);
  const inside = new Map<string, readonly string[]>();
  const yours: string[] = [];
  const remarks: string[] = [];
  for (const { name, digits, isAsWritten } of page.regions.values()) {
    if (isAsWritten || reset.has(name)) {
      if (isAsWritten || offered.regions.has(name))
        inside.set(name, insideOf(offered, name));
    } else if (digits !== undefined) {
      yours.push(name);
      if (!told.has(name))
        remarks.push(
          `region ${name} is yours now; remove its number to silence this, the region to have none, or run sdkwright reset ${path}#${name}`,
        );
    }
  }
  const torn = new Set(page.broken.map(([, name]) => name));
  for (const name of offered.regions.keys())
    if (
      page.hasMarkers &&
      !page.regions.has(name) &&
      !known.has(name) &&
      !torn.has(name)
    )
      remarks.push(
        `region ${name} is new; to have it, paste these two lines where it is to stand:\n${startMarker(name, emptyDigits)}\n${endMarker(name)}`,
      );
  return {
    text: fillRegions(page, inside),
    regions: [...offered.regions.keys()],
    yours,
    remarks,
    broken: page.broken,
  };
};

/** Of a region without text: it is as we wrote it, so the next run fills it. */
const emptyDigits = "e3b0c442";
