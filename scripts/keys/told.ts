/** What a command has to say. */
export interface Told {
  /** For people. */
  readonly lines: readonly string[];
  /** With `--json`. */
  readonly json: unknown;
  /** 0 by default. */
  readonly exitCode?: number;
}
