/**
 * Sample calls, with the values of the document's examples.
 */
import type { Client, Name, Operation, Sdk, Text } from "../../sdk/sdk.js";
import { isStream } from "../../sdk/wire.js";
import {
  code,
  ident,
  join,
  key,
  lit,
  textCode,
  type Code,
} from "../encode/encode.js";
import {
  atom,
  callAssignment,
  call,
  callStatement,
  type CallExpression,
  type Tree,
} from "./layout.js";
import { sampleArguments, type SampleExtent } from "./arguments.js";

/** `const result = await openRouter.apiKeys.create({ … });` */
export function callCode(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: SampleExtent = "full",
): Code {
  const tree = callOf(operation, path, sdk, extent);
  if (operation.paging)
    return callStatement(
      tree,
      code`for await (const item of `,
      code`) {\n  console.log(item);\n}`,
    );
  const { kind } = operation.result;
  if (isStream(kind))
    return callStatement(
      tree,
      code`for await (const event of await `,
      code`) {\n  console.log(event);\n}`,
    );
  return kind === "none"
    ? callStatement(tree, code`await `, code`;`)
    : callAssignment(tree, code`result`);
}

/** A program: it makes a client, calls the method and shows the result. */
export function programCode(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: SampleExtent = "full",
): Code {
  return code`${clientCode(sdk)}
${shownCall(operation, path, sdk, extent)}`;
}

/** Calls the method and shows the result. */
export function shownCall(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: SampleExtent,
): Code {
  const { paging, result } = operation;
  const shows = !paging && result.kind !== "none" && !isStream(result.kind);
  return code`${callCode(operation, path, sdk, extent)}${shows ? code`\nconsole.log(result);` : code``}`;
}

/**
 * The import of the package and the construction of a client.
 * @param credentials options that are passed besides the server
 */
export function clientCode(
  sdk: Sdk,
  credentials: readonly Option[] = [],
): Code {
  const name = ident(sdk.client.className);
  const options = optionsTree([...serverOption(sdk.client), ...credentials]);
  const construction = call(
    code`new ${name}`,
    options.members.length > 0 ? [options] : [],
  );
  return code`import { ${name} } from ${lit(sdk.package.name)};

${callAssignment(construction, ident(sdk.client.variable), code``)}
`;
}

/** Where the document names no server, the caller has to say where the API lives. */
export const serverOption = (client: Client): readonly Option[] =>
  client.baseURL === undefined
    ? [[code`baseURL`, atom(lit(exampleBaseURL(client)))]]
    : [];

/** A server of the caller's, with the path that the document gives. */
export function exampleBaseURL({ relativeServer = "" as Text }: Client): Text {
  const origin = "https://api.example.com" as Text;
  return /^[\w./~-]*$/.test(relativeServer) && !relativeServer.startsWith("//")
    ? (new URL(relativeServer, `${origin}/`).href.replace(/\/+$/, "") as Text)
    : origin;
}

/** The name of an option and its value. */
export type Option = readonly [name: Code, value: Tree];

/** Options of a client, on one line where they fit. */
export const optionsTree = (members: readonly Option[]) =>
  ({ kind: "object", onLine: true, members }) as const;

/** A call of the method on the client. */
export const callOf = (
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: SampleExtent = "full",
): CallExpression =>
  call(
    join([sdk.client.variable, ...path, operation.methodName].map(ident), "."),
    argumentTrees(operation, sdk, extent),
  );

export function argumentTrees(
  operation: Operation,
  sdk: Sdk,
  extent: SampleExtent,
): Tree[] {
  const toFile = (text: string): FileText => new FileText(text);
  const { positional, params } = sampleArguments(operation, sdk, {
    extent,
    toFile,
  });
  return [
    ...positional.map(valueTree),
    ...(params ? [objectTree([...params])] : []),
  ];
}

/** The content of a file, as a text of the example. */
class FileText {
  constructor(readonly text: string) {}
}

/** prettier writes exponents without a plus. */
const scalarTree = (value: unknown): Tree =>
  atom(lit(value).replace("e+", "e") as Code);

/** A value of the document as an expression. */
export function valueTree(value: unknown): Tree {
  if (typeof value === "string") return atom(textCode(value), true);
  if (value instanceof FileText)
    return call(code`new Blob`, [
      { kind: "list", items: [valueTree(value.text)] },
    ]);
  if (Array.isArray(value))
    return { kind: "list", items: value.map(valueTree) };
  return typeof value === "object" && value !== null
    ? objectTree(Object.entries(value))
    : scalarTree(value);
}

const objectTree = (
  entries: readonly (readonly [name: string, value: unknown])[],
): Tree => ({
  kind: "object",
  members: entries.map(
    ([name, value]) => [key(name as Text), valueTree(value)] as const,
  ),
});
