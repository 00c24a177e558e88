/** Tarballs as npm writes them, and paths that no package has. */
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import {
  filesOfTarball,
  pathsOfTarball,
} from "../../generator/diff/tarball.js";

interface Entry {
  readonly name: string;
  readonly text: string;
  readonly prefix?: string;
  /** `0` is a file, `x` the header of pax, `2` a link. */
  readonly type?: string;
}

const entry = ({ name, text, prefix = "", type = "0" }: Entry): Buffer => {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(text.length.toString(8).padStart(11, "0"), 124);
  header.write(type, 156);
  header.write("ustar\0", 257);
  header.write(prefix, 345);
  const content = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  content.write(text);
  return Buffer.concat([header, content]);
};

const tarball = (...entries: readonly Entry[]): Buffer =>
  gzipSync(Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]));

const all = (...entries: readonly Entry[]): object =>
  Object.fromEntries(pathsOfTarball(tarball(...entries), () => true));

it("has files below its folder, whatever that is called", () => {
  const archive = tarball(
    { name: "package/package.json", text: "{}" },
    { name: "package/types/index.d.ts", text: "x".repeat(600) },
    { name: "package/types/index.js", text: "" },
  );
  expect(Object.fromEntries(filesOfTarball(archive))).toEqual({
    "package.json": "{}",
    "types/index.d.ts": "x".repeat(600),
  });
  expect(
    Object.fromEntries(
      pathsOfTarball(archive, (path) => path.endsWith(".d.ts")),
    ),
  ).toEqual({ "types/index.d.ts": "x".repeat(600) });
});

it("has long names in two fields, or in a header of their own", () => {
  const record = " path=package/of/pax.d.ts\n";
  const length = record.length + 2;
  expect(
    all(
      { name: "a.d.ts", prefix: "package/resources", text: "1" },
      { name: "x", type: "x", text: `${length}${record}` },
      { name: "package/of/p", text: "2" },
      { name: "package/b.d.ts", text: "3" },
    ),
  ).toEqual({ "resources/a.d.ts": "1", "of/pax.d.ts": "2", "b.d.ts": "3" });
});

it("leads nowhere else", () => {
  expect(
    all(
      { name: "package/../../a", text: "1" },
      { name: "package//a", text: "1" },
      { name: "package/a\\..\\b", text: "1" },
      { name: "package/C:/a", text: "1" },
      { name: "a", text: "1" },
      { name: "package/link", type: "2", text: "" },
    ),
  ).toEqual({});
});
