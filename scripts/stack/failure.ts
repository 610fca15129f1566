/** Exit codes of `npm start`; docs/guides/local-stack.md lists them. */
export const exitCodes = {
  ok: 0,
  gateFailed: 1,
  wrongUsage: 2,
  portTaken: 3,
  dataInUse: 4,
  dataBroken: 5,
  migrationFailed: 6,
  databaseUnreachable: 7,
  nodeTooOld: 8,
  installFailed: 9,
  unexpected: 10,
  interrupted: 130,
} as const;

/** A failure that a person can act on: what went wrong, and the next step. */
export class StackFailure extends Error {
  override name = "StackFailure";

  /**
   * @param code stable snake_case word, e.g. `port_taken`
   * @param hint the next step, a sentence
   * @param exitCode process exit code, one of {@link exitCodes}
   */
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly exitCode: number = exitCodes.unexpected,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Turns whatever was thrown into a {@link StackFailure}. */
export function asFailure(thrown: unknown): StackFailure {
  if (thrown instanceof StackFailure) return thrown;
  return new StackFailure(
    "unexpected",
    messageOf(thrown),
    "Run again with COGO_DEBUG=1 to see the stack trace; if it stays, report it.",
    exitCodes.unexpected,
    { cause: thrown },
  );
}
