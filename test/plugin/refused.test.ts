import { describe, expect, it } from "vitest";
import type { PluginUse } from "../../generator/config/plugin-use.js";
import {
  code,
  definePlugin,
  mdText,
  operationsOf,
  type Markdown,
  type PluginOutput,
  type Sdk,
} from "../../generator/plugin/index.js";
import { typeErrors } from "../support/type-errors.js";
import { pets, withPlugins } from "./fixture.js";

const pluginOf = (
  name: string,
  emit: (out: PluginOutput, sdk: Sdk) => void,
): PluginUse =>
  definePlugin({
    ...{ name, version: "1.0.0", api: 1 },
    emit: (sdk, out) => emit(out, sdk),
  })();

const problemsOf = async (
  ...plugins: readonly PluginUse[]
): Promise<readonly string[]> => {
  const { problems } = await withPlugins(pets, plugins);
  return problems.map((problem) => {
    switch (problem.kind) {
      case "refused":
        return `${problem.plugin} ${problem.action}: ${problem.reason}`;
      case "conflict":
        return `${problem.first} and ${problem.second} ${problem.action}`;
      case "failed":
        return `${problem.plugin} failed: ${problem.reason}`;
      case "warning":
        return `${problem.code}: ${problem.message}`;
    }
  });
};

const plain = "which is not a plain path below the package";
const ours = "which is in a directory of generated or hand-written files";
const below = "which is not below src/, docs/evil/ or skills/";

describe("a path is refused", () => {
  it.each([
    ["src/core/call.ts", ours],
    ["src/Core/x.ts", ours],
    ["src/lib/index.ts", ours],
    ["src/resources/pets.ts", ours],
    ["src/../package.json", plain],
    ["../x.ts", plain],
    ["/etc/passwd", plain],
    ["src\\core\\x.ts", plain],
    ["src/.git/x.ts", plain],
    ["src//x.ts", plain],
    ["src/x.", plain],
    ["package.json", below],
    ["docs/pets.md", below],
    ["docs/other/x.md", below],
    ["test/contract.test.mjs", below],
    [".github/workflows/x.yml", plain],
    ["sdkwright.lock", below],
  ])("%s", async (path, reason) => {
    const plugin = pluginOf("evil", (out) => out.text(path, ""));
    expect(await problemsOf(plugin)).toEqual([
      `evil writes ${path}: ${reason}`,
    ]);
  });

  it.each(["src/index.ts", "src/models.ts", "src/Errors.ts", "src/pets.ts"])(
    "%s, which the package has",
    async (path) => {
      const plugin = pluginOf("evil", (out) => {
        expect(out.isTaken(path)).toBe(true);
        out.module(path);
      });
      expect(await problemsOf(plugin)).toEqual([
        `the package and evil write ${path}`,
      ]);
    },
  );

  it("of a module that is no module", async () => {
    const plugin = pluginOf("evil", (out) => {
      out.module("src/x.d.ts");
      out.module("skills/x.ts");
    });
    expect(await problemsOf(plugin)).toEqual([
      "evil writes src/x.d.ts: a module is a .ts file below src/",
      "evil writes skills/x.ts: a module is a .ts file below src/",
    ]);
  });

  it("below src/ of what would not be parsed", async () => {
    const isFormatted = true;
    const plugin = pluginOf("evil", (out) => {
      out.text("src/x.ts", "a b c", { isFormatted });
      out.text("SRC/y.mts", "a b c", { isFormatted });
      out.text("docs/evil/x.md", "a   b", { isFormatted });
    });
    expect(await problemsOf(plugin)).toEqual([
      "evil writes src/x.ts as it is: what is below src/ is parsed",
      "evil writes SRC/y.mts as it is: what is below src/ is parsed",
    ]);
  });

  it.each(["src/x.tsx", "src/x.TS", "src/x.txt", "src/x"])(
    "%s, of which nobody says that it parses",
    async (path) => {
      const plugin = pluginOf("evil", (out) => out.text(path, "a b c"));
      expect(await problemsOf(plugin)).toEqual([
        `evil writes ${path}: what is below src/ is parsed`,
      ]);
    },
  );

  it("of an entry that is no module", async () => {
    const plugin = pluginOf("evil", (out) =>
      out.text("docs/evil/x.md", "x", { entry: "./x" }),
    );
    expect(await problemsOf(plugin)).toEqual([
      "evil exports docs/evil/x.md: a module is a .ts file below src/",
    ]);
  });

  it("of a page that a section has", async () => {
    const plugin = pluginOf("client", (out) => {
      out.section({
        ...{ title: mdText`Some`, about: mdText`text.` },
        blocks: [mdText`More.`],
      });
    });
    const own = `${pets}
  /ping:
    get: { operationId: ping, responses: { "204": { description: Yes. } } }
`.replace(/(components:[^]*)(  \/ping[^]*)/, "$2$1");
    const { problems } = await withPlugins(own, [plugin]);
    expect(problems).toMatchObject([
      { first: "client", second: "docs", action: "write docs/_client.md" },
    ]);
  });

  it("and others are not", async () => {
    const plugin = pluginOf("routes", (out) => {
      out.text("docs/routes/more.md", "# More\n");
      out.text("skills/pets/SKILL.md", "# Pets\n");
      out.text("src/deep/routes.json", "{}\n");
    });
    expect(await problemsOf(plugin)).toEqual([]);
  });
});

describe("two plugins cannot have", () => {
  it("one path, in whatever case", async () => {
    const one = pluginOf("one", (out) => void out.module("src/a.ts"));
    const two = pluginOf("two", (out) => void out.module("src/A.ts"));
    expect(await problemsOf(two, one)).toEqual(["one and two write src/A.ts"]);
  });

  it("one entry", async () => {
    const one = pluginOf(
      "one",
      (out) => void out.module("src/a.ts", { entry: "./a" }),
    );
    const two = pluginOf(
      "two",
      (out) => void out.module("src/b.ts", { entry: "./a" }),
    );
    expect(await problemsOf(one, two)).toEqual(["one and two export ./a"]);
  });

  it("one peer in different versions", async () => {
    const one = pluginOf("one", (out) => out.peer("swr", "^2.0.0"));
    const two = pluginOf("two", (out) => out.peer("swr", "^1.0.0"));
    const same = pluginOf("zoo", (out) => out.peer("swr", "^2.0.0"));
    expect(await problemsOf(one, same)).toEqual([]);
    expect(await problemsOf(one, two)).toEqual([
      "one and two need swr in different versions",
    ]);
  });

  it("one name", async () => {
    const one = pluginOf("one", () => undefined);
    expect(await problemsOf(one, one)).toEqual([
      "one and one have the same name",
    ]);
  });
});

describe("a plugin", () => {
  it.each([
    ["swr", "latest"],
    ["swr", '^2.0.0", "evil": "'],
    ["git+https://evil.example", "^1.0.0"],
    ["swr", "npm:evil@1.0.0"],
  ])("needs no %s %s", async (name, range) => {
    const plugin = pluginOf("evil", (out) => out.peer(name, range));
    expect(await problemsOf(plugin)).toEqual([
      `evil needs ${name} ${range}: a package has a name and a range such as ^5.62.0`,
    ]);
  });

  it("exports no entry that is none", async () => {
    const plugin = pluginOf(
      "evil",
      (out) => void out.module("src/a.ts", { entry: "./../a" }),
    );
    expect(await problemsOf(plugin)).toEqual([
      "evil exports ./../a: an entry is written like ./routes",
    ]);
  });

  it("that throws is named", async () => {
    const plugin = pluginOf("evil", () => {
      throw new Error("no idea");
    });
    expect(await problemsOf(plugin)).toEqual(["evil failed: no idea"]);
  });

  it("that is async is named, whatever comes of it", async () => {
    const plugin = definePlugin({
      ...{ name: "evil", version: "1.0.0", api: 1 },
      emit() {
        const later: unknown = Promise.reject(new Error("later"));
        return later as undefined;
      },
    })();
    expect(await problemsOf(plugin)).toEqual([
      "evil failed: emit must not be async: nobody waits for it",
    ]);
  });

  it.each(["../secret", "**/*", "!dist", "/etc", ".env"])(
    "publishes no %s",
    async (path) => {
      const plugin = pluginOf("evil", (out) => out.publish(path));
      expect(await problemsOf(plugin)).toEqual([
        `evil publishes ${path}: which is not a plain path below the package`,
      ]);
    },
  );

  it.each<[string, (out: PluginOutput) => void]>([
    ["a keyword is no text", (out) => out.keyword({} as string)],
    [
      "what a section says is no text",
      (out) => {
        const blocks = [5 as unknown as Markdown];
        out.section({ title: mdText`Some`, about: mdText`text.`, blocks });
      },
    ],
    [
      "the runtime has no constructor for outputs",
      (out) => out.module("src/x.ts").runtime("constructor" as "swr"),
    ],
  ])("has no values of other types: %s", async (reason, emit) => {
    expect(await problemsOf(pluginOf("evil", emit))).toEqual([
      `evil failed: ${reason}`,
    ]);
  });

  it("claims identifiers only", async () => {
    const plugin = pluginOf(
      "evil",
      (out) => void out.module("src/a.ts").claim("a = 1; b"),
    );
    expect(await problemsOf(plugin)).toEqual([
      'evil failed: not an identifier: "a = 1; b"',
    ]);
  });
});

describe("names", () => {
  it("of one module are different, whatever is claimed and imported, in any order", async () => {
    const plugin = pluginOf("many", (out, sdk) => {
      const file = out.module("src/many.ts", { entry: "./many" });
      const [first] = operationsOf(sdk);
      if (!first) throw new Error("no operation");
      const pet = file.type(first.operation.result.type);
      const names = ["getPet", "getPet", "Pet", "delete", "client"].map(
        (name) => file.claim(name),
      );
      const called = file.operation(first.operation);
      const other = file.npm("getPet", "@acme/router", { type: true });
      for (const name of names)
        file.add(code`export const ${name}: ${pet} | string = "";\n`);
      file.add(
        code`export const calls: unknown = [${called} satisfies ${other}];\n`,
      );
    });
    const { files, names } = await withPlugins(pets, [plugin]);
    expect(files["src/many.ts"]).toBe(
      `import type { getPet as getPet$$ } from "@acme/router";
import type { Pet } from "./models.js";
import { getPet as getPet$ } from "./resources/pets.js";

export const getPet: Pet | string = "";

export const getPet2: Pet | string = "";

export const Pet2: Pet | string = "";

export const delete2: Pet | string = "";

export const client2: Pet | string = "";

export const calls: unknown = [getPet$ satisfies getPet$$];
`,
    );
    expect([...names]).toEqual([
      ["plugin many many getPet", "getPet"],
      ["plugin many many getPet 2", "getPet2"],
      ["plugin many many Pet", "Pet2"],
      ["plugin many many delete", "delete2"],
      ["plugin many many client", "client2"],
    ]);
    const sources = Object.entries(files).filter(([path]) =>
      path.startsWith("src/"),
    );
    expect(
      typeErrors({
        ...Object.fromEntries(sources),
        "node_modules/@acme/router/package.json": '{ "types": "index.d.ts" }',
        "node_modules/@acme/router/index.d.ts": "export type getPet = object;",
      }),
    ).toEqual([]);
  });

  it("of an earlier run are not taken by what comes later", async () => {
    const plugin = pluginOf("many", (out, sdk) => {
      const file = out.module("src/many.ts");
      const [first] = operationsOf(sdk);
      if (!first) throw new Error("no operation");
      const called = file.operation(first.operation);
      file.add(code`export const ${file.claim("call")}: unknown = ${called};`);
    });
    const names = new Map([["plugin many many call", "getPet"]]);
    const { files } = await withPlugins(pets, [plugin], names);
    expect(files["src/many.ts"])
      .toBe(`import { getPet as getPet$ } from "./resources/pets.js";

export const getPet: unknown = getPet$;
`);
  });
});

it("the order of plugins changes nothing", async () => {
  const of = (name: string): PluginUse =>
    pluginOf(name, (out) => {
      out.module(`src/${name}.ts`, { entry: `./${name}` });
      out.keyword(name);
      out.publish(`extra-${name}`);
      out.peer(`@peer/${name}`, "^1.0.0");
      out.section({
        ...{ title: mdText`Some`, about: mdText`text.`, blocks: [] },
      });
    });
  const [a, b, c] = [of("a"), of("b"), of("c")];
  const one = await withPlugins(pets, [a, b, c]);
  const other = await withPlugins(pets, [c, a, b]);
  expect(other.files).toEqual(one.files);
  expect(Object.keys(other.files)).toEqual(Object.keys(one.files));
});
