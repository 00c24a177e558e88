/**
 * The public signatures of a package, a line each: what changes for callers is a change of a line.
 * Nothing but a short summary is text of the document, and that without links and code.
 */
import type { Name, Operation, ParamsField, Sdk } from "../../sdk/sdk.js";
import { isStream } from "../../sdk/wire.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  listed,
  markdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { errorClass } from "../error-classes.js";
import { shortText } from "../operation-text.js";
import type { LocatedOperation } from "../source/tree.js";
import { isVerifiable } from "../../sdk/webhooks.js";
import { payloadsOf } from "../source/webhooks.js";
import { shortened } from "./row-list.js";
import { callName } from "./operation-section.js";
import { Slugs } from "./slugs.js";
import { typeLabel } from "./type-labels.js";

/** By UTF-16 code units: the same on every machine. */
export const byName =
  <T>(nameOf: (item: T) => string) =>
  (a: T, b: T): number =>
    nameOf(a) < nameOf(b) ? -1 : 1;

const longestSummary = 100;

/** Links become their text, and bare addresses none: pages make links of what begins like one. */
const summaryOf = (operation: Operation): Markdown =>
  markdown(
    shortened(
      shortText(operation)
        .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
        .replace(/https?:\/\/|\bwww\./gi, "")
        .replace(/\s+/g, " "),
      longestSummary,
    ),
  );

/**
 * `client.rooms.list({ region? }) -> Room[]`, with what it throws.
 * @param page the path of its page in the docs
 */
export function operationLines(
  located: readonly LocatedOperation[],
  page: string,
  { areSummariesLeftOut = false }: Partial<Sdk["docs"]> = {},
): Markdown {
  // Anchors are numbered in the order of the page.
  const slugs = new Slugs();
  slugs.next(["client", ...(located[0]?.path.slice(0, 1) ?? [])].join("."));
  const anchored = located.map((one) => ({
    ...one,
    name: callName(one),
    anchor: slugs.next(callName(one)),
  }));
  return listed(
    anchored
      .sort(byName(({ name }) => name))
      .map(({ operation, name, anchor }) => {
        const signature = `client.${name}(${argumentsText(operation)}) -> ${resultText(operation)}`;
        const classes = new Set(
          operation.errors.responses.map(({ status }) => errorClass(status)),
        );
        return joinMarkdown(
          [
            joinMarkdown(
              [
                link(codeSpan(signature, "text"), `${page}#${anchor}`),
                areSummariesLeftOut ? mdText`` : summaryOf(operation),
              ],
              ": ",
            ),
            codeSpan(operation.functionName, "text"),
            classes.size === 0
              ? mdText``
              : mdText`throws ${codeSpans([...classes])}`,
          ],
          "; ",
        );
      }),
  );
}

const codeSpans = (texts: readonly string[]): Markdown =>
  joinMarkdown(
    texts.map((text) => codeSpan(text, "text")),
    ", ",
  );

/** The arguments by name: `id, { region? }`. */
function argumentsText({ positional, params }: Operation): string {
  const { fields = [], alternatives = [] } = params ?? {};
  const objects = [fields, ...alternatives].map(fieldsText);
  return [
    ...positional.map(({ name }) => name),
    ...(params ? [[...new Set(objects)].join(" | ")] : []),
  ].join(", ");
}

const fieldsText = (fields: readonly ParamsField[]): string =>
  fields.length === 0
    ? "{}"
    : `{ ${fields.map(({ name, optional }) => name + (optional ? "?" : "")).join(", ")} }`;

function resultText({ result, paging }: Operation): string {
  if (paging) return `PagePromise<${typeLabel(paging.item).text}>`;
  const { streaming, alternatives = [] } = result;
  const shapes = [
    result,
    ...alternatives,
    ...(streaming ? [streaming.format] : []),
  ];
  const texts = shapes.map(({ kind, type }) => {
    const { text } = typeLabel(type);
    return isStream(kind) ? `Stream<${text}>` : text;
  });
  return [...new Set(texts)].join(" | ");
}

export const typeLines = (names: readonly Name[]): Markdown =>
  listed([...names].sort().map((name) => codeSpan(name, "text")));

/** What is there beside operations and models. */
export function clientLines(sdk: Sdk): Markdown {
  const { className, coreName } = sdk.client;
  return listed(
    [
      `new ${className}(options?) -> ${className}`,
      `client.with(options) -> ${className}`,
      "client.request(method, path, body?, options?) -> unknown",
      `createClient(options) -> ${coreName}`,
      "isErrorOf(operation, error) -> boolean",
      ...(payloadsOf(sdk).length > 0 && isVerifiable(sdk)
        ? ["verifyWebhook(message, options) -> WebhookPayloads[…]"]
        : []),
      ...sdk.webhookMethods.map(({ name, isVerifying }) =>
        isVerifying
          ? `client.${name.join(".")}(body, { headers }) -> WebhookPayloads[…]`
          : `client.${name.join(".")}(body) -> WebhookPayloads[…], not verified`,
      ),
      ...sdk.links
        .map(
          ({ functionName, to }) => `${functionName}(…) -> arguments of ${to}`,
        )
        .sort(),
    ].map((signature) => codeSpan(signature, "text")),
  );
}
