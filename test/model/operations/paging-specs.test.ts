/**
 * The lists of whole documents of others, and walks over each against a server that behaves like
 * theirs. Needs the documents beside the project; without them the tests are skipped.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { descriptorOf } from "../../../generator/emit/source/descriptors.js";
import { reservedNames } from "../../../generator/emit/reserved-names.js";
import { load } from "../../../generator/load/load.js";
import { buildModel } from "../../../generator/model/build.js";
import type { Operation, Sdk } from "../../../generator/sdk/sdk.js";
import type { SDKError } from "../../../templates/runtime/errors.js";
import type { Paging } from "../../../templates/runtime/operation.js";
import { paginate } from "../../../templates/runtime/pages.js";
import { clientOf, serve, type Answer } from "../../runtime/support/server.js";
import { operationsOf } from "../../support/pipeline.js";

const specs = resolve(import.meta.dirname, "../../../../shared/specs");
const hasSpecs = existsSync(specs);

interface Read {
  readonly sdk: Sdk;
  readonly lists: readonly Operation[];
  /** What the run says of lists that it does not recognise. */
  readonly unclear: readonly string[];
}

async function read(file: string): Promise<Read> {
  const diagnostics = new Diagnostics();
  const document = await load(join(specs, file), {}, diagnostics);
  if (!document) throw new Error(`${file} cannot be read`);
  const options = { config: {}, reserved: reservedNames };
  const sdk = buildModel(document, options, diagnostics);
  return {
    sdk,
    lists: [...operationsOf(sdk).values()]
      .map(({ operation }) => operation)
      .filter(({ paging }) => paging !== undefined),
    unclear: diagnostics
      .all()
      .filter(({ code }) => code === "pages-unclear")
      .map(({ message }) => message),
  };
}

/** `{ id: 42 }`: how many lists go on in which way. */
const countsOf = (lists: readonly Operation[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { paging } of lists)
    if (paging) counts[paging.by] = (counts[paging.by] ?? 0) + 1;
  return counts;
};

/** The names of the fields of a response. */
const fieldsOf = ({ models }: Sdk, { result }: Operation): string[] => {
  const { type } = result;
  const model =
    type.kind === "model"
      ? models.find(({ name }) => name === type.name)?.declaration
      : undefined;
  return model?.kind === "interface"
    ? model.body.properties.map(({ name }) => name)
    : [];
};

const items = Array.from({ length: 5 }, (_, index) => ({ id: `it_${index}` }));

/** Pages of two, as the fields of the response say that the server makes them; other tokens are refused. */
const behaving =
  (fields: readonly string[]) =>
  ({ request, json }: Answer): void => {
    const query = new URL(request.target, "http://x").searchParams;
    const token =
      query.get("after") ?? query.get("starting_after") ?? query.get("page");
    const isOpaque = ["next", "next_page", "list_metadata"].some((name) =>
      fields.includes(name),
    );
    const start =
      token === null
        ? 0
        : isOpaque
          ? Number(/^cur_(\d)$/.exec(token)?.[1])
          : items.findIndex(({ id }) => id === token) + 1;
    if (token !== null && !(start > 0)) {
      json(400, { message: `no such cursor: ${token}` });
      return;
    }
    const data = items.slice(start, start + 2);
    const has_more = start + 2 < items.length;
    const next = has_more ? `cur_${start + 2}` : null;
    const body: Record<string, unknown> = {
      data,
      has_more,
      next,
      next_page: next,
      first_id: data[0]?.id,
      last_id: data.at(-1)?.id,
      list_metadata: { before: null, after: next },
    };
    json(
      200,
      Object.fromEntries(
        Object.entries(body).filter(([name]) => fields.includes(name)),
      ),
    );
  };

async function walkAll({ sdk, lists }: Read): Promise<void> {
  for (const operation of lists) {
    const server = await serve(behaving(fieldsOf(sdk, operation)));
    const { paging } = descriptorOf(operation);
    const list = paginate<unknown, object, SDKError>(
      clientOf(server, { maxRetries: 0 }),
      {
        id: operation.id,
        path: "/list",
        query: operation.parameters
          .filter((parameter) => parameter.in === "query")
          .map(({ name }) => name),
        paging: paging as unknown as Paging,
      },
    );
    const walked = await list.all({ limit: 99 });
    expect([operation.path, walked, server.requests.length]).toEqual([
      operation.path,
      items,
      3,
    ]);
  }
}

describe.skipIf(!hasSpecs)("the lists of", () => {
  it("OpenAI: 51 by the last item or a cursor, 11 of usage by a page that is a token", async () => {
    const found = await read("big/openai.yaml");
    expect(countsOf(found.lists)).toEqual({ id: 42, cursor: 20 });
    // Batches of events that start after a number are no pages.
    expect(found.unclear).toEqual([]);
    await walkAll(found);
  }, 120_000);

  it("Stripe: 100 by the last item, 7 searches by a page that is a token", async () => {
    const found = await read("big/stripe.yaml");
    expect(countsOf(found.lists)).toEqual({ id: 100, cursor: 7 });
    expect(found.unclear).toEqual([]);
    await walkAll(found);
  }, 120_000);

  it("WorkOS: 40 by a cursor", async () => {
    const found = await read("big/workos.yaml");
    expect(countsOf(found.lists)).toEqual({ cursor: 40 });
    expect(found.unclear).toEqual([]);
    await walkAll(found);
  }, 120_000);

  it("Resend: 23 by the last item; the response of one says nothing about more", async () => {
    const found = await read("mid/resend.yaml");
    expect(countsOf(found.lists)).toEqual({ id: 23 });
    expect(found.unclear).toEqual([
      "these look like lists in pages, but nothing says how they go on: GET /contacts",
    ]);
    await walkAll(found);
  }, 120_000);

  it("GitHub: 242 by number; those without one that declare the header Link", async () => {
    const { lists } = await read("big/github.json");
    expect(countsOf(lists)).toEqual({ page: 242, url: 16 });
  }, 120_000);
});
