/**
 * `docs/`: a page for each resource, with every operation of it, and one for the models.
 *
 * The pages are already in prettier's form; one that holds what only prettier can lay out is left to
 * it.
 */
import type { TextFile } from "../../sdk/output.js";
import type { Operation, Resource, Sdk } from "../../sdk/sdk.js";
import {
  errorTable,
  fieldTable,
  parameterTable,
  typeCell,
  type Pages,
} from "./tables.js";
import { filePart } from "../encode/encode.js";
import {
  codeBlock,
  codeSpan,
  isPlain,
  joinMarkdown,
  link,
  say,
  table,
  type Markdown,
} from "../encode/markdown.js";
import { jsonPage } from "../samples/json-layout.js";
import { isModelPage, modelPages, placesOf } from "./model-pages.js";
import { prose, proseLine } from "./prose.js";
import { operationsOf } from "../source/resources.js";
import { sampleRequest } from "../samples/request.js";
import { programCode } from "../samples/calls.js";
import { Slugs } from "./slugs.js";
import { curlSnippet } from "../samples/snippets/curl.js";
import { goSnippet } from "../samples/snippets/go.js";
import { javascriptSnippet } from "../samples/snippets/javascript.js";
import { pythonSnippet } from "../samples/snippets/python.js";

export const docPath = ({ fileName }: Resource): string => {
  const part = filePart(fileName);
  return `docs/${isModelPage(part) ? `${part}-resource` : part}.md`;
};

export function* docFiles(sdk: Sdk): Generator<TextFile> {
  const lines = new Map<string, Markdown>();
  const pages: Pages = {
    models: placesOf(sdk),
    line(text) {
      const line = lines.get(text) ?? proseLine(text);
      lines.set(text, line);
      return line;
    },
  };
  for (const resource of sdk.resources)
    yield {
      path: docPath(resource),
      ...page(resourcePage(resource, sdk, pages)),
    };
  for (const { name, blocks } of modelPages(sdk, pages))
    yield { path: `docs/${name}`, ...page(blocks) };
}

const page = (
  blocks: readonly (Markdown | undefined)[],
): Pick<TextFile, "text" | "kind"> => {
  const text = `${blocks.filter(Boolean).join("\n\n")}\n`;
  return { text, kind: isPlain(text) ? "verbatim" : "source" };
};

type Located =
  ReturnType<typeof operationsOf> extends Generator<infer T> ? T : never;

const nameOf = ({ operation, path }: Located): string =>
  [...path, operation.methodName].join(".");

/** What an operation does, in a few words. */
const shortOf = ({ operation }: Located): string =>
  operation.doc.summary ??
  operation.doc.description?.trim().split("\n")[0] ??
  "";

function resourcePage(
  resource: Resource,
  sdk: Sdk,
  pages: Pages,
): (Markdown | undefined)[] {
  const located = [...operationsOf([resource])];
  const slugs = new Slugs();
  const title = `client.${resource.property}`;
  slugs.next(title);
  const rows = located.map((one) => {
    const name = nameOf(one);
    return [
      link(codeSpan(name), `#${slugs.next(name)}`),
      pages.line(shortOf(one)),
    ];
  });
  return [
    `# ${codeSpan(title, "text")}` as Markdown,
    prose(resource.doc.description ?? resource.doc.summary ?? ""),
    table(["method", "what it does"], rows),
    ...located.flatMap((one) => operationBlocks(one, sdk, pages)),
  ];
}

function operationBlocks(
  { operation, path }: Located,
  sdk: Sdk,
  pages: Pages,
): (Markdown | undefined)[] {
  const { doc, method, scopes } = operation;
  const parameters = parameterTable(operation, pages);
  return [
    say`## ${codeSpan(nameOf({ operation, path }), "text")}`,
    doc.deprecated ? say`**Deprecated.**` : undefined,
    doc.summary ? prose(doc.summary) : undefined,
    doc.description ? prose(doc.description) : undefined,
    joinMarkdown(
      [
        codeSpan(`${method} ${operation.path}`, "text"),
        ...(scopes.length > 0 ? [say`scope ${codeSpans(scopes)}`] : []),
      ],
      ", ",
    ),
    codeBlock("ts", programCode(operation, path, sdk)),
    ...otherSamples(operation, sdk),
    say`### Parameters`,
    parameters ?? say`None.`,
    say`### Response`,
    ...responseBlocks(operation, pages),
    say`### Errors`,
    errorTable(operation, pages),
  ];
}

function otherSamples(operation: Operation, sdk: Sdk): Markdown[] {
  const request = sampleRequest(operation, sdk);
  if (!request) return [];
  return [
    ...folded(say`curl`, codeBlock("sh", curlSnippet(request))),
    ...folded(say`JavaScript`, codeBlock("js", javascriptSnippet(request))),
    ...folded(say`Python`, codeBlock("python", pythonSnippet(request))),
    ...folded(say`Go`, codeBlock("go", goSnippet(request))),
  ];
}

const codeSpans = (texts: readonly string[]): Markdown =>
  joinMarkdown(
    texts.map((text) => codeSpan(text, "text")),
    ", ",
  );

const folded = (title: Markdown, content: Markdown): Markdown[] => [
  say`<details>\n<summary>${title}</summary>`,
  content,
  say`</details>`,
];

/** Longer bodies are told by their types alone. */
const longestBody = 4000;

/** An answer as JSON, where it is such and not too long. */
function bodyBlock({ kind, sample }: Operation["result"]): Markdown[] {
  if (sample === undefined || !["json", "events", "jsonLines"].includes(kind))
    return [];
  // Laid out it is no shorter: spaces and ends of lines are added.
  if (JSON.stringify(sample).length > 2 * longestBody) return [];
  const body = jsonPage(sample);
  return body.length <= longestBody ? [codeBlock("json", body)] : [];
}

function responseBlocks(
  { result, paging }: Operation,
  pages: Pages,
): (Markdown | undefined)[] {
  const { status, kind, type, mediaType, doc, alternatives } = result;
  const about = joinMarkdown(
    [
      codeSpan(String(status), "text"),
      ...(kind === "none"
        ? [say`without a body`]
        : [
            typeCell(type, pages),
            ...(mediaType === undefined
              ? []
              : [say`as ${codeSpan(mediaType, "text")}`]),
          ]),
    ],
    " ",
  );
  const walked = paging
    ? say` In pages of ${typeCell(paging.item, pages)}: \`for await\` walks over all of them.`
    : say``;
  const each =
    kind === "events" || kind === "rawEvents" || kind === "jsonLines"
      ? say` Each item of a stream.`
      : say``;
  const others = codeSpans((alternatives ?? []).map((one) => one.mediaType));
  const choice = others === "" ? say`` : say` On demand as ${others}.`;
  return [
    say`${about}.${each}${walked}${choice}`,
    ...(doc.description ? [prose(doc.description)] : []),
    fieldTable(type, pages),
    ...bodyBlock(result),
  ];
}
