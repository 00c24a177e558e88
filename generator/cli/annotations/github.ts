/**
 * Annotations as workflow commands, which GitHub Actions reads from the output of a step.
 */
import { relative, sep } from "node:path";
import { type Annotation, levels } from "./annotations.js";

/** GitHub shows so many of each level of a step. */
const limit = 10;

/** @param root of the repository: paths start there */
export const printForGithub = (
  annotations: readonly Annotation[],
  root: string,
): readonly string[] => {
  const byLevel = levels.map((level) => ({
    level,
    found: annotations.filter((one) => one.level === level),
  }));
  const hidesSome = byLevel.some(({ found }) => found.length > limit);
  const shownOf = (level: string): number =>
    // The one that counts the rest is a notice.
    hidesSome && level === "notice" ? limit - 1 : limit;
  const rest = byLevel.flatMap(({ level, found }) => {
    const more = found.length - shownOf(level);
    return more > 0 ? [`${more} ${level}${more === 1 ? "" : "s"}`] : [];
  });
  return [
    ...byLevel.flatMap(({ level, found }) =>
      found.slice(0, shownOf(level)).map((one) => command(one, root)),
    ),
    ...(hidesSome
      ? [
          `::notice title=sdkwright::and ${rest.join(", ")} more: the log of this step has all`,
        ]
      : []),
  ];
};

const command = (
  { level, code, message, file, line, column }: Annotation,
  root: string,
): string => {
  const path = file === undefined ? undefined : below(root, file);
  const properties = [
    ...(path === undefined
      ? []
      : [`file=${property(path)}`, `line=${line}`, `col=${column}`]),
    `title=${property(code)}`,
  ];
  return `::${level} ${properties.join(",")}::${data(message)}`;
};

/** Undefined outside of the root. */
export const below = (root: string, file: string): string | undefined => {
  const path = relative(root, file).replaceAll(sep, "/");
  return path.startsWith("../") || path === "" || /^[a-z]:/i.test(path)
    ? undefined
    : path;
};

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string =>
  data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
