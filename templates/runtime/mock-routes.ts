/**
 * Which operation a request is: by its method and path, the most literal
 * template first.
 */
import type { MockedOperation } from "./mock-types.js";

export interface MockRoute {
  readonly operation: MockedOperation;
  readonly params: Readonly<Record<string, string>>;
}

const parameters = /\{[^{}]*\}/g;

/**
 * @param prefixes paths of the servers, as templates: `/{region}/v1`
 */
export function mockRouter(
  operations: readonly MockedOperation[],
  prefixes: readonly string[],
): (request: Request) => MockRoute | undefined {
  const routes = operations
    .flatMap((operation) =>
      ["", ...prefixes].map((prefix) => ({
        operation,
        prefix,
        order: orderOf(prefix + operation[2], operation[3]),
      })),
    )
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return (request) => {
    const url = new URL(request.url);
    // A value that may hold slashes is looked for when nothing else fits.
    for (const value of ["[^/]+", ".+"])
      for (const { operation, prefix } of routes) {
        const [, method, path, query] = operation;
        if (method !== request.method || !hasQuery(url, query)) continue;
        const found = patternOf(prefix + path, value).exec(url.pathname);
        if (!found) continue;
        const names = [...path.matchAll(parameters)];
        // The last groups: any others are of the server's path.
        const values = found.slice(found.length - names.length);
        // An object as users write it, for tests that compare both.
        const params = Object.fromEntries(
          names.map(([name], index) => [
            name.slice(1, -1),
            decoded(String(values[index])),
          ]),
        );
        return { operation, params };
      }
    return undefined;
  };
}

/** Texts in whose order what is more literal comes first, also where it goes on. */
const orderOf = (path: string, query: string): string =>
  `${path.replace(parameters, "\uffff")}\uffff\uffff${query === "" ? "\uffff" : ""}`;

const patternOf = (template: string, value: string): RegExp =>
  new RegExp(
    `^${template
      .split(parameters)
      .map((text) => text.replace(/[^\w/]/g, "\\$&"))
      .join(`(${value})`)}/?$`,
  );

/** The query that some documents write into a path. */
const hasQuery = ({ searchParams }: URL, query: string): boolean =>
  [...new URLSearchParams(query)].every(([name, value]) =>
    value.search(parameters) >= 0
      ? searchParams.has(name)
      : searchParams.getAll(name).includes(value),
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
