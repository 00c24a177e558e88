/**
 * What is called after the title of the API: the client class with its family of types, its file, and
 * the prefix of environment variables. Callers have these names, so that a new title changes them
 * as little as a new operationId changes those of methods.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import type { SdkConfig } from "../../config/config.js";
import type { Client, Text } from "../../sdk/sdk.js";
import { clientNameOf, packageName, slugOf } from "../package.js";
import { constantCase } from "./casing.js";
import { type NameLedger, type Scope } from "./names.js";

export interface ClientNames extends Pick<
  Client,
  "className" | "coreName" | "errorName" | "credentialsName"
> {
  /** `OpenRouter`, before clashes with other exports are resolved. */
  readonly wanted: string;
  /** `openrouter`: the file, and the stem of the package's name. */
  readonly slug: string;
  /** `OPENROUTER` */
  readonly prefix: string;
  /** True where names of the last run count although the title gives others. */
  readonly isKept: boolean;
  /** The class that the title alone would give. */
  readonly titled: string;
  /** True where the config gives the class another name than the last run had. */
  readonly isFollowed: boolean;
}

export interface ClientNaming {
  readonly title: string;
  readonly config: Pick<SdkConfig, "clientName" | "environmentPrefix">;
  /** The names that the package exports. */
  readonly scope: Scope;
  readonly ledger: NameLedger;
}

/** The class and what is named after it, all with the first stem of which every name is free. */
export function settleClientNames({
  title,
  config: { clientName, environmentPrefix },
  scope,
  ledger,
}: ClientNaming): ClientNames {
  const areFree = (stem: string): boolean => scope.areFree(familyOf(stem));
  const fresh = clientName ?? clientNameOf(title);
  const freshStem = stemsOf(fresh).find(areFree) ?? `${fresh}_`;
  const before = ledger.earlier.get("client class");
  const isBound =
    before !== undefined && isIdentifier(before) && areFree(before);
  const isKept = isBound && clientName === undefined && before !== freshStem;
  const stem = isKept ? before : freshStem;
  const wanted = isKept ? before : fresh;
  // The config names the class anew, and what is called after it.
  const follows = isBound && before !== stem;
  const bind = (id: string, name: string, form: RegExp): string => {
    const earlier = follows ? undefined : ledger.earlier.get(id);
    return earlier !== undefined && form.test(earlier) ? earlier : name;
  };
  const [className, coreName, errorName, credentialsName, ...others] = familyOf(
    stem,
  ).map((name) => scope.take(name));
  if (!className || !coreName || !errorName || !credentialsName || !others[1])
    throw new Error("the client has no name");
  const slug = bind("client file", slugOf(wanted, title), fileForm);
  const usual = constantCase(wanted) || "API";
  const prefix = environmentPrefix ?? bind("client prefix", usual, prefixForm);
  ledger.given
    .set("client class", className)
    .set("client file", slug)
    .set("client prefix", prefix);
  return {
    className,
    coreName,
    errorName,
    credentialsName,
    wanted,
    slug,
    prefix,
    isKept,
    titled: freshStem,
    isFollowed: follows,
  };
}

/** People can change a lock file: anything else is not kept. */
const fileForm = /^[\p{L}\p{N}\p{M}]+(?:-+[\p{L}\p{N}\p{M}]+)*$/u;
const prefixForm = /^[A-Z0-9_]+$/;

const stemsOf = (name: string): readonly string[] => [
  name,
  `${name}Client`,
  `${name}API`,
];

export const familyOf = (stem: string): readonly string[] =>
  ["", "Core", "Error", "Credentials", "Options", "CoreOptions"].map(
    (suffix) => stem + suffix,
  );

/**
 * The name on npm, kept like the others.
 * @param follows true where the config says it, or names the client anew
 */
export function settlePackageName(
  fresh: Text,
  { earlier, given }: NameLedger,
  follows: boolean,
): Text {
  const before = follows ? undefined : earlier.get("package name");
  const isKept = before !== undefined && packageName.test(before);
  const name = isKept ? (before as Text) : fresh;
  given.set("package name", name);
  return name;
}
