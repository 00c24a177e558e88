/**
 * Markdown and JSON of a package: pages hold no HTML and no link that runs, the manifest only the
 * keys that its template has.
 */
import * as prettier from "prettier";

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What prettier has for those who test it, and leaves out of its types. */
const { parse } = (
  prettier as unknown as {
    readonly __debug: {
      parse(
        text: string,
        options: { readonly parser: "markdown" },
      ): Promise<{ readonly ast: Node }>;
    };
  }
).__debug;

export async function markdownProblems(
  path: string,
  text: string,
): Promise<string[]> {
  const { ast } = await parse(text, { parser: "markdown" });
  const problems: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "html" && !folding.test(node.value ?? ""))
      problems.push(`HTML ${(node.value ?? "").slice(0, 60)}`);
    if (
      ["link", "image", "definition"].includes(node.type) &&
      !/^(?:https:\/\/|mailto:|#|(?:\.{0,2}\/)?[\p{L}\p{N}\p{M}_.-]+(?:\/[\p{L}\p{N}\p{M}_.-]+)*(?:#.*)?$)/u.test(
        node.url ?? "",
      )
    )
      problems.push(`a link to ${node.url ?? "nothing"}`);
    if (node.type === "image") problems.push(`an image of ${node.url ?? ""}`);
    node.children?.forEach(visit);
  };
  visit(ast);
  return problems.map((problem) => `${path}: ${problem}`);
}

/** The one piece of HTML that pages have: what is folded away, under a title of our own. */
const folding =
  /^(?:<details>\n<summary>[\w ,.()/`-]+<\/summary>|<\/details>)$/;

const keys = [
  ...["name", "version", "description", "keywords", "homepage", "license"],
  ...["author", "repository", "bugs", "type", "sideEffects", "main", "module"],
  ...["types", "exports", "files", "scripts", "engines", "publishConfig"],
  ...["devDependencies", "typesVersions", "bin"],
];

export function manifestProblems(text: string): string[] {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const problems = Object.keys(manifest)
    .filter((key) => !keys.includes(key))
    .map((key) => `the key ${key}`);
  const { name, version, scripts } = manifest;
  if (!/^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(String(name)))
    problems.push(`the name ${String(name)}`);
  if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(String(version)))
    problems.push(`the version ${String(version)}`);
  for (const script of Object.keys(scripts as object))
    if (/^(?:pre|post)?install$|^prepare$|^(?:pre|post)pare$/.test(script))
      problems.push(`the script ${script}`);
  return problems.map((problem) => `package.json: ${problem}`);
}

/** Names that are one file on some system, or none. */
export function pathProblems(paths: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const folded = path.normalize("NFC").toLowerCase();
    const before = seen.get(folded);
    seen.set(folded, path);
    const parts = path.split("/");
    return [
      ...(before === undefined ? [] : [`${path} is ${before} on some disks`]),
      ...parts
        .filter((part) =>
          /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
        )
        .map((part) => `${path}: ${part} is a device`),
      ...parts
        .filter((part) => part === ".." || /[. ]$/.test(part) || part === "")
        .map((part) => `${path}: a part named ${JSON.stringify(part)}`),
      ...parts
        .filter((part) => part.length > 120)
        .map((part) => `${path}: a part of ${part.length} characters`),
    ];
  });
}
