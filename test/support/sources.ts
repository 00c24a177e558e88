/** The sources of a document's package, as they are written. */
import { emit } from "./emit.js";
import { sdkOf, type Options, type Source } from "./pipeline.js";
import { printed } from "./printed.js";

/** By their paths below the package, which begin with `src/`. */
export const sourcesOf = async (
  source: Source,
  options: Options = {},
): Promise<Record<string, string>> =>
  Object.fromEntries(
    emit(await sdkOf(source, options))
      .files.filter(({ path }) => path.startsWith("src/"))
      .map((file) => [file.path, printed(file)]),
  );
