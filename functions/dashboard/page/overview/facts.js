import { h } from "../shared/dom.js";
import { count, duration, money, percent, roughly } from "../shared/format.js";

/** Tokens that models read, cached ones too (`input` is without them), and wrote. */
const usageOf = ({ input, cache_read, cache_write, output, requests }) => ({
  read: input + cache_read + cache_write,
  written: output,
  requests,
});

/** What of a summary the page's first panel shows. */
export const factsData = (summary) => ({
  transitions: summary.transitions,
  failure_rate: summary.failure_rate,
  wait: summary.finished.wait_ms.p95,
  run: summary.finished.run_ms.p95,
  dead: summary.dead_letters.count,
  open: summary.dead_letters.not_redriven,
  usage: summary.tokens ? usageOf(summary.tokens) : null,
  cost: summary.cost ?? null,
});

function fact(name, value, note, address) {
  const figure = address ? h("a", { href: address }, value) : value;
  return h("div", {}, h("dt", {}, name), h("dd", {}, figure), h("dd", { class: "note" }, note));
}

/** Retries, dead letters, times, tokens and cost of the last hour. */
export function drawFacts({ transitions, failure_rate, wait, run, dead, open, usage, cost }) {
  const retries = transitions.job_retried ?? 0;
  const lost = transitions.job_lease_expired ?? 0;
  return h(
    "dl",
    { class: "figures" },
    fact(
      "Retries",
      count(retries),
      lost > 0 ? `${count(lost)} leases expired` : "no lease expired",
    ),
    fact("Dead letters", count(dead), `${count(open)} not redriven`, "/dashboard/dead-letters"),
    fact("Failure rate", percent(failure_rate), "failed of closed"),
    fact("Wait, p95", duration(wait), "enqueue to claim"),
    fact("Run, p95", duration(run), "of the last try"),
    fact(
      "Tokens",
      usage ? roughly(usage.read + usage.written) : "–",
      usage ? `${roughly(usage.read)} in · ${roughly(usage.written)} out` : "",
    ),
    fact("Cost", cost ? money(cost.nano) : "–", usage ? `${count(usage.requests)} calls` : ""),
  );
}
