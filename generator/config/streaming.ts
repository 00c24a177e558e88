/**
 * How the owner says which operations answer as a stream of server-sent events.
 */

/** A stream that the document does not list, or lists without saying what asks for it. */
export interface StreamingConfig {
  /**
   * The boolean parameter, or field of the body, that asks for the stream: without it the response comes
   * as a whole. `null`: it is always a stream. Default: `stream`.
   */
  readonly param?: string | null;
  /**
   * The schema of an event's data, by the name of the component or by JSON Pointer. Default: that of the
   * document.
   */
  readonly event?: string;
}
