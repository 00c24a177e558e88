/**
 * What the package's owner changes in a document before it is used: overlays, then `transform`.
 */
import type { DocumentTransform } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { applyOverlays } from "./overlay/overlay.js";
import type { NamedFile } from "./read/loaded-file.js";
import { type Parsed, parse } from "./read/parse.js";
import { read } from "./read/read.js";
import type { Located } from "./read/source-locations.js";
import { applyTransform } from "./transform.js";

export interface Customizations {
  /** Overlays by path, with how messages show them; applied in order. */
  readonly overlays: readonly NamedFile[];
  readonly transform?: DocumentTransform;
}

/** Undefined when something was reported that leaves a change undone. */
export const customize = async (
  document: Located,
  { overlays, transform }: Customizations,
  diagnostics: Diagnostics,
): Promise<Located | undefined> => {
  let customized: Located | undefined = document;
  if (overlays.length > 0) {
    const parsed = await readOverlays(overlays, diagnostics);
    customized = parsed && (await applyOverlays(document, parsed, diagnostics));
  }
  return customized && transform
    ? applyTransform(customized, transform, diagnostics)
    : customized;
};

const readOverlays = async (
  overlays: readonly NamedFile[],
  diagnostics: Diagnostics,
): Promise<readonly Parsed[] | undefined> => {
  const parsed: Parsed[] = [];
  for (const { path, shown } of overlays) {
    const text = await read(path, shown, diagnostics);
    const overlay =
      text === undefined ? undefined : parse(text, shown, diagnostics);
    if (overlay) parsed.push(overlay);
  }
  return parsed.length === overlays.length ? parsed : undefined;
};
