/**
 * The section of one operation in the docs: what it does, samples, what it takes, returns and throws.
 */
import type { Operation, Sdk } from "../../sdk/sdk.js";
import { isStream } from "../../sdk/wire.js";
import {
  codeBlock,
  codeSpan,
  joinMarkdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { operationText } from "../operation-text.js";
import { shownCall } from "../samples/calls.js";
import { jsonPage } from "../samples/json-layout.js";
import { sampleRequest, type SampleRequest } from "../samples/request.js";
import { curlSnippet } from "../samples/snippets/curl.js";
import { goSnippet } from "../samples/snippets/go.js";
import { javascriptSnippet } from "../samples/snippets/javascript.js";
import { pythonSnippet } from "../samples/snippets/python.js";
import type { LocatedOperation } from "../source/tree.js";
import { linkBlocks } from "./link-section.js";
import { pagingText } from "./paging-text.js";
import { deprecationNote } from "./deprecation.js";
import { prose } from "./prose.js";
import { errorList, fieldBlocks, parameterList } from "./field-lists.js";
import { typeLink, type PageContext } from "./row-list.js";

/** `apiKeys.list` */
export const callName = ({ operation, path }: LocatedOperation): string =>
  [...path, operation.methodName].join(".");

export function operationBlocks(
  { operation, path }: LocatedOperation,
  sdk: Sdk,
  pages: PageContext,
): (Markdown | undefined)[] {
  const text = operationText(operation);
  const name = callName({ operation, path });
  return [
    mdText`## ${codeSpan(name, "text")}`,
    deprecationNote(operation.doc),
    secondNames(name, sdk),
    ...text.paragraphs.map((paragraph) => prose(paragraph)),
    joinMarkdown(
      [
        codeSpan(text.route, "text"),
        ...(text.scopes.length > 0
          ? [mdText`scope ${codeSpans(text.scopes)}`]
          : []),
        text.retries as Markdown,
      ],
      ", ",
    ),
    codeBlock("ts", shownCall(operation, path, sdk, "full")),
    ...otherSamples(operation, sdk),
    mdText`### Parameters`,
    parameterList(operation, {
      pages,
      section: mdText`the parameters of ${codeSpan(name, "text")}`,
    }) ?? mdText`None.`,
    mdText`### Response`,
    ...responseBlocks(operation, name, pages),
    ...linkBlocks(operation, sdk),
    mdText`### Errors`,
    errorList(text.errors, pages) ?? mdText`None that are documented.`,
  ];
}

/** What else the method is called. */
function secondNames(
  call: string,
  { secondNames: all }: Sdk,
): Markdown | undefined {
  const names = all.flatMap(({ name, to }) =>
    to.join(".") === call ? [name.join(".")] : [],
  );
  return names.length > 0 ? mdText`Also ${codeSpans(names)}.` : undefined;
}

type SampleLanguage = Sdk["docs"]["samples"][number];

/** The JavaScript is no call of this package: what it would send, with `fetch`. */
const languages: Readonly<
  Record<SampleLanguage, (request: SampleRequest) => Markdown[]>
> = {
  javascript: (request) =>
    folded(
      mdText`JavaScript (fetch)`,
      codeBlock("js", javascriptSnippet(request)),
    ),
  python: (request) =>
    folded(mdText`Python`, codeBlock("python", pythonSnippet(request))),
  go: (request) => folded(mdText`Go`, codeBlock("go", goSnippet(request))),
};

function otherSamples(operation: Operation, sdk: Sdk): Markdown[] {
  const request = sampleRequest(operation, sdk);
  if (!request) return [];
  return [
    ...folded(mdText`curl`, codeBlock("sh", curlSnippet(request))),
    ...sdk.docs.samples.flatMap((language) => languages[language](request)),
  ];
}

const codeSpans = (texts: readonly string[]): Markdown =>
  joinMarkdown(
    texts.map((text) => codeSpan(text, "text")),
    ", ",
  );

const folded = (title: Markdown, content: Markdown): Markdown[] => [
  mdText`<details>\n<summary>${title}</summary>`,
  content,
  mdText`</details>`,
];

/** Longer bodies are left to their types. */
const longestBody = 4000;

/** Shorter bodies are shown again. */
const longBody = 200;

/** The body of a response as JSON, where it is JSON and not too long; a long one once on a page. */
function bodyBlocks(
  { kind, sample }: Operation["result"],
  name: string,
  { bodies }: PageContext,
): Markdown[] {
  if (sample === undefined || !["json", "events", "jsonLines"].includes(kind))
    return [];
  // Laid out it is no shorter: spaces and ends of lines are added.
  if (JSON.stringify(sample).length > 2 * longestBody) return [];
  const body = jsonPage(sample);
  if (body.length > longestBody) return [];
  const before = bodies.get(body);
  if (before !== undefined)
    return [mdText`The example is that of ${codeSpan(before, "text")}.`];
  if (body.length > longBody) bodies.set(body, name);
  return [codeBlock("json", body)];
}

function responseBlocks(
  { result, paging }: Operation,
  name: string,
  pages: PageContext,
): (Markdown | undefined)[] {
  const { status, kind, type, mediaType, doc, alternatives } = result;
  const about = joinMarkdown(
    [
      codeSpan(String(status), "text"),
      ...(kind === "none"
        ? [mdText`without a body`]
        : [
            typeLink(type, pages),
            ...(mediaType === undefined
              ? kind === "undeclared"
                ? [mdText`as the response says that it is`]
                : []
              : [mdText`as ${codeSpan(mediaType, "text")}`]),
          ]),
    ],
    " ",
  );
  const inPages = paging
    ? mdText` In pages of ${typeLink(paging.item, pages)}: \`for await\` iterates over the items of all pages. ${pagingText(paging)}`
    : mdText``;
  const each = !isStream(kind)
    ? mdText``
    : kind === "wholeEvents"
      ? mdText` The response is a stream of events with such \`data\`.`
      : mdText` The response is a stream of such items.`;
  const target =
    kind === "location"
      ? mdText` The URL that the server redirects to, which is not requested; browsers do not show it.`
      : mdText``;
  const others = codeSpans(
    (alternatives ?? []).map((format) => format.mediaType),
  );
  const choice =
    others === "" ? mdText`` : mdText` Also available as ${others}.`;
  return [
    mdText`${about}.${target}${each}${inPages}${choice}`,
    ...(doc.description ? [prose(doc.description)] : []),
    ...fieldBlocks(type, {
      pages,
      section: mdText`the response of ${codeSpan(name, "text")}`,
    }),
    ...bodyBlocks(result, name, pages),
  ];
}
