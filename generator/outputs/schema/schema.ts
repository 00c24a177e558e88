/**
 * `<package>/schema`: `paths`, `components` and `operations` as openapi-typescript declares them, for
 * programs that use these types, with openapi-fetch for example, and move to the client call by call.
 */
import type { PluginUse } from "../../config/plugin-use.js";
import type { Document } from "../../openapi/document.js";
import {
  codeBlock,
  code,
  definePlugin,
  lit,
  mdText,
} from "../../plugin/index.js";
import { entryModule } from "../entry-module.js";
import { schemaTypes } from "./schema-types.js";

export const schemaOutput = (document: Document): PluginUse =>
  definePlugin({
    name: "schema",
    version: "1.0.0",
    api: 1,
    emit(sdk, out) {
      const types = schemaTypes(document);
      if (types.kind === "impossible") {
        const message = `openapi-typescript cannot read the document: ${types.reason}`;
        out.warn("no-schema", message);
        return;
      }
      // As the library prints it: laying out what large documents have would take seconds.
      out.text(entryModule(sdk, "schema"), types.declarations, {
        isFormatted: true,
        entry: "./schema",
      });
      out.section({
        entry: "./schema",
        title: mdText`Types of the document`,
        about: mdText`\`paths\`, \`components\` and \`operations\`, as openapi-typescript declares them.`,
        blocks: [
          mdText`These are types alone, for programs that use them with \`openapi-fetch\` or by themselves:`,
          codeBlock(
            "ts",
            code`import createClient from "openapi-fetch";
import type { paths } from ${lit(`${sdk.package.name}/schema`)};

const client = createClient<paths>({ baseUrl: "https://api.example.com" });`,
          ),
        ],
      });
    },
  })();
