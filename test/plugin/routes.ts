/**
 * An example of a plugin: `<package>/routes` has the route of every operation, for a server that
 * answers them, typed by a router of npm.
 */
import {
  code,
  codeBlock,
  codeSpan,
  definePlugin,
  docs,
  exportConstant,
  lit,
  mdText,
  operationsOf,
  string,
} from "sdkwright/plugin";

const router = "@acme/router";

export default definePlugin<{ prefix?: string; router?: string }>({
  name: "routes",
  version: "1.2.0",
  api: 1,
  options: {
    prefix: string("a path, such as `/v1`", /^\/[\w/-]*$/),
    router: string("a range of versions, such as `^2.0.0`"),
  },
  emit(sdk, out, { prefix = "", router: range = "^2.0.0" }) {
    const operations = [...operationsOf(sdk)].map((one) => one.operation);
    const file = out.module("src/routes.ts", { entry: "./routes" });
    // Names first: imports yield to them.
    const names = operations.map(({ functionName }) =>
      file.claim(`${functionName}Route`),
    );
    const route = file.npm("Route", router, { type: true });
    operations.forEach((operation, index) => {
      const name = names[index];
      const { id, method, path, result } = operation;
      if (result.kind === "binary")
        out.warn("no-files", `${id} answers with a file`, operation);
      else if (name)
        file.add(
          exportConstant({
            docs: docs([{ text: operation.doc.summary ?? "" }]),
            name,
            type: code`${route}<${file.data(operation)}>`,
            initializer: code`{ method: ${lit(method)}, path: ${lit(prefix + path)} }`,
          }),
        );
    });
    out.peer(router, range);
    out.section({
      entry: "./routes",
      title: mdText`Routes`,
      about: mdText`the route of each operation, for ${codeSpan(router)}.`,
      blocks: [
        mdText`Mount them on a router:`,
        codeBlock(
          "ts",
          `import * as routes from ${lit(`${sdk.package.name}/routes`)};`,
        ),
      ],
    });
  },
});
