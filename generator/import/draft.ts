/**
 * The config and the overlay that an import makes, as data: what stands in them, with comments.
 */
import { type JsonObject, setOwn } from "../openapi/records.js";

/** A change of the document, as an action of an overlay. */
export interface OverlayAction {
  readonly target: string;
  readonly description?: string;
  readonly update?: unknown;
  readonly remove?: true;
}

export class Draft {
  /** The options in the order in which they were set. */
  readonly options: JsonObject = {};
  readonly actions: OverlayAction[] = [];
  readonly #comments = new Map<string, readonly string[]>();

  /** @param path of the option, `["package", "name"]` */
  set(
    path: readonly string[],
    value: unknown,
    comments: readonly string[] = [],
  ): void {
    const holder = path.slice(0, -1).reduce<JsonObject>((object, name) => {
      if (!Object.hasOwn(object, name)) setOwn(object, name, {});
      return object[name] as JsonObject;
    }, this.options);
    setOwn(holder, path.at(-1) ?? "", value);
    this.comment(path, comments);
  }

  /** Lines that stand before the option; those of several keys follow each other. */
  comment(path: readonly string[], lines: readonly string[]): void {
    const before = this.commentsOf(path);
    const added = lines.filter((line) => !before.includes(line));
    if (added.length > 0)
      this.#comments.set(JSON.stringify(path), [...before, ...added]);
  }

  commentsOf(path: readonly string[]): readonly string[] {
    return this.#comments.get(JSON.stringify(path)) ?? [];
  }
}
