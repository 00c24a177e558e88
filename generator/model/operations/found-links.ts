/**
 * The links that a document has for an operation: those of what its call resolves to, and those of the
 * errors that it throws.
 */
import { byCodeUnit } from "../../diagnostics/code-units.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type {
  Document,
  Link,
  Pointer,
  Response,
} from "../../openapi/document.js";
import type { ErrorResponse, Operation } from "../../sdk/sdk.js";
import type { Scope } from "../names/names.js";
import type { OperationEntry } from "../resources/entries.js";

/** An operation that may have links, or be the end of one. */
export interface LinkedOperation {
  readonly entry: OperationEntry;
  readonly operation: Operation;
}

export interface LinksContext {
  readonly document: Document;
  /** The names that the package exports. */
  readonly exports: Scope;
  readonly diagnostics: Diagnostics;
}

/** A link of the document. */
export interface FoundLink {
  readonly name: string;
  readonly link: Link;
  readonly pointer: Pointer;
  readonly source: LinkedOperation;
  /** Of a link of errors: all that have it. */
  readonly errors?: readonly ErrorResponse[];
  /** Of one whose name another error has for another link. */
  readonly status?: string;
}

/** The links of what the call resolves to and of what it throws. */
export function linksOf(
  source: LinkedOperation,
  context: LinksContext,
): FoundLink[] {
  const responses = responsesOf(source, context.document);
  const successes = responses.filter(({ key }) => key.startsWith("2"));
  const resolved =
    successes.length > 0
      ? successes
      : responses.filter(({ key }) => key === "default");
  const links = new Map<string, FoundLink>();
  for (const response of resolved)
    for (const found of linksIn(response, source, context.document))
      // Of two with one name, that of the lower status.
      if (!links.has(found.name)) links.set(found.name, found);
  const others = responses.filter((response) => !resolved.includes(response));
  return [...links.values(), ...errorLinks(others, source, context)];
}

interface StatusResponse {
  readonly key: string;
  readonly node: Response;
  readonly pointer: Pointer;
}

const responsesOf = (
  { entry }: LinkedOperation,
  document: Document,
): StatusResponse[] =>
  Object.entries(entry.operation.responses ?? {})
    .filter(([key]) => !key.startsWith("x-"))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, response]) => ({
      key,
      ...document.resolve<Response>(response, [
        ...entry.pointer,
        "responses",
        key,
      ]),
    }));

const linksIn = (
  { node, pointer }: StatusResponse,
  source: LinkedOperation,
  document: Document,
): FoundLink[] =>
  Object.entries(node.links ?? {})
    .filter(([name]) => !name.startsWith("x-"))
    .map(([name, link]) => {
      const at = document.resolve<Link>(link, [...pointer, "links", name]);
      return { name, link: at.node, pointer: at.pointer, source };
    });

/** One function for what several errors say alike; its argument may be any of them. */
function errorLinks(
  responses: readonly StatusResponse[],
  source: LinkedOperation,
  { document, diagnostics }: LinksContext,
): FoundLink[] {
  const links: (FoundLink & { readonly errors: ErrorResponse[] })[] = [];
  for (const response of responses) {
    const found = linksIn(response, source, document);
    const error = source.operation.errors.responses.find(
      ({ status }) => `${status}`.toUpperCase() === response.key.toUpperCase(),
    );
    if (!error) {
      const { key: status, pointer } = response;
      if (found.length > 0)
        diagnostics.report("error-links", { status }, [...pointer, "links"]);
      continue;
    }
    for (const link of found) {
      const namesakes = links.filter(({ name }) => name === link.name);
      const same = namesakes.find((other) => isSameLink(other.link, link.link));
      if (same) same.errors.push(error);
      else {
        const status = namesakes.length > 0 ? response.key : "";
        links.push({ ...link, errors: [error], status });
      }
    }
  }
  return links;
}

const isSameLink = (a: Link, b: Link): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
