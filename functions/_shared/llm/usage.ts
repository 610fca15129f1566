/** Tokens of one attempt, as routing_outcomes keeps them. */
export interface Usage {
  /** Without cached ones. */
  input_tokens: number;
  cache_read_tokens: number;
  /** Without those that are kept for an hour. */
  cache_write_tokens: number;
  cache_write_1h_tokens: number;
  /** With reasoning. */
  output_tokens: number;
  reasoning_tokens: number;
}

/** {@link Usage}, and whether somebody counted instead of the provider. */
export interface CountedUsage extends Readonly<Usage> {
  readonly is_estimate: boolean;
}

/** Nothing was used. */
export const noUsage: Usage = {
  input_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  cache_write_1h_tokens: 0,
  output_tokens: 0,
  reasoning_tokens: 0,
};

/** Bytes of text that are taken for a token where the provider does not count. */
const bytesPerToken = 4;

/** No model reads or writes more in one call; the core takes no more either. */
const mostTokens = 100_000_000;

/** A count as providers write it: undefined when it is none, such as a negative one. */
export function countOf(value: unknown): number | undefined {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostTokens
    ? value as number
    : undefined;
}

/**
 * Gathers what a provider tells of one attempt, however often: counts only grow, so each is the
 * highest told, never a sum.
 */
export class UsageTally {
  #told: Partial<Usage> = {};
  #outputBytes = 0;

  /** @param told counts of one message; what is missing or was nonsense is left out */
  add(told: Partial<Usage>): void {
    for (const [name, count] of Object.entries(told) as [keyof Usage, number | undefined][]) {
      if (count !== undefined) this.#told[name] = Math.max(this.#told[name] ?? 0, count);
    }
  }

  /** Notes text of the answer, for the estimate. */
  addOutput(text: string): void {
    this.#outputBytes += new TextEncoder().encode(text).length;
  }

  /**
   * @param inputTokens what the caller said of its request, where the provider says nothing
   * @param isWhole false when the answer broke off, so that what was told may be too little
   */
  result(inputTokens: number, isWhole: boolean): CountedUsage {
    const { input_tokens: input, output_tokens: output } = this.#told;
    const counted = Math.ceil(this.#outputBytes / bytesPerToken);
    const usage: Usage = {
      ...noUsage,
      ...this.#told,
      input_tokens: input ?? Math.max(inputTokens - (this.#told.cache_read_tokens ?? 0), 0),
      output_tokens: isWhole && output !== undefined ? output : Math.max(output ?? 0, counted),
    };
    usage.reasoning_tokens = Math.min(usage.reasoning_tokens, usage.output_tokens);
    return { ...usage, is_estimate: !isWhole || input === undefined || output === undefined };
  }
}
