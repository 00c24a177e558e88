/**
 * A module in which no two things have one name, whatever is imported and declared, in any order.
 */
import type { Name } from "../sdk/sdk.js";
import { ident, type Code } from "../emit/encode/encode.js";
import { Module } from "../emit/module.js";

/** What code means without an import; a declaration of the name would mean something else. */
const occupied = `
  any arguments as async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for function if implements import in
  infer instanceof interface is keyof let module namespace never new null number object of package
  private protected public readonly require return satisfies static string super switch symbol this
  throw true try type typeof undefined unique unknown using var void while with yield
  AbortSignal Array AsyncIterable Awaited Blob Date Error Extract Exclude Headers Iterable JSON Map
  NonNullable Object Omit Parameters Partial Pick Promise Record Request Required Response ReturnType
  Set String Symbol URL client options params
`;

export class ScopedModule extends Module {
  readonly #taken: Set<string>;
  /** The local name of each import, by its own name and where it comes from. */
  readonly #imported = new Map<string, string>();

  /** @param kept names that only what had them in an earlier run may have */
  constructor(path: string, kept: Iterable<string>) {
    super(path);
    this.#taken = new Set([...occupied.trim().split(/\s+/), ...kept]);
  }

  /** The name for a declaration: as wanted, or with a number. @throws for what is no identifier */
  declare(wanted: string): string {
    ident(wanted as Name);
    return this.#free(wanted, (count) => `${wanted}${count}`);
  }

  override import(name: string, from: string, isTypeOnly: boolean): Code {
    const id = `${from} ${name}`;
    const local =
      this.#imported.get(id) ??
      // `$` is in no name that comes from a document.
      this.#free(name, (count) => name + "$".repeat(count - 1));
    this.#imported.set(id, local);
    return super.import(
      name,
      from,
      isTypeOnly,
      local === name ? undefined : local,
    );
  }

  #free(wanted: string, next: (count: number) => string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = next(count);
    this.#taken.add(name);
    return name;
  }
}
