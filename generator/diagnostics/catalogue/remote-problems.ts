/** What can go wrong with documents on other hosts. */
import { error } from "./entry.js";

export const remoteProblems = {
  "header-variable": error(
    "the header {name} needs the environment variable {variable}",
    "Set {variable}.",
  ),
  "header-invalid": error(
    "the header {name} cannot be sent",
    "A name has letters, digits and -; a value is one line of ASCII text.",
  ),
  "fetch-denied": error(
    "{url} answers {status}",
    "Pass credentials: --header 'Authorization: Bearer ${TOKEN}'. They are sent to that origin only.",
  ),
  "fetch-status": error("{url} answers {status}", "{hint}"),
  "fetch-failed": error(
    "cannot reach {url}: {reason}",
    "Check the URL and the network.",
  ),
  "fetch-timeout": error(
    "{url} took more than {seconds} s",
    "Download the document and pass the path of the file.",
  ),
  "fetch-too-large": error(
    "{url} has more than {limit} MB",
    "Split the document into several files.",
  ),
  "fetch-redirect": error(
    "{url} redirects to {target}, which is not allowed",
    "Use the final URL, or allow it with --allow-ref-origin {target}.",
  ),
  "fetch-redirects": error(
    "{url} redirects more than {limit} times",
    "Use the final URL.",
  ),
  "fetch-private": error(
    "{url} is at a private address and is not requested",
    "Allow that origin with --allow-ref-origin if you trust it.",
  ),
  "fetch-insecure": error(
    "headers are not sent to {url}: http is not encrypted",
    "Use https.",
  ),
};
