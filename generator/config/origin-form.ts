/**
 * Origins that references may lead to, as configs and the command line name them.
 */
/** An origin, all hosts below one, or every public host. */
export const originForm =
  /^(?:\*|[hH][tT][tT][pP][sS]?:\/\/(?:(?:\*\.)?[\w.-]+|\[[\da-fA-F:.]+\])(?::\d+)?\/?)$/;
