import type { TotalsDocument } from "./documents.ts";
import type { Family, Sample } from "./exposition.ts";
import { gauge } from "./families.ts";

interface CounterSeries {
  name: string;
  help: string;
  beginsAtZero?: boolean;
  /** How many of the total make one of the series; 1 where nothing is said. */
  per?: number;
}

/**
 * Counters by their name in cogo.call_totals: what Prometheus calls them, and what they count.
 * Those that begin at zero are there before the first count, so that an alert can name them.
 */
const counters: Record<string, CounterSeries> = {
  key_reads: {
    name: "key_vault_reads_total",
    help: "Keys released, by the kind of opening.",
    beginsAtZero: true,
  },
  key_writes: {
    name: "key_vault_writes_total",
    help: "Changes of keys and of what seals them, by action.",
    beginsAtZero: true,
  },
  key_failures: {
    name: "key_vault_fail_total",
    help: "Openings that were refused, by reason.",
  },
  decisions: {
    name: "cogo_route_decisions_total",
    help: "Decisions by the model that was chosen and by policy.",
  },
  refusals: { name: "cogo_route_refusals_total", help: "Routes that were refused, by error." },
  rejections: {
    name: "cogo_route_rejections_total",
    help: "Models that refused routes could not have, by reason.",
  },
  lease_renewals: {
    name: "cogo_lease_renewals_total",
    help: "Leases that workers renewed.",
    beginsAtZero: true,
  },
  lease_expiries: {
    name: "cogo_lease_expiries_total",
    help: "Jobs whose worker fell silent: given back, or failed at their last attempt.",
    beginsAtZero: true,
  },
  claim_conflicts: {
    name: "cogo_claim_conflicts_total",
    help: "Jobs that a worker no longer held when it reported on them; refused by the fence.",
    beginsAtZero: true,
  },
  dead_letters: {
    name: "cogo_dead_letters_total",
    help: "Jobs that became dead letters, by stage and reason.",
  },
  schedule_runs: {
    name: "cogo_schedule_runs_total",
    help: "Due times of schedules by what became of them.",
  },
  llm_tokens: {
    name: "cogo_llm_tokens_total",
    help: "Tokens of calls that were settled, by model and kind.",
  },
  llm_cost_nano: {
    name: "cogo_llm_cost_dollars_total",
    help: "Cost of calls that were settled, by model.",
    per: 1e9,
  },
};

const dollars = (nano: number) => nano / 1e9;

type Model = TotalsDocument["routing"]["models"][number];

function modelSamples(models: Model[], value: (model: Model) => number | null): Sample[] {
  return models.flatMap((model) => {
    const { provider, model: name, region, service } = model;
    const told = value(model);
    return told === null
      ? []
      : [{ labels: { provider, model: name, region, service }, value: told }];
  });
}

const breakers = ["closed", "half_open", "open"] as const;

function breakerSamples(models: Model[]): Sample[] {
  return breakers.flatMap((state) =>
    modelSamples(models, (model) => Number(model.state === state))
      .map(({ labels, value }) => ({ labels: { ...labels, state }, value }))
  );
}

/** The series of keys, routing and money. Money in dollars, times in seconds. */
export function routeFamilies({ counters: counted, routing }: TotalsDocument): Family[] {
  const totals = Object.entries(counters).map(([key, series]): Family => {
    const { name, help, beginsAtZero, per = 1 } = series;
    const samples = counted.filter((line) => line.name === key)
      .map(({ labels, total }) => ({ labels, value: total / per }));
    const zero = beginsAtZero && samples.length === 0 ? [{ value: 0 }] : [];
    return { name, help, type: "counter", samples: [...samples, ...zero] };
  });
  const { models, key_alerts } = routing;
  return [
    ...totals,
    gauge(
      "key_vault_alerts",
      "Keys that are due, by alert.",
      Object.entries(key_alerts).map(([alert, value]) => ({ labels: { alert }, value })),
    ),
    gauge("cogo_overspend_dollars", "Spent and reserved beyond a limit; always 0.", [
      { value: dollars(routing.overspend_nano) },
    ]),
    gauge("cogo_debt_dollars", "Billed beyond what was reserved, in the periods that are open.", [
      { value: dollars(routing.debt_nano) },
    ]),
    gauge("cogo_reservation_oldest_age_seconds", "Age of the oldest open reservation.", [
      { value: routing.reservation_age_seconds },
    ]),
    gauge("cogo_reservation_overdue_seconds", "How long past its time a reservation is open.", [
      { value: routing.reservation_overdue_seconds },
    ]),
    gauge("cogo_route_breaker", "1 for the state that a model's breaker is in.", [
      ...breakerSamples(models),
    ]),
    gauge(
      "cogo_route_error_ratio",
      "Moving average of failed calls of a model.",
      modelSamples(models, (model) => model.error_rate),
    ),
    gauge(
      "cogo_route_first_token_seconds",
      "Moving average of the time to the first token of a model.",
      modelSamples(
        models,
        ({ first_token_ms }) => first_token_ms && Math.round(first_token_ms) / 1000,
      ),
    ),
  ];
}
