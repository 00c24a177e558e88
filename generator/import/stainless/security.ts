/**
 * `security` and `security_schemes`: they stand in place of the document's, by an overlay.
 */
import { isRecord, recordOrEmpty } from "../../openapi/records.js";
import { isDeepStrictEqual } from "node:util";
import type { SourceReading as Reading } from "../reading.js";
import type { UsedSchemes } from "./used-schemes.js";
import { keptComments } from "./comments.js";

export const readSecurity = (
  reading: Reading,
  { missing }: UsedSchemes,
): void => {
  const { source, ledger, draft, document, written } = reading;
  const { security, security_schemes: schemes } = source.root;
  const hadSchemes = Object.keys(document.schemes).length > 0;
  if (isRecord(schemes)) {
    const at = ["security_schemes"];
    if (isDeepStrictEqual(withoutText(schemes), withoutText(document.schemes)))
      ledger.notNeeded(at, "the document says the same");
    else {
      if (hadSchemes)
        draft.actions.push({
          target: "$.components.securitySchemes",
          remove: true,
        });
      const described = withDescriptions(schemes, reading);
      draft.actions.push({
        target: "$",
        ...descriptionOf(keptComments(source, at)),
        update: { components: { securitySchemes: described } },
      });
      ledger.kept(at, "by the overlay");
    }
  }
  if (Array.isArray(security)) {
    const at = ["security"];
    const before =
      recordOrEmpty(written)["security"] ?? document.root["security"];
    if (isDeepStrictEqual(security, before))
      ledger.notNeeded(at, "the document says the same");
    else {
      // Lists are joined by an update.
      if (before !== undefined)
        draft.actions.push({ target: "$.security", remove: true });
      draft.actions.push({
        target: "$",
        ...descriptionOf(keptComments(source, at)),
        update: { security },
      });
      ledger.kept(at, "by the overlay");
    }
  }
  if (missing)
    draft.actions.push({ target: "$", update: { security: missing } });
  else sendEverywhere(reading);
};

/**
 * A client sends what it has with every operation, also those of which the document says nothing, unless
 * `per_endpoint_security` is set.
 */
const sendEverywhere = ({ source, draft, document }: Reading): void => {
  const { settings, security } = source.root;
  if (recordOrEmpty(settings)["per_endpoint_security"] === true) return;
  const isSaid =
    security !== undefined || document.root["security"] !== undefined;
  const isUnclear =
    !isSaid &&
    document.operations.some(
      ({ operation }) => operation["security"] === undefined,
    );
  if (isUnclear && draft.options["credentials"] !== undefined)
    draft.set(["security"], "all");
};

const descriptionOf = (lines: readonly string[]) =>
  lines.length > 0 ? { description: lines.join("\n") } : {};

/** The options of the client describe their schemes. */
const withDescriptions = (
  schemes: object,
  { source }: Reading,
): Record<string, unknown> => {
  const options = recordOrEmpty(
    recordOrEmpty(source.root["client_settings"])["opts"],
  );
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]: [string, unknown]) => {
      const option = Object.values(options).find(
        (one) =>
          isRecord(one) &&
          recordOrEmpty(one["auth"])["security_scheme"] === name,
      );
      const description = recordOrEmpty(option)["description"];
      return [
        name,
        isRecord(scheme) && typeof description === "string"
          ? { ...scheme, description }
          : scheme,
      ];
    }),
  );
};

const withoutText = (schemes: object): object =>
  Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]: [string, unknown]) => {
      const { description: _, ...rest } = recordOrEmpty(scheme);
      return [name, rest];
    }),
  );
