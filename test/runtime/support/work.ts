/** How much text a decoder looks at or copies, in place of time, which no test can rely on. */
import { expect } from "vitest";
import type {
  DecodeContext,
  Decoder,
} from "../../../templates/runtime/operation.js";

/** A response of single bytes, without the cost of the platform's streams. */
function bytewise(type: string, text: string): Response {
  const bytes = new TextEncoder().encode(text);
  let next = 0;
  const reader = {
    read: () => {
      const chunk = bytes.subarray(next, ++next);
      return Promise.resolve(
        chunk.length > 0
          ? { done: false, value: chunk }
          : { done: true, value: undefined },
      );
    },
    cancel: () => Promise.resolve(),
  };
  const headers = new Headers({ "content-type": type });
  const body = { getReader: () => reader };
  return { ok: true, status: 200, headers, body } as unknown as Response;
}

function context(): DecodeContext {
  const controller = new AbortController();
  return {
    call: {
      operation: "test",
      method: "GET",
      route: "/",
      attempt: 0,
      idempotencyKey: undefined,
    },
    options: {},
    limit: 1e8,
    scope: {
      signal: controller.signal,
      detached: false,
      abort: (error) => controller.abort(error ?? null),
    },
  };
}

/** Characters that went into or came out of the methods that look at text or copy it. */
async function work(decoder: Decoder, type: string, text: string) {
  let characters = 0;
  let values = 0;
  const undo: (() => void)[] = [];
  const watch = <T extends object>(
    prototype: T,
    names: readonly (keyof T)[],
  ): void => {
    for (const name of names) {
      const original = prototype[name] as (...all: unknown[]) => unknown;
      (prototype as Record<keyof T, unknown>)[name] = function (
        this: unknown,
        ...all: unknown[]
      ): unknown {
        const result = Reflect.apply(original, this, all);
        if (typeof result === "string") characters += result.length;
        else if (typeof this === "string") characters += this.length;
        else if (typeof all[0] === "string") characters += all[0].length;
        return result;
      };
      undo.push(() => {
        (prototype as Record<keyof T, unknown>)[name] = original;
      });
    }
  };
  const items = (await decoder.decode(
    bytewise(type, text),
    context(),
  )) as AsyncIterable<unknown>;
  watch(String.prototype, ["concat", "slice", "substring", "split"]);
  watch(String.prototype, ["indexOf", "search", "match", "replace", "trim"]);
  watch(RegExp.prototype, ["exec", "test"]);
  watch(Array.prototype as { join: unknown }, ["join"]);
  try {
    for await (const _ of items) values++;
  } finally {
    for (const restore of undo) restore();
  }
  return { characters, values };
}

/** Reads a text and `times` times the text, and compares. */
export async function linearity(
  decoder: Decoder,
  type: string,
  text: string,
  times: number,
): Promise<void> {
  const few = await work(decoder, type, text);
  const many = await work(decoder, type, text.repeat(times));
  // One value of the whole length, too: there, quadratic work would show most.
  const [whole = ""] = /^[^]*?x+/.exec(text) ?? [];
  const long = whole
    ? await work(
        decoder,
        type,
        whole.repeat(1) +
          "x".repeat((times - 1) * text.length) +
          text.slice(whole.length),
      )
    : many;
  expect(many.values).toBe(few.values * times);
  for (const { characters } of [many, long]) {
    expect(characters).toBeLessThan(few.characters * times * 1.1);
    expect(characters).toBeLessThan(text.length * times * 12);
  }
}
