/**
 * The methods of the client that give the payload of a webhook, which the config names.
 */
import type { WebhooksConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { ReservedNames } from "../../sdk/reserved-names.js";
import type { Sdk, WebhookMethod } from "../../sdk/sdk.js";
import { isVerifiable } from "../../sdk/webhooks.js";
import { exportedNames } from "../aliases/exported-names.js";
import { memberPath } from "./second-names.js";

interface WebhookMethodsContext {
  readonly wanted: WebhooksConfig | undefined;
  readonly reserved: ReservedNames;
  readonly diagnostics: Diagnostics;
}

/** @returns the methods that can be had: their messages are described, and their names are free */
export function webhookMethodsOf(
  sdk: Omit<Sdk, "webhookMethods">,
  { wanted = {}, reserved, diagnostics }: WebhookMethodsContext,
): readonly WebhookMethod[] {
  const { isFreeMember, declared } = exportedNames(sdk, reserved);
  const methods: WebhookMethod[] = [];
  for (const use of ["verify", "parse"] as const) {
    const method = wanted[use];
    if (method === undefined) continue;
    const isVerifying = use === "verify";
    if (sdk.webhooks.length === 0) {
      diagnostics.report("webhook-method-unused", { use, method });
      continue;
    }
    if (isVerifying && !isVerifiable(sdk)) {
      diagnostics.report("webhook-method-unverifiable", { method });
      continue;
    }
    const name = memberPath(method);
    // A method has no members.
    const isInside = name.every(
      (_, index) => !declared.method.has(name.slice(0, index).join(".")),
    );
    const isFree =
      isInside &&
      isFreeMember(name) &&
      methods.every((other) => other.name.join(".") !== name.join("."));
    if (isFree) methods.push({ kind: "webhook", name, isVerifying });
    else diagnostics.report("webhook-method-taken", { use, method });
  }
  return methods;
}
