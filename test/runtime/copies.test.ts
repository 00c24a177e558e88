/** Copies that inherit nothing: of options, operations and what else is read by name. */
import { afterEach, describe, expect, it } from "vitest";
import { withoutPrototype } from "../../templates/runtime/without-prototype.js";

/** As of an attacker's JSON: a property of this name, no prototype. */
const hostile = (): object =>
  JSON.parse('{"__proto__":{"fetch":1},"a":1}') as object;

describe("a copy without a prototype", () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, "timeout");
  });

  it("has the properties of all, the last ones over the first", () => {
    const first = { a: 1, b: 1 };
    const copy = withoutPrototype<object>(first, undefined, { b: 2 }, { c: 3 });
    expect({ ...copy }).toEqual({ a: 1, b: 2, c: 3 });
    expect(first).toEqual({ a: 1, b: 1 });
    expect(Object.keys(withoutPrototype(undefined))).toEqual([]);
  });

  it("inherits nothing", () => {
    (Object.prototype as { timeout?: number }).timeout = 1;
    const copy = withoutPrototype<Record<string, unknown>>({ a: 1 });
    expect("timeout" in copy).toBe(false);
    expect("toString" in copy).toBe(false);
    expect(copy["constructor"]).toBeUndefined();
  });

  it("keeps a property __proto__ as what it is", () => {
    for (const copy of [
      withoutPrototype(hostile()),
      withoutPrototype({ b: 1 }, hostile()),
    ]) {
      expect("fetch" in copy).toBe(false);
      expect(Object.getOwnPropertyDescriptor(copy, "__proto__")?.value).toEqual(
        { fetch: 1 },
      );
    }
  });

  it("gives what is written to one to no other", () => {
    const [one, other] = [
      withoutPrototype<Record<string, unknown>>({}),
      withoutPrototype<Record<string, unknown>>({}),
    ];
    one["__proto__"] = { fetch: 1 };
    one["timeout"] = 1;
    expect("fetch" in other || "timeout" in other).toBe(false);
    expect("fetch" in one).toBe(false);
  });
});
