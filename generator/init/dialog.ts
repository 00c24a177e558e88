/**
 * Questions on a terminal. Only this file loads the package that draws them.
 */
export interface Dialog {
  /** A line about what was found. */
  readonly tell: (line: string) => void;
  readonly text: (question: TextQuestion) => Promise<string>;
  readonly select: (question: SelectQuestion) => Promise<string>;
  /** Shows that something takes its time. */
  readonly during: <T>(message: string, work: Promise<T>) => Promise<T>;
  /** Ends a dialog that was cancelled. */
  readonly cancel: (message: string) => void;
}

export interface TextQuestion {
  readonly message: string;
  readonly initial: string;
  /** What is wrong with an answer; undefined when nothing is. */
  readonly check: (value: string) => string | undefined;
}

export interface Choice {
  readonly value: string;
  readonly hint?: string;
}

export interface SelectQuestion {
  readonly message: string;
  readonly initial: string;
  readonly choices: readonly Choice[];
}

/** Ctrl-C, or Escape, at a question. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

export const openDialog = async (): Promise<Dialog> => {
  const clack = await import("@clack/prompts");
  const answered = (answer: string | symbol): string => {
    if (typeof answer === "symbol") throw new Cancelled();
    return answer;
  };
  clack.intro("sdkwright");
  return {
    tell: (line) => clack.log.info(line),
    text: async ({ message, initial, check }) =>
      answered(
        await clack.text({
          message,
          initialValue: initial,
          validate: (value) => check(value ?? ""),
        }),
      ),
    select: async ({ message, initial, choices }) =>
      answered(
        await clack.select({
          message,
          initialValue: initial,
          options: choices.map(({ value, hint }) => ({
            value,
            label: value,
            ...(hint !== undefined && { hint }),
          })),
        }),
      ),
    during: async (message, work) => {
      const spinner = clack.spinner();
      spinner.start(message);
      try {
        return await work;
      } finally {
        spinner.clear();
      }
    },
    cancel: (message) => clack.cancel(message),
  };
};
