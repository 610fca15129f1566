import type { Estimate } from "./estimate.ts";

/** none = too little is known to say. */
export type Verdict = "passed" | "failed" | "none";

/** What each gate tells; without a verdict it did not pass. */
export interface Gate {
  readonly passed: boolean;
  readonly verdict: Verdict;
}

/** Passed if there is something to judge and it is fine. */
export const verdictOf = (count: number, fine: boolean): Gate => ({
  passed: count > 0 && fine,
  verdict: count === 0 ? "none" : fine ? "passed" : "failed",
});

/** Of the decisions, so many must be left by the weights. */
export const leastEffective = 0.2;
/** Odds on models that were never logged: of so many nothing may be known. */
const mostUnseen = 0.05;
const leastDecisions = 100;
const leastConversations = 30;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** What keeps an estimate from being believed. */
export function doubts(what: string, found: Estimate): string[] {
  if (found.decisions === 0) return [`${what} is known of no decision`];
  const told: string[] = [];
  if (found.decisions < leastDecisions) {
    told.push(`${what} is known of ${found.decisions} decisions; ${leastDecisions} are needed`);
  }
  if (found.conversations < leastConversations) {
    told.push(
      `${what} comes from ${found.conversations} conversations; ${leastConversations} are needed`,
    );
  }
  for (const [name, { effective, unseen }] of [["v1", found.v1], ["v2", found.v2]] as const) {
    if (effective < leastEffective) {
      told.push(
        `${what}: ${percent(effective)} of the decisions speak for ${name}; 20 % are needed`,
      );
    }
    if (unseen > mostUnseen) {
      told.push(
        `${what}: ${
          percent(unseen)
        } of what ${name} would choose was never tried where it would; ` +
          "log with an epsilon, or let v2 serve a share as canary",
      );
    }
  }
  return told;
}

/** Both estimators must say it: v2 is at most so much worse, and at most so much slower. */
export function judgeQuality(
  quality: Estimate,
  latency: Estimate,
  bounds: { readonly qualityMargin: number; readonly latencyMargin: number },
): { passed: boolean; verdict: Verdict; reasons: string[] } {
  const doubted = [...doubts("quality", quality), ...doubts("latency", latency)];
  if (doubted.length > 0) return { passed: false, verdict: "none", reasons: doubted };
  const bad: string[] = [];
  const wide: string[] = [];
  const both = Object.values(quality.difference);
  const least = Math.min(...both.map(({ low }) => low));
  if (!(least >= -bounds.qualityMargin)) {
    const isWorse = both.some(({ high }) => high < -bounds.qualityMargin);
    (isWorse ? bad : wide).push(
      `quality: v2 may be ${(-least).toFixed(3)} worse; ${bounds.qualityMargin} is allowed`,
    );
  }
  const ratios = Object.values(latency.ratio);
  const slowest = Math.max(...ratios.map(({ high }) => high));
  if (!(slowest <= 1 + bounds.latencyMargin)) {
    const isSlower = ratios.some(({ low }) => low > 1 + bounds.latencyMargin);
    (isSlower ? bad : wide).push(
      `latency: v2 may take ${slowest.toFixed(2)} times as long; ${
        1 + bounds.latencyMargin
      } is allowed`,
    );
  }
  const verdict = bad.length > 0 ? "failed" : wide.length > 0 ? "none" : "passed";
  return { passed: verdict === "passed", verdict, reasons: [...bad, ...wide] };
}
