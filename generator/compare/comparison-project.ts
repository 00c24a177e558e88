/**
 * One program of TypeScript's checker with both packages in it, as a caller compiles that uses both.
 */
import type { Node, Project, SourceFile, Type } from "ts-morph";

export interface ComparisonProject {
  readonly project: Project;
  /** The type of a client, of each package. */
  readonly published: Type;
  readonly ours: Type;
  /** Adds the file with the calls, in which the types of the clients are `Published` and `Ours`. */
  readonly addCalls: (text: string) => SourceFile;
  /** Where types are looked at from. */
  readonly at: Node;
}

export interface ComparedEntries {
  /** Absolute: the files that declare what the packages export. */
  readonly published: string;
  readonly ours: string;
  /** Absolute: a folder that need not be there. */
  readonly folder: string;
}

/**
 * Undefined where a package exports no client: its default export, or else the only class whose
 * instances have resources.
 */
export const openProject = async ({
  published,
  ours,
  folder,
}: ComparedEntries): Promise<
  ComparisonProject | { readonly lacksClient: "published" | "ours" }
> => {
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: [
        "lib.es2023.d.ts",
        "lib.esnext.disposable.d.ts",
        "lib.dom.d.ts",
        "lib.dom.iterable.d.ts",
        "lib.dom.asynciterable.d.ts",
      ],
    },
  });
  const names = {
    published: clientName(project.addSourceFileAtPath(published)),
    ours: clientName(project.addSourceFileAtPath(ours)),
  };
  if (names.published === undefined) return { lacksClient: "published" };
  if (names.ours === undefined) return { lacksClient: "ours" };
  const head = [
    importClient(names.published, "Published", published),
    importClient(names.ours, "Ours", ours),
  ].join("\n");
  const file = project.createSourceFile(
    `${folder}/sdkwright-clients.ts`,
    `${head}\ndeclare const clients: { published: Published; ours: Ours };`,
  );
  const at = file.getFirstChildOrThrow();
  const clients = file.getVariableDeclarationOrThrow("clients").getType();
  const typeOf = (name: string): Type =>
    clients.getPropertyOrThrow(name).getTypeAtLocation(at);
  return {
    project,
    at,
    published: typeOf("published"),
    ours: typeOf("ours"),
    addCalls: (text) =>
      project.createSourceFile(
        `${folder}/sdkwright-calls.ts`,
        `${head}\n${text}`,
      ),
  };
};

/** The name that the client's class is exported under. */
const clientName = (entry: SourceFile): string | undefined => {
  const at = entry.getFirstChildOrThrow();
  const exported = entry.getExportedDeclarations();
  const isClass = (name: string): boolean =>
    exported
      .get(name)
      ?.some((one) => one.getKindName() === "ClassDeclaration") ?? false;
  if (isClass("default")) return "default";
  const classes = [...exported.keys()].filter(isClass).filter((name) =>
    exported.get(name)?.some((one) =>
      one
        .getType()
        .getProperties()
        .some((member) =>
          member
            .getTypeAtLocation(at)
            .getSymbol()
            ?.getDeclarations()
            .some((found) => found.getKindName() === "ClassDeclaration"),
        ),
    ),
  );
  return classes.length === 1 ? classes[0] : undefined;
};

const importClient = (name: string, local: string, entry: string): string =>
  `import type { ${name} as ${local} } from ${JSON.stringify(importable(entry))};`;

/** A file of declarations is imported under the name of what it declares. */
const importable = (path: string): string =>
  path.replace(/(?:\.d)?\.([cm]?)ts$/, ".$1js").replaceAll("\\", "/");
