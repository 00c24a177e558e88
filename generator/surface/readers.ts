/**
 * Reading of JSON that may be anything: each reader gives what it is asked for, or ends the reading.
 */

import { sortedMap } from "../diagnostics/code-units.js";

export type Reader<Value> = (value: unknown) => Value;

/** Thrown where a file is not what it should be; `readSurface` catches it. */
export class UnexpectedJson extends Error {}

export const fail = (reason: string): never => {
  throw new UnexpectedJson(reason);
};

export const text = (value: unknown): string =>
  typeof value === "string" ? value : fail("a text is missing");

export const number = (value: unknown): number =>
  typeof value === "number" ? value : fail("a number is missing");

/** What is left out is false. */
export const flag = (value: unknown): boolean =>
  value === undefined || typeof value === "boolean"
    ? value === true
    : fail("a boolean is none");

/** An object, whose members are asked for by names that no object has of itself. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : fail("an object is missing");

/** An object, whose members may have any name. */
export const dictionary = (value: unknown): Readonly<Record<string, unknown>> =>
  Object.assign(Object.create(null) as Record<string, unknown>, record(value));

export const list = <Value>(
  value: unknown,
  item: Reader<Value>,
): readonly Value[] =>
  Array.isArray(value)
    ? value.map((one) => item(one))
    : fail("a list is missing");

export const map = <Value>(
  value: unknown,
  of: (value: unknown, key: string) => Value,
): ReadonlyMap<string, Value> =>
  sortedMap(
    Object.entries(record(value)).map(([key, one]) => [key, of(one, key)]),
  );

/** The member, under its key, where it is there. */
export const optional = <Key extends string, Value>(
  given: Readonly<Record<string, unknown>>,
  key: Key,
  read: Reader<Value>,
): { readonly [One in Key]?: Value } =>
  (given[key] === undefined ? {} : { [key]: read(given[key]) }) as {
    readonly [One in Key]?: Value;
  };
