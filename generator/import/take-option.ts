/**
 * A key that has an equal here becomes an option of the config.
 */
import type { SourceReading } from "./reading.js";
import type { SourcePath } from "./source.js";
import { keptComments } from "./stainless/comments.js";

/** @param path of the option, `["package", "name"]` */
export const takeOption = (
  { draft, ledger, source, document }: SourceReading,
  at: SourcePath,
  { path, value }: { path: readonly string[]; value: string | number },
): void => {
  const { clientName, packageName } = document.defaults;
  const usual: Readonly<Record<string, string | number>> = {
    clientName,
    "package.name": packageName,
    "defaults.timeout": 60_000,
    "defaults.maxRetries": 2,
  };
  const option = path.join(".");
  const isUsual = usual[option] === value;
  if (!isUsual) draft.set(path, value, keptComments(source, at));
  ledger.kept(at, isUsual ? "as it is anyway" : `\`${option}\``);
};
