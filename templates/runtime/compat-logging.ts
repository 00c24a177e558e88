/**
 * Logging as in an earlier SDK: callers pass a logger with four methods, and a
 * level, which an environment variable may set as well.
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

/** The least severe messages that are logged. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

const levels: readonly unknown[] = ["off", "error", "warn", "info", "debug"];

const levelOf = (value: unknown): LogLevel | undefined =>
  levels.includes(value) ? (value as LogLevel) : undefined;

/**
 * The level that the caller passed, or else that of the environment.
 *
 * @param variable its environment variable: a level, or any text that turns the
 *   log on
 */
export const levelAt = (
  given: LogLevel | undefined,
  variable: string,
): LogLevel | undefined =>
  levelOf(given) ??
  levelOf(env(variable)) ??
  (isEnabled(variable) ? "debug" : undefined);

/**
 * The logger of a client: an attempt that succeeded is logged at the level
 * `info`, any other at `warn`. Without a level, a logger that the caller passed
 * gets warnings, and nothing is logged to the console.
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
