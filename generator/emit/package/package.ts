/**
 * Everything beside `src/` that makes the folder a package: built as data or copied from
 * `templates/package/`, never put together from text.
 */
import type { ManifestFile, TextFile } from "../../sdk/output.js";
import type { PackageInfo, Sdk } from "../../sdk/sdk.js";
import type { Contributions } from "../contributions.js";
import { manifest } from "./manifest.js";
import { template } from "./template.js";

/** Templates are kept in prettier's form, as all of this project is. */
const templateFile = (name: string, path = name): TextFile => ({
  path,
  text: template(name),
  kind: "verbatim",
});

export function packageFiles(
  sdk: Sdk,
  contributions: Contributions,
): readonly (TextFile | ManifestFile)[] {
  return [
    {
      path: "package.json",
      kind: "manifest",
      fields: manifest(sdk, contributions),
    },
    tsconfigFile(sdk.package, contributions),
    templateFile("build.mjs"),
    templateFile("gitignore", ".gitignore"),
    ...licenseFile(sdk.package),
    { path: "CHANGELOG.md", text: "# Changelog\n", kind: "scaffold" },
  ];
}

/** Declarations lead to the sources in any case: these are published. */
function tsconfigFile(
  { hasSourceMaps }: PackageInfo,
  { skipsLibCheck }: Contributions,
): TextFile {
  const file = templateFile("tsconfig.json");
  const text = skipsLibCheck
    ? file.text.replace('"skipLibCheck": false', '"skipLibCheck": true')
    : file.text;
  return { ...file, text: hasSourceMaps ? text : withoutSourceMaps(text) };
}

const withoutSourceMaps = (text: string): string =>
  text.replace(/^ *"sourceMap": true,\n/m, "");

/** The text of a license is a legal matter: written once, and only where the owner names the license. */
function licenseFile(info: PackageInfo): TextFile[] {
  if (info.licenseFile === undefined) return [];
  const holder = plainLine(info.author ?? `${info.title} SDK contributors`);
  const text = template(`licenses/${info.licenseFile}.txt`).replace(
    "{{holder}}",
    () => holder,
  );
  return [{ path: "LICENSE", text, kind: "scaffold" }];
}

const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
