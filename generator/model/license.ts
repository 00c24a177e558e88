/**
 * The license of the package. `info.license` is by the specification the license of the API, and the
 * best guess there is at what the owner wants; rights are never granted that nobody gave.
 */
import type { Document } from "../openapi/document.js";
import type { PackageInfo, Text } from "../sdk/sdk.js";
import { plain } from "./plain-text.js";

/** SPDX identifiers by what documents call these licenses, in the form that `keyOf` gives. */
const licenses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "0BSD": [],
    "AGPL-3.0-only": ["AGPL-3.0", "AGPLv3"],
    "AGPL-3.0-or-later": [],
    "Apache-2.0": ["Apache 2", "Apache 2.0", "Apache v2", "ASL 2.0"],
    "Artistic-2.0": ["Artistic 2.0"],
    "BlueOak-1.0.0": [],
    "BSD-2-Clause": ["2-Clause BSD", "Simplified BSD", "FreeBSD"],
    "BSD-3-Clause": ["3-Clause BSD", "New BSD", "Modified BSD"],
    "BSL-1.0": ["Boost Software 1.0"],
    "BUSL-1.1": ["Business Source 1.1"],
    "CC-BY-3.0": ["CC BY 3.0", "Creative Commons Attribution 3.0"],
    "CC-BY-4.0": [
      "CC BY 4.0",
      "Creative Commons Attribution 4.0",
      "Creative Commons Attribution 4.0 International",
    ],
    "CC-BY-SA-4.0": ["CC BY-SA 4.0"],
    "CC0-1.0": ["CC0", "CC0 1.0", "CC0 1.0 Universal"],
    "EPL-1.0": ["Eclipse Public 1.0"],
    "EPL-2.0": ["Eclipse Public 2.0"],
    "EUPL-1.2": ["European Union Public 1.2"],
    "GPL-2.0-only": ["GPL-2.0", "GPLv2", "GNU GPLv2", "GNU General Public 2.0"],
    "GPL-2.0-or-later": [],
    "GPL-3.0-only": ["GPL-3.0", "GPLv3", "GNU GPLv3", "GNU General Public 3.0"],
    "GPL-3.0-or-later": [],
    ISC: [],
    "LGPL-2.1-only": ["LGPL-2.1", "LGPLv2.1"],
    "LGPL-2.1-or-later": [],
    "LGPL-3.0-only": ["LGPL-3.0", "LGPLv3"],
    "LGPL-3.0-or-later": [],
    MIT: ["Expat"],
    "MIT-0": [],
    "MPL-2.0": ["Mozilla Public 2.0", "MPL 2.0"],
    "MS-PL": ["Microsoft Public"],
    Unlicense: ["The Unlicense"],
    "UPL-1.0": [],
    WTFPL: [],
    Zlib: [],
  }).flatMap(([id, names]) =>
    [id, ...names].map((name) => [keyOf(name), id] as const),
  ),
);

/** `The Apache License, Version 2.0` and `Apache 2.0` are one name. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:the|license|licence|licensed|version|software)\b/g, " ")
    .replace(/\bv(?=\d)/g, " ")
    .replace(/[^a-z0-9.]+/g, " ")
    .replace(/\b(\d)\.0\b/g, "$1")
    .trim();
}

/** An SPDX expression: identifiers, `+`, brackets, and what joins them. */
const expression =
  /^\(*[A-Za-z0-9][A-Za-z0-9.-]*\+?\)*(?: (?:AND|OR|WITH) \(*[A-Za-z0-9][A-Za-z0-9.-]*\+?\)*)*$/;

const isExpression = (text: string): boolean =>
  text.length <= 120 &&
  expression.test(text) &&
  text.split("(").length === text.split(")").length;

/** The licenses of which `templates/package/licenses/` has the text. */
const withText = ["MIT", "Apache-2.0", "BSD-3-Clause", "ISC"];

export function licenseOf(
  { root }: Document,
  wanted: string | undefined,
): Pick<PackageInfo, "license" | "licenseFile" | "unknownLicense"> {
  if (wanted !== undefined)
    return {
      license: wanted as Text,
      ...(withText.includes(wanted) && { licenseFile: wanted }),
    };
  const { identifier = "", name = "" } = root.info.license ?? {};
  const license = isExpression(identifier.trim())
    ? identifier.trim()
    : licenses.get(keyOf(name));
  if (license !== undefined) return { license: license as Text };
  return {
    license: "UNLICENSED" as Text,
    unknownLicense: plain(identifier) || plain(name),
  };
}
