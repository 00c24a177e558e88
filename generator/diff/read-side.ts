/**
 * Reads a side of a comparison: the surface of a package, and what a report tells about it.
 */
import { isLater } from "../change/bump.js";
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { assertNever, type Sdk } from "../sdk/sdk.js";
import { surfaceOf } from "../surface/surface-of.js";
import { namesOfSurface } from "./names-of-surface.js";
import { wireNamesOf, type LocatedSide } from "./location.js";
import { npmPackage } from "./npm-package.js";
import {
  baselineIn,
  packageOnDisk,
  surfaceIn,
  type FoundSurface,
} from "./package-surface.js";
import { pastBuild } from "./past-build.js";
import type { SurfaceOrigin } from "../surface/surface.js";
import type { ComparedSide } from "./report.js";
import type { SideRequest } from "./sdk-builder.js";
import type { ComparisonSide } from "./side.js";

/** A side that was read. */
export interface SideContent extends LocatedSide, ComparedSide {
  /** The names that callers of it have: the lock of the other side. */
  readonly names: ReadonlyMap<string, string>;
  /** Old names that are still there, as a lock has them; of what was built, those of the last run. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What was built: its old names are still to come. */
  readonly sdk?: Sdk;
  /** Of a package: what it was made of and by, where its surface says so. */
  readonly origin?: SurfaceOrigin;
  /** The version of a release that no release tool has made yet. */
  readonly announced?: string;
  /** Removes what was copied for it. */
  readonly close: () => void;
}

/** Undefined where it cannot be read, which is reported. */
export const readSide = async (
  side: ComparisonSide,
  request: SideRequest,
  diagnostics: Diagnostics,
): Promise<SideContent | undefined> => {
  const { target } = request;
  const { source } = side;
  switch (side.kind) {
    case "current":
      return builtSide(source, target, request, diagnostics);
    case "document": {
      const one = { ...target, inputs: [side.location] };
      return builtSide(source, one, request, diagnostics);
    }
    case "baseline":
    case "package": {
      const isBaseline = side.kind === "baseline";
      const directory = isBaseline ? target.output : side.directory;
      const found = packageOnDisk(directory, source);
      const surface = isBaseline
        ? baselineIn(found, diagnostics)
        : await surfaceIn(found, diagnostics);
      return (
        surface &&
        packageSide(
          source,
          { ...found, ...sinceRelease(found.version, surface) },
          request,
        )
      );
    }
    case "npm": {
      const found = npmPackage(side.spec, diagnostics);
      const surface = found && (await surfaceIn(found, diagnostics));
      const names = found?.names ?? packageOnDisk(target.output, source).names;
      return surface && packageSide(source, { ...surface, names }, request);
    }
    case "revision": {
      const past = await pastBuild(side, request, diagnostics);
      if (!past) return undefined;
      const { version, fileOf, close, built } = past;
      return {
        source,
        fileOf,
        close,
        ...(version !== undefined && { version }),
        document: built.document,
        ...ofSdk(built.sdk, past.aliases),
      };
    }
    default:
      return assertNever(side);
  }
};

const builtSide = async (
  source: string,
  target: Target,
  { builder, names }: SideRequest,
  diagnostics: Diagnostics,
): Promise<SideContent | undefined> => {
  const found =
    target.config.output === ""
      ? undefined
      : packageOnDisk(target.output, source);
  const bound = names ?? found?.names ?? new Map<string, string>();
  const built = await builder.build(target, bound, diagnostics);
  if (!built || diagnostics.hasErrors) return undefined;
  return {
    source,
    ...(found?.version !== undefined && { version: found.version }),
    document: built.document,
    ...ofSdk(built.sdk, found?.aliases),
    fileOf: (file) => file,
    close: () => undefined,
  };
};

const ofSdk = (
  sdk: Sdk,
  aliases: SideContent["aliases"] = new Map(),
): Pick<
  SideContent,
  "surface" | "names" | "wireNames" | "sdk" | "aliases"
> => ({
  sdk,
  aliases,
  surface: surfaceOf(sdk),
  names: sdk.names,
  wireNames: wireNamesOf(sdk),
});

/** A release that `sdkwright release` has named is none before the version is set. */
const sinceRelease = (
  made: string | undefined,
  surface: FoundSurface,
): FoundSurface & Pick<SideContent, "announced"> => {
  const { version: announced } = surface;
  return made !== undefined &&
    announced !== undefined &&
    isLater(announced, made)
    ? { ...surface, version: made, announced }
    : surface;
};

const packageSide = async (
  source: string,
  {
    surface,
    version,
    origin,
    names,
    announced,
  }: FoundSurface & {
    readonly announced?: string;
    readonly names?: ReadonlyMap<string, string> | undefined;
  },
  { builder }: SideRequest,
): Promise<SideContent> => ({
  source,
  surface,
  names: names ?? namesOfSurface(surface, await builder.resourceIds()),
  ...(version !== undefined && { version }),
  ...(announced !== undefined && { announced }),
  ...(origin && { origin }),
  aliases: surface.aliases ?? new Map(),
  wireNames: new Map(),
  fileOf: (file) => file,
  close: () => undefined,
});
