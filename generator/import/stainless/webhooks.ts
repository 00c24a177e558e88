/**
 * A method that unwraps a webhook, and the option of the client with the secret.
 */
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import type { NamedOption } from "./client-parameters.js";
import { keptComments } from "./comments.js";

/** @param name of the method, with its resource: `webhooks.unwrap` */
export const readUnwrap = (
  { draft, ledger, document, source }: Reading,
  path: SourcePath,
  name: string,
): void => {
  ledger.settle([...path, "type"]);
  // Payloads are told apart by the types that the document gives them.
  ledger.settle([...path, "discriminator"]);
  const { webhooks } = document.defaults;
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

/** @returns true for the option with the secret, which is noted then */
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
