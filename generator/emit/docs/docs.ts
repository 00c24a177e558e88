/**
 * `docs/`: a page for each resource, with every operation of it, and one for the models, in
 * prettier's form.
 */
import type { TextFile } from "../../sdk/output.js";
import type { Doc, Resource, Sdk } from "../../sdk/sdk.js";
import { filePart } from "../encode/encode.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  listed,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { noContributions, type Contributions } from "../contributions.js";
import { operationsOf, type Methods } from "../source/tree.js";
import { sectionPages } from "./entry-points.js";
import { isModelPage, modelPages, placesOf } from "./model-pages.js";
import { shortText } from "../operation-text.js";
import { callName, operationBlocks } from "./operation-section.js";
import { prose, proseLine } from "./prose.js";
import { Slugs } from "./slugs.js";
import type { PageContext } from "./field-lists.js";

/** The page of the methods of the client itself; no resource's file is called so. */
export const clientDocPath = "docs/_client.md";

export const resourceDocPath = ({ fileName }: Resource): string => {
  const name = filePart(fileName);
  return `docs/${isModelPage(name) ? `${name}-resource` : name}.md`;
};

export function* docFiles(
  sdk: Sdk,
  {
    contributions = noContributions,
  }: { readonly contributions?: Contributions } = {},
): Generator<TextFile> {
  const lines = new Map<string, Markdown>();
  const pages: PageContext = {
    models: placesOf(sdk),
    bodies: new Map(),
    line(text) {
      const line = lines.get(text) ?? proseLine(text, "text");
      lines.set(text, line);
      return line;
    },
  };
  if (sdk.operations.length > 0)
    yield {
      path: clientDocPath,
      ...page(methodsPage("client", { ...sdk, resources: [] }, { sdk, pages })),
    };
  for (const resource of sdk.resources)
    yield {
      path: resourceDocPath(resource),
      ...page(
        methodsPage(
          `client.${resource.property}`,
          { resources: [resource], doc: resource.doc },
          { sdk, pages },
        ),
      ),
    };
  for (const { name, blocks } of modelPages(sdk, pages))
    yield { path: `docs/${name}`, ...page(blocks) };
  yield* sectionPages(contributions.sections);
}

const page = (
  blocks: readonly (Markdown | undefined)[],
): Pick<TextFile, "text" | "kind"> => ({
  text: `${blocks.filter(Boolean).join("\n\n")}\n`,
  kind: "verbatim",
});

interface DocsContext {
  readonly sdk: Sdk;
  readonly pages: PageContext;
}

/** A resource, or the methods of the client itself. */
function methodsPage(
  title: string,
  { doc, ...methods }: Methods & { readonly doc?: Doc },
  { sdk, pages }: DocsContext,
): (Markdown | undefined)[] {
  const located = [...operationsOf(methods)];
  const slugs = new Slugs();
  slugs.next(title);
  pages.bodies.clear();
  const rows = located.map((operation) => {
    const name = callName(operation);
    return joinMarkdown(
      [
        link(codeSpan(name, "text"), `#${slugs.next(name)}`),
        pages.line(shortText(operation.operation)),
      ],
      ": ",
    );
  });
  return [
    `# ${codeSpan(title, "text")}` as Markdown,
    prose(doc?.description ?? doc?.summary ?? ""),
    // Without a line between them the list would go on one that ends the text.
    mdText`Methods:`,
    listed(rows),
    ...located.flatMap((operation) => operationBlocks(operation, sdk, pages)),
  ];
}
