/**
 * Every style of OpenAPI 3.1.1 section 4.8.12.3, with the values of its table: `undefined`
 * members as in RFC 6570 section 2.3, brackets and bars percent-encoded as in 3.1.2.
 */
import { describe, expect, it } from "vitest";
import { extras } from "../../templates/runtime/extras.js";
import * as headerStyles from "../../templates/runtime/header-styles.js";
import type { ParameterEncoder } from "../../templates/runtime/operation.js";
import * as pathStyles from "../../templates/runtime/path-styles.js";
import * as queryStyles from "../../templates/runtime/query-styles.js";
import { rejection, sent, invoke } from "./support/bytes.js";

const { simple, simpleExploded, label, labelExploded } = pathStyles;
const { matrix, matrixExploded, simpleReserved, jsonSegment } = pathStyles;
const {
  formExploded,
  commaDelimited: joined,
  spaceDelimited: spaced,
  pipeDelimited: piped,
  deepObject: deep,
} = queryStyles;
const { formExplodedReserved: formReserved, jsonQuery } = queryStyles;
const {
  headerSimple: headerList,
  headerSimpleExploded: headerExploded,
  jsonHeader,
} = headerStyles;

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

type Row = readonly [
  style: string,
  encode: ParameterEncoder,
  empty: string | undefined,
  string: string | undefined,
  array: string | undefined,
  object: string | undefined,
];

/** The table of section 4.8.12.3; undefined where it says n/a. */
const table: readonly Row[] = [
  [
    "matrix",
    matrix,
    ";color",
    ";color=blue",
    ";color=blue,black,brown",
    ";color=R,100,G,200,B,150",
  ],
  [
    "matrix exploded",
    matrixExploded,
    ";color",
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
  ["label", label, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  [
    "label exploded",
    labelExploded,
    ".",
    ".blue",
    ".blue.black.brown",
    ".R=100.G=200.B=150",
  ],
  ["simple", simple, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  [
    "simple exploded",
    simpleExploded,
    "",
    "blue",
    "blue,black,brown",
    "R=100,G=200,B=150",
  ],
  [
    "form",
    joined,
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    "form exploded",
    formExploded,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  [
    "spaceDelimited",
    spaced,
    undefined,
    undefined,
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    piped,
    undefined,
    undefined,
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  [
    "deepObject",
    deep,
    undefined,
    undefined,
    undefined,
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    "simple in a header",
    headerList,
    "",
    "blue",
    "blue,black,brown",
    "R,100,G,200,B,150",
  ],
  [
    "simple exploded in a header",
    headerExploded,
    "",
    "blue",
    "blue,black,brown",
    "R=100,G=200,B=150",
  ],
];

describe("the table of the specification", () => {
  const rows = table.flatMap(
    ([style, encode, empty, string, array, members]) => [
      { style, encode, value: "", text: empty },
      { style, encode, value: "blue", text: string },
      { style, encode, value: list, text: array },
      { style, encode, value: object, text: members },
    ],
  );
  it.each(rows.filter(({ text }) => text !== undefined))(
    "$style writes $value as $text",
    ({ encode, value, text }) => {
      expect(encode("color", value)).toBe(text);
    },
  );

  it.each(table)("%s leaves null and undefined members out", (...row) => {
    const [, encode, , , array, members] = row;
    if (array !== undefined)
      expect(encode("color", [null, ...list, undefined])).toBe(array);
    expect(encode("color", { ...object, x: null, y: undefined })).toBe(members);
  });
});

describe("empty lists and objects", () => {
  const nothing: readonly [string, ParameterEncoder][] = [
    ["simple", simple],
    ["simple exploded", simpleExploded],
    ["matrix", matrix],
    ["matrix exploded", matrixExploded],
    ["label", label],
    ["label exploded", labelExploded],
    ["form", joined],
    ["form exploded", formExploded],
    ["spaceDelimited", spaced],
    ["pipeDelimited", piped],
    ["deepObject", deep],
    ["simple in a header", headerList],
    ["simple exploded in a header", headerExploded],
  ];
  // RFC 6570 section 2.3: like an undefined variable.
  it.each(nothing)("send nothing: %s", (_, encode) => {
    expect(encode("color", [])).toBe("");
    expect(encode("color", {})).toBe("");
    expect(encode("color", [null])).toBe("");
    expect(encode("color", { x: undefined })).toBe("");
    expect(encode("color", undefined)).toBe("");
    expect(encode("color", null)).toBe("");
  });

  it("an item that is an empty text is something", () => {
    expect(matrix("color", [""])).toBe(";color");
    expect(matrix("color", ["", ""])).toBe(";color=,");
    expect(label("color", [""])).toBe(".");
    expect(joined("color", [""])).toBe("color=");
  });
});

it("null and undefined items are left out in the default styles too", async () => {
  const values = [null, "a", undefined, "b"];
  const { url, headers } = await sent(
    {
      path: "/{p}",
      query: ["q", "none"],
      headers: ["X-H"],
      cookies: ["c"],
      extras,
    },
    { p: values, q: values, none: [null], "X-H": values, c: values },
  );
  expect(url).toBe("/a,b?q=a&q=b");
  expect(headers.get("x-h")).toBe("a,b");
  expect(headers.get("cookie")).toBe("c=a; c=b");
});

describe("members", () => {
  const date = new Date("2026-01-02T03:04:05.678Z");
  const values: readonly [unknown, string][] = [
    [date, "2026-01-02T03%3A04%3A05.678Z"],
    [9007199254740993n, "9007199254740993"],
    [false, "false"],
    [0, "0"],
    [-1.5, "-1.5"],
    ["a/b?c#d e%", "a%2Fb%3Fc%23d%20e%25"],
    ["!'()*", "%21%27%28%29%2A"],
    ["ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80"],
  ];
  it.each(values)("%s are written as %s", (value, text) => {
    expect(joined("a", [value, value])).toBe(`a=${text},${text}`);
    expect(formExploded("a", { k: value })).toBe(`k=${text}`);
    expect(deep("a", { k: value })).toBe(`a%5Bk%5D=${text}`);
    expect(simpleExploded("a", { k: value })).toBe(`k=${text}`);
  });

  const refused: readonly unknown[] = [
    NaN,
    Infinity,
    Symbol("s"),
    () => 1,
    "\ud800",
  ];
  it.each(refused.map((value) => [typeof value, value]))(
    "a %s is refused where it has no text",
    (_, value) => {
      for (const encode of [simple, joined, formExploded, deep, matrix])
        expect(() => encode("a", [value])).toThrow();
    },
  );

  it("a name is escaped", () => {
    expect(joined("a&b=c", 1)).toBe("a%26b%3Dc=1");
    expect(formExploded("x", { "a&b": "=" })).toBe("a%26b=%3D");
    expect(matrixExploded("x", { "a;b": "/" })).toBe(";a%3Bb=%2F");
    expect(deep("f", { "a[b]": 1 })).toBe("f%5Ba%5Bb%5D%5D=1");
  });

  it("own members only, whatever they are called", () => {
    const value = Object.assign(
      Object.create({ inherited: 1 }) as object,
      JSON.parse('{"__proto__": "p", "toString": "t"}'),
    ) as object;
    const parsed: object = JSON.parse('{"__proto__": "p", "toString": "t"}');
    expect(formExploded("x", parsed)).toBe("__proto__=p&toString=t");
    expect(formExploded("x", value)).not.toContain("inherited");
  });

  it("ten thousand of them are no problem", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    expect(joined("a", many)).toBe(`a=${many.join(",")}`);
    expect(deep("a", { b: many }).split("&")).toHaveLength(10_000);
  });

  it.each([
    ["a Map", new Map([["k", 1]])],
    ["a Set", new Set([1])],
    ["a Blob", new Blob(["x"])],
    ["a URL", new URL("https://example.com")],
    ["bytes", new Uint8Array(2)],
  ])("%s never becomes [object Object] or nothing", (_, value) => {
    for (const encode of [joined, formExploded, simple, deep]) {
      let text: string | undefined;
      try {
        text = encode("a", value);
      } catch {
        continue;
      }
      expect(text).toMatch(/example/);
    }
  });
});

describe("deepObject", () => {
  it("nests objects and numbers lists", () => {
    expect(decodeURIComponent(deep("filter", { a: { b: 1 } }))).toBe(
      "filter[a][b]=1",
    );
    expect(decodeURIComponent(deep("filter", { a: ["x", "y"] }))).toBe(
      "filter[a][0]=x&filter[a][1]=y",
    );
    expect(decodeURIComponent(deep("f", { a: [{ b: 1 }] }))).toBe(
      "f[a][0][b]=1",
    );
  });

  it("refuses what is circular", () => {
    const circular: { self?: object; other?: object } = {};
    circular.self = circular;
    circular.other = circular;
    expect(() => deep("a", circular)).toThrow();
    expect(() => joined("a", circular)).toThrow();
    expect(() => jsonQuery("a", circular)).toThrow();
  });
});

describe("content: application/json", () => {
  const value = { lat: 1, long: "ä" };
  it.each([
    ["query", jsonQuery, "c=%7B%22lat%22%3A1%2C%22long%22%3A%22%C3%A4%22%7D"],
    ["path", jsonSegment, "%7B%22lat%22%3A1%2C%22long%22%3A%22%C3%A4%22%7D"],
    ["header", jsonHeader, '{"lat":1,"long":"\\u00e4"}'],
  ])("in a %s", (_, encode, text) => {
    expect(encode("c", value)).toBe(text);
  });

  it("refuses what JSON has no text for", () => {
    for (const encode of [jsonQuery, jsonSegment, jsonHeader]) {
      const circular: Record<string, unknown> = { secret: 1 };
      circular["self"] = circular;
      for (const value of [1n, () => 1, Symbol("s"), circular, { a: 1n }])
        expect(() => encode("c", value)).toThrow(/^invalid value for c$/);
    }
  });
});

describe("allowReserved", () => {
  it("leaves characters that no query gives a meaning to, and triples", () => {
    expect(formReserved("q", ":/?@!$'()*,;=")).toBe("q=:/?@!$'()*,;=");
    expect(formReserved("q", "%2F%2f")).toBe("q=%2F%2f");
    expect(formReserved("q", "100% ä")).toBe("q=100%25%20%C3%A4");
  });

  it("lets no value end the query or its line", () => {
    for (const value of ["a#b", "a\rb", "a\nb"]) {
      let text = "";
      try {
        text = formReserved("q", value);
      } catch {
        continue;
      }
      expect(text).not.toMatch(/[#\r\n]/);
    }
  });

  it("lets no path value begin a query or a fragment", () => {
    expect(simpleReserved("p", "a/b?c")).toBe("a/b%3Fc");
    let text = "";
    try {
      text = simpleReserved("p", "a#b");
    } catch {
      return;
    }
    expect(text).not.toContain("#");
  });

  it("keeps delimiters and names as they are", () => {
    expect(formReserved("a/b", [1, 2])).toBe("a%2Fb=1&a%2Fb=2");
  });

  it.each(["..", "a/../b", "a/%2e%2e/b", "a/.%2E", "./a"])(
    "refuses dot segments: %s",
    async (value) => {
      const error = await rejection(
        invoke(
          { url: "http://127.0.0.1:9" },
          {
            path: "/f/{p}",
            paths: [{ name: "p", encode: simpleReserved }],
            extras,
          },
          { p: value },
        ),
      );
      expect(error.name).toBe("ConfigError");
    },
  );
});

describe("on the wire", () => {
  it("a query, a path, a header and cookies", async () => {
    const { url, headers } = await sent(
      {
        path: "/a{m}/{l}",
        paths: [
          { name: "m", encode: matrixExploded },
          { name: "l", encode: labelExploded },
        ],
        query: [
          { name: "color", encode: piped },
          { name: "filter", key: "f", encode: deep },
          { name: "none", encode: joined },
        ],
        headers: [{ name: "X-Color", encode: headerExploded }],
        cookies: [{ name: "c", encode: headerStyles.cookieFormExploded }],
        extras,
      },
      {
        m: object,
        l: list,
        color: list,
        f: object,
        none: [],
        "X-Color": object,
        c: object,
      },
    );
    expect(url).toBe(
      "/a;R=100;G=200;B=150/.blue.black.brown" +
        "?color=blue%7Cblack%7Cbrown" +
        "&filter%5BR%5D=100&filter%5BG%5D=200&filter%5BB%5D=150",
    );
    expect(headers.get("x-color")).toBe("R=100,G=200,B=150");
    expect(headers.get("cookie")).toBe("R=100; G=200; B=150");
  });

  it.each([
    ["label of an empty text", label, ""],
    ["label of a dot", label, "."],
    ["simple of an empty text", simple, ""],
    ["simple of an empty list", simple, []],
    ["label of an empty list", label, []],
  ])(
    "refuses a path that would be another one: %s",
    async (_, encode, value) => {
      const error = await rejection(
        invoke(
          { url: "http://127.0.0.1:9" },
          { path: "/f/{p}/g", paths: [{ name: "p", encode }], extras },
          { p: value },
        ),
      );
      expect(error.name).toBe("ConfigError");
    },
  );

  it.each([
    ["CR LF", "a\r\nb: c"],
    ["NUL", "a\0"],
    ["more than a byte", "€"],
  ])("refuses %s in a header, without showing it", async (_, value) => {
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { headers: [{ name: "X", encode: headerExploded }], extras },
        { X: { secret: value } },
      ),
    );
    expect(error.name).toBe("ConfigError");
    expect(error.message).not.toContain(value);
  });
});
