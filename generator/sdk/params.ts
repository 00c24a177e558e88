/**
 * What a call takes in `params`.
 */
import type { Name, Property, Text } from "./types.js";

export interface Params {
  readonly name: Name;
  /** True if `params` may be left out. */
  readonly optional: boolean;
  /** True if options may stand in its place, as in an earlier package that had nothing to pass. */
  readonly mayBeOptions?: boolean;
  /**
   * The fields of a body that need not be sent, some of which are required where it is: absent where
   * leaving `params` out says the same.
   */
  readonly withoutBody?: readonly Text[];
  readonly fields: readonly ParamsField[];
  /** The fields for other content types of the body, where the caller has a choice. */
  readonly alternatives?: readonly (readonly ParamsField[])[];
  /** The types that the type of params is made of, where a field decides between a stream and a whole response. */
  readonly byResponse?: ParamsByResponse;
}

/** The types as an earlier SDK names them: `ChatCreateParams` is the union of the last two. */
export interface ParamsByResponse {
  /** `ChatCreateParamsBase`: for either kind of response. */
  readonly base: Name;
  /** `ChatCreateParamsNonStreaming` */
  readonly nonStreaming: Name;
  /** `ChatCreateParamsStreaming` */
  readonly streaming: Name;
}

export interface ParamsField extends Property {
  readonly from: "path" | "query" | "header" | "cookie" | "body";
}

/** What names of the types of an operation begin with. */
export interface TypeStem {
  /** `ProjectUserCreate` */
  readonly own: Text;
  /** Among the types of its resource also: `UserCreate`. */
  readonly others: readonly Text[];
}
