/** How calls go on while the core is out of reach: to one model, with a key of the caller's own. */
export interface DirectPath {
  /** Nano-dollars that are drawn beforehand; what is not spent is returned. */
  readonly amountNano: number;
  /** Seconds that the money is held for. Default: 600. */
  readonly seconds?: number;
  readonly tenantId?: string;
  readonly provider: string;
  readonly model: string;
  readonly apiFormat: "openai" | "anthropic";
  readonly baseUrl: string;
  /** `bearer`, `x-api-key`, `api-key`, `x-goog-api-key` or `none`. Default: by the format. */
  readonly authStyle?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nano-dollars per million tokens: 3 dollars are 3,000,000,000. */
  readonly prices: { readonly input: number; readonly output: number };
  /** Asked for each call; the library keeps it no longer. */
  readonly key: () => string | Promise<string>;
}
