/** Files of whatever holds bytes. */
import { describe, expect, it } from "vitest";
import { toFile } from "../../templates/runtime/upload.js";

const bytes = new TextEncoder().encode("ab");
const stream = () => new Blob([bytes]).stream();

describe("toFile", () => {
  it.each([
    ["text", () => "ab"],
    ["bytes", () => bytes],
    ["a Buffer", () => Buffer.from("ab")],
    ["an ArrayBuffer", () => bytes.buffer],
    ["a Blob", () => new Blob(["ab"])],
    ["a stream", stream],
    ["a response", () => new Response("ab")],
    ["a promise of a response", () => Promise.resolve(new Response("ab"))],
  ])("names %s", async (_, data) => {
    const file = await toFile(data(), "a.txt");
    expect(file).toBeInstanceOf(File);
    expect(file.name).toBe("a.txt");
    expect(await file.text()).toBe("ab");
  });

  it("keeps the media type of a response and of a Blob", async () => {
    const type = "image/png";
    const response = new Response("ab", { headers: { "content-type": type } });
    expect((await toFile(response, "a.png")).type).toBe(type);
    const blob = new Blob(["ab"], { type });
    expect((await toFile(blob, "a.png")).type).toBe(type);
  });

  it("takes a media type", async () => {
    const file = await toFile("ab", "a.txt", { type: "text/plain" });
    expect(file.type).toBe("text/plain");
  });
});
