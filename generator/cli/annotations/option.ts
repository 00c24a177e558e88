/**
 * `--annotations`: for whom problems are also printed. GitHub Actions is recognised.
 */
import { InvalidArgumentError, Option } from "commander";
import { resolve } from "node:path";
import type { Report } from "../../index.js";
import type { Extras } from "../command.js";
import { annotationsOf } from "./annotations.js";
import { printForGithub } from "./github.js";
import { printForGitlab } from "./gitlab.js";

export interface AnnotationOptions {
  readonly annotations?: Annotations;
  readonly json?: boolean;
}

type Annotations =
  | { readonly kind: "github" | "none" }
  | { readonly kind: "gitlab"; readonly file: string };

const parse = (text: string): Annotations => {
  if (text === "github" || text === "none") return { kind: text };
  const [, file] = /^gitlab=(.+)$/s.exec(text) ?? [];
  if (file === undefined)
    throw new InvalidArgumentError("It is github, gitlab=FILE or none.");
  return { kind: "gitlab", file };
};

export const annotationsOption = new Option(
  "--annotations <kind>",
  "also print problems for reviews: github, gitlab=FILE or none; default: github in its Actions",
).argParser(parse);

/** The lines on standard error, which GitHub reads too, or the report that a file gets. */
export const annotate = (
  report: Report,
  { annotations, json = false }: AnnotationOptions,
): Extras => {
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE, CI_PROJECT_DIR } = process.env;
  const { kind } = annotations ?? {
    kind: GITHUB_ACTIONS && !json ? "github" : "none",
  };
  if (kind === "none") return {};
  const all = annotationsOf(report);
  if (kind === "github")
    return { err: printForGithub(all, resolve(GITHUB_WORKSPACE || ".")) };
  const text = printForGitlab(all, resolve(CI_PROJECT_DIR || "."));
  const { file = "" } = annotations as { readonly file?: string };
  return { files: [{ path: resolve(file), text }] };
};
