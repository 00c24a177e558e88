/**
 * The command `watch`.
 */
import { Option } from "commander";
import { defineCommand, type Terminal } from "../command.js";
import {
  documentOptions,
  type PackageOptions,
  specArgument,
  toLibraryOptions,
} from "../package-options.js";

interface WatchCommandOptions extends PackageOptions {
  readonly poll?: boolean;
}

export const watch = defineCommand({
  name: "watch",
  description: "Generate whenever the document or the config changes.",
  arguments: [specArgument],
  options: [
    ...documentOptions,
    new Option("--strict", "treat warnings as errors"),
    new Option(
      "--poll",
      "look for changes, where the system does not tell: network drives, containers",
    ),
  ],
  run: async (
    {
      terminal,
      ...options
    }: WatchCommandOptions & { readonly terminal: Terminal },
    spec?: string,
  ) => {
    const { WatchSession } = await import("./session.js");
    const { watchPrinter } = await import("./watch-text.js");
    const session = new WatchSession(
      {
        selection: toLibraryOptions(options, spec),
        strict: options.strict ?? false,
        isPolling: options.poll ?? false,
      },
      watchPrinter(terminal),
    );
    let stop: () => void = () => undefined;
    const ended = new Promise<void>((end) => (stop = terminal.onEnd(end)));
    try {
      await session.open();
      await ended;
    } finally {
      await session.close();
      stop();
    }
    return { ok: true };
  },
  print: () => ({ out: "", err: "" }),
});
