/**
 * `client_settings`: the options of the client's constructor, retries, and what is sent always.
 */
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import { child } from "../../openapi/pointers.js";
import { pathTo } from "../json-path.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import {
  type NamedOption,
  parameterKeys,
  readParameter,
  sendKey,
} from "./client-parameters.js";
import {
  isOptionOfEveryClient,
  readEveryClients,
  readHeaders,
  readRetries,
  readTimeout,
} from "./call-defaults.js";
import type { UsedSchemes } from "./used-schemes.js";
import { keptComments } from "./comments.js";
import { readWebhookSecret } from "./webhooks.js";

export const readClientSettings = (
  reading: Reading,
  used: UsedSchemes,
): void => {
  const settings = recordOrEmpty(reading.source.root["client_settings"]);
  for (const [key, value] of Object.entries(settings)) {
    const at = ["client_settings", key];
    switch (key) {
      case "opts":
        for (const [name, option] of Object.entries(recordOrEmpty(value)))
          readOption(reading, [...at, name], {
            used,
            option: recordOrEmpty(option),
          });
        reading.ledger.settle(at);
        break;
      case "default_headers":
        readHeaders(reading, at, value);
        break;
      case "default_retries":
        readRetries(reading, at, recordOrEmpty(value));
        break;
      case "default_timeout":
      case "default_timeout_ms":
      case "default_timeout_seconds":
        readTimeout(reading, at, value);
        break;
      case "idempotency_header":
        if (typeof value === "string") {
          reading.draft.set(
            ["idempotency"],
            value,
            keptComments(reading.source, at),
          );
          reading.ledger.kept(at, "`idempotency`");
        }
        break;
      case "client_name":
      case "default_client_name":
        reading.ledger.kept(at, "`clientName`");
        break;
      case "default_env_prefix":
        if (typeof value === "string" && /^[A-Z][A-Z0-9_]*$/.test(value)) {
          reading.draft.set(
            ["environmentPrefix"],
            value,
            keptComments(reading.source, at),
          );
          reading.ledger.kept(at, "`environmentPrefix`");
        }
        break;
      case "default_client_example_name":
        reading.ledger.notNeeded(at, "samples name the client after its class");
        break;
      default:
        break;
    }
  }
};

/** `api_key: { auth: { security_scheme }, read_env }` */
const readOption = (
  reading: Reading,
  at: SourcePath,
  { option, used }: { option: Readonly<JsonObject>; used: UsedSchemes },
): void => {
  const { ledger, casing } = reading;
  const auth = recordOrEmpty(option["auth"]);
  const name = casing.option(String(at.at(-1)));
  const env = option["read_env"];
  const named = { option: name, ...variableOf(env, reading) };
  if (typeof auth["security_scheme"] === "string")
    readCredential(reading, at, {
      scheme: auth["security_scheme"],
      used,
      option,
      named,
    });
  else if (isOptionOfEveryClient(at))
    return readEveryClients(reading, at, option);
  else if (readWebhookSecret(reading, at, { named })) return;
  else readParameter(reading, at, { option, named, paths: used.paths });
  const isCredential = auth["security_scheme"] !== undefined;
  if (option["default"] != null && isCredential)
    ledger.lost(
      [...at, "default"],
      "pass it to the client, or in its variable of the environment",
    );
  ledger.loseOthers(at, option, [...optionKeys, ...parameterKeys]);
  ledger.loseOthers([...at, "auth"], auth, ["security_scheme", "role"]);
};

/** Callers of a published SDK have variables that mean something else. */
const variableOf = (
  env: unknown,
  { isPublished }: Reading,
): { readonly env?: string | false } =>
  typeof env === "string" ? { env } : isPublished ? { env: false } : {};

const optionKeys = [
  "type",
  "nullable",
  "description",
  "read_env",
  "auth",
  "default",
  // Of samples and tests.
  "example",
  "required_in_tests",
];

interface Credential extends NamedOption {
  readonly scheme: string;
  readonly used: UsedSchemes;
}

const readCredential = (
  reading: Reading,
  at: SourcePath,
  { scheme, used, option, named }: Credential,
): void => {
  const { ledger, draft, document, source } = reading;
  const own = recordOrEmpty(source.root["security_schemes"]);
  const definition = child(own, scheme) ?? child(document.schemes, scheme);
  if (!isRecord(definition)) {
    ledger.lost(at, `the document has no security scheme ${scheme}`);
    return;
  }
  if (!used.names.has(scheme)) {
    sendKey(reading, at, { scheme, definition, named });
    return;
  }
  const { role } = recordOrEmpty(option["auth"]);
  const comments = keptComments(source, at);
  const isRequired = option["nullable"] !== true;
  if (role === "client_id" || role === "client_secret") {
    const flow = recordOrEmpty(definition["flows"])["clientCredentials"];
    if (!String(recordOrEmpty(flow)["tokenUrl"]).startsWith("https:")) {
      ledger.lost(
        at,
        `${scheme} has no clientCredentials flow with an https URL for tokens`,
      );
      return;
    }
    const key = role === "client_id" ? "clientId" : "clientSecret";
    draft.set(["credentials", scheme, key], named, comments);
    // An earlier client had no option of the token itself.
    if (reading.isPublished) draft.set(["credentials", scheme, "env"], false);
    if (isRequired) draft.set(["credentials", scheme, "required"], true);
    ledger.kept(at, `\`credentials.${scheme}\``);
    return;
  }
  if (role === "username" || role === "password") {
    draft.set(["credentials", scheme, role], named, comments);
    if (isRequired) draft.set(["credentials", scheme, "required"], true);
  } else {
    draft.set(
      ["credentials", scheme],
      { ...named, ...(isRequired && { required: true }) },
      comments,
    );
  }
  describeScheme(reading, scheme, { definition, option });
  ledger.kept(at, `\`credentials.${scheme}\``);
};

/** The comment of the option is the description of its scheme. */
const describeScheme = (
  { draft, source }: Reading,
  scheme: string,
  {
    definition,
    option,
  }: { definition: JsonObject; option: Readonly<JsonObject> },
): void => {
  const { description } = option;
  const isOwn = isRecord(child(source.root["security_schemes"], scheme));
  if (isOwn || typeof description !== "string") return;
  const target = pathTo(["components", "securitySchemes", scheme]);
  const index = draft.actions.findIndex((action) => action.target === target);
  const said = recordOrEmpty(draft.actions[index]?.update)["description"];
  if (said === description || definition["description"] === description) return;
  // A user name and a password share a scheme.
  const text =
    typeof said === "string" ? `${said}\n\n${description}` : description;
  draft.actions.splice(index < 0 ? draft.actions.length : index, 1, {
    target,
    update: { description: text },
  });
};
