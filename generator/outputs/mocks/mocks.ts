/**
 * `<package>/mocks`: a `fetch` function for tests, which answers with the document's examples. It imports
 * no library, so that it works under MSW, nock, Playwright, or alone.
 */
import {
  code,
  codeBlock,
  codeSpan,
  definePlugin,
  docs,
  exportConstant,
  ident,
  join,
  lit,
  mdText,
  operationsOf,
  type Code,
  type Markdown,
  type Operation,
  type Sdk,
} from "../../plugin/index.js";
import { entryModule } from "../entry-module.js";
import { mockedOperations, serverPaths } from "./mock-data.js";
import {
  fixturesInterface,
  mocksInterface,
  renamedOperations,
} from "./mock-names.js";

export const mocksOutput = definePlugin({
  name: "mocks",
  version: "1.0.0",
  api: 1,
  emit(sdk, out) {
    const file = out.module(entryModule(sdk, "mocks"), { entry: "./mocks" });
    const [mocks, fixtures, mockFetch, fixture, api] = [
      "Mocks",
      "Fixtures",
      "mockFetch",
      "fixture",
      "api",
    ].map((name) => file.claim(name)) as [Code, Code, Code, Code, Code];
    const types = [...(["MockFetch", "MockCall", "MockOptions"] as const)].map(
      (name) => file.runtime(name),
    );
    const [fetchType = code``, , optionsType = code``] = types;
    const operations = [...operationsOf(sdk)].map((one) => one.operation);
    const hasPages = operations.some(({ paging }) => paging !== undefined);
    const mockPages = hasPages ? file.runtime("mockPages") : undefined;
    const streams = operations.some(isStreamed)
      ? code`streams: ${file.runtime("mockedStream")},\n`
      : code``;
    file.add(
      code`export type { ${join(types, ", ")} };`,
      ...(mockPages ? [code`export { ${mockPages} };`] : []),
      mocksInterface(sdk, mocks, file),
      fixturesInterface(sdk, fixtures, file),
      code`const ${api}: ${file.runtime("MockedAPI")} = {
operations: ${mockedOperations(sdk)},
prefixes: ${lit(serverPaths(sdk))},
${streams}${renamedOperations(sdk)}};`,
      exportConstant({
        docs: docs([
          {
            text: "A `fetch` function that answers with the examples of the API, or with what it is given here.",
          },
          {
            tag: "throws",
            text: "TypeError of a request that is no operation",
          },
        ]),
        name: mockFetch,
        initializer: code`(answers: ${mocks} = {}, options?: ${optionsType}): ${fetchType} => ${file.runtime("mocked")}(${api}, answers, options)`,
      }),
      exportConstant({
        docs: docs([
          {
            text: "The example of a success, the same on every run, to be changed at will.",
          },
        ]),
        name: fixture,
        initializer: code`<Operation extends keyof ${fixtures}>(operation: Operation): ${fixtures}[Operation] => ${file.runtime("fixtureOf")}(${api}, operation) as never`,
      }),
    );
    out.section({
      entry: "./mocks",
      title: mdText`Mocks`,
      about: mdText`a \`fetch\` function for tests, which answers with the examples of the API.`,
      blocks: blocks(sdk),
    });
  },
});

/** Always, or where callers ask for it. */
const isStreamed = ({ result: { kind, streaming } }: Operation): boolean =>
  streaming !== undefined || kind === "jsonLines" || /events$/i.test(kind);

const blocks = (sdk: Sdk): Markdown[] => {
  const { package: info, client } = sdk;
  const [first] = operationsOf(sdk);
  const name = first ? ident(first.operation.functionName) : code`operation`;
  return [
    codeBlock(
      "ts",
      code`import { ${ident(client.className)} } from ${lit(info.name)};
import { mockFetch } from ${lit(`${info.name}/mocks`)};

const fetch = mockFetch({ ${name}: [503, {}] });
const client = new ${ident(client.className)}({ fetch });`,
    ),
    mdText`Operations are named by their functions. An answer is one of these, or a function of the request and the parameters of the path that returns one; a list is one answer after the other, of which the last stays:`,
    mdText`- a status: of the success, of an error that the API documents, which has its example as a body, or one that says that a server is busy;
- \`{ data }\`: the example, with what is given in its place; \`{ body }\`: the whole body;
- \`mockPages([[…], […]])\`, which the module exports too: a list in pages of these items; \`{ events: […], failAfter: 2 }\`: a stream;
- \`{ fail: "network" }\` or \`{ fail: "timeout" }\`: no answer; \`delay\` and \`headers\` go with any other.`,
    mdText`\`fetch.calls\` has the requests so far, with their operations. ${codeSpan(`fixture("${name}")`, "text")} is an example, the same on every run. A request that is no operation is a \`TypeError\`: where a client has another \`baseURL\` than the API, say so: \`mockFetch({}, { baseURL })\`.`,
    mdText`It is a function from a \`Request\` to a \`Response\`, as other tools take them, such as MSW:`,
    codeBlock(
      "ts",
      code`setupServer(http.all("*", ({ request }) => fetch(request)));`,
    ),
  ];
};
