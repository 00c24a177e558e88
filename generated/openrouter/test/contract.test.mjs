/**
 * Calls every operation of the built package against a server on this machine that answers as
 * `operations.jsonl` says: with its example, and with each error status that the API documents.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import * as sdk from "../dist/esm/index.js";

/** The client, each operation, and the parts that stand in several bodies: a line each. */
const [contract, ...lines] = readFileSync(
  new URL("operations.jsonl", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

const parts = new Map(
  lines
    .filter(({ part }) => part !== undefined)
    .map(({ part, value }) => [part, value]),
);

/** With the parts in their places: `{ $part: mark }` stands for the part with that mark. */
const whole = (value) => {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return entries.length === 1 &&
    entries[0][0] === "$part" &&
    parts.has(entries[0][1])
    ? whole(parts.get(entries[0][1]))
    : Object.fromEntries(
        entries.map(([name, member]) => [name, whole(member)]),
      );
};

const operations = lines.filter(({ part }) => part === undefined).map(whole);

/** What the server responds with, and the request that it received. */
let answer;
let received;
const server = createServer((request, response) => {
  received = { method: request.method, path: request.url.split("?")[0] };
  request.resume();
  request.on("end", () => {
    const { status, type, text, location } = answer;
    response.writeHead(status, {
      ...(type && { "content-type": type }),
      ...(location && { location }),
    });
    response.end(text);
  });
});

let client;
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new sdk[contract.client]({
    ...contract.options,
    baseURL: `http://127.0.0.1:${server.address().port}`,
    maxRetries: 0,
  });
});
after(() => {
  server.close();
  server.closeAllConnections();
});

/** In the data, a file is `{ $file: content }`. */
const revive = (value) => {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0][0] === "$file"
    ? new Blob([entries[0][1]])
    : Object.fromEntries(
        entries.map(([name, member]) => [name, revive(member)]),
      );
};

/** By the path of the method, or by an old name: of a method, or of the function. */
const call = (operation, { call: path, function: name } = operation) => {
  if (name !== undefined)
    return sdk[name](client, ...operation.arguments.map(revive));
  const names = [...path];
  const method = names.pop();
  const owner = names.reduce((parent, name) => parent[name], client);
  return owner[method](...operation.arguments.map(revive));
};

/** Of what does not say its own. */
const usualType = "application/json";

/** Where the server redirects to. */
const elsewhere = "https://files.example.com/1";

const bodyText = ({ kind, body }) => {
  const json = JSON.stringify(body ?? null);
  switch (kind) {
    case "none":
    case "undeclared":
    case "location":
      return undefined;
    case "json":
      return json;
    case "events":
    case "rawEvents":
    case "wholeEvents":
      return `data: ${json}\n\n`;
    case "jsonLines":
      return `${json}\n`;
    default:
      return "text";
  }
};

/** What a call returns, without what the SDK adds to it. */
const plain = async (kind, value) => {
  switch (kind) {
    case "events":
    case "jsonLines": {
      const items = [];
      for await (const item of value) items.push(item);
      return items;
    }
    case "rawEvents":
    case "wholeEvents": {
      const items = [];
      for await (const { data } of value)
        items.push(typeof data === "string" ? JSON.parse(data) : data);
      return items;
    }
    case "json":
      return JSON.parse(JSON.stringify(value ?? null));
    case "binary":
      return value.text();
    default:
      return value;
  }
};

const expected = ({ kind, body = null }) => {
  switch (kind) {
    case "none":
    case "undeclared":
      return undefined;
    case "location":
      return elsewhere;
    case "json":
      return body;
    case "events":
    case "rawEvents":
    case "wholeEvents":
    case "jsonLines":
      return [body];
    default:
      return "text";
  }
};

const pattern = (path) =>
  new RegExp(
    `${path
      .split(/\{[^}]+\}/)
      .map((part) => part.replace(/[^\w/]/g, "\\$&"))
      .join(".+")}$`,
  );

for (const operation of operations)
  describe(`${operation.method} ${operation.path}`, () => {
    const example = operation.answer;
    const { status, mediaType = usualType, kind } = example;

    it(`returns what the server responds with: ${status}`, async () => {
      const text = bodyText(example);
      answer = { status, type: text && mediaType, text };
      if (kind === "location") answer.location = elsewhere;
      const value = await plain(kind, await call(operation));
      assert.deepEqual(value, expected(example));
      assert.equal(received.method, operation.method);
      assert.match(received.path, pattern(operation.path));
    });

    for (const alias of operation.aliases ?? [])
      it(`is still there as ${alias.function ?? alias.call.join(".")}`, async () => {
        const text = bodyText(example);
        answer = { status, type: text && mediaType, text };
        if (kind === "location") answer.location = elsewhere;
        const value = await plain(kind, await call(operation, alias));
        assert.deepEqual(value, expected(example));
        assert.equal(received.method, operation.method);
        assert.match(received.path, pattern(operation.path));
      });

    for (const [
      status,
      className,
      type = usualType,
      body = {},
    ] of operation.errors)
      it(`throws ${className}: ${status}`, async () => {
        const isJSON = /\bjson\b/.test(type);
        const text = isJSON ? JSON.stringify(body) : "";
        answer = { status, type, text };
        const thrown = await call(operation).then(
          () => assert.fail("it did not fail"),
          (reason) => reason,
        );
        assert.ok(thrown instanceof sdk[className], String(thrown));
        assert.ok(thrown instanceof sdk[contract.error]);
        assert.equal(thrown.status, status);
        if (isJSON)
          assert.deepEqual(
            JSON.parse(JSON.stringify(thrown.body ?? null)),
            body,
          );
      });
  });
