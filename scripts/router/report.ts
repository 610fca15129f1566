import type { Figures } from "./figures.ts";
import type { Bounds, Gates } from "./gates.ts";
import type { Verdict } from "./judge.ts";
import type { Policy } from "./policies.ts";

/** The fifth gate: the report is written. */
export interface ReportGate {
  readonly passed: boolean;
  readonly verdict: Verdict;
  /** Of the HTML page that shows these figures. */
  readonly html_sha256: string;
}

/** A comparison over logged decisions. Money in nano-dollars, latency in milliseconds. */
export interface Report {
  readonly kind: "router-compare/1";
  readonly at: string;
  readonly v1: Policy;
  readonly v2: Policy;
  readonly since: string;
  readonly decisions: number;
  readonly bounds: Bounds;
  readonly gates: Gates;
  readonly verdict: Verdict;
  readonly figures: Figures;
}

/** Failed if a gate failed, none if one has no verdict, else passed. */
export function overall(gates: readonly { readonly verdict: Verdict }[]): Verdict {
  if (gates.some(({ verdict }) => verdict === "failed")) return "failed";
  return gates.some(({ verdict }) => verdict === "none") ? "none" : "passed";
}

/** Exit codes of the command. */
export const exitCodes: Readonly<Record<Verdict, number>> = { passed: 0, failed: 1, none: 3 };

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Nano-dollars to people. */
export function dollars(nano: number): string {
  const value = nano / 1e9;
  return `$${value >= 100 ? value.toFixed(0) : value.toPrecision(3)}`;
}

/** One sentence a gate, by its name. */
export function gateLines({ determinism, constraints, cost, quality }: Gates): [
  name: string,
  verdict: Verdict,
  sentence: string,
][] {
  const reasons = Object.entries(constraints.by_reason).map(([why, many]) => `${why} ${many}`);
  const [first] = constraints.examples;
  const { difference, v2, decisions, conversations } = quality.quality;
  const range = ({ low, high }: { low: number; high: number }) =>
    `${low.toFixed(3)} to ${high.toFixed(3)}`;
  return [
    [
      "determinism",
      determinism.verdict,
      determinism.replayed === 0
        ? "neither policy decided anything in this time; --since 30d goes further back"
        : `${determinism.equal} of ${determinism.replayed} receipts come out as they were made` +
          (determinism.examples.length > 0
            ? `; see explain_route('${determinism.examples[0]}')`
            : ""),
    ],
    [
      "constraints",
      constraints.verdict,
      `${constraints.violations} violations in ${constraints.contexts} contexts` +
      (first
        ? `: ${reasons.join(", ")}; first: model ${first.model_id} in decision ${first.decision_id}`
        : ""),
    ],
    [
      "cost",
      cost.verdict,
      `v1 ${dollars(cost.v1_nano)}, v2 ${dollars(cost.v2_nano)}: ${cost.ratio.toFixed(3)} times; ` +
      `${cost.allowed_ratio} is allowed` +
      (cost.refused > 0 ? `; ${cost.refused} refused by v2` : ""),
    ],
    [
      "quality",
      quality.verdict,
      quality.reasons.length > 0
        ? quality.reasons.join("; ")
        : `v2 − v1: SNIPS ${range(difference.snips)}, doubly robust ${range(difference.dr)}; ` +
          `effective sample ${
            percent(v2.effective)
          } of ${decisions} in ${conversations} conversations`,
    ],
  ];
}

/** The report for a terminal. */
export function tell(report: Report): string {
  const name = ({ policy_id, name, version, algorithm }: Policy) =>
    `${policy_id} (${name}/${version}, ${algorithm})`;
  const mark = { passed: "passed", failed: "FAILED", none: "no verdict" };
  return [
    `v1 = policy ${name(report.v1)}, v2 = policy ${name(report.v2)}: ${report.decisions} decisions`,
    ...gateLines(report.gates).map(([gate, verdict, sentence], place) =>
      `  ${place + 1} ${gate.padEnd(12)}${mark[verdict].padEnd(11)}${sentence}`
    ),
  ].join("\n");
}
