/**
 * `docs/`: a page for each resource, with every operation of it, and one for the models, in
 * prettier's form.
 */
import type { TextFile } from "../../sdk/output.js";
import type { Resource, Sdk } from "../../sdk/sdk.js";
import { filePart } from "../encode/encode.js";
import { codeSpan, link, table, type Markdown } from "../encode/markdown.js";
import { operationsOf, type LocatedOperation } from "../source/resources.js";
import { isModelPage, modelPages, placesOf } from "./model-pages.js";
import { callName, operationBlocks } from "./operation-section.js";
import { prose, proseLine } from "./prose.js";
import { Slugs } from "./slugs.js";
import type { PageContext } from "./tables.js";

export const resourceDocPath = ({ fileName }: Resource): string => {
  const name = filePart(fileName);
  return `docs/${isModelPage(name) ? `${name}-resource` : name}.md`;
};

export function* docFiles(sdk: Sdk): Generator<TextFile> {
  const lines = new Map<string, Markdown>();
  const pages: PageContext = {
    models: placesOf(sdk),
    line(text) {
      const line = lines.get(text) ?? proseLine(text);
      lines.set(text, line);
      return line;
    },
  };
  for (const resource of sdk.resources)
    yield {
      path: resourceDocPath(resource),
      ...page(resourcePage(resource, sdk, pages)),
    };
  for (const { name, blocks } of modelPages(sdk, pages))
    yield { path: `docs/${name}`, ...page(blocks) };
}

const page = (
  blocks: readonly (Markdown | undefined)[],
): Pick<TextFile, "text" | "kind"> => ({
  text: `${blocks.filter(Boolean).join("\n\n")}\n`,
  kind: "verbatim",
});

/** What an operation does, in a few words. */
const shortOf = ({ operation }: LocatedOperation): string =>
  operation.doc.summary ??
  operation.doc.description?.trim().split("\n")[0] ??
  "";

function resourcePage(
  resource: Resource,
  sdk: Sdk,
  pages: PageContext,
): (Markdown | undefined)[] {
  const located = [...operationsOf([resource])];
  const slugs = new Slugs();
  const title = `client.${resource.property}`;
  slugs.next(title);
  const rows = located.map((operation) => {
    const name = callName(operation);
    return [
      link(codeSpan(name), `#${slugs.next(name)}`),
      pages.line(shortOf(operation)),
    ];
  });
  return [
    `# ${codeSpan(title, "text")}` as Markdown,
    prose(resource.doc.description ?? resource.doc.summary ?? ""),
    table(["method", "what it does"], rows),
    ...located.flatMap((operation) => operationBlocks(operation, sdk, pages)),
  ];
}
