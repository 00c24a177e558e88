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
  const markers: string[] = [];
  const visit = (node: Node): void => {
    const { value = "" } = node;
    if (node.type === "html" && marker.test(value)) markers.push(value);
    else if (node.type === "html" && !folding.test(value))
      problems.push(`HTML ${value.slice(0, 60)}`);
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
  problems.push(...regionProblems(path, text, markers));
  return problems.map((problem) => `${path}: ${problem}`);
}

/** The one piece of HTML that pages have: what is folded away, under a title of our own. */
const folding =
  /^(?:<details>\n<summary>[\w ,.()/`-]+<\/summary>|<\/details>)$/;

const marker = /^<!-- sdkwright:(?:start [\w-]+ [0-9a-f]{8}|end [\w-]+) -->$/;

/** The regions of the README, in their order; an API without streams has no region of streams. */
const regions = [
  ...["title", "about", "install", "first-call", "authentication", "servers"],
  ...["options", "responses", "errors", "pages", "streams", "resources"],
  "support",
];

/** Regions end where they should, and nothing else of the page passes for a marker, not in code either. */
function regionProblems(
  path: string,
  text: string,
  markers: readonly string[],
): string[] {
  const said = text
    .split("\n")
    .filter((line) => /<!--\s*\/?\s*sdkwright\b/i.test(line));
  const names = markers.flatMap(
    (line) => /:start ([\w-]+)/.exec(line)?.[1] ?? [],
  );
  const due = regions.filter((name) => names.includes(name));
  const paired = due.flatMap((name) => [`start ${name}`, `end ${name}`]);
  const got = markers.map((line) =>
    line.replace(/^<!-- sdkwright:|(?: [0-9a-f]{8})? -->$/g, ""),
  );
  return [
    ...(path === "README.md" || markers.length === 0
      ? []
      : ["regions of the README"]),
    ...(path === "README.md" && !names.includes("title") ? ["no title"] : []),
    ...(JSON.stringify(got) === JSON.stringify(paired)
      ? []
      : [`the regions ${got.join(", ")}`]),
    ...(said.join("\n") === markers.join("\n")
      ? []
      : said
          .filter((line) => !markers.includes(line))
          .map((line) => `passes for a marker: ${line.slice(0, 60)}`)),
  ];
}

const keys = [
  ...["name", "version", "description", "keywords", "homepage", "license"],
  ...["author", "repository", "bugs", "type", "sideEffects", "main", "module"],
  ...["types", "exports", "files", "scripts", "engines", "publishConfig"],
  ...["devDependencies", "typesVersions", "bin", "funding"],
];

/** Nothing of a document is run by npm, and nothing of it says what is published. */
const fixed = {
  type: "module",
  sideEffects: false,
  main: "./dist/cjs/index.js",
  types: "./dist/cjs/index.d.ts",
  files: [
    "dist",
    "src",
    "docs",
    "CHANGELOG.md",
    "api.md",
    "api",
    "sdkwright.surface.json",
  ],
  scripts: {
    build: "node build.mjs",
    test: "npm run build && node test/run-tests.mjs",
    prepack: "npm run build",
  },
  engines: { node: ">=20" },
  devDependencies: { typescript: "^5.9.0" },
};

interface Links {
  readonly url?: string;
  readonly email?: string;
}

export function manifestProblems(text: string): string[] {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const problems = Object.keys(manifest)
    .filter((key) => !keys.includes(key))
    .map((key) => `the key ${key}`);
  const { name, version } = manifest;
  if (!/^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(String(name)))
    problems.push(`the name ${String(name)}`);
  if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(String(version)))
    problems.push(`the version ${String(version)}`);
  for (const [key, value] of Object.entries(fixed))
    if (JSON.stringify(manifest[key]) !== JSON.stringify(value))
      problems.push(`the value of ${key}: ${JSON.stringify(manifest[key])}`);
  const { license, homepage = "https://x", bugs = {} } = manifest;
  if (!/^[\w.+() -]{1,120}$/.test(String(license)))
    problems.push(`the license ${String(license)}`);
  const { url = "https://x", email = "a@b", ...more } = bugs as Links;
  for (const link of [homepage, url])
    if (!/^https?:\/\/[^\s"'<>`\\]+$/.test(String(link)))
      problems.push(`the link ${String(link)}`);
  if (!/^[^\s"'<>`\\@]+@[^\s"'<>`\\@]+$/.test(email))
    problems.push(`the address ${email}`);
  if (Object.keys(more).length > 0) problems.push("more in bugs");
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
