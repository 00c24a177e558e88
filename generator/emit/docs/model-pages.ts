/**
 * `docs/models.md`: the types of the API. Where there are many, each letter has a page and this one
 * links to them: the sites that host repositories do not render pages of several hundred kilobytes.
 */
import type { Model, Name, Sdk } from "../../sdk/sdk.js";
import { fieldBlocks } from "./field-lists.js";
import { typeLink, type PageContext } from "./row-list.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  markdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { paragraphs } from "../operation-text.js";
import { deprecationNote } from "./deprecation.js";
import { prose } from "./prose.js";
import { Slugs } from "./slugs.js";

interface ModelPage {
  /** The name of the file. */
  readonly name: string;
  readonly title: Markdown;
  readonly models: readonly Model[];
}

/** True if only a page of models may have this name. */
export const isModelPage = (name: string): boolean =>
  /^models(?:-(?:[a-z]|other))?$/.test(name);

/** The sites that host repositories do not render a page with more models. */
const maximumOnOnePage = 200;

function pagesOf({ models }: Sdk): readonly ModelPage[] {
  if (models.length <= maximumOnOnePage)
    return [{ name: "models.md", title: mdText`Models`, models }];
  const letters = new Map<string, Model[]>();
  for (const model of models) {
    const first = model.name.charAt(0).toLowerCase();
    const letter = /[a-z]/.test(first) ? first : "other";
    const list = letters.get(letter) ?? [];
    letters.set(letter, list);
    list.push(model);
  }
  return [...letters].sort().map(([letter, list]) => ({
    name: `models-${letter}.md`,
    title:
      letter === "other"
        ? mdText`Other models`
        : mdText`Models: ${markdown(letter.toUpperCase())}`,
    models: list,
  }));
}

/** Where each model is documented: `models.md#pet`. */
export const placesOf = (sdk: Sdk): PageContext["models"] =>
  new Map(
    pagesOf(sdk).flatMap((page) => {
      const slugs = new Slugs();
      slugs.next(page.title);
      return page.models.map(({ name }): [Name, string] => [
        name,
        `${page.name}#${slugs.next(name)}`,
      ]);
    }),
  );

export function* modelPages(
  sdk: Sdk,
  pages: PageContext,
): Generator<{
  readonly name: string;
  readonly blocks: () => readonly (Markdown | undefined)[];
}> {
  const { models, package: info } = sdk;
  if (models.length === 0) return;
  const about = mdText`The types that the operations of ${markdown(info.title)} take and return.`;
  const split = pagesOf(sdk);
  if (split.length > 1)
    yield {
      name: "models.md",
      blocks: () => [
        mdText`# Models`,
        about,
        ...split.flatMap((page) => contents(page, pages)),
      ],
    };
  for (const { name, title, models: documented } of split)
    yield {
      name,
      blocks: () => {
        pages.fields.clear();
        return [
          mdText`# ${title}`,
          about,
          ...documented.flatMap((model) => modelBlocks(model, pages)),
        ];
      },
    };
}

/** The models of a page, each a link. */
const contents = (
  { title, name, models }: ModelPage,
  pages: PageContext,
): Markdown[] => [
  mdText`## ${link(title, name)}`,
  joinMarkdown(
    models.map((model) => typeLink({ kind: "model", name: model.name }, pages)),
    ", ",
  ),
];

function modelBlocks(
  model: Model,
  pages: PageContext,
): (Markdown | undefined)[] {
  const { name, doc, declaration } = model;
  const type =
    declaration.kind === "interface" ? declaration.body : declaration.type;
  return [
    mdText`## ${codeSpan(name, "text")}`,
    deprecationNote(doc),
    ...paragraphs(doc).map((text) => prose(text)),
    declaration.kind === "interface" && declaration.extends.length > 0
      ? mdText`Has all fields of ${joinMarkdown(
          declaration.extends.map((base: Name) =>
            typeLink({ kind: "model", name: base }, pages),
          ),
          ", ",
        )}.`
      : undefined,
    type.kind === "object" ? undefined : typeLink(type, pages),
    ...fieldBlocks(type, {
      pages,
      section: typeLink({ kind: "model", name }, pages),
    }),
  ];
}
