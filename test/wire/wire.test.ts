/**
 * What is really sent: every rule of the tables, from a document through the whole pipeline to the
 * bytes that a socket receives. The README beside this file says how to add a rule.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeErrors } from "../support/type-errors.js";
import { buildTable, prefixOf, type BuiltTable } from "./support/package.js";
import { listen, type RawServer, type Received } from "./support/raw-server.js";
import type { Row, Sent } from "./support/table.js";
import { tables } from "./tables/index.js";

let server: RawServer;
beforeAll(async () => {
  server = await listen();
});
afterAll(() => {
  server.close();
});

/** The URLs that were asked for, before the requests were led to the server of the test. */
const urls: string[] = [];

const led = (input: string, init: RequestInit): Promise<Response> => {
  urls.push(input);
  const { pathname, search } = new URL(input);
  return fetch(server.origin + pathname + search, init);
};

describe.each(tables)("$title", (table) => {
  let built: BuiltTable;
  beforeAll(async () => {
    built = await buildTable(table);
  });

  it("compiles, except for what must not", () => {
    expect(typeErrors(built.files)).toEqual([]);
  });

  const rows = table.rows.map((row, index) => ({ ...row, index }));
  it.each(rows.filter(({ refused }) => !refused))(
    "$rule ($spec)",
    async (row) => {
      server.received.length = urls.length = 0;
      server.answer = row.answer ?? "HTTP/1.1 204 No Content\r\n\r\n";
      const call = built.calls.get(row.index);
      if (!call) throw new Error("the row has no call");
      const outcome = await settled(() =>
        call({ origin: server.origin, fetch: led }),
      );
      if (outcome.error && !row.fails) throw outcome.error;
      const [request, ...more] = server.received;
      expect(more).toEqual([]);
      expect(request ? seen(request, row) : undefined).toEqual(wanted(row));
      if (row.fails) expect(outcome.error).toMatchObject(row.fails);
      if ("gives" in row) expect(outcome.data).toEqual(row.gives);
    },
  );
});

/** What the row speaks of, and nothing else. */
function seen(
  { target, headers, body }: Received,
  { sends, index }: Row & { readonly index: number },
): Sent {
  const want = sentOf(sends);
  const boundary = /boundary=(\S+)$/.exec(
    headers.get("content-type") ?? "",
  )?.[1];
  const plain = (text: string): string =>
    boundary === undefined
      ? text
      : withoutInner(text.replaceAll(boundary, "BOUNDARY"));
  const own = (path: string): string => path.replace(prefixOf(index), "");
  return {
    ...(want.target !== undefined && { target: own(target) }),
    ...(want.url !== undefined && { url: own(urls.at(-1) ?? "") }),
    ...(want.headers && {
      headers: Object.fromEntries(
        Object.keys(want.headers).map((name) => {
          const value = headers.get(name);
          return [name, value === undefined ? null : plain(value)];
        }),
      ),
    }),
    ...(want.body !== undefined && { body: plain(body.toString()) }),
  };
}

/** With `INNER` for the boundaries of bodies inside parts. */
const withoutInner = (text: string): string =>
  [...text.matchAll(/boundary=(----\S+)/g)].reduce(
    (result, [, inner = ""]) => result.replaceAll(inner, "INNER"),
    text,
  );

const wanted = ({ sends, fails }: Row): Sent | undefined =>
  sends === undefined && fails ? undefined : sentOf(sends);

const sentOf = (sends: Row["sends"] = {}): Sent =>
  typeof sends === "string" ? { target: sends } : sends;

async function settled(
  call: () => Promise<unknown>,
): Promise<{ data?: unknown; error?: Error }> {
  try {
    return { data: await call() };
  } catch (error) {
    return { error: error as Error };
  }
}
