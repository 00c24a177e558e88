/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a directory of its own.
 */
export { check, generate, merge, reset } from "./library/packages.js";
export { inputs, names } from "./library/lists.js";
export { compare, diff, release } from "./library/changes.js";
export { importConfig } from "./library/import-config.js";
export { defineConfig } from "./config/config.js";
export type {
  Bugs,
  Config,
  DocumentTransform,
  OperationFilter,
  PackageConfig,
  PublishConfig,
  Repository,
  SdkConfig,
} from "./config/config.js";
export type {
  Change,
  ChangeClass,
  ChangeKind,
  Strictness,
} from "./change/change.js";
export type * from "./library/library-types.js";
export type {
  ChangeReport,
  DiffReport,
  ReportedChange,
} from "./diff/report.js";
export type { DocumentObject } from "./config/document-input.js";
export type {
  Diagnostic,
  DiagnosticCode,
  Severity,
} from "./diagnostics/diagnostics.js";
export type { Pointer, Position } from "./openapi/document.js";
export type { PublicNames } from "./names/list-names.js";
export type { NameChange } from "./names/name-changes.js";
export type { RenamedName, SdkNames, SdkReport } from "./report.js";
export type { Drift } from "./write/drift.js";
export type { OwnerEdit } from "./write/write-result.js";
export type { OwnerRemark } from "./write/plan/planned-file.js";
export { UsageError } from "./config/usage-error.js";
