/**
 * `docs/`: a page for each resource, with every operation of it, and one for the models.
 *
 * The pages are already in prettier's form; one that holds what only prettier can lay out is left to
 * it.
 */
import type { OutputFile } from "../output.js";
import type { Model, Name, Operation, Resource, Sdk } from "../sdk.js";
import {
  errorTable,
  fieldTable,
  parameterTable,
  typeCell,
  type Pages,
} from "./doc-tables.js";
import { filePart } from "./encode.js";
import {
  codeBlock,
  codeSpan,
  isPlain,
  joinMarkdown,
  link,
  markdown,
  say,
  table,
  type Markdown,
} from "./encode-markdown.js";
import { jsonPage } from "./json-layout.js";
import { prose, proseLine } from "./prose.js";
import { operationsOf } from "./resources.js";
import { sampleRequest } from "./sample-request.js";
import { programCode } from "./samples.js";
import { curlSnippet } from "./snippets/curl.js";
import { goSnippet } from "./snippets/go.js";
import { javascriptSnippet } from "./snippets/javascript.js";
import { pythonSnippet } from "./snippets/python.js";

export const docPath = ({ fileName }: Resource): string => {
  const part = filePart(fileName);
  return `docs/${part === "models" ? "models-resource" : part}.md`;
};

export function* docFiles(sdk: Sdk): Generator<OutputFile> {
  const lines = new Map<string, Markdown>();
  const pages: Pages = {
    anchors: anchorsOf(sdk.models),
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
  if (sdk.models.length > 0)
    yield { path: "docs/models.md", ...page(modelsPage(sdk, pages)) };
}

const page = (
  blocks: readonly (Markdown | undefined)[],
): Pick<OutputFile, "text" | "kind"> => {
  const text = `${blocks.filter(Boolean).join("\n\n")}\n`;
  return { text, kind: isPlain(text) ? "verbatim" : "source" };
};

/** As GitHub makes them: lower case, letters, digits, `-` and `_`; the second of a kind is numbered. */
export class Slugs {
  readonly #taken = new Map<string, number>();

  next(heading: string): string {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const count = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}

function anchorsOf(models: readonly Model[]): Pages["anchors"] {
  const slugs = new Slugs();
  slugs.next("models");
  return new Map(models.map(({ name }) => [name, slugs.next(name)]));
}

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

function responseBlocks(
  { result, paging }: Operation,
  pages: Pages,
): (Markdown | undefined)[] {
  const { status, kind, type, mediaType, doc, sample, alternatives } = result;
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
  const body =
    sample === undefined || !["json", "events", "jsonLines"].includes(kind)
      ? ""
      : jsonPage(sample);
  const others = codeSpans((alternatives ?? []).map((one) => one.mediaType));
  const choice = others === "" ? say`` : say` On demand as ${others}.`;
  return [
    say`${about}.${each}${walked}${choice}`,
    ...(doc.description ? [prose(doc.description)] : []),
    fieldTable(type, pages),
    ...(body !== "" && body.length <= longestBody
      ? [codeBlock("json", body)]
      : []),
  ];
}

function modelsPage(sdk: Sdk, pages: Pages): (Markdown | undefined)[] {
  return [
    say`# Models`,
    say`What the operations of ${markdown(sdk.package.title)} take and give.`,
    ...sdk.models.flatMap((model) => modelBlocks(model, pages)),
  ];
}

function modelBlocks(model: Model, pages: Pages): (Markdown | undefined)[] {
  const { name, doc, declaration } = model;
  const type =
    declaration.kind === "interface" ? declaration.body : declaration.type;
  return [
    say`## ${codeSpan(name, "text")}`,
    doc.deprecated ? say`**Deprecated.**` : undefined,
    doc.summary ? prose(doc.summary) : undefined,
    doc.description ? prose(doc.description) : undefined,
    declaration.kind === "interface" && declaration.extends.length > 0
      ? say`Has all of ${joinMarkdown(
          declaration.extends.map((one: Name) =>
            typeCell({ kind: "model", name: one }, pages),
          ),
          ", ",
        )}.`
      : undefined,
    type.kind === "object" ? undefined : typeCell(type, pages),
    fieldTable(type, pages),
  ];
}
