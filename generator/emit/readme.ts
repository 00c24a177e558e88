/**
 * `README.md`: from installing to the first error handled, with this API's own names.
 */
import { readFileSync } from "node:fs";
import type { OutputFile } from "../output.js";
import type { Name, Operation, Resource, Sdk } from "../sdk.js";
import { code, ident, lit, type Code } from "./encode.js";
import {
  codeBlock,
  codeSpan,
  isPlain,
  markdown,
  type Markdown,
} from "./encode-markdown.js";
import { docPath, Slugs } from "./docs.js";
import { authentication, nodeVersions, optionTable } from "./readme-options.js";
import { errorClass } from "./comments.js";
import { operationsOf } from "./resources.js";
import { atom, callAssignment, callStatement } from "./layout.js";
import {
  argumentsOf,
  callCode,
  callOf,
  clientCode,
  optionsTree,
  programCode,
  serverOption,
} from "./samples.js";

const templateFile = new URL(
  "../../templates/package/README.md",
  import.meta.url,
);

interface Located {
  readonly operation: Operation;
  readonly path: readonly Name[];
}

export function readmeFile(sdk: Sdk): readonly OutputFile[] {
  const { client, package: info } = sdk;
  const operations = [...operationsOf(sdk.resources)];
  const first = firstCall(operations);
  const holes = new Map<string, string>([
    ["package", codeSpan(info.name).replaceAll("`", "")],
    ["title", markdown(info.title)],
    ["about", markdown(info.description)],
    [
      "built-in",
      operations.some(({ operation }) => operation.paging)
        ? "Retries, timeouts, cancellation and pagination"
        : "Retries, timeouts and cancellation",
    ],
    ["node", nodeVersions(info.engines.get("node"))],
    ["first-call", codeBlock("ts", firstCallCode(sdk, first))],
    ["authentication", authentication(sdk)],
    ["options", optionTable(sdk)],
    ["errors", codeBlock("ts", errorsCode(sdk, first))],
    ["pages", pages(sdk, operations)],
    ["timeouts", codeBlock("ts", timeoutsCode(sdk))],
    ["files", files(sdk, operations)],
    ["streams", streams(sdk, operations)],
    ["functions", codeBlock("ts", functionsCode(sdk, first))],
    ["resources", resourceList(sdk.resources)],
    ["client", codeSpan(client.className)],
    ["prefix", client.environmentPrefix],
    ["instance", client.variable],
    ["error", codeSpan(client.errorName)],
  ]);
  const text = readFileSync(templateFile, "utf8").replace(
    /\{\{([\w-]+)\}\}/g,
    (_, name: string) => {
      const value = holes.get(name);
      if (value === undefined) throw new Error(`no value for {{${name}}}`);
      return value;
    },
  );
  const page = text.replace(/\n{3,}/g, "\n\n");
  const kind = first && isLaidOut(page) ? "verbatim" : "source";
  return [{ path: "README.md", text: page, kind }];
}

/** Is there nothing for prettier to do? Only code that is too long for its line is left to it. */
const isLaidOut = (page: string): boolean =>
  isPlain(page) &&
  [...page.matchAll(/^```ts\n([^]*?)\n```$/gm)].every(([, block = ""]) =>
    block
      .split("\n")
      .every((line) => line.replace(/; \/\/ .*$/, ";").length <= 80),
  );

/** The call that shows the most with the least: a list, else one that needs few arguments. */
function firstCall(operations: readonly Located[]): Located | undefined {
  const rank = ({ operation }: Located): number =>
    (operation.doc.deprecated ? 100 : 0) +
    (operation.result.kind === "json" ? 0 : 20) +
    (operation.methodName.startsWith("create") &&
    operation.params &&
    !operation.positional
      ? -6
      : 0) +
    (operation.method === "GET" ? 0 : 5) +
    (operation.positional ? 2 : 0) +
    (operation.params && !operation.params.optional
      ? operation.params.fields.filter(({ optional }) => !optional).length
      : 0);
  return [...operations].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.operation.functionName < b.operation.functionName ? -1 : 1),
  )[0];
}

const firstCallCode = (sdk: Sdk, first: Located | undefined): Code =>
  first
    ? programCode(first.operation, first.path, sdk, "required")
    : clientCode(sdk);

function errorsCode(sdk: Sdk, first: Located | undefined): Code {
  if (!first) return code``;
  const { operation, path } = first;
  const declared = operation.errors.responses.find(
    ({ status }) => typeof status === "number",
  );
  const status = typeof declared?.status === "number" ? declared.status : 429;
  const errorName = ident(errorClass(status) as Name);
  const call = callOf(operation, path, sdk, "required");
  return code`import { ${errorName}, isErrorOf } from ${lit(sdk.package.name)};

try {
  ${callStatement(call, code`await `, code`;`).replaceAll("\n", "\n  ") as Code}
} catch (error) {
  if (error instanceof ${errorName}) {
    console.log(error.status, error.requestId, error.body);
  } else if (isErrorOf(${lit(operation.id)}, error)) {
    console.log(error.status); // a status that this operation declares, with its body
  } else {
    throw error; // no answer: connection, timeout, abort
  }
}`;
}

function pages(sdk: Sdk, operations: readonly Located[]): Markdown {
  const list = operations.find(({ operation }) => operation.paging);
  if (!list) return "" as Markdown;
  const call = callCode(list.operation, list.path, sdk);
  return `## Pages

Lists can be awaited for one page, or walked item by item; further pages are fetched when they are needed.

${codeBlock("ts", call)}

\`.pages()\` walks page by page, \`.all({ limit: 500 })\` collects items.
` as Markdown;
}

/** Options of a client that limit its calls. */
const timeoutsCode = (sdk: Sdk): Code => {
  const options = optionsTree([
    ...serverOption(sdk),
    [code`timeout`, code`120_000`],
    [code`maxRetries`, code`5`],
  ]);
  const callee = code`new ${ident(sdk.client.className)}`;
  return callAssignment({ callee, passed: [options] }, code`patient`, code``);
};

/** A section with a sample call, where an operation is of the kind that it is about. */
function section(
  { title, about }: { readonly title: string; readonly about: string },
  found: Located | undefined,
  sdk: Sdk,
): Markdown {
  if (!found) return "" as Markdown;
  const call = callCode(found.operation, found.path, sdk);
  return `## ${title}\n\n${about}\n\n${codeBlock("ts", call)}` as Markdown;
}

const files = (sdk: Sdk, operations: readonly Located[]): Markdown =>
  section(
    {
      title: "Files",
      about:
        "A file is a `Blob`, a `File`, bytes or a stream. In Node, `openAsBlob` of `node:fs` opens one from disk without reading it at once.",
    },
    operations.find(({ operation: { body } }) =>
      ["multipart", "binary"].includes(body?.kind ?? ""),
    ),
    sdk,
  );

const streams = (sdk: Sdk, operations: readonly Located[]): Markdown =>
  section(
    {
      title: "Streams",
      about:
        "Events are given one by one, as the server sends them. To leave the loop ends the request.",
    },
    operations.find(({ operation: { result } }) =>
      ["events", "rawEvents", "jsonLines"].includes(result.kind),
    ),
    sdk,
  );

function functionsCode(sdk: Sdk, first: Located | undefined): Code {
  if (!first) return code``;
  const { client } = sdk;
  const name = ident(first.operation.functionName);
  const scheme = client.schemes[0];
  const value = (environment: string): Code =>
    code`process.env[${lit(environment)}] ?? ""`;
  const options = optionsTree([
    ...serverOption(sdk),
    ...(scheme && scheme.how.kind !== "basic"
      ? [[ident(scheme.option), value(scheme.environment)] as const]
      : []),
    ...client.parameters.map(
      ({ option, environment }) => [ident(option), value(environment)] as const,
    ),
  ]);
  const made = { callee: code`createClient`, passed: [options] };
  const call = {
    callee: name,
    passed: [
      atom(code`client`),
      ...argumentsOf(first.operation, sdk, "required"),
    ],
  };
  const line = code`import { createClient, ${name} } from ${lit(sdk.package.name)};`;
  const imports =
    line.length <= 80
      ? line
      : code`import {\n  createClient,\n  ${name},\n} from ${lit(sdk.package.name)};`;
  return code`${imports}

${callAssignment(made, code`client`, code``)}
${callStatement(call, code`await `, code`;`)}`;
}

const anchor = (heading: string): string => new Slugs().next(heading);

/** A list: cells of a table would be as wide as those of the largest resource. */
function resourceList(resources: readonly Resource[]): Markdown {
  const lines = (
    list: readonly Resource[],
    above: readonly Resource[],
  ): Markdown[] =>
    list.flatMap((resource) => {
      const own = [...above, resource];
      const page = docPath(above[0] ?? resource);
      const name = own.map(({ property }) => property).join(".");
      const methods = resource.operations
        .map(
          ({ methodName }) =>
            `[${codeSpan(methodName)}](${page}#${anchor(`${name}.${methodName}`)})`,
        )
        .join(", ") as Markdown;
      return [
        ...(methods === ""
          ? []
          : [`- [${codeSpan(name)}](${page}): ${methods}` as Markdown]),
        ...lines(resource.children, own),
      ];
    });
  return lines(resources, []).join("\n") as Markdown;
}
