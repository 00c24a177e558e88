/**
 * `llms.txt`: what the package is and where to read on, within a budget whatever the document's size.
 */
import { clientDocPath, resourceDocPath } from "../../emit/docs/doc-paths.js";
import { link } from "../../emit/encode/markdown.js";
import {
  codeBlock,
  codeSpan,
  joinMarkdown,
  listed,
  mdText,
  type Markdown,
  type Sdk,
} from "../../plugin/index.js";
import {
  credentials,
  isShortPath,
  notInstructions,
  type PackageWords,
} from "./words.js";

const mostBytes = 4000;

export function llmsText(sdk: Sdk, words: PackageWords): string {
  const { name } = sdk.package;
  const start = [
    mdText`# ${codeSpan(name, "text")}`,
    mdText`> A TypeScript client of an HTTP API with ${words.operations} operations, typed from its OpenAPI document. It has no dependencies.`,
    codeBlock("sh", `npm install ${name}`),
    codeBlock("ts", words.construction),
    listed(rules(words)),
    notInstructions,
    mdText`## Files`,
  ];
  const paths = [
    ...(sdk.operations.length > 0 ? [clientDocPath] : []),
    ...sdk.resources.map(resourceDocPath),
  ];
  const pages = paths
    .filter(isShortPath)
    .map((path) => mdText`${link(codeSpan(path, "text"), path)}`);
  const files = [
    mdText`${link(mdText`api.md`, "api.md")}: the signature of every operation, and where it is explained`,
    mdText`${link(mdText`README.md`, "README.md")}: options, errors, retries, pages, streams`,
  ];
  const text = (shown: number): string => {
    const rest = paths.length - shown;
    const items = [
      ...files,
      ...pages.slice(0, shown),
      ...(rest > 0 ? [mdText`and ${rest} more in \`docs/\``] : []),
    ];
    return `${joinMarkdown([...start, listed(items)], "\n\n")}\n`;
  };
  let shown = pages.length;
  while (shown > 0 && Buffer.byteLength(text(shown)) > mostBytes) shown--;
  return text(shown);
}

/** How to use a package; `SKILL.md` says more of each. */
const rules = (words: PackageWords): Markdown[] => [
  mdText`Make one client and keep it. ${credentials(words)}`,
  mdText`Call its methods and never the API by hand${words.call === undefined ? mdText`` : mdText`: ${codeSpan(`await ${words.call}`, "text")}`}. Look up names and arguments in \`api.md\`.`,
  mdText`Tell errors apart by class (\`instanceof\`), or use \`await call.result()\`, which does not throw.`,
  words.list === undefined
    ? mdText`Failed requests are repeated where that is safe: add no retries of your own.`
    : mdText`A list is iterated over, page after page: ${codeSpan(`for await (const item of ${words.list})`, "text")}. Failed requests are repeated where that is safe: add no retries of your own.`,
  mdText`Keep credentials out of browsers, logs and source code.`,
];
