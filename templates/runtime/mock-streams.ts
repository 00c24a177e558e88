/**
 * Streams of mocks: lines of JSON, and events. Packages without streams do not have
 * this.
 */
import type { MockStreams } from "./mock-types.js";

export const mockedStream: MockStreams = (
  kind,
  items,
  { delay = 0, failAfter = Infinity },
) => {
  if (!/events$/i.test(kind) && kind !== "jsonLines") return undefined;
  const encoder = new TextEncoder();
  let index = 0;
  return new ReadableStream({
    async pull(controller) {
      if (delay > 0) await new Promise((done) => setTimeout(done, delay));
      if (index >= failAfter) controller.error(new TypeError("terminated"));
      else if (index >= items.length) controller.close();
      else controller.enqueue(encoder.encode(itemText(kind, items[index++])));
    },
  });
};

/** JSON on a line, or an event (HTML, "Server-sent events"). */
function itemText(kind: string, item: unknown): string {
  if (kind === "jsonLines") return `${JSON.stringify(item)}\n`;
  const isWhole =
    kind !== "events" &&
    Object(item) === item &&
    Object.hasOwn(item as object, "data");
  const { data, ...fields } = (isWhole ? item : { data: item }) as Readonly<
    Record<string, unknown>
  >;
  const text =
    typeof data === "string" && isWhole ? data : JSON.stringify(data);
  const lines = Object.entries(fields)
    .filter(
      ([name, value]) =>
        ["event", "id", "retry"].includes(name) && value !== undefined,
    )
    .map(([name, value]) => `${name}: ${String(value)}\n`);
  return `${lines.join("")}${text
    .split(/\r\n|[\r\n]/)
    .map((line) => `data: ${line}\n`)
    .join("")}\n`;
}
