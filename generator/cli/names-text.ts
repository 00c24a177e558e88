/**
 * The names of SDKs as a person reads them: a table for each kind, with the line of the config that
 * changes a name at its end.
 */
import { printable } from "../diagnostics/printable.js";
import { colored, plain } from "../diagnostics/printer.js";
import type { NamesReport, SdkNames } from "../index.js";
import type { Colors, Texts } from "./command.js";
import { printDiagnostics } from "./report-text.js";

export const printNames = (report: NamesReport, colors: Colors): Texts => {
  const paint = colors.err ? colored : plain;
  const problems = [report, ...report.sdks].flatMap(({ diagnostics }) =>
    printDiagnostics(diagnostics, paint),
  );
  return {
    out: report.sdks.flatMap(tablesOf).join("\n\n"),
    err: problems.join("\n"),
  };
};

type Row = readonly string[];

const tablesOf = ({ names, input }: SdkNames): readonly string[] => {
  if (!names) return [];
  const { client, resources, operations, models } = names;
  const { environmentPrefix } = names.package;
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    [
      `package of ${input}, and the prefix of its environment variables`,
      [
        [names.package.name, names.package.config],
        [environmentPrefix.name, environmentPrefix.config],
      ],
    ],
    [
      "client",
      [
        [client.className, client.config],
        ...client.types.map((name) => [name]),
      ],
    ],
    [
      "resources",
      resources.flatMap(
        ({ name, className, tags, config: [first = "", ...more] }) => [
          [name, className, tags.join(", "), first],
          ...more.map((line) => ["", "", "", line]),
        ],
      ),
    ],
    [
      "operations",
      operations.map(
        ({ name, functionName, method, path, operationId, config }) => [
          name,
          functionName,
          `${method} ${path}` +
            (operationId === undefined ? "" : ` (${operationId})`),
          config,
        ],
      ),
    ],
    [
      "types of operations, called after the function",
      operations.flatMap(({ types, functionName }) =>
        types.map((type) => [type, functionName]),
      ),
    ],
    [
      "models",
      models.map(({ name, schema = "", config = "" }) => [
        name,
        schema,
        config,
      ]),
    ],
  ];
  return tables
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => [printable(title), ...aligned(rows)].join("\n"));
};

/** Two spaces between columns; longer cells do not move those of other rows further than this. */
const widest = 60;

const aligned = (rows: readonly Row[]): readonly string[] => {
  const cells = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach(({ length }, column) => {
      if (length <= widest)
        widths[column] = Math.max(widths[column] ?? 0, length);
    });
  return cells.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
};
