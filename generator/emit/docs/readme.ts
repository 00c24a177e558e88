/**
 * `README.md`: from installing to the first error handled, with this API's own names. It is made of
 * regions, which the owner may move, change and remove.
 */
import { readFileSync } from "node:fs";
import type { RegionsFile } from "../../sdk/output.js";
import type { Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { isStream } from "../../sdk/wire.js";
import {
  codeBlock,
  codeSpan,
  joinMarkdown,
  link,
  markdown,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";
import type { Contributions } from "../contributions.js";
import { errorClasses } from "../error-classes.js";
import { hasInexactIntegers } from "./inexact.js";
import { mostOnOnePage } from "./api.js";
import { clientDocPath, resourceDocPath } from "./doc-paths.js";
import {
  errorsCode,
  firstCall,
  firstCallCode,
  functionsCode,
  timeoutsCode,
} from "./readme-code.js";
import { entryPoints } from "./entry-points.js";
import { badgeLine } from "./readme-badges.js";
import { authentication, nodeVersions, optionTable } from "./readme-options.js";
import { prose } from "./prose.js";
import { serversSection } from "./readme-servers.js";
import { supportSection } from "./readme-support.js";
import { operationsOf, type LocatedOperation } from "../source/tree.js";
import { ownFile } from "../../own-files/own-file.js";
import { Slugs } from "./slugs.js";
import { callCode } from "../samples/calls.js";
import { webhooksSection } from "../source/webhooks.js";

const templateFile = ownFile("templates/package/README.md");

export function readmeFile(sdk: Sdk, { sections }: Contributions): RegionsFile {
  const { client, package: info } = sdk;
  const operations = [...operationsOf(sdk)];
  const first = firstCall(operations, client);
  const holes = new Map<string, string>([
    ["package", codeSpan(info.name).replaceAll("`", "")],
    ["headline", mdText`${markdown(info.headline.replace(/\.$/, ""))}.`],
    ["badges", badgeLine(sdk)],
    ["about", prose(info.about ?? "", { headings: 2 })],
    [
      "built-in",
      firstOf(operations, isPaged)
        ? "Retries, timeouts, cancellation and pagination"
        : "Retries, timeouts and cancellation",
    ],
    ["node", nodeVersions(info.engines.get("node"))],
    ["first-call", codeBlock("ts", firstCallCode(sdk, first))],
    ["authentication", authentication(sdk)],
    ["servers", serversSection(sdk)],
    ["options", optionTable(sdk)],
    ["errors", codeBlock("ts", errorsCode(sdk, operations))],
    ["integers", hasInexactIntegers(sdk) ? integers : ""],
    ["pages", section(sdk, firstOf(operations, isPaged), pagesText)],
    ["timeouts", codeBlock("ts", timeoutsCode(sdk))],
    ["files", section(sdk, firstOf(operations, takesFile), filesText)],
    ["streams", section(sdk, firstOf(operations, isStreamed), streamsText)],
    ["webhooks", webhooksSection(sdk)],
    ["functions", codeBlock("ts", functionsCode(sdk, first))],
    ["resources", resourceList(sdk)],
    ["entry-points", entryPoints(sections, info.name)],
    ["support", supportSection(sdk)],
    ["client-name", client.className],
    ["error", codeSpan(client.errorName)],
    ["error-classes", errorClassTable],
  ]);
  const text = readFileSync(templateFile, "utf8").replace(
    /\{\{([\w-]+)\}\}/g,
    (_, name: string) => {
      const value = holes.get(name);
      if (value === undefined) throw new Error(`no value for {{${name}}}`);
      return withoutMarkers(value);
    },
  );
  const page = text
    .replace(/\n{3,}/g, "\n\n")
    .replace(emptyRegion, "")
    .replace(/\n+$/, "\n");
  const isFormatted = first !== undefined;
  return { path: "README.md", text: page, kind: "regions", isFormatted };
}

/** Text that the document has in code stays as it is, and could pass for one of our markers. */
const withoutMarkers = (value: string): string =>
  value.replace(/<!--(?=\s*sdkwright:)/g, "<! --");

const emptyRegion =
  /<!-- sdkwright:start ([\w-]+) -->\s*<!-- sdkwright:end \1 -->\n*/g;

const errorClassTable = table(
  ["status", "class"],
  [
    ...[...errorClasses].map(([status, name]) => [
      mdText`${status}`,
      codeSpan(name),
    ]),
    [mdText`5XX`, codeSpan("InternalServerError")],
    [mdText`other 4XX`, codeSpan("APIError")],
    [
      mdText`no response`,
      mdText`\`ConnectionError\`, \`TimeoutError\`, \`AbortError\``,
    ],
    [mdText`a response that cannot be read`, codeSpan("DecodeError")],
    [mdText`wrong options, nothing sent`, codeSpan("ConfigError")],
  ],
);

const integers = mdText`Integers of 64 bits (\`int64\`) are numbers, which are exact up to 2^53: the last digits of larger ones change without an error.`;

type Kind = (operation: Operation) => boolean;

const firstOf = (operations: readonly LocatedOperation[], is: Kind) =>
  operations.find(({ operation }) => is(operation));

const isPaged: Kind = ({ paging }) => paging !== undefined;

const takesFile: Kind = ({ body }) =>
  ["multipart", "binary"].includes(body?.kind ?? "");

const isStreamed: Kind = ({ result }) => isStream(result.kind);

/** A section with a sample call, where an operation is of the kind that it is about. */
function section(
  sdk: Sdk,
  example: LocatedOperation | undefined,
  { title, about, more = mdText`` }: SectionText,
): Markdown {
  if (!example) return mdText``;
  const call = codeBlock("ts", callCode(example.operation, example.path, sdk));
  return joinMarkdown([mdText`## ${title}`, about, call, more], "\n\n");
}

interface SectionText {
  readonly title: Markdown;
  readonly about: Markdown;
  /** Below the sample. */
  readonly more?: Markdown;
}

const pagesText = {
  title: mdText`Pages`,
  about: mdText`Await the call for one page, which is the body as the server sent it; or iterate over the call item by item, and further pages are fetched when they are needed.`,
  more: mdText`\`.pages()\` iterates page by page, \`.all({ limit: 500 })\` collects items. \`getNextPage(page)\` requests the page after one that was awaited.\n`,
};

const filesText = {
  title: mdText`Files`,
  about: mdText`A file is a \`Blob\`, a \`File\`, bytes or a stream. In Node, \`openAsBlob\` of \`node:fs\` opens one from disk without reading it at once.`,
};

const streamsText = {
  title: mdText`Streams`,
  about: mdText`Events arrive one by one, as the server sends them. Leaving the loop ends the request.`,
};

const anchor = (heading: string): string => new Slugs().next(heading);

/** A list: cells of a table would be as wide as those of the largest resource. */
function resourceList({ operations, resources }: Sdk): Markdown {
  const all = [...operationsOf({ operations, resources })];
  const isLong = all.length > mostOnOnePage;
  const lines = (
    list: readonly Resource[],
    above: readonly Resource[],
  ): Markdown[] =>
    list.flatMap((resource) => {
      const branch = [...above, resource];
      const page = resourceDocPath(above[0] ?? resource);
      const name = branch.map(({ property }) => property).join(".");
      const methods = joinMarkdown(
        resource.operations.map(({ methodName }) =>
          link(
            codeSpan(methodName),
            `${page}#${anchor(`${name}.${methodName}`)}`,
          ),
        ),
        ", ",
      );
      return [
        ...(methods === ""
          ? []
          : [
              mdText`- ${link(codeSpan(name), page)}: ${
                // Its page has them all.
                isLong ? markdown(String(resource.operations.length)) : methods
              }`,
            ]),
        ...lines(resource.children, branch),
      ];
    });
  const own = operations.map(({ methodName }) =>
    link(codeSpan(methodName), `${clientDocPath}#${anchor(methodName)}`),
  );
  return joinMarkdown(
    [
      ...(own.length > 0
        ? [
            mdText`- ${link(codeSpan("client"), clientDocPath)}: ${joinMarkdown(own, ", ")}`,
          ]
        : []),
      ...lines(resources, []),
    ],
    "\n",
  );
}
