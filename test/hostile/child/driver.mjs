/**
 * The canary: imports a generated package, calls everything in it on a loopback server, and tells
 * what was sent, what came back, and whether anything ran that should not.
 *
 * node driver.mjs PLAN: a JSON file with `entry`, `className`, `options` and `calls`. Prints JSON.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const watched = [Object, Array, Function, Promise, String, Number, Map, Error];
const shape = () =>
  JSON.stringify([
    ...watched.flatMap(({ prototype }) => [
      Reflect.ownKeys(prototype).map(String),
      String(Object.getPrototypeOf(prototype)?.constructor.name),
    ]),
    Reflect.ownKeys(globalThis).map(String),
  ]);

const problems = [];
process.on("unhandledRejection", (error) =>
  problems.push(`unhandled rejection: ${error}`),
);

let requests = [];
let reply = { status: 200, headers: {}, body: "" };
const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    requests.push({
      method: request.method,
      url: request.url,
      headers: request.rawHeaders,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    response.writeHead(reply.status, { ...reply.headers, connection: "close" });
    response.end(reply.body);
  });
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

// What Node sets up late is no change of the package's.
await fetch(`http://127.0.0.1:${server.address().port}/`).then((answer) =>
  answer.text(),
);
requests = [];
const before = shape();

const entry = await import(pathToFileURL(plan.entry).href);
const client = new entry[plan.className]({
  ...revive(plan.options),
  baseURL: `http://127.0.0.1:${server.address().port}${plan.basePath}`,
  allowInsecure: true,
  maxRetries: 0,
  timeout: 5000,
});
if (requests.length > 0) problems.push("a request at construction");
for (const [name, value] of [["client", client], ...Object.entries(client)])
  if (typeof value?.then === "function") problems.push(`${name} has a then`);
JSON.stringify(client);
await client;
if (requests.length > 0) problems.push("a request without a call");

const results = [];
for (const { path, args, items, ...rest } of plan.calls) {
  requests = [];
  reply = rest.reply;
  const result = {};
  try {
    const owner = path.slice(0, -1).reduce((from, name) => from[name], client);
    const call = owner[path.at(-1)](...args.map(revive));
    const data = await call;
    if (items) {
      let count = 0;
      for await (const _ of call) if (++count === 3) break;
      result.items = count;
    } else if (data !== undefined) result.data = JSON.stringify(data);
    const dirty = prototypeChange(data);
    if (dirty) problems.push(`${path.join(".")}: ${dirty}`);
  } catch (error) {
    result.error = String(error?.stack ?? error);
  }
  results.push({ ...result, requests });
}
server.close();

if (globalThis.__pwned !== undefined)
  problems.push("globalThis.__pwned is set");
if ({}.polluted !== undefined) problems.push("({}).polluted is set");
if (shape() !== before)
  problems.push("a prototype or the global object changed");
console.log(JSON.stringify({ problems, results }));

/** `{ "$blob": text }` stands for a file. */
function revive(value) {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0][0] === "$blob")
    return new Blob([entries[0][1]]);
  return Object.fromEntries(entries.map(([key, one]) => [key, revive(one)]));
}

/** Parsed data has the prototypes of plain data, all the way down. */
function prototypeChange(value) {
  if (typeof value !== "object" || value === null) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value) ? prototype !== Array.prototype : false)
    return "a list with a prototype of its own";
  if (
    !Array.isArray(value) &&
    value.constructor?.name === "Object" &&
    prototype !== Object.prototype
  )
    return "an object with a prototype of its own";
  return Object.values(value).map(prototypeChange).find(Boolean);
}
