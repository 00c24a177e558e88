/**
 * Parts and fields that are bodies themselves (OpenAPI 3.2, section 4.15.3; RFC 2046 section 5.1).
 */
import { describe, expect, it } from "vitest";
import { form } from "../../templates/runtime/form.js";
import { multipart } from "../../templates/runtime/multipart.js";
import { multipartItems } from "../../templates/runtime/multipart-items.js";
import {
  formInForm,
  innerForm,
  innerMultipart,
} from "../../templates/runtime/inner-bodies.js";
import type {
  Encoder,
  FieldEncoding,
} from "../../templates/runtime/operation.js";
import { pipeDelimited } from "../../templates/runtime/query-styles.js";
import { part } from "../../templates/runtime/upload.js";
import { sent } from "./support/bytes.js";

/** The body, with `B` for its boundary and `N` for those inside. */
const bodyOf = async (
  encoder: Encoder,
  body: unknown,
  encoding: readonly FieldEncoding[],
): Promise<string> => {
  const received = await sent({ body: encoder, encoding }, { body });
  const type = received.headers.get("content-type") ?? "";
  const [, boundary = "\0"] = type.split("; boundary=");
  const text = received.body.toString("latin1").replaceAll(boundary, "B");
  return [...text.matchAll(/boundary=(----\w+)/g)].reduce(
    (result, [, inner = ""]) => result.replaceAll(inner, "N"),
    text,
  );
};

const lines = (...all: string[]) => all.join("\r\n");
const named = (name: string, more = "") =>
  `Content-Disposition: form-data; name="${name}"${more}`;

const mixed = "multipart/mixed";
const urlencoded = "application/x-www-form-urlencoded";

describe("a part that is multipart", () => {
  it("has parts by the names of an object, with boundaries of its own", async () => {
    const parts = innerMultipart("multipart/form-data", [
      { name: "b", type: "image/png" },
    ]);
    expect(
      await bodyOf(multipart, { x: { a: "1", b: new Blob(["P"]) }, y: "2" }, [
        { name: "x", headers: [["X-H", "h"]], parts },
      ]),
    ).toBe(
      lines(
        ...["--B", named("x"), "Content-Type: multipart/form-data; boundary=N"],
        ...["X-H: h", "", "--N", named("a"), "", "1"],
        ...["--N", named("b", '; filename="blob"'), "Content-Type: image/png"],
        ...["", "P", "--N--\r\n", "--B", named("y"), "", "2", "--B--\r\n"],
      ),
    );
  });

  it("is one for each item of a list", async () => {
    const parts = innerMultipart(mixed);
    expect(
      await bodyOf(multipart, { x: [["a"], ["b"], null] }, [
        { name: "x", parts },
      ]),
    ).toBe(
      lines(
        ...["--B", named("x"), `Content-Type: ${mixed}; boundary=N`, ""],
        ...["--N", "Content-Type: text/plain", "", "a", "--N--\r\n"],
        ...["--B", named("x"), `Content-Type: ${mixed}; boundary=N`, ""],
        ...["--N", "Content-Type: text/plain", "", "b", "--N--\r\n"],
        "--B--\r\n",
      ),
    );
  });

  it("has what part(…) says of it", async () => {
    const parts = innerMultipart(mixed);
    const options = { filename: "f", headers: { "X-A": "b" } };
    expect(
      await bodyOf(multipart, { x: [part({ a: 1 }, options)] }, [
        { name: "x", parts },
      ]),
    ).toBe(
      lines(
        ...["--B", named("x", '; filename="f"')],
        ...[`Content-Type: ${mixed}; boundary=N`, "X-A: b", ""],
        ...["--N", named("a"), "", "1", "--N--\r\n", "--B--\r\n"],
      ),
    );
  });

  it("stands among parts without names, with a stream in it", async () => {
    const parts = innerMultipart(mixed, [{ name: "*", type: "image/gif" }]);
    const stream = new Blob(["S"]).stream();
    expect(
      await bodyOf(multipartItems, [[stream]], [{ name: "0", parts }]),
    ).toBe(
      lines(
        ...["--B", `Content-Type: ${mixed}; boundary=N`, ""],
        ...["--N", "Content-Type: image/gif", "", "S", "--N--\r\n"],
        "--B--\r\n",
      ),
    );
  });

  it("may be what the caller has written", async () => {
    const parts = innerMultipart(mixed);
    const blob = new Blob(["P"], { type: `${mixed}; boundary=x` });
    expect(
      await bodyOf(multipartItems, ["--x--", blob], [{ name: "*", parts }]),
    ).toBe(
      lines(
        ...["--B", `Content-Type: ${mixed}`, "", "--x--"],
        ...["--B", `Content-Type: ${mixed}; boundary=x`, "", "P", "--B--\r\n"],
      ),
    );
  });
});

describe("a part that is a form", () => {
  it("has the styles of its fields", async () => {
    const parts = innerForm(urlencoded, [{ name: "a", encode: pipeDelimited }]);
    expect(
      await bodyOf(multipart, { x: { a: ["1", "2"], b: "c d" } }, [
        { name: "x", parts },
      ]),
    ).toBe(
      lines(
        ...["--B", named("x"), `Content-Type: ${urlencoded}`, ""],
        ...["a=1%7C2&b=c+d", "--B--\r\n"],
      ),
    );
  });
});

describe("a form in a field of a form", () => {
  it("is the text of the field, whatever the caller has written", async () => {
    expect(
      await bodyOf(form, { x: { a: "b c", d: [1, 2] }, y: "e=f", z: "g" }, [
        { name: "x", encode: formInForm() },
        { name: "y", encode: formInForm() },
      ]),
    ).toBe("x=a%3Db%2Bc%26d%3D1%26d%3D2&y=e%3Df&z=g");
  });
});
