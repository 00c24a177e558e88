/**
 * `MIGRATING.md`: what differs for the users of an SDK that was published before, on one page.
 */
import {
  joinMarkdown,
  type Markdown,
  codeSpan,
  mdText,
  markdown,
  table,
  listed,
} from "../emit/encode/markdown.js";
import type { Draft } from "./draft.js";

export interface MigratingInput {
  readonly draft: Draft;
  readonly packageName: string;
  readonly clientName: string;
  /** Methods that are gone: `webhooks.unwrap`. */
  readonly gone: readonly string[];
}

export const migratingText = async (input: MigratingInput): Promise<string> => {
  const { format } = await import("prettier");
  return format(page(input), { parser: "markdown" });
};

const page = ({
  draft,
  packageName,
  clientName,
  gone,
}: MigratingInput): Markdown => {
  const hasAliases = draft.options["compatibility"] !== undefined;
  const rows = hasAliases
    ? differences.filter(([, , isAlias]) => !isAlias)
    : differences;
  const name = codeSpan(packageName, "text");
  const client = codeSpan(`client = new ${clientName}()`, "text");
  return joinMarkdown(
    [
      mdText`# Moving to the next version of ${name}`,
      mdText`From this version on another generator makes ${name}. The API is the same, and so are the constructor, resources, methods, their arguments, names of arguments and models, and the fields of responses. With ${client}, this differs:`,
      table(
        ["Before", "Now"],
        rows.map(([before, now]) => [cell(before), cell(now)]),
      ),
      ...(gone.length > 0
        ? [mdText`These methods are gone:`, listed(shortened(gone))]
        : []),
      mdText`Let the compiler find the places: \`npm install ${markdown(packageName)}@latest && npx tsc --noEmit\`. Tests that build errors with \`new APIError(…)\` throw them from a stand-in for \`fetch\` instead.`,
    ],
    "\n\n",
  );
};

const shown = 20;

const shortened = (names: readonly string[]): readonly Markdown[] => [
  ...names.slice(0, shown).map((name) => codeSpan(`client.${name}()`, "text")),
  ...(names.length > shown
    ? [markdown(`and ${names.length - shown} more`)]
    : []),
];

/** Code, or words where there is none. */
const cell = (text: string): Markdown =>
  joinMarkdown(
    text
      .split(", ")
      .map((one) =>
        one.startsWith("=") ? markdown(one.slice(1)) : codeSpan(one),
      ),
    ", ",
  );

/** Before, now, and whether the old name stays where the config asks for compatibility. */
const differences: readonly (readonly [string, string, boolean])[] = [
  ["client.withOptions({ … })", "client.with({ … })", true],
  ['client.get("/path", { query })', 'client.request("GET", "/path")', true],
  ["defaultHeaders", "headers", true],
  ["defaultQuery", "=pass it with each call", false],
  ["fetchOptions", "=a `fetch` of your own", false],
  ["page.hasNextPage()", "page.hasNext()", true],
  ["page.getNextPage()", "=`page.next()`; undefined at the end", true],
  ["page.getPaginatedItems()", "page.items", true],
  ["page.iterPages()", "page.pages()", true],
  ["error.error", "error.body", true],
  ["error.requestID", "error.requestId", true],
  ["APIConnectionError", "ConnectionError", true],
  ["APIConnectionTimeoutError", "TimeoutError", true],
  ["APIUserAbortError", "AbortError", true],
  ["Client.APIError", "=an import of its own", true],
  ["(await call.withResponse()).request_id", "requestId", true],
  ["result._request_id", "(await call.withResponse()).requestId", true],
  ["stream.controller.abort()", "=`signal` of the call", true],
  ["Client.Resource.Type", "import type { Type }", true],
  [
    "=imports of `resources/…`, `error`, `uploads`",
    "=the package itself",
    true,
  ],
];
