/**
 * A method that unwraps a webhook, and the option of the client with the secret.
 */
import { parseReference, valueAt } from "../../openapi/pointers.js";
import { isRecord, recordOrEmpty } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import type { NamedOption } from "./client-parameters.js";
import { keptComments } from "./comments.js";

/** @param name of the method, with its resource: `webhooks.unwrap` */
export const readUnwrap = (
  reading: Reading,
  path: SourcePath,
  name: string,
): void => {
  const { draft, ledger, document, source } = reading;
  ledger.settle([...path, "type"]);
  // Payloads are told apart by the types that the document gives them.
  ledger.settle([...path, "discriminator"]);
  const webhooks =
    document.defaults.webhooks ??
    (declareWebhooks(reading, path) ? "verify" : undefined);
  if (webhooks === undefined)
    return ledger.lost(
      path,
      "the document describes no webhooks: write the method in src/lib/",
    );
  if (draft.options["webhooks"] !== undefined)
    return ledger.lost(path, "there is one such method: `webhooks`");
  const comments = keptComments(source, path);
  draft.set(["webhooks", webhooks], name, comments);
  if (webhooks === "parse")
    return ledger.kept(
      path,
      "`webhooks.parse`, which verifies nothing: the document has another signature than Standard Webhooks",
    );
  const unsafe = `${name.replace(/[^.]*$/, "")}unsafe${name
    .replace(/^.*\./, "")
    .replace(/^./, (letter) => letter.toUpperCase())}`;
  draft.set(["webhooks", "parse"], unsafe);
  ledger.kept(path, `\`webhooks.verify\`; \`webhooks.parse\` is ${unsafe}`);
};

/**
 * A document without webhooks may have the models of their payloads all the same, which the config lists
 * beside the method: the overlay says what they are.
 *
 * @returns false where there are none
 */
const declareWebhooks = (
  { draft, document, source, written }: Reading,
  path: SourcePath,
): boolean => {
  const models = recordOrEmpty(
    valueAt(source.root, [...path.slice(0, -2).map(String), "models"]),
  );
  const payloads = Object.entries(models).flatMap(([name, value]) => {
    const text = isRecord(value) ? value["schema"] : value;
    if (typeof text !== "string") return [];
    const $ref = text.startsWith("#") ? text : `#/components/schemas/${text}`;
    const pointer = parseReference($ref);
    return pointer && valueAt(document.root, pointer) !== undefined
      ? [[name, { post: postOf({ $ref }) }] as const]
      : [];
  });
  if (payloads.length === 0) return false;
  const isEarlier = String(recordOrEmpty(written)["openapi"]).startsWith("3.0");
  draft.actions.push({
    target: "$",
    update: {
      [isEarlier ? "x-webhooks" : "webhooks"]: Object.fromEntries(payloads),
    },
  });
  return true;
};

const postOf = (schema: object): object => ({
  requestBody: { content: { "application/json": { schema } } },
  responses: { 200: { description: "It was received." } },
});

/** @returns true if this option has the secret; it is added to the draft then */
export const readWebhookSecret = (
  { draft, ledger, source }: Reading,
  at: SourcePath,
  { named }: Pick<NamedOption, "named">,
): boolean => {
  const { webhooks } = draft.options;
  const isVerifying =
    typeof webhooks === "object" && webhooks !== null && "verify" in webhooks;
  if (
    !isVerifying ||
    !/^webhook_?(?:signing_?)?(?:key|secret)$/i.test(String(at.at(-1)))
  )
    return false;
  draft.set(["webhooks", "secret"], named, keptComments(source, at));
  ledger.kept(at, "`webhooks.secret`");
  return true;
};
