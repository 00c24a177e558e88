/**
 * The type of the options of a call: what it may carry besides what every call may.
 */
import type { Operation } from "../../sdk/sdk.js";
import { code, literalUnion, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtimeSymbols } from "./symbols.js";

export interface AcceptChoice {
  /** The `accept` that has to be passed. */
  readonly accept?: readonly string[];
  /** The `accept` that may be passed. */
  readonly acceptable?: readonly string[];
}

export interface SignatureContext {
  readonly module: Module;
  readonly isCompatible: boolean;
}

export function optionsType(
  { idempotencyHeader }: Operation,
  { accept, acceptable = [] }: AcceptChoice,
  { module, isCompatible }: SignatureContext,
): Code {
  const shared = module.use(
    isCompatible
      ? runtimeSymbols.CompatibleRequestOptions
      : idempotencyHeader
        ? runtimeSymbols.IdempotentRequestOptions
        : runtimeSymbols.RequestOptions,
  );
  const types = literalUnion(accept ?? acceptable);
  return accept
    ? code`${shared} & { accept: ${types} }`
    : acceptable.length > 0
      ? code`${shared} & ${module.use(runtimeSymbols.AcceptOptions)}<${types}>`
      : shared;
}

/** True of the options that every call has. */
export const isUsual = (
  { idempotencyHeader }: Operation,
  { accept, acceptable = [] }: AcceptChoice,
  { isCompatible }: SignatureContext,
): boolean =>
  idempotencyHeader === undefined &&
  !isCompatible &&
  !accept &&
  acceptable.length === 0;
