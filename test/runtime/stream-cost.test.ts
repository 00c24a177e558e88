/** Streams of megabytes, a byte at a time: the work grows as they do, and no faster. */
import { describe, it } from "vitest";
import { events } from "../../templates/runtime/events.js";
import { jsonLines } from "../../templates/runtime/lines.js";
import { linearity } from "./support/work.js";

const million = `"${"x".repeat(1_000_000)}"`;

describe("the cost is linear in chunks of one byte", () => {
  it("of 4 MB of JSON lines", async () => {
    await linearity(jsonLines, "application/x-ndjson", `${million}\n`, 4);
  }, 120_000);

  it("of 4 MB of events", async () => {
    await linearity(events, "text/event-stream", `data: ${million}\n\n`, 4);
  }, 120_000);

  it("of many small events", async () => {
    const small = "data: 1\n\n".repeat(50_000);
    await linearity(events, "text/event-stream", small, 4);
  }, 120_000);
});
