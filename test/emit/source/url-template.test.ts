/**
 * A path key, and what the runtime gets of it.
 */
import { describe, expect, it } from "vitest";
import { urlTemplate } from "../../../generator/emit/source/url-template.js";

describe("urlTemplate", () => {
  it.each([
    ["/pets/{petId}/toys", "/pets/{petId}/toys"],
    ["/files/{name}.{format}:copy", "/files/{name}.{format}:copy"],
    ["/a(b)'c'!*,;=@~", "/a(b)'c'!*,;=@~"],
    ["/a%20b", "/a%20b"],
    ["/100%", "/100%25"],
    ["/a b", "/a%20b"],
    ["/a\nb\tc", "/a%0Ab%09c"],
    ["/\\evil.example", "/%5Cevil.example"],
    ["/${id}/{id}", "/$%7Bid%7D/{id}"],
    ["/{}", "/%7B%7D"],
    ['/"`<>^|', "/%22%60%3C%3E%5E%7C"],
    ["/日本/😀", "/%E6%97%A5%E6%9C%AC/%F0%9F%98%80"],
    ["/lone\ud800", "/lone%EF%BF%BD"],
    ["/{Bucket}#acl", "/{Bucket}"],
    ["/a?x=1&y={y}#z", "/a?x=1&y={y}"],
    ["/{weird name\u2028}", "/{weird name\u2028}"],
  ])("writes %j as %j", (path, want) => {
    expect(urlTemplate(path)).toBe(want);
  });
});
