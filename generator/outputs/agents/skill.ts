/**
 * `skills/<name>/SKILL.md` (agentskills.io): how to use the package, for agents that write code with it.
 */
import {
  code,
  codeBlock,
  codeSpan,
  joinMarkdown,
  listed,
  mdText,
  type Markdown,
  type Sdk,
} from "../../plugin/index.js";
import { credentials, notInstructions, type PackageWords } from "./words.js";

/** Small letters, digits and single hyphens, at most 64: `openrouter-keys-sdk`. */
export const skillName = (sdk: Sdk): string =>
  sdk.package.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replace(/^-+|-+$/g, "") || "sdk";

export const skillText = (sdk: Sdk, words: PackageWords): string => {
  const { name } = sdk.package;
  const description = `Calls an HTTP API from TypeScript or JavaScript with the package ${name}. Use it when code imports ${name}, or is to call that API.`;
  const front = `---\nname: ${skillName(sdk)}\ndescription: ${JSON.stringify(description)}\n---`;
  return `${front}\n\n${joinMarkdown(blocks(sdk, words), "\n\n")}\n`;
};

const blocks = (sdk: Sdk, words: PackageWords): Markdown[] => [
  mdText`# Use ${codeSpan(sdk.package.name, "text")}`,
  mdText`The package is a typed client of an HTTP API with ${words.operations} operations. ${notInstructions}`,
  mdText`## Make a client`,
  codeBlock("ts", words.construction),
  mdText`Make one and share it. ${credentials(words)} \`client.with(options)\` is the same client with other options.`,
  mdText`## Find the operation`,
  mdText`Do not guess names: read \`api.md\` in the package, which has one line for each operation, with its arguments and result. The line leads to its section in \`docs/\`, with parameters, responses and errors. The types are in \`src/\`.`,
  ...(words.call === undefined
    ? []
    : [
        mdText`## Call it`,
        codeBlock("ts", code`const result = await ${words.call};`),
      ]),
  mdText`The last argument of each method is options: \`signal\`, \`timeout\` in milliseconds, \`maxRetries\`, \`headers\`. Each method is also a function that takes the client first, of which bundlers keep only what is used.`,
  mdText`## Errors`,
  mdText`Every error is an instance of a class that the package exports: \`BadRequestError\`, \`AuthenticationError\`, \`PermissionDeniedError\`, \`NotFoundError\`, \`ConflictError\`, \`UnprocessableEntityError\`, \`RateLimitError\`, \`InternalServerError\`, all of them an \`APIError\` with \`status\`, \`body\` and \`requestId\`; \`ConnectionError\` and \`TimeoutError\` without a response.`,
  codeBlock(
    "ts",
    code`const result = await call.result();
if (result.ok) console.log(result.data);
else if (result.error instanceof NotFoundError) console.log("not there");
else throw result.error;`,
  ),
  mdText`\`call\` is a call without \`await\`. \`isErrorOf(operation, error)\`, with the name of an operation's function as \`api.md\` has it, is true of errors that the operation declares, and types their \`body\`.`,
  ...sections(words),
  mdText`## What not to do`,
  listed([
    mdText`No \`fetch\` by hand: what \`api.md\` does not have, \`client.request(method, path, body)\` sends with the same credentials and retries.`,
    mdText`No loop for retries around a call: requests are repeated where that is safe, and \`Retry-After\` is respected.`,
    mdText`No credentials in browsers, logs or source code.`,
    mdText`No change of the files in \`src/\`, which are generated.`,
    mdText`No cast of a response to another type: where a type is \`unknown\`, the API does not say what it is.`,
  ]),
];

const sections = (words: PackageWords): Markdown[] => [
  ...(words.list === undefined
    ? []
    : [
        mdText`## Lists`,
        codeBlock(
          "ts",
          code`for await (const item of ${words.list}) console.log(item);`,
        ),
        mdText`Further pages are fetched when they are needed. Await the call for one page; \`.pages()\` iterates page by page, \`.all({ limit })\` collects items. Do not count pages yourself.`,
      ]),
  ...(words.stream === undefined
    ? []
    : [
        mdText`## Streams`,
        codeBlock(
          "ts",
          code`for await (const event of await ${words.stream}) console.log(event);`,
        ),
        mdText`Leaving the loop ends the request.`,
      ]),
  ...(words.hasFiles
    ? [
        mdText`## Files`,
        mdText`A file is a \`Blob\`, a \`File\`, bytes or a stream. In Node.js, \`openAsBlob\` of \`node:fs\` opens one.`,
      ]
    : []),
  ...(words.hasWebhooks
    ? [
        mdText`## Webhooks`,
        mdText`Verify the signature with \`verifyWebhook\`, where the package exports it, before you trust a message.`,
      ]
    : []),
];
