/** A command: what it says of itself, how its line is read, and what it does. */
export interface Command<Options extends { help: boolean }> {
  readonly usage: string;
  /** Reads the arguments; throws with a sentence about what is wrong with them. */
  readonly read: (args: string[]) => Options;
  /** Does it; answers the exit code. */
  readonly run: (options: Options) => Promise<number>;
  /** Tells what `run` threw; answers the exit code. Default: {@link tellError}. */
  readonly onError?: (error: unknown) => number;
}

const said = (error: unknown): unknown => error instanceof Error ? error.message : error;

/** Prints an error's message; 1, the exit code of a command that failed. */
export function tellError(error: unknown): number {
  console.error(said(error));
  return 1;
}

/**
 * Runs a command; answers its exit code: 0 for --help, 2 with the usage for arguments that it does
 * not take, else what `run` or `onError` says.
 */
export async function runCommand<Options extends { help: boolean }>(
  { usage, read, run, onError = tellError }: Command<Options>,
  args: string[] = Deno.args,
): Promise<number> {
  let options: Options;
  try {
    options = read(args);
  } catch (error) {
    console.error(`${said(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  try {
    return await run(options);
  } catch (error) {
    return onError(error);
  }
}
