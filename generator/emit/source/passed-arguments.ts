/**
 * How the function of an operation passes its arguments on to the runtime, with the operation's descriptor.
 */
import type { Argument, Operation, Sdk } from "../../sdk/sdk.js";
import { code, ident, join, key, lit, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import {
  declaredDefaults,
  optionDefaults,
  overDefaults,
  placedOverDefaults,
} from "./defaults.js";
import { runtimeSymbols } from "./symbols.js";

interface CallPlace {
  readonly sdk: Sdk;
  readonly module: Module;
}

/** Positional arguments join those in `params`, under their names on the wire. */
export function passedArguments(
  operation: Operation,
  descriptor: Code,
  place: CallPlace,
): Code {
  const { module } = place;
  const { positional, params } = operation;
  const defaults = optionDefaults(operation);
  const declared = declaredDefaults(operation).map((one) => code`${one}, `);
  const isAlone = positional.length === 0;
  const entries = join(positional.map(positionalEntry), ", ");
  if (params?.mayBeOptions === true)
    return code`...${placedOverDefaults(
      placedCode(
        [descriptor, givenParams(operation, place.sdk), code`options`],
        isAlone ? undefined : code`{ ${entries} }`,
        place,
      ),
      operation.defaults,
      module,
    )}`;
  const passed = !isAlone
    ? code`{ ${join(declared, "")}${params ? code`...params, ` : code``}${entries} }`
    : params && declared.length > 0
      ? code`{ ${join(declared, "")}...params }`
      : params
        ? givenParams(operation, place.sdk)
        : code`undefined`;
  return code`${descriptor}, ${passed}, ${overDefaults(optionsCode(place), defaults, module)}`;
}

const positionalEntry = ({ name, wireName }: Argument): Code =>
  wireName === (name as string)
    ? ident(name)
    : code`${key(wireName)}: ${ident(name)}`;

/** Callers of an earlier SDK may pass `null`. */
export const givenParams = ({ params }: Operation, sdk: Sdk): Code =>
  params?.optional === true && sdk.client.compatibility !== undefined
    ? code`params ?? undefined`
    : code`params`;

/** Callers of an earlier SDK may pass options in other forms, which the runtime converts. */
const optionsCode = ({ sdk, module }: CallPlace): Code => {
  const { compatibility, queryNesting } = sdk.client;
  if (compatibility === undefined) return code`options`;
  const nesting = queryNesting ? code`, ${lit(queryNesting)}` : code``;
  return code`${module.use(runtimeSymbols.optionsOf)}(options${nesting})`;
};

/**
 * @param given descriptor, params and options
 * @param positional the arguments before params, as one object
 */
function placedCode(
  given: readonly Code[],
  positional: Code | undefined,
  { sdk, module }: CallPlace,
): Code {
  const { compatibility, queryNesting } = sdk.client;
  const passed = join(given, ", ");
  const before = positional && code`, ${positional}`;
  if (compatibility === undefined)
    return code`${module.use(runtimeSymbols.placed)}(${passed}${before ?? code``})`;
  const rest = queryNesting
    ? code`${before ?? code`, undefined`}, ${lit(queryNesting)}`
    : (before ?? code``);
  return code`${module.use(runtimeSymbols.placedOptions)}(${passed}${rest})`;
}
