/** What can go wrong with documents on other hosts. */
import type { CatalogueEntry } from "./entry.js";

export const fetching = {
  "header-variable": {
    severity: "error",
    message: "the header {name} needs the environment variable {variable}",
    help: "Set {variable}.",
  },
  "header-invalid": {
    severity: "error",
    message: "the header {name} cannot be sent",
    help: "A name has letters, digits and -; a value is one line of ASCII text.",
  },
  "fetch-denied": {
    severity: "error",
    message: "{url} answers {status}",
    help: "Pass credentials: --header 'Authorization: Bearer ${TOKEN}'. They are sent to that origin only.",
  },
  "fetch-status": {
    severity: "error",
    message: "{url} answers {status}",
    help: "Check the URL.",
  },
  "fetch-failed": {
    severity: "error",
    message: "cannot reach {url}: {reason}",
    help: "Check the URL and the network.",
  },
  "fetch-timeout": {
    severity: "error",
    message: "{url} took more than {seconds} s",
    help: "Download the document and pass the path of the file.",
  },
  "fetch-too-large": {
    severity: "error",
    message: "{url} has more than {limit} MB",
    help: "Split the document into several files.",
  },
  "fetch-redirect": {
    severity: "error",
    message: "{url} redirects to {target}, which is not allowed",
    help: "Use the final URL, or allow it with --allow-ref-origin {target}.",
  },
  "fetch-redirects": {
    severity: "error",
    message: "{url} redirects more than {limit} times",
    help: "Use the final URL.",
  },
  "fetch-private": {
    severity: "error",
    message: "{url} is at a private address and is not requested",
    help: "Allow that origin with --allow-ref-origin if you trust it.",
  },
  "fetch-insecure": {
    severity: "error",
    message: "headers are not sent to {url}: http is not encrypted",
    help: "Use https.",
  },
} as const satisfies Record<string, CatalogueEntry>;
