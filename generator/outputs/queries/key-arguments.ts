/**
 * The arguments of an operation as keys have them. Keys are kept, and written into pages: what is sent as a
 * cookie, or is named like a credential, is none of them.
 */
import {
  code,
  lit,
  type Code,
  type Operation,
  type OperationParameter,
  type PluginFile,
} from "../../plugin/index.js";

/** Words in names of headers that say who calls. */
const credentialWords = new Set(
  `auth authorization authentication token accesstoken authtoken jwt bearer key apikey accesskey secret
   password passwd passphrase credential credentials session sessionid cookie signature csrf xsrf`.split(
    /\s+/,
  ),
);

/** `X-Api-Key`, `apiKey`; not `X-Author`. */
const isCredential = (name: string): boolean =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .some((word) => credentialWords.has(word));

/** `api_key`, `access_token`. A `token` alone may as well say what is asked for. */
const isCredentialOfQuery = (name: string): boolean =>
  /^(?:api[-_]?key|(?:access|auth|id|refresh|bearer)[-_]?token|client[-_]?secret|password)$/i.test(
    name,
  );

/** The keys in `params` of what is a credential. What asks for a page is none. */
const credentialsOf = ({ parameters, paging }: Operation): readonly string[] =>
  parameters
    .filter(
      ({ in: place, name, key }) =>
        key !== paging?.param?.[0] &&
        (place === "cookie" ||
          (place === "header" && isCredential(name)) ||
          (place === "query" && isCredentialOfQuery(name))),
    )
    .map(({ key }) => key);

/** What a helper of keys is called: no argument is called so. */
export const keyHelpers: readonly Code[] = [
  code`queryPrefix`,
  code`withoutCredentials`,
];

/** `hash, params`, or `hash, withoutCredentials(params, ["X-Api-Key"])`. */
export const keyArguments = (
  operation: Operation,
  parameters: readonly OperationParameter[],
  file: PluginFile,
): readonly Code[] => {
  const credentials = credentialsOf(operation);
  return parameters.map(({ kind, name }) =>
    kind === "params" && credentials.length > 0
      ? code`${file.runtime("withoutCredentials")}(${name}, ${lit(credentials)})`
      : name,
  );
};

/** Arguments that have names of what the function calls have others. */
export const freeNames = (
  parameters: readonly OperationParameter[],
  called: readonly Code[],
): readonly OperationParameter[] => {
  const occupied = new Set<string>(called);
  return parameters.map((one) =>
    occupied.has(one.name) ? { ...one, name: code`${one.name}$` } : one,
  );
};
