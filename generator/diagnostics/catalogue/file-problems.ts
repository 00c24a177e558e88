/** What can be wrong with files, their syntax and their references. */
import { error, warning } from "./entry.js";

export const fileProblems = {
  "file-unreadable": error("cannot read {file}: {reason}", "{hint}"),
  "file-too-large": error(
    "{file} has {megabytes} MB; the limit is {limit} MB",
    "Split the document into several files.",
  ),
  "file-encoding": error(
    "{file} is not UTF-8 ({encoding})",
    "Save the file as UTF-8.",
  ),
  "file-not-utf8": error(
    "the bytes are not UTF-8: {byte} at offset {offset}",
    "Save the file as UTF-8.",
  ),
  "file-conflict": error(
    "{file} has conflict markers",
    "Solve the conflict, then run `sdkwright generate`: it writes anew what is generated.",
  ),
  "input-url": error(
    "the URL of the document cannot be used",
    "Use http or https; credentials go into a header: --header 'Authorization: Bearer …'.",
  ),
  "filter-unmatched": warning(
    "{option} has a pattern that matches no operation: {pattern}",
    "Correct or remove it; * matches any text, in paths ** any number of segments.",
  ),
  "filter-empty": error(
    "include and exclude leave no operation of {left}",
    "Widen include, or narrow exclude.",
  ),
  "transform-failed": error(
    "`transform` of the config failed: {reason}",
    "Correct the function; it returns the document, or nothing where it changed what it was given.",
  ),
  "merge-clash": error(
    "two documents have different {what}",
    "Rename one of them with an overlay or `transform`, or leave it out of one document.",
  ),
  "merge-versions": error(
    "a document of OpenAPI {second} cannot be merged with one of {first}",
    "Write both in the same version: 3.0, or 3.1 and 3.2.",
  ),
  "merge-tag": warning(
    "two documents describe the tag {name} in different ways; the first counts",
    "Use the same description, or another name.",
  ),
  "overlay-missing": error(
    "not an overlay: the field overlay is missing",
    "Add overlay: 1.1.0, or remove the file from overlays.",
  ),
  "overlay-version": error(
    "overlay: {found} is not supported",
    "Supported: 1.0.x and 1.1.x.",
  ),
  "overlay-malformed": error(
    "{field} must be {expected}, it is {found}",
    "Correct the overlay.",
  ),
  "overlay-field": warning(
    "{field} is not a field of an action and is ignored",
    "An action has target, description, and one of update, copy and remove.",
  ),
  "overlay-idle": error(
    "the action does nothing",
    "Add update, copy, or remove: true.",
  ),
  "overlay-path": error(
    "{path} is not a JSONPath: {reason}",
    "Write it in the syntax of RFC 9535, such as $.paths['/pets'].get.",
  ),
  "overlay-unmatched": warning(
    "{target} matches nothing in the document",
    "Correct or remove the action; earlier actions may have moved its target.",
  ),
  "overlay-copy": error(
    "{copy} matches {found} nodes; copy requires exactly one",
    "Narrow the JSONPath.",
  ),
  "overlay-mismatch": error(
    "{field} is {there} in the document; {found} cannot be merged with it",
    "Use a value of the same type, or remove the old one with an earlier action.",
  ),
  "not-a-document": error(
    "this is HTML or XML, not an OpenAPI document",
    "Use the JSON or YAML file itself, not the page that shows it.",
  ),
  "json-syntax": error(
    "not valid JSON: {reason}",
    "Correct the syntax here or just before.",
  ),
  "yaml-syntax": error(
    "not valid YAML: {reason}",
    "Correct the syntax here or just before.",
  ),
  "yaml-tag": error(
    "the tag {tag} is not known",
    "Write the plain value; tags are never run as code.",
  ),
  "yaml-many-documents": error(
    "a second YAML document begins here",
    "Keep one document per file.",
  ),
  "yaml-merge-key": warning(
    "merge keys (<<) are not part of YAML 1.2; they were expanded",
    "Write the members out, or use $ref, so that every tool reads the same.",
  ),
  "yaml-merge-limit": error(
    "more than {limit} merge keys (<<)",
    "Use $ref instead of merge keys.",
  ),
  "yaml-alias-limit": error(
    "the aliases expand to more than {limit} values",
    "Use $ref instead of aliases of aliases.",
  ),
  "duplicate-key": error(
    "the key {key} is used twice in one object",
    "Remove or rename one of them; readers would silently drop the other.",
  ),
  "nesting-too-deep": error(
    "nested deeper than {limit} levels",
    "Move inner schemas to components and refer to them.",
  ),
  "document-empty": error(
    "the document is empty",
    "Check that the right file was given and is complete.",
  ),
  "document-not-object": error(
    "an OpenAPI document is an object; this is {found}",
    "Check that the right file was given.",
  ),
  "version-missing": error(
    "not an OpenAPI document: the field openapi is missing",
    "Add the version: {supported} are supported.",
  ),
  "version-unsupported": error(
    "{field}: {found} is not supported",
    "Supported: {supported}.",
  ),
  "ref-not-text": error(
    "$ref must be a string",
    'Write it as a string, such as "#/components/schemas/Pet".',
  ),
  "ref-malformed": error(
    "{ref} is not a reference into this document",
    "Write # and a JSON Pointer, such as #/components/schemas/Pet.",
  ),
  "ref-not-found": warning("{ref} does not exist; {effect}", "{hint}"),
  "ref-wrong-kind": warning(
    "{ref} is {found}, where {expected} is expected; {effect}",
    "Refer to an object of the expected kind.",
  ),
  "ref-remote": error(
    "{ref} is on another host and is not fetched",
    "Download the file and refer to the copy, or allow the host with --allow-ref-origin {origin}.",
  ),
  "ref-outside": error(
    "{ref} is outside the directory that references may read",
    "Move the file below the document's directory, or allow a parent directory with --ref-root.",
  ),
  "ref-file-type": error(
    "{ref} is not a .yaml, .yml or .json file",
    "Only YAML and JSON files are read; a component needs #/components/….",
  ),
  "ref-file-unreadable": error("cannot read {ref}: {reason}", "{hint}"),
  "ref-too-many": error(
    "the document refers to more than {limit} files",
    "Bundle the document first.",
  ),
  "ref-splice-limit": error(
    "more than {limit} references are replaced by their targets",
    "Refer to shared parts in components instead of whole maps and operations.",
  ),
  "ref-expansion-limit": error(
    "the bundled document has more than {limit} objects and arrays",
    "Split the document.",
  ),
  "ref-cycle-cut": warning(
    "a schema is a part of itself, which says nothing about it: {chain}",
    "Remove the reference; it is read as if it were not there.",
  ),
  "ref-cycle": error(
    "the references form a cycle: {chain}",
    "Replace one of them by a definition.",
  ),
  "ref-nearest": warning(
    "{ref} does not exist; it is read as {target}, the nearest of that name",
    "Write the pointer from the root of the file, or give the schema around it an $id.",
  ),
  "ref-to-holder": warning(
    "the reference leads to a {kind}; what it contains is used: {ref}",
    "Refer to an object of the expected kind under components.",
  ),
};
