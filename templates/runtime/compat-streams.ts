/**
 * Members of streams that programs of an earlier SDK use.
 */
import { define } from "./compat-define.js";
import { Stream } from "./stream.js";

/** Adds to the class what its type promises. */
export const addStreamMembers = (): void => {
  define(Stream.prototype, "controller", { get: controllerOf });
  define(Stream.prototype, "tee", { writable: true, value: tee });
};

const controllers: WeakMap<object, AbortController> =
  /* @__PURE__ */ new WeakMap();

function controllerOf(this: Stream<unknown>): AbortController {
  const known = controllers.get(this);
  if (known) return known;
  const controller = new AbortController();
  controller.signal.addEventListener("abort", () => {
    this.abort();
  });
  controllers.set(this, controller);
  return controller;
}

/** The connection is closed when neither branch is read any more. */
function tee<T>(this: Stream<T>): [Stream<T>, Stream<T>] {
  const values = this[Symbol.asyncIterator]();
  type Waiting = Promise<IteratorResult<T, void>>[];
  const waiting: [Waiting, Waiting] = [[], []];
  let open = 2;
  const branch = (own: Waiting, other: Waiting): Stream<T> => {
    async function* read(): AsyncGenerator<T, void, undefined> {
      try {
        for (;;) {
          if (own.length === 0) {
            const next = values.next();
            own.push(next);
            other.push(next);
          }
          const result = await own.shift();
          if (!result || result.done) return;
          yield result.value;
        }
      } finally {
        if (--open === 0) await values.return();
      }
    }
    const stream = new Stream(this.response, read(), () => {
      this.abort();
    });
    controllers.set(stream, this.controller);
    return stream;
  };
  const [first, second] = waiting;
  return [branch(first, second), branch(second, first)];
}
