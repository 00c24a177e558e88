/**
 * `api.md`: every public signature on a page, for those who review what a new document changes. Where
 * there are many operations, each resource has a page in `api/`, and this one leads to them.
 */
import type { Name, Resource, Sdk } from "../../sdk/sdk.js";
import {
  codeSpan,
  link,
  listed,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { operationsOf, type LocatedOperation } from "../source/tree.js";
import { byName, clientLines, operationLines, typeLines } from "./api-lines.js";
import { typesByResource, type TypesByResource } from "./api-types.js";
import type { PendingText } from "../contributions.js";
import { docsPage } from "./page.js";
import { clientDocPath, resourceDocPath } from "./doc-paths.js";

/** Of more operations, the README and this page list none. */
export const mostOnOnePage = 200;

/** The operations of a resource, or of none, with the types that only they use. */
interface Part {
  readonly title: Markdown;
  readonly docPath: string;
  readonly located: readonly LocatedOperation[];
  readonly types: () => readonly Markdown[];
}

/** Each page is made when its text is asked for. */
export function* apiPages(sdk: Sdk): Generator<PendingText> {
  let found: TypesByResource | undefined;
  const typesOf = (): TypesByResource => (found ??= typesByResource(sdk));
  const part = (
    resource: Resource | undefined,
    docPath: string,
    located: Iterable<LocatedOperation>,
  ): Part => ({
    title: codeSpan(
      resource ? `client.${resource.property}` : "client",
      "text",
    ),
    docPath,
    located: [...located],
    types: () =>
      typeBlocks(typesOf().owned.get(resource) ?? [], mdText`Types:`),
  });
  const parts = [
    ...(sdk.operations.length > 0
      ? [
          part(
            undefined,
            clientDocPath,
            operationsOf({ ...sdk, resources: [] }),
          ),
        ]
      : []),
    ...[...sdk.resources]
      .sort(byName(({ property }) => property))
      .map((resource) =>
        part(
          resource,
          resourceDocPath(resource),
          operationsOf({ resources: [resource] }),
        ),
      ),
  ];
  const count = parts.reduce((sum, { located }) => sum + located.length, 0);
  const isSplit = count > mostOnOnePage;
  yield docsPage("api.md", () => [
    mdText`# API`,
    mdText`Every function and type of ${codeSpan(sdk.package.name, "text")}. Each operation is a method and a function; calls also take \`options\` at the end. The types of its arguments and errors are called after the function: \`createPet\` has \`CreatePetParams\` and \`CreatePetError\`.`,
    mdText`## Client`,
    clientLines(sdk),
    ...(isSplit
      ? [
          mdText`## Resources`,
          listed(
            parts.map(
              ({ title, docPath, located }) =>
                mdText`${link(title, apiPath(docPath))}: ${located.length}`,
            ),
          ),
        ]
      : parts.flatMap((one) => [
          mdText`## ${one.title}`,
          operationLines(one.located, one.docPath, sdk.docs),
          ...one.types(),
        ])),
    ...typeBlocks(typesOf().shared, mdText`## Other types`),
  ]);
  if (!isSplit) return;
  for (const { title, docPath, located, types } of parts)
    yield docsPage(apiPath(docPath), () => [
      mdText`# ${title}`,
      operationLines(located, `../${docPath}`, sdk.docs),
      ...types(),
    ]);
}

/** `docs/rooms.md` -> `api/rooms.md` */
const apiPath = (docPath: string): string => docPath.replace(/^docs\//, "api/");

const typeBlocks = (names: readonly Name[], title: Markdown): Markdown[] =>
  names.length === 0 ? [] : [title, typeLines(names)];
