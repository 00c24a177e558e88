/**
 * The log of a client as programs of an earlier SDK ask for it: by a logger
 * with four methods, and by a level, which a variable of the environment may
 * name.
 */
import { env, isEnabled } from "./env.js";
import type { Logger } from "./logging.js";

type LogLine = (message: string, ...rest: unknown[]) => void;

/** Where log messages go, such as `console`. */
export interface CompatibleLogger {
  error: LogLine;
  warn: LogLine;
  info: LogLine;
  debug: LogLine;
}

export type { CompatibleLogger as Logger };

/** What of the log is written: this, and what is above it. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

const levels: readonly unknown[] = ["off", "error", "warn", "info", "debug"];

const levelOf = (value: unknown): LogLevel | undefined =>
  levels.includes(value) ? (value as LogLevel) : undefined;

/**
 * What the caller says, or else the environment.
 *
 * @param variable of the environment, with a level or anything but "no"
 */
export const levelAt = (
  given: LogLevel | undefined,
  variable: string,
): LogLevel | undefined =>
  levelOf(given) ??
  levelOf(env(variable)) ??
  (isEnabled(variable) ? "debug" : undefined);

/**
 * The logger of a client: attempts that succeeded are of the level `info`, all
 * others of `warn`. Without a level a logger gets warnings, and there is none
 * of its own.
 */
export const loggerAt = (
  given: LogLevel | undefined,
  logger: Logger | CompatibleLogger | undefined,
): Logger | undefined => {
  const level = given ?? (logger && "warn");
  if (!level) return undefined;
  const to: Logger & Partial<Pick<CompatibleLogger, "info">> =
    logger ?? console;
  return {
    debug(message, fields) {
      if (level !== "info" && level !== "debug") return;
      if (to.info) to.info(message, fields);
      else to.debug(message, fields);
    },
    warn(message, fields) {
      if (level !== "off" && level !== "error") to.warn(message, fields);
    },
  };
};
