/**
 * `<package>/otel`: middleware that makes spans with OpenTelemetry. The library is the user's: an
 * optional peer, which nothing else of the package imports.
 */
import {
  code,
  codeBlock,
  codeSpan,
  definePlugin,
  ident,
  lit,
  mdText,
} from "../../plugin/index.js";
import { entryModule } from "../entry-module.js";

/** What `templates/runtime/otel.ts` imports; 1.9 has all of it. */
export const otelPeer = { name: "@opentelemetry/api", range: "^1.9.0" };

export const otelOutput = definePlugin({
  name: "otel",
  version: "1.0.0",
  api: 1,
  emit(sdk, out) {
    const file = out.module(entryModule(sdk, "otel"), { entry: "./otel" });
    const middleware = file.runtime("openTelemetry");
    const options = file.runtime("OpenTelemetryOptions");
    file.add(
      code`export { ${middleware} };`,
      code`export type { ${options} };`,
    );
    out.peer(otelPeer.name, otelPeer.range);
    const { className } = sdk.client;
    const example = code`import { openTelemetry } from ${lit(`${sdk.package.name}/otel`)};
import { ${ident(className)} } from ${lit(sdk.package.name)};

const client = new ${ident(className)}({ middleware: [openTelemetry()] });`;
    out.section({
      entry: "./otel",
      title: mdText`OpenTelemetry`,
      about: mdText`middleware that makes a span for each attempt.`,
      blocks: [
        mdText`It needs ${codeSpan(otelPeer.name)}, and a tracer provider that your program registers.`,
        codeBlock("ts", example),
        mdText`A client of \`createClient\` has it as its transport: \`createClient({ transport: pipeline(openTelemetry()) })\`.`,
        mdText`A span is named after the method and the path template, and has the attributes of OpenTelemetry's conventions for HTTP clients. It has no query, no headers and no bodies: credentials are in none of them. Of an error it has the class, or the status.`,
        mdText`\`propagate: true\` sends the context of the trace to the server, in headers such as \`traceparent\`: by default, a third party is told nothing. \`metrics: true\` records \`http.client.request.duration\` as well, in seconds.`,
      ],
    });
  },
});
