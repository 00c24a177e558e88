/**
 * The page about queries: with operations of the package, in the way of the framework.
 */
import {
  code,
  codeBlock,
  codeSpan,
  ident,
  join,
  joinMarkdown,
  lit,
  mdText,
  type Code,
  type Markdown,
  type Name,
  type PluginOutput,
  type Sdk,
} from "../../plugin/index.js";
import type { Adapter } from "./adapters.js";
import type { CachedOperation } from "./roles.js";

type QuerySection = Parameters<PluginOutput["section"]>[0];

export const querySection = (
  operations: readonly CachedOperation[],
  sdk: Sdk,
  adapter: Adapter,
): QuerySection => {
  const first = (is: (one: CachedOperation) => boolean) => operations.find(is);
  const docs = { sdk, adapter };
  const query = first(({ role, hasPages }) => role === "query" && !hasPages);
  const list = first(({ hasPages }) => hasPages);
  const mutation = first(({ role }) => role === "mutation");
  const [useQuery, usePages, useMutation] = adapter.functions;
  return {
    entry: `./${adapter.name}`,
    title: mdText`${codeTitle(adapter)}`,
    about: mdText`options of queries, pages and mutations, with the keys to read them again.`,
    blocks: [
      ...block(query ?? list, "Query", useQuery, docs),
      ...(adapter.takes === "tuple"
        ? []
        : block(list, "Pages", usePages, docs)),
      ...block(mutation, "Mutation", useMutation, docs),
      ...invalidation(query ?? list, docs),
      ...rules(adapter),
    ],
  };
};

interface DocsContext {
  readonly sdk: Sdk;
  readonly adapter: Adapter;
}

/** Its titles are ours: nothing in them needs an escape. */
const codeTitle = ({ title }: Adapter): Markdown => title as Markdown;

const importOf = (
  names: readonly Code[],
  { sdk, adapter }: DocsContext,
): Code =>
  code`import { ${join(names, ", ")} } from ${lit(`${sdk.package.name}/${adapter.name}`)};`;

/** Where the functions of the framework come from. */
const library = ({ peer, name }: Adapter): string => peer?.name ?? name;

const libraryImport = (used: string, adapter: Adapter): Code =>
  adapter.takes === "tuple"
    ? code`import ${ident(used as Name)} from ${lit(used === "useSWRMutation" ? "swr/mutation" : "swr")};`
    : code`import { ${ident(used as Name)} } from ${lit(library(adapter))};`;

/** The client, and what a query cannot do without. */
const argumentsOf = (
  { operation: { positional, params } }: CachedOperation,
  { sdk }: DocsContext,
): Code =>
  join(
    [
      ident(sdk.client.variable),
      ...positional.map(({ name }) => ident(name)),
      ...(params && !params.optional ? [code`params`] : []),
    ],
    ", ",
  );

const block = (
  cached: CachedOperation | undefined,
  kind: "Query" | "Pages" | "Mutation",
  used: string,
  docs: DocsContext,
): Markdown[] => {
  if (!cached) return [];
  const { sdk, adapter } = docs;
  const { functionName } = cached.operation;
  const name = ident(`${functionName}${kind}` as Name);
  const passed =
    kind === "Mutation"
      ? ident(sdk.client.variable)
      : argumentsOf(cached, docs);
  const options = code`${name}(${passed})`;
  const hook = ident(used as Name);
  const use: Code = (() => {
    switch (adapter.takes) {
      case "options":
        return code`${hook}(${options})`;
      case "function":
        return code`${hook}(() => ${options})`;
      case "tuple":
        return kind === "Mutation"
          ? code`${hook}(${options}.mutationKey, (_, { arg }) => ${options}.mutationFn(arg))`
          : code`${hook}(...swr(${options}))`;
    }
  })();
  const results = {
    Query: code`result`,
    Pages: code`pages`,
    Mutation: code`mutation`,
  };
  const imports = importOf(
    adapter.takes === "tuple" && kind === "Query" ? [name, code`swr`] : [name],
    docs,
  );
  return [
    headings[kind],
    codeBlock(
      "ts",
      code`${libraryImport(used, adapter)}
${imports}

const ${results[kind]} = ${use};`,
    ),
    ...(kind === "Pages" ? [pagesText] : []),
    ...(kind === "Mutation" && adapter.takes !== "tuple" ? [mutationText] : []),
  ];
};

const headings = {
  Query: mdText`## Queries`,
  Pages: mdText`## Pages`,
  Mutation: mdText`## Mutations`,
};

const pagesText = mdText`Each page is the body as the server sent it; \`fetchNextPage()\` asks for the next one, and \`hasNextPage\` is false where the pages have said that there is none. Where a list goes on by the header \`Link\`, a page is \`{ items, next }\`.`;

const mutationText = mdText`A mutation takes what the function of the operation takes: its one argument, or an object with both.`;

const invalidation = (
  cached: CachedOperation | undefined,
  docs: DocsContext,
): Markdown[] => {
  if (!cached) return [];
  const { path, operation } = cached;
  const member = [...path, operation.methodName].map((name) => ident(name));
  const keys = code`${join([code`queryKeys`, ...member], ".")}()`;
  const query = ident(`${operation.functionName}Query` as Name);
  const isSwr = docs.adapter.takes === "tuple";
  const line = isSwr
    ? code`await mutate(${query}(${argumentsOf(cached, docs)}).queryKey);`
    : code`await queryClient.invalidateQueries({ queryKey: ${keys} });`;
  return [
    mdText`## Keys`,
    isSwr ? keysTextOfSwr : keysText,
    codeBlock(
      "ts",
      code`${importOf([isSwr ? query : code`queryKeys`], docs)}\n\n${line}`,
    ),
  ];
};

const keysText = mdText`A key begins with the name of the package and the method, and ends with the arguments. \`queryKeys\` has the beginnings; arguments narrow them:`;

const keysTextOfSwr = mdText`A key begins with the name of the package and the method, and ends with the arguments. SWR compares whole keys; \`queryKeys\` has the beginnings, for a function that filters them:`;

const rules = (adapter: Adapter): Markdown[] => [
  mdText`## What to know`,
  joinMarkdown(
    [
      mdText`- Keys hold no client, server or credential, so that a cache can be written into a page; nor have they arguments that are sent as cookies, or that are named like a credential (the header \`X-Api-Key\`, \`access_token\` of a query). Calls of two clients for two accounts have the same keys: give each account a cache of its own.`,
      adapter.takes === "tuple"
        ? mdText`- The client repeats failed requests where that is safe: set ${codeSpan("shouldRetryOnError: false")}. SWR cancels nothing.`
        : mdText`- The client repeats failed requests where that is safe, so the options have \`retry: false\`. The signal of the cache cancels a request that nobody waits for any more.`,
      mdText`- Options of the call, such as \`headers\` or \`timeout\`, are the last argument. They are no part of the key.`,
      adapter.takes === "tuple"
        ? mdText`- The type of the error is the second type argument of \`useSWR\`.`
        : mdText`- The type of the error is the union of what the operation throws. Spread the options to override them: ${codeSpan("{ ...options, staleTime: 60_000 }", "text")}.`,
      mdText`- An answer without a body is \`null\` in the cache. Streams and files have no options here: a cache copies and keeps what it is given.`,
      ...(adapter.takes === "tuple"
        ? []
        : [
            mdText`- On a server, \`await queryClient.prefetchQuery(options)\` and \`dehydrate(queryClient)\`; what is hydrated is read without a request, and pages go on where they were.`,
          ]),
    ],
    "\n",
  ),
];
