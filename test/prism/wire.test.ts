/**
 * Every operation of the three SDKs against a judge that is not ours: Prism refuses what the
 * document does not allow, and answers with the document's examples.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { readOperations } from "../packages/support/document.js";
import { judged } from "./support/judged.js";
import type { Judged } from "./support/judged.js";
import { readCallables } from "./support/operations.js";
import { startPrism } from "./support/prism.js";
import type { Prism } from "./support/prism.js";

for (const sdk of judged) {
  const callables = await readCallables(sdk.api);
  const described = readOperations(sdk.api.document);

  describe(sdk.api.packageName, () => {
    let prism: Prism;
    beforeAll(async () => {
      prism = await startPrism(sdk.api.document);
      return prism.stop;
    });

    it("has every operation and every error of the document", () => {
      const ours = callables.map(({ operation: { method, path, errors } }) => [
        `${method} ${path}`,
        errors.responses.map(({ status }) => status),
      ]);
      const theirs = described.map(({ method, path, errors }) => [
        `${method} ${path}`,
        errors.map(({ status }) => status),
      ]);
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
      expect(ours).toHaveLength(sdk.operations);
      expect(theirs.map(([, errors]) => errors).flat()).toHaveLength(
        sdk.errors,
      );
    });

    describe.each(callables)("$name", ({ operation, missing, call }) => {
      const { id } = operation;
      const found = described.find(
        ({ method, path }) =>
          method === operation.method && path === operation.path,
      );
      if (!found) throw new Error(`the document has no ${id}`);
      const { method, query, fields, success, errors } = found;

      it("sends all that the document allows and reads its example", async () => {
        expect(missing).toEqual([]);
        const sent: Request[] = [];
        const client = connect(sdk, prism, sent);
        const { data, response } = await call(client).withResponse();
        expect(response.headers.get("sl-violations")).toBeNull();
        expect(response.status).toBe(success.status);
        expect(data).toEqual(success.body);

        const [request, ...more] = sent;
        expect([request?.method, more]).toEqual([method, []]);
        const { searchParams } = new URL(request?.url ?? "");
        expect([...searchParams.keys()].sort()).toEqual([...query].sort());
        const body = JSON.parse((await request?.text()) || "{}") as object;
        expect(Object.keys(body).sort()).toEqual([...fields].sort());
      });

      it.each(errors)("throws the error of a $status", async (answer) => {
        const { status, body } = answer;
        const headers = { prefer: `code=${status}` };
        const error = await failure(call(connect(sdk, prism), { headers }));
        expect(error.headers.get("sl-violations")).toBeNull();
        const name = sdk.classes.get(status)?.name;
        expect(error).toMatchObject({ name, status, operation: id });
        for (const [other, Class] of sdk.classes)
          expect([other, error instanceof Class]).toEqual([
            other,
            other === status,
          ]);
        expect(body).toBeDefined();
        expect(error.body).toEqual(body);
        expect(sdk.isErrorOf(id as never, error)).toBe(true);
      });
    });
  });
}

/** @param sent where every request is noted */
const connect = (
  { client }: Judged,
  { url }: Prism,
  sent: Request[] = [],
): object =>
  client({
    apiKey: "k",
    baseURL: url,
    maxRetries: 0,
    fetch: (input, init) => {
      sent.push(new Request(input, init));
      return fetch(input, init);
    },
  });

interface StatusError extends Error {
  readonly body: unknown;
  readonly headers: Headers;
}

const failure = async (call: PromiseLike<unknown>): Promise<StatusError> => {
  try {
    await call;
  } catch (error) {
    return error as StatusError;
  }
  throw new Error("no error");
};
