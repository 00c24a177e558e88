/**
 * The child of a run: the SDK of one document, every operation of it called with as little and with
 * as much as the document allows. Prints one line of JSON.
 *
 * node one.mjs DOCUMENT FOLDER
 */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Diagnostics } from "../../.compiled/diagnostics/diagnostics.js";
import { emitFiles } from "../../.compiled/emit/emit.js";
import { load } from "../../.compiled/load/load.js";
import { reservedNames } from "../../.compiled/emit/reserved-names.js";
import { buildModel } from "../../.compiled/model/build.js";
import { formatFile } from "../../.compiled/write/format.js";
import { argumentsOf, callables } from "./arguments.mjs";
import { differences } from "./compare.mjs";
import { follow, operationsOf, readDocument } from "./document.mjs";
import { receive } from "./receiver.mjs";
import { serialise } from "./serialiser.mjs";
import { makeFile, makeValue } from "./values.mjs";

const [input, folder] = process.argv.slice(2);
const base = "/base";
const sdk = await model();
console.log(JSON.stringify(sdk.errors ? sdk : await callAll()));
process.exit();

async function model() {
  const diagnostics = new Diagnostics();
  const document = await load(input, {}, diagnostics);
  const sdk =
    document &&
    buildModel(document, { config: {}, reserved: reservedNames }, diagnostics);
  if (sdk && !diagnostics.hasErrors) return sdk;
  return {
    errors: diagnostics
      .all()
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message),
  };
}

async function callAll() {
  const root = readDocument(input);
  const functions = await compile();
  const known = callables(sdk);
  const credentials = credentialsOf(sdk.client);
  const receiver = await receive();
  const options = {
    maxRetries: 0,
    ...Object.fromEntries(
      sdk.client.schemes.map(({ name, option }) => [
        option,
        credentials.get(name),
      ]),
    ),
  };
  const client = functions.createClient({
    baseURL: receiver.url + base,
    ...options,
  });
  const problems = [];
  let calls = 0;
  const operations = operationsOf(root);
  for (const operation of operations) {
    const key = `${operation.method} ${operation.path}`;
    const callable = known.get(key);
    for (const { full, format } of callable ? waysOf(callable) : []) {
      calls++;
      const note = (problem) =>
        problems.push({
          operation: key,
          full,
          problem: problem.slice(0, 1500),
        });
      try {
        const values = valuesOf(root, operation, full);
        const body = bodyOf(root, operation, format, full);
        // A form of anything but an object has no meaning.
        if (isForm(body?.mediaType) && Array.isArray(body.value)) continue;
        const given = { root, operation, values, body, credentials };
        const args = argumentsOf(callable, values, body && { ...body, format });
        const failure = await functions[callable.functionName](client, ...args)
          .asResponse()
          .then(() => undefined, String);
        const received = receiver.take();
        const expected = serialise(given);
        if (!received) note(failure);
        else
          (await differences(expected, received, operation, base)).forEach(
            note,
          );
        if (full || operation.server === undefined) continue;
        const want = operation.server + expected.path.split("?")[0];
        const url = await defaultURL(functions, callable, options, args);
        if (url !== want) note(`url: wants ${want}, got ${url}`);
      } catch (error) {
        note(error.stack.split("\n").slice(0, 3).join(" "));
      }
    }
    if (!callable) problems.push({ operation: key, problem: "not in the SDK" });
  }
  receiver.close();
  return { operations: operations.length, calls, problems };
}

/** With few and with all arguments, and with every media type that the body can have. */
function waysOf({ body }) {
  return [
    { full: false, format: body },
    { full: true, format: body },
    ...(body?.choice?.formats ?? []).map((format) => ({ full: true, format })),
  ];
}

/** Where a call goes when the caller names no server; nothing is sent. */
async function defaultURL(functions, { functionName }, options, args) {
  let asked;
  const fetch = async (url) => {
    asked = url.split("?")[0];
    return new Response(null, { status: 204 });
  };
  const client = functions.createClient({
    ...options,
    fetch,
    allowInsecure: true,
  });
  await functions[functionName](client, ...args).asResponse();
  return asked;
}

/** The package's files as one module. */
async function compile() {
  for (const file of emitFiles(sdk)) {
    if (!file.path.endsWith(".ts")) continue;
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await formatFile(file));
  }
  const outfile = join(folder, "sdk.mjs");
  await build({
    entryPoints: [join(folder, "src/index.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    tsconfigRaw: {},
    logLevel: "silent",
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

function credentialsOf({ schemes }) {
  return new Map(
    schemes.map(({ name, scheme }) => [
      name,
      scheme.kind === "basic"
        ? { username: "user name", password: "pass:word é" }
        : `secret-of-${name.replaceAll(/[^\w-]/g, "-")}`,
    ]),
  );
}

function valuesOf(root, { parameters }, full) {
  return parameters
    .filter(({ in: place, required }) => full || required || place === "path")
    .map((parameter) => {
      const [media] = Object.values(parameter.content ?? {});
      const inHeader = parameter.in === "header" || parameter.in === "cookie";
      const context = {
        root,
        // A path cannot hold an object of nothing.
        full: full || parameter.in === "path",
        text: inHeader ? "a b;c=d/e" : undefined,
      };
      const example =
        parameter.example ?? Object.values(parameter.examples ?? {})[0]?.value;
      const schema = media?.schema ?? parameter.schema;
      const own = root.swagger ? { ...parameter, required: undefined } : {};
      // Whatever a document says, such a key is text.
      const isKey = /^idempotency-key$/i.test(parameter.name);
      const value = isKey
        ? "a b;c=d/e"
        : makeValue(schema ?? own, context, example);
      return { parameter, value };
    });
}

function isSequence(mediaType) {
  return /ndjson|jsonl|json-seq/i.test(mediaType);
}

function isForm(mediaType) {
  return /^multipart\/|x-www-form-urlencoded/i.test(mediaType);
}

/** For the media type that the function takes. */
function bodyOf(root, { bodies, bodyRequired }, taken, full) {
  const types = Object.keys(bodies);
  if (types.length === 0 || !(full || bodyRequired)) return undefined;
  const mediaType = taken?.mediaType ?? types[0];
  const { schema, itemSchema, example, examples } = bodies[mediaType] ?? {};
  if (isSequence(mediaType)) {
    const { type, items } = follow(root, schema) ?? {};
    const item =
      itemSchema ??
      (type === "array" ? items : type === "object" ? schema : undefined);
    if (item) {
      const value = makeValue(item, { root, full, files: false });
      return { mediaType, value: [value, value] };
    }
    return { mediaType, value: makeFile() };
  }
  const isText = /^text\/(?!json)|[/+]xml\b/i.test(mediaType);
  const isJson = /[/+]json\b|^\*\/\*/i.test(mediaType);
  if (isText) return { mediaType, value: "<é>\n\u{1F600}" };
  if (!isJson && !isForm(mediaType)) return { mediaType, value: makeFile() };
  const hint = example ?? Object.values(examples ?? {})[0]?.value;
  const context = { root, full, files: /^multipart\//i.test(mediaType) };
  return { mediaType, value: makeValue(schema, context, hint) };
}
