import { type SelectRequest, selectRequest } from "../../functions/_shared/routing/contract.ts";
import { UsageError } from "./options.ts";

/** A request for live functions, and whether it must be refused. */
export interface Trial {
  readonly asked: SelectRequest;
  readonly mustRefuse: boolean;
}

const sizes = [300, 2000, 6000, 20_000, 60_000];
const kinds: readonly Partial<SelectRequest>[] = [
  {},
  { domain_tags: ["code"], capabilities: ["tools"], max_output_tokens: 800 },
  { cost_sensitivity: 3, max_output_tokens: 200 },
  { critical: true, sla_ms: 10_000, max_output_tokens: 400 },
];

/** What no model may pass, so that a filter that is off is seen from outside. */
const impossible: readonly Partial<SelectRequest>[] = [
  { capabilities: ["there-is-no-such-capability"] },
  { region: "nowhere" },
  { context_tokens: 100_000_000 },
  { max_cost_nano: 0, max_output_tokens: 1_000_000 },
];

/** Twenty requests of several sizes and wishes, and four that must be refused. */
export function defaultTrials(): Trial[] {
  const usual = sizes.flatMap((context_tokens) =>
    kinds.map((kind) => ({ service: "chat" as const, context_tokens, ...kind }))
  );
  return [
    ...usual.map((asked) => ({ asked, mustRefuse: false })),
    ...impossible.map((part) => ({
      asked: { service: "chat" as const, context_tokens: 1000, ...part },
      mustRefuse: true,
    })),
  ];
}

/** Requests from JSON lines. @throws UsageError that names the line */
export function readTrials(text: string): Trial[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line, number) => {
    if (line === "") return [];
    try {
      return [{ asked: selectRequest.parse(JSON.parse(line)), mustRefuse: false }];
    } catch (error) {
      const [first] = String(error instanceof Error ? error.message : error).split("\n");
      throw new UsageError(`Cannot read requests, line ${number + 1}: ${first}`);
    }
  });
}
