/** TypeScript over a package and the code of a user of a library of npm. */
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { strictest } from "../../support/compiler-options.js";

const modules = fileURLToPath(
  new URL("../../../node_modules", import.meta.url),
);

export interface Checked {
  readonly files: Readonly<Record<string, string>>;
  /** Beside `src/`. */
  readonly use: string;
  /** Packages that stand in for others, which are older. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** True where the declarations of the library do not compile. */
  readonly hasBrokenTypes?: boolean;
}

/** @returns `path:line: message`, in order */
export const libraryErrors = ({
  files,
  use,
  aliases = {},
  hasBrokenTypes = false,
}: Checked): readonly string[] => {
  const root = mkdtempSync(join(tmpdir(), "sdkwright-types-"));
  try {
    const sources = Object.entries(files).filter(([path]) =>
      path.startsWith("src/"),
    );
    for (const [path, text] of [...sources, ["use.ts", use] as const]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    symlinkSync(modules, join(root, "node_modules"));
    const program = ts.createProgram([join(root, "use.ts")], {
      ...strictest,
      lib: [...(strictest.lib ?? []), "lib.dom.asynciterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: hasBrokenTypes,
      paths: Object.fromEntries(
        Object.entries(aliases).map(([name, path]) => [
          name,
          [join(modules, path)],
        ]),
      ),
    });
    return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
      const { file, start = 0, messageText } = diagnostic;
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      if (!file) return text;
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${relative(root, file.fileName)}:${line + 1}: ${text}`;
    });
  } finally {
    rmSync(root, { recursive: true });
  }
};
