/**
 * What the stages of a run need to know of a target.
 */
import { dirname, relative, sep } from "node:path";
import { withoutPrototype } from "./without-prototype.js";
import { displayPath, isUrl } from "../diagnostics/paths.js";
import { isDay } from "../change/approvals.js";
import { judgingOptions } from "./change-options.js";
import { locationOf } from "./document-input.js";
import { pluginFingerprint } from "./plugin-use.js";
import type { Target } from "./targets.js";

/** Where `load` may read, and which operations it takes. */
export const loadOptions = ({ refRoot, overlays, config }: Target) => {
  const { include, exclude, headers, allowRefOrigins, transform } = config;
  const { streaming } = config;
  const schemaNames = schemaNamesOf(config);
  return withoutPrototype({
    ...(headers && { headers }),
    ...(allowRefOrigins && { allowRefOrigins }),
    overlays: overlays.map(displayPath),
    ...(transform && { transform }),
    ...(refRoot !== undefined && { refRoot }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(streaming && { streaming }),
    ...(config.compatibility !== undefined && {
      takesEarlierTypes: true,
      keptSchemas: keptSchemasOf(config),
    }),
    ...(schemaNames.length > 0 && {
      schemaNames: Object.fromEntries(schemaNames),
    }),
  });
};

/** Schemas whose types callers of an earlier SDK import, whether or not an operation uses them. */
const keptSchemasOf = ({
  models = {},
  resourceModels = {},
}: Target["config"]): readonly string[] => [
  ...(typeof models === "function" ? [] : Object.keys(models)),
  ...Object.values(resourceModels).flat(),
];

/** Names of schemas that `models` has by JSON Pointer. */
const schemaNamesOf = ({
  models = {},
}: Target["config"]): readonly (readonly [string, string])[] =>
  typeof models === "function"
    ? []
    : Object.entries(models).filter(([key]) => key.startsWith("#/"));

/**
 * The options that decide what is written: not where files are, since they may move, but in which
 * order overlays are applied.
 */
export const outputOptions = (target: Target): object => ({
  ...target.config,
  // Which document is first decides, and which are merged.
  input:
    target.inputs.length === 1
      ? undefined
      : target.inputs.map((input) => fromFirst(target, locationOf(input))),
  ...Object.fromEntries(
    Object.entries(target.config)
      .filter(([, value]) => typeof value === "function")
      .map(([option]) => [option, "function"]),
  ),
  output: undefined,
  ...(target.config.plugins && {
    plugins: target.config.plugins.map(pluginFingerprint),
  }),
  $schema: undefined,
  // What reports say, and what a release writes besides the package.
  change: judgingOptions(target.config.change),
  release: undefined,
  refRoot: undefined,
  headers: undefined,
  allowRefOrigins: undefined,
  overlays:
    target.overlays.length === 0
      ? undefined
      : target.overlays.map((overlay) => fromFirst(target, overlay)),
});

/**
 * What decides how a run reports changes besides what it writes: the approvals, and how files are called
 * from the working directory.
 * @param day for which approvals hold
 */
export const reportOptions = (
  { config, inputs, output }: Target,
  day: string,
): Readonly<Record<string, unknown>> & {
  readonly files: readonly string[];
} => {
  const { approve = [] } = config.change ?? {};
  return {
    approve,
    ...(approve.some(({ until }) => isDay(until)) && { day }),
    files: [...inputs.map(locationOf), output].map(displayPath),
  };
};

/** A path from the directory of the first document: the same on every machine. */
const fromFirst = (target: Target, location: string): string =>
  isUrl(location)
    ? location
    : relative(dirname(documentOf(target)), location).replaceAll(sep, "/");

/** The first document: an absolute path or a URL. */
export const documentOf = ({ inputs: [first = ""] }: Target): string =>
  locationOf(first);

/** False where what decides the output is not in files: a function, a plugin, a document that was given. */
export const isDecidedByFiles = ({ config, inputs }: Target): boolean =>
  inputs.every((input) => typeof input === "string") &&
  (config.plugins ?? []).length === 0 &&
  Object.values(config).every((value) => typeof value !== "function");

/** The directory that is written, and the files of the user that must not be inside. */
export const packageLocation = ({
  config,
  inputs,
  output,
  overlays,
  configFile,
}: Target) => ({
  directory: output,
  displayPath: displayPath(output),
  isNamedRoot:
    configFile !== undefined &&
    /^\.\/?$/.test(config.output) &&
    output === dirname(configFile),
  inputs: [
    ...inputs
      .filter((input) => typeof input === "string" && !isUrl(input))
      .map((input) => [locationOf(input), "the document"] as const),
    ...overlays.map((overlay) => [overlay, "an overlay"] as const),
    ...(configFile === undefined
      ? []
      : [[configFile, "the config file"] as const]),
  ],
});
