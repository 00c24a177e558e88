/**
 * Chooses SDKs of a config by their names: `--only @acme/payments`, `--only payments`.
 */
import { basename, normalize } from "node:path";
import type { SdkConfig } from "./config.js";
import { nearest } from "./nearest.js";
import { UsageError } from "./usage-error.js";

/** Something that was made of the config of an SDK. */
interface HasConfig {
  readonly config: SdkConfig;
}

/** @throws UsageError for a name that no SDK has */
export const onlyNamed = <T extends HasConfig>(
  targets: readonly T[],
  names: readonly string[] = [],
): readonly T[] => {
  if (names.length === 0) return targets;
  const wanted = new Set(
    names.map((name) => {
      const found = targets.some((target) =>
        namesOf(target).includes(key(name)),
      );
      if (!found) throw unknownName(name, targets);
      return key(name);
    }),
  );
  return targets.filter((target) =>
    namesOf(target).some((name) => wanted.has(name)),
  );
};

/** Of the package, its directory and the client. */
const namesOf = ({ config }: HasConfig): readonly string[] => {
  const { output, clientName, package: { name } = {} } = config;
  return [
    ...(name === undefined ? [] : [name]),
    key(output),
    basename(key(output)),
    ...(clientName === undefined ? [] : [clientName]),
  ];
};

/** `./sdk/` is `sdk`. */
const key = (name: string): string =>
  normalize(name).replace(/(?!^)[\\/]$/, "");

const unknownName = (
  name: string,
  targets: readonly HasConfig[],
): UsageError => {
  const similar = nearest(name, targets.flatMap(namesOf));
  const known = targets.map(
    ({ config }) => config.package?.name ?? config.output,
  );
  return new UsageError(
    similar === undefined
      ? `the config has no SDK named ${name}: it has ${known.join(", ")}`
      : `the config has no SDK named ${name}; did you mean ${similar}?`,
  );
};
