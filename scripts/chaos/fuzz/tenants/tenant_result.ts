/** One call whose answer broke the rules. */
export interface TenantFault {
  readonly nth: number;
  readonly call: string;
  readonly values: readonly (string | null)[];
  readonly fault: string;
}

/** What a run found. */
export interface TenantResult {
  readonly seed: number;
  /** Calls with the other tenant's ids; as many were made with ids that nothing has. */
  readonly calls: number;
  readonly rpcs: number;
  /** Calls that were taken, not refused. */
  readonly answered: number;
  /** Number of answers by RPC and word: `ok`, a refusal's detail, or its code. */
  readonly words: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The longest that a call took, in ms. */
  readonly slowestMs: number;
  /** Times that the other tenant's rows were looked at after a call. */
  readonly looks: number;
  readonly faults: readonly TenantFault[];
}
