/** What can be wrong with files, their syntax and their references. */
import type { CatalogueEntry } from "./entry.js";

export const reading = {
  "file-unreadable": {
    severity: "error",
    message: "cannot read {file}: {reason}",
    help: "Check the path and its permissions.",
  },
  "file-too-large": {
    severity: "error",
    message: "{file} has {megabytes} MB; the limit is {limit} MB",
    help: "Split the document into several files.",
  },
  "file-encoding": {
    severity: "error",
    message: "{file} is not UTF-8 ({encoding})",
    help: "Save the file as UTF-8.",
  },
  "file-not-utf8": {
    severity: "error",
    message: "the bytes are not UTF-8: {byte} at offset {offset}",
    help: "Save the file as UTF-8.",
  },
  "input-url": {
    severity: "error",
    message: "the URL of the document cannot be used",
    help: "Use http or https; credentials go into a header: --header 'Authorization: Bearer …'.",
  },
  "filter-unmatched": {
    severity: "warning",
    message: "{option} has a pattern that matches no operation: {pattern}",
    help: "Correct or remove it; * matches any text, in paths ** any number of segments.",
  },
  "filter-empty": {
    severity: "error",
    message: "include and exclude leave no operation of {left}",
    help: "Widen include, or narrow exclude.",
  },
  "overlay-missing": {
    severity: "error",
    message: "not an overlay: the field overlay is missing",
    help: "Add overlay: 1.1.0, or remove the file from overlays.",
  },
  "overlay-version": {
    severity: "error",
    message: "overlay: {found} is not supported",
    help: "Supported: 1.0.x and 1.1.x.",
  },
  "overlay-malformed": {
    severity: "error",
    message: "{field} must be {expected}, it is {found}",
    help: "Correct the overlay.",
  },
  "overlay-field": {
    severity: "warning",
    message: "{field} is not a field of an action and is ignored",
    help: "An action has target, description, and one of update, copy and remove.",
  },
  "overlay-idle": {
    severity: "error",
    message: "the action does nothing",
    help: "Add update, copy, or remove: true.",
  },
  "overlay-path": {
    severity: "error",
    message: "{path} is not a JSONPath: {reason}",
    help: "Write it in the syntax of RFC 9535, such as $.paths['/pets'].get.",
  },
  "overlay-unmatched": {
    severity: "warning",
    message: "{target} matches nothing in the document",
    help: "Correct or remove the action; earlier actions may have moved its target.",
  },
  "overlay-copy": {
    severity: "error",
    message: "{copy} matches {found} nodes; copy requires exactly one",
    help: "Narrow the JSONPath.",
  },
  "overlay-mismatch": {
    severity: "error",
    message:
      "{field} is {there} in the document; {found} cannot be merged with it",
    help: "Use a value of the same type, or remove the old one with an earlier action.",
  },
  "not-a-document": {
    severity: "error",
    message: "this is HTML or XML, not an OpenAPI document",
    help: "Use the JSON or YAML file itself, not the page that shows it.",
  },
  "json-syntax": {
    severity: "error",
    message: "not valid JSON: {reason}",
    help: "Correct the syntax here or just before.",
  },
  "yaml-syntax": {
    severity: "error",
    message: "not valid YAML: {reason}",
    help: "Correct the syntax here or just before.",
  },
  "yaml-tag": {
    severity: "error",
    message: "the tag {tag} is not known",
    help: "Write the plain value; tags are never run as code.",
  },
  "yaml-many-documents": {
    severity: "error",
    message: "a second YAML document begins here",
    help: "Keep one document per file.",
  },
  "yaml-merge-key": {
    severity: "warning",
    message: "merge keys (<<) are not part of YAML 1.2; they were expanded",
    help: "Write the members out, or use $ref, so that every tool reads the same.",
  },
  "yaml-merge-limit": {
    severity: "error",
    message: "more than {limit} merge keys (<<)",
    help: "Use $ref instead of merge keys.",
  },
  "yaml-alias-limit": {
    severity: "error",
    message: "the aliases expand to more than {limit} values",
    help: "Use $ref instead of aliases of aliases.",
  },
  "duplicate-key": {
    severity: "error",
    message: "the key {key} is used twice in one object",
    help: "Remove or rename one of them; readers would silently drop the other.",
  },
  "nesting-too-deep": {
    severity: "error",
    message: "nested deeper than {limit} levels",
    help: "Move inner schemas to components and refer to them.",
  },
  "document-empty": {
    severity: "error",
    message: "the document is empty",
    help: "Check that the right file was given and is complete.",
  },
  "document-not-object": {
    severity: "error",
    message: "an OpenAPI document is an object; this is {found}",
    help: "Check that the right file was given.",
  },
  "version-missing": {
    severity: "error",
    message: "not an OpenAPI document: the field openapi is missing",
    help: "Add the version: {supported} are supported.",
  },
  "version-unsupported": {
    severity: "error",
    message: "{field}: {found} is not supported",
    help: "Supported: {supported}.",
  },
  "ref-not-text": {
    severity: "error",
    message: "$ref must be a string",
    help: 'Write it as a string, such as "#/components/schemas/Pet".',
  },
  "ref-malformed": {
    severity: "error",
    message: "{ref} is not a reference into this document",
    help: "Write # and a JSON Pointer, such as #/components/schemas/Pet.",
  },
  "ref-not-found": {
    severity: "error",
    message: "{ref} does not exist",
    help: "{hint}",
  },
  "ref-wrong-kind": {
    severity: "error",
    message: "{ref} is {found}, where {expected} is expected",
    help: "Refer to an object of the expected kind.",
  },
  "ref-remote": {
    severity: "error",
    message: "{ref} is on another host and is not fetched",
    help: "Download the file and refer to the copy, or allow the host with --allow-ref-origin {origin}.",
  },
  "ref-outside": {
    severity: "error",
    message: "{ref} is outside the directory that references may read",
    help: "Move the file below the document's directory, or allow a parent directory with --ref-root.",
  },
  "ref-file-type": {
    severity: "error",
    message: "{ref} is not a .yaml, .yml or .json file",
    help: "Only YAML and JSON files are read; a component needs #/components/….",
  },
  "ref-file-unreadable": {
    severity: "error",
    message: "cannot read {ref}: {reason}",
    help: "Check the path; it is relative to the file that contains the reference.",
  },
  "ref-too-many": {
    severity: "error",
    message: "the document refers to more than {limit} files",
    help: "Bundle the document first.",
  },
  "ref-splice-limit": {
    severity: "error",
    message: "more than {limit} references are replaced by their targets",
    help: "Refer to shared parts in components instead of whole maps and operations.",
  },
  "ref-expansion-limit": {
    severity: "error",
    message: "the bundled document has more than {limit} objects and arrays",
    help: "Split the document.",
  },
  "ref-cycle": {
    severity: "error",
    message: "the references form a cycle: {chain}",
    help: "Replace one of them by a definition.",
  },
  "ref-to-holder": {
    severity: "warning",
    message: "a {kind} is not a schema; its schema is used: {ref}",
    help: "Refer to a schema under components.",
  },
} as const satisfies Record<string, CatalogueEntry>;
