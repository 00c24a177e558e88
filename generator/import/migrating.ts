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
import { type JsonObject, recordOrEmpty } from "../openapi/records.js";
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
  const isUnwrap = (method: string): boolean => /\bunwrap\w*$/.test(method);
  const rows = [
    ...gone.filter(isUnwrap).map(removedUnwrap),
    ...differencesOf(clientName, draft.options),
  ].filter(({ isAlias }) => !(hasAliases && isAlias));
  const without = gone.filter((method) => !isUnwrap(method));
  const name = codeSpan(packageName, "text");
  const client = codeSpan(`client = new ${clientName}()`, "text");
  return joinMarkdown(
    [
      mdText`# Moving to the next version of ${name}`,
      mdText`From this version on another generator makes ${name}. The API is the same, and so are the constructor, resources, methods, their arguments, names of arguments and models, and the fields of responses. With ${client}, this differs:`,
      table(
        ["Before", "Now"],
        rows.map(({ before, now }) => [cell(before), now]),
      ),
      ...(without.length > 0
        ? [mdText`These methods are gone:`, listed(shortened(without))]
        : []),
      ...(hasAliases
        ? [
            mdText`Other names of the earlier version go on, and are marked as deprecated where there is a better way: names and members of errors, options of the client, methods of the client, of pages and of streams, members of the class such as ${codeSpan(`${clientName}.APIError`, "text")}, the types in its namespace, and imports from ${codeSpan(`${packageName}/resources/…`, "text")}. The package needs Node.js 20 or later.`,
          ]
        : [mdText`The package needs Node.js 20 or later.`]),
      mdText`Let the compiler find the places: ${codeSpan(`npm install ${packageName}@latest && npx tsc --noEmit`, "text")}. Tests that build errors with \`new APIError(…)\` throw them from a stand-in for \`fetch\` instead.`,
    ],
    "\n\n",
  );
};

const maxListed = 20;

const shortened = (names: readonly string[]): readonly Markdown[] => [
  ...names
    .slice(0, maxListed)
    .map((name) => codeSpan(`client.${name}()`, "text")),
  ...(names.length > maxListed
    ? [markdown(`and ${names.length - maxListed} more`)]
    : []),
];

/** What callers wrote, and what they write now, as code or in words. */
interface Difference {
  readonly before: readonly string[];
  readonly now: Markdown;
  /** True where the old name stays when the config asks for it. */
  readonly isAlias?: true;
}

const cell = (codes: readonly string[]): Markdown =>
  joinMarkdown(
    codes.map((one) => codeSpan(one)),
    ", ",
  );

/** A method that verified webhooks, and is gone. */
const removedUnwrap = (method: string): Difference => ({
  before: [`client.${method}(body, { headers })`],
  now: mdText`\`await verifyWebhook({ headers, body }, { secret })\`, exported where the API signs as Standard Webhooks has it`,
});

/** A method that verifies webhooks returns a promise now, since the Web Crypto API is asynchronous. */
const asyncUnwrap = ({
  verify,
}: Readonly<JsonObject>): readonly Difference[] =>
  typeof verify === "string"
    ? [
        {
          before: [`client.${verify}(body, { headers })`],
          now: mdText`${codeSpan(`await client.${verify}(body, { headers })`)}: a promise`,
        },
      ]
    : [];

/** Options that were properties of the client, such as the first credential. */
const readableProperties = (credentials: unknown): readonly string[] => {
  const [first] = Object.values(recordOrEmpty(credentials));
  const { option } = recordOrEmpty(first);
  return [
    ...(typeof option === "string" ? [`client.${option}`] : []),
    "client.baseURL",
    "client.timeout",
  ];
};

/** How logging differs. */
const loggingText = (hasLevels: boolean): Markdown =>
  hasLevels
    ? mdText`the levels go on; a line for each attempt, without headers and bodies, of \`info\` where it succeeded and of \`warn\` where it did not`
    : mdText`\`…_LOG=1\` writes a line for each attempt to the console; the option \`logger\` takes them elsewhere`;

const differencesOf = (
  client: string,
  options: Draft["options"],
): readonly Difference[] => {
  const { compatibility, credentials, pagination, servers, webhooks } = options;
  return [
    ...asyncUnwrap(recordOrEmpty(webhooks)),
    ...(Object.keys(recordOrEmpty(servers)).length > 1
      ? [
          {
            before: ['environment: "…"'],
            now: codeSpan('server: "…"'),
            isAlias: true as const,
          },
        ]
      : []),
    {
      before: ["client.withOptions({ … })"],
      now: codeSpan("client.with({ … })"),
      isAlias: true,
    },
    {
      before: ["client.get(path)", "client.post(path, { body })"],
      now: codeSpan('client.request("GET", path)'),
      isAlias: true,
    },
    { before: ["defaultHeaders"], now: codeSpan("headers"), isAlias: true },
    {
      before: ["defaultQuery", "logLevel"],
      now: mdText`pass the query with each call; give \`logger\` to be told`,
      isAlias: true,
    },
    {
      before: ["page.hasNextPage()", "page.iterPages()"],
      now: cell(["page.hasNext()", "page.pages()"]),
      isAlias: true,
    },
    {
      before: ["page.getNextPage()"],
      now: mdText`\`page.next()\`, which is undefined at the end`,
      isAlias: true,
    },
    {
      before: ["page.getPaginatedItems()"],
      now: codeSpan("page.items"),
      isAlias: true,
    },
    {
      before: ["error.error", "error.requestID"],
      now: cell(["error.body", "error.requestId"]),
      isAlias: true,
    },
    {
      before: [
        "APIConnectionError",
        "APIConnectionTimeoutError",
        "APIUserAbortError",
      ],
      now: cell(["ConnectionError", "TimeoutError", "AbortError"]),
      isAlias: true,
    },
    {
      before: [`${client}.APIError`, `${client}.…`],
      now: mdText`imports of the same names from the package`,
      isAlias: true,
    },
    {
      before: ["request_id"],
      now: codeSpan("(await call.withResponse()).requestId"),
      isAlias: true,
    },
    {
      before: ["result._request_id"],
      now: codeSpan("(await call.withResponse()).requestId"),
      isAlias: true,
    },
    {
      before: ["client.request({ method, path })"],
      now: codeSpan("client.request(method, path)"),
    },
    {
      before: ['error.headers["x-name"]'],
      now: codeSpan('error.headers.get("x-name")'),
    },
    {
      before: ["httpAgent"],
      now: mdText`\`fetch\`, one that has the agent`,
    },
    ...(pagination === undefined
      ? []
      : [
          {
            before: ["page instanceof CursorPage", `${client}.…Page`],
            now: mdText`the page is the body of the response with methods: \`PageOf<Item, Body>\``,
          },
        ]),
    {
      before: ["Stream.fromSSEResponse(response)"],
      now: mdText`call the operation: its stream has \`response\``,
      isAlias: true,
    },
    {
      before: ["Stream.fromReadableStream(readable)"],
      now: mdText`read the lines, each of which is JSON`,
      isAlias: true,
    },
    {
      before: ["new Stream(iterator, controller)"],
      now: mdText`an asynchronous generator of yours`,
    },
    {
      before: ["client.post(path, { stream: true })"],
      now: mdText`call the operation, or read the body of \`asResponse()\``,
    },
    {
      before: ["DEBUG", "…_LOG=debug"],
      now: loggingText(compatibility !== undefined),
    },
    {
      before: readableProperties(credentials),
      now: mdText`a client does not show what it was given: keep it beside the client`,
      isAlias: true,
    },
    {
      before: readableProperties(credentials).map(
        (property) => `${property} = …`,
      ),
      now: mdText`\`client.with({ … })\`, another client`,
    },
    {
      before: ["toFile(content)"],
      now: mdText`\`toFile(content, name)\``,
      isAlias: true,
    },
    {
      before: ["fileFromPath(path)"],
      now: mdText`\`fs.createReadStream(path)\`, or \`toFile\` of it`,
    },
    {
      before: ["stream.controller.abort()"],
      now: mdText`pass a \`signal\` with the call`,
      isAlias: true,
    },
    {
      before: ["/resources/…", "/error", "/uploads"],
      now: mdText`import from the package itself`,
      isAlias: true,
    },
  ];
};
