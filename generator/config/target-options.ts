/**
 * What the stages of a run need to know of a target.
 */
import { dirname, relative, sep } from "node:path";
import { withoutPrototype } from "./without-prototype.js";
import { displayPath, isUrl } from "../diagnostics/paths.js";
import type { Target } from "./targets.js";

/** Where `load` may read, and which operations it takes. */
export const loadOptions = ({ refRoot, overlays, config }: Target) => {
  const { include, exclude, headers, allowRefOrigins } = config;
  return withoutPrototype({
    ...(headers && { headers }),
    ...(allowRefOrigins && { allowRefOrigins }),
    overlays: overlays.map(displayPath),
    ...(refRoot !== undefined && { refRoot }),
    ...(include && { include }),
    ...(exclude && { exclude }),
  });
};

/**
 * The options that decide what is written: not where files are, since they may move, but in which
 * order overlays are applied.
 */
export const outputOptions = ({ config, input, overlays }: Target): object => ({
  ...config,
  input: undefined,
  output: undefined,
  refRoot: undefined,
  headers: undefined,
  allowRefOrigins: undefined,
  overlays:
    overlays.length === 0
      ? undefined
      : overlays.map((overlay) =>
          relative(dirname(input), overlay).replaceAll(sep, "/"),
        ),
});

/** The directory that is written, and the files of the user that must not be inside. */
export const packageLocation = ({
  input,
  output,
  overlays,
  configFile,
}: Target) => ({
  directory: output,
  displayPath: displayPath(output),
  inputs: [
    ...(isUrl(input) ? [] : [[input, "the document"] as const]),
    ...overlays.map((overlay) => [overlay, "an overlay"] as const),
    ...(configFile === undefined
      ? []
      : [[configFile, "the config file"] as const]),
  ],
});
