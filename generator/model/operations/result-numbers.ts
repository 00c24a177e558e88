/**
 * The numbers in the names of result types: `CreatePetResponse`, `CreatePetResponse2`. Who has a number
 * keeps it, as the lock notes it by status and media type: a 200 that comes to stand before a 202 takes
 * another one. Without a lock the order is that of the responses.
 */
import type { NameLedger } from "../names/names.js";

export class ResultNumbers {
  readonly #operation: string;
  readonly #ledger: NameLedger;
  /** Numbers that have been given, or that what comes later has. */
  readonly #taken = new Set<number>();
  readonly #calls = new Map<string, number>();
  #count = 0;

  /**
   * @param operation `GET /pets`
   * @param slots everything that is going to have a number: `202 application/json`
   */
  constructor(operation: string, slots: Iterable<string>, ledger: NameLedger) {
    this.#operation = operation;
    this.#ledger = ledger;
    for (const slot of slots)
      for (let call = 1; ; call++) {
        const number = this.#earlier(this.#idOf(slot, call));
        if (number === undefined) break;
        this.#taken.add(number);
      }
  }

  /**
   * The number of a type, from 1 on.
   * @returns with what notes it, for a type that is called by it
   */
  take(slot: string): { readonly number: number; readonly note: () => void } {
    const call = (this.#calls.get(slot) ?? 0) + 1;
    this.#calls.set(slot, call);
    const id = this.#idOf(slot, call);
    this.#count += 1;
    const number = this.#earlier(id) ?? this.#firstFree();
    this.#taken.add(number);
    const note = (): void => {
      this.#ledger.given.set(id, String(number));
    };
    return { number, note };
  }

  #firstFree(): number {
    let number = this.#count;
    while (this.#taken.has(number)) number += 1;
    return number;
  }

  /** Of one slot, a stream of events has a type for each event. */
  #idOf(slot: string, call: number): string {
    const which = call > 1 ? ` ${String(call)}` : "";
    return `result ${this.#operation} ${slot}${which}`;
  }

  /** Undefined for anything else: people can change a lock file. */
  #earlier(id: string): number | undefined {
    const text = this.#ledger.earlier.get(id) ?? "";
    return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
  }
}
