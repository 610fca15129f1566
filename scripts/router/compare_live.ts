import { type Answer, askLive } from "./ask_live.ts";
import { brokenBy } from "./broken_by.ts";
import type { LiveGate, LiveReport } from "./live_report.ts";
import type { Trial } from "./requests.ts";
import { overall } from "./report.ts";

function gate(problems: readonly string[], told: string, isKnown = true): LiveGate {
  const verdict = !isKnown ? "none" : problems.length === 0 ? "passed" : "failed";
  return { passed: verdict === "passed", verdict, told, examples: problems.slice(0, 10) };
}

const nameOf = (answer: Answer) =>
  "route" in answer
    ? `${answer.route.provider}/${answer.route.model} in ${answer.route.decision_id}`
    : `${answer.refused.status} ${answer.refused.details}`;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/**
 * Asks both functions everything, each twice under one idempotency key.
 * @throws UsageError when nobody answers or the key is refused
 */
export async function compareLive(
  urls: readonly [string, string],
  headers: Readonly<Record<string, string>>,
  trials: readonly Trial[],
  told: (count: number) => void = () => {},
  allowedRatio = 1.1,
): Promise<LiveReport> {
  const run = crypto.randomUUID();
  const results: { trial: Trial; first: [Answer, Answer]; second: [Answer, Answer] }[] = [];
  for (const [number, trial] of trials.entries()) {
    const ask = (which: 0 | 1) =>
      askLive(urls[which], headers, {
        ...trial.asked,
        idempotency_key: `compare-${run}-${which}-${number}`,
      });
    const first: [Answer, Answer] = [await ask(0), await ask(1)];
    results.push({ trial, first, second: [await ask(0), await ask(1)] });
    told(number + 1);
  }
  const changed = results.flatMap(({ first, second }) =>
    ([0, 1] as const).flatMap((which) =>
      "route" in first[which] && nameOf(first[which]) !== nameOf(second[which])
        ? [`v${which + 1}: ${nameOf(first[which])}, then ${nameOf(second[which])}`]
        : []
    )
  );
  const broken = results.flatMap(({ trial, first }) => brokenBy(trial, first[1]) ?? []);
  const both = results.flatMap(({ trial, first: [v1, v2] }) =>
    "route" in v1 && "route" in v2
      ? [{ trial, v1: v1.route.estimate_nano, v2: v2.route.estimate_nano }]
      : []
  );
  const sum = (of: "v1" | "v2", pairs = both) => pairs.reduce((total, pair) => total + pair[of], 0);
  const [v1, v2] = [sum("v1"), sum("v2")];
  const isDear = v2 > v1 * allowedRatio;
  const ratio = v1 > 0 ? (v2 / v1).toFixed(3) : "no";
  const gates = {
    determinism: gate(
      changed,
      `asked twice under one key, ${changed.length} answered otherwise`,
      both.length > 0,
    ),
    constraints: gate(
      broken,
      `v2: ${broken.length} of ${trials.length} answers break what was asked`,
    ),
    cost: gate(
      isDear ? [`v2 holds ${v2}, v1 ${v1}`] : [],
      `estimates of ${both.length} requests that both answered: ${ratio} times; ${allowedRatio} is allowed`,
      both.length > 0,
    ),
    quality: gate(
      [],
      "functions are told no outcomes here: compare logged decisions instead",
      false,
    ),
  };
  const times = (which: 0 | 1) => results.map(({ first }) => first[which].ms);
  return {
    kind: "router-compare-live/1",
    at: new Date().toISOString(),
    urls,
    requests: trials.length,
    gates,
    verdict: overall(Object.values(gates)),
    calls: ([["half below", 0.5], ["95 of 100 below", 0.95]] as const).map(([name, share]) => ({
      name,
      v1: quantile(times(0), share),
      v2: quantile(times(1), share),
    })),
    costs: [...Map.groupBy(both, ({ trial }) => trial.asked.context_tokens)].map(([size, of]) => ({
      name: `${size} tokens (${of.length})`,
      v1: sum("v1", of) / of.length,
      v2: sum("v2", of) / of.length,
    })),
  };
}
