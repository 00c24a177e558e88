/** Which operation a request to a mock is. */
import { describe, expect, it } from "vitest";
import { mockRouter } from "../../templates/runtime/mock-routes.js";

const routed = (
  paths: readonly (readonly [path: string, query?: string, method?: string])[],
  target: string,
  { method = "GET", prefixes = [] as readonly string[] } = {},
) => {
  const find = mockRouter(
    paths.map(([path, query = "", own = "GET"]) => [
      `${own} ${path}${query && `?${query}`}`,
      ...([own, path, query, "{}"] as const),
    ]),
    prefixes,
  );
  const route = find(
    new Request(`https://api.example.com${target}`, { method }),
  );
  return route && [route.operation[0], route.params];
};

describe("a route", () => {
  it("has a method and a path", () => {
    const paths = [["/a"], ["/a", "", "POST"]] as const;
    expect(routed(paths, "/a")).toEqual(["GET /a", {}]);
    expect(routed(paths, "/a/?x=1", { method: "POST" })).toEqual([
      ...["POST /a", {}],
    ]);
    expect(routed(paths, "/a", { method: "PUT" })).toBeUndefined();
    for (const other of ["/", "/ab", "/a/b", "/b/a"])
      expect(routed(paths, other)).toBeUndefined();
  });

  it.each([
    ["/keys/a%2Fb%20c", "a/b c"],
    ["/keys/100%", "100%"],
    ["/keys/%F0%9F%A6%8A", "\u{1f98a}"],
  ])("decodes the parameters of its path: %s", (target, id) => {
    expect(routed([["/keys/{id}"]], target)).toEqual([
      ...["GET /keys/{id}", { id }],
    ]);
  });

  it("has parameters within a segment, and one called __proto__", () => {
    const { params } = mockRouter(
      [["op", "GET", "/a/{name}.{__proto__}/{c}", "", "{}"]],
      [],
    )(new Request("https://a.example/a/x.y/z")) ?? { params: {} };
    expect(Object.entries(params)).toEqual([
      ["name", "x"],
      ["__proto__", "y"],
      ["c", "z"],
    ]);
  });

  it("is the most literal one, whatever comes first", () => {
    const paths = [["/{kind}/{id}"], ["/keys/{id}"], ["/keys/mine"]] as const;
    for (const all of [paths, paths.toReversed()]) {
      expect(routed(all, "/keys/mine")).toEqual(["GET /keys/mine", {}]);
      expect(routed(all, "/keys/a")).toEqual(["GET /keys/{id}", { id: "a" }]);
      expect(routed(all, "/b/a")).toEqual([
        ...["GET /{kind}/{id}", { kind: "b", id: "a" }],
      ]);
    }
  });

  it("has slashes in a value where nothing else fits", () => {
    const paths = [["/files/{path}"], ["/files/{path}/info"]] as const;
    expect(routed(paths, "/files/a/b.txt")).toEqual([
      ...["GET /files/{path}", { path: "a/b.txt" }],
    ]);
    expect(routed(paths, "/files/a/info")).toEqual([
      ...["GET /files/{path}/info", { path: "a" }],
    ]);
  });

  it("takes characters of patterns for themselves", () => {
    expect(routed([["/a.b/c:d(e)*"]], "/a.b/c:d(e)*")).toBeDefined();
    expect(routed([["/a.b"]], "/axb")).toBeUndefined();
  });

  it("has the path of a server before it, with variables of its own", () => {
    const prefixes = ["/{region}/v1", "/v2"];
    for (const [target, id] of [
      ["/keys/a", "a"],
      ["/eu/v1/keys/b", "b"],
      ["/v2/keys/c", "c"],
    ] as const)
      expect(routed([["/keys/{id}"]], target, { prefixes })).toEqual([
        ...["GET /keys/{id}", { id }],
      ]);
    expect(routed([["/keys/{id}"]], "/v3/keys/a", { prefixes })).toBe(
      undefined,
    );
  });

  it("may have a query, with which it comes first", () => {
    const paths = [["/a"], ["/a", "do=x"], ["/a", "id={id}"]] as const;
    for (const all of [paths, paths.toReversed()]) {
      expect(routed(all, "/a?do=y&do=x")).toEqual(["GET /a?do=x", {}]);
      expect(routed(all, "/a?id=1")).toEqual(["GET /a?id={id}", {}]);
      expect(routed(all, "/a?do=y")).toEqual(["GET /a", {}]);
    }
  });
});
