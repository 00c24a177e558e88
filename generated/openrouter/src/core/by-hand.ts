/**
 * Credentials that the client was not given: the caller may add them to a call
 * by hand, or say with null that it goes without.
 */
import type { Settings } from "./client.js";
import type {
  Authenticator,
  CredentialAttempt,
  CredentialTarget,
} from "./operation.js";
import { throwTypeError } from "./type-error.js";

/** What stands in for a credential, and what the credential is called. */
export interface StandIn {
  /** The option, and the environment variable. */
  readonly label: string;
  isGiven(
    request: CredentialTarget,
    settings: Settings,
    attempt: CredentialAttempt,
  ): boolean;
}

/** A header, query parameter or cookie that the caller passes, or null to go without. */
export const standIn = (
  label: string,
  location: "header" | "query" | "cookie",
  name: string,
): StandIn => ({
  label,
  isGiven: (...given) => isGiven[location](name, ...given),
});

/** Throws for a request without its only credential, and with nothing in its place. */
export const byHand =
  ({ label, isGiven }: StandIn): Authenticator =>
  (...given) => {
    if (!isGiven(...given)) throwTypeError(`missing credentials: ${label}`);
  };

type IsGiven = (
  name: string,
  request: CredentialTarget,
  settings: Settings,
  attempt: CredentialAttempt,
) => boolean;

const isGiven: Readonly<Record<"header" | "query" | "cookie", IsGiven>> = {
  header: (name, { headers }, settings, attempt) =>
    headers.has(name) || isPassed(name, settings, attempt),

  query: (name, { url }, _settings, { options }) =>
    new URL(url).searchParams.has(name) ||
    Object.entries(options.query ?? {}).some(
      ([key, value]) => key === name && value === null,
    ),

  cookie(name, { headers }, settings, attempt) {
    // Browsers have the cookies themselves, and let no code set them.
    const { credentials = "omit" } = {
      ...settings.fetchOptions,
      ...attempt.options.fetchOptions,
    };
    return (
      credentials !== "omit" ||
      `; ${headers.get("cookie")}`.includes(`; ${name}=`) ||
      isPassed("cookie", settings, attempt)
    );
  },
};

/** True for a header among the options, and for null in its place. */
const isPassed = (
  name: string,
  { headers }: Settings,
  { options }: CredentialAttempt,
): boolean =>
  Object.entries({ ...headers, ...options.headers }).some(
    ([key, value]) =>
      value !== undefined && key.toLowerCase() === name.toLowerCase(),
  );
