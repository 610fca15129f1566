import type { Board } from "./panel.ts";

const model = "{{provider}} {{model}}";

/** Models, what they cost, and who is down. */
export const routing: Board = {
  name: "routing",
  title: "COGO: routing and spend",
  about: "Which models are chosen, how they do, what they cost, what was refused.",
  variables: {},
  rows: [
    {
      title: "Money",
      panels: [
        {
          title: "Spent, 24 h",
          about: "Settled cost of calls.",
          kind: "number",
          unit: "currencyUSD",
          needs: "a settled call of a model",
          queries: [{ expr: "sum(increase(cogo_llm_cost_dollars_total[24h]))" }],
        },
        {
          title: "Overspend",
          about: "Spent and reserved beyond a limit. It must stay 0.",
          kind: "number",
          unit: "currencyUSD",
          redFrom: 0.000001,
          queries: [{ expr: "cogo_overspend_dollars" }],
        },
        {
          title: "Debt",
          about: "Billed beyond what was reserved, in the periods that are open.",
          kind: "number",
          unit: "currencyUSD",
          queries: [{ expr: "cogo_debt_dollars" }],
        },
        {
          title: "Oldest reservation",
          about: "Money held by a call that has not been settled.",
          kind: "number",
          unit: "s",
          queries: [{ expr: "cogo_reservation_oldest_age_seconds" }],
        },
        {
          title: "Overdue",
          width: 8,
          about: "How long past its time a reservation is open: the reaper is late.",
          kind: "number",
          unit: "s",
          redFrom: 120,
          queries: [{ expr: "cogo_reservation_overdue_seconds" }],
        },
        {
          title: "Dollars an hour by model",
          about: "Rate of settled cost.",
          kind: "lines",
          unit: "currencyUSD",
          needs: "a settled call of a model",
          queries: [{
            expr:
              "3600 * sum by (provider, model) (rate(cogo_llm_cost_dollars_total[$__rate_interval]))",
            legend: model,
          }],
        },
        {
          title: "Tokens a second by kind",
          about: "Prompt, completion and cached tokens as providers counted them.",
          kind: "lines",
          unit: "short",
          needs: "a settled call of a model",
          queries: [{
            expr: "sum by (kind) (rate(cogo_llm_tokens_total[$__rate_interval]))",
            legend: "{{kind}}",
          }],
        },
      ],
    },
    {
      title: "Choices",
      panels: [
        {
          title: "Decisions a second by model",
          about: "What was chosen.",
          kind: "lines",
          unit: "ops",
          needs: "a decision",
          queries: [{
            expr: "sum by (provider, model) (rate(cogo_route_decisions_total[$__rate_interval]))",
            legend: model,
          }],
        },
        {
          title: "Refusals a second by reason",
          about: "Routes that got no model: no budget, no candidate, no key.",
          kind: "lines",
          unit: "ops",
          needs: "a refused route",
          queries: [{
            expr: "sum by (reason) (rate(cogo_route_refusals_total[$__rate_interval]))",
            legend: "{{reason}}",
          }],
        },
      ],
    },
    {
      title: "Providers",
      panels: [
        {
          title: "Breakers that are not closed",
          about: "Open: nobody is sent there. Half open: one caller probes.",
          kind: "table",
          unit: "short",
          needs: "a breaker that opened",
          queries: [{ expr: 'cogo_route_breaker{state!="closed"} == 1' }],
        },
        {
          title: "Share of failed calls",
          about: "Moving average by model.",
          kind: "lines",
          unit: "percentunit",
          needs: "a settled call of a model",
          queries: [{ expr: "cogo_route_error_ratio", legend: model }],
        },
        {
          title: "Time to the first token",
          about: "Moving average by model.",
          kind: "lines",
          unit: "s",
          needs: "a call that told its first token",
          queries: [{ expr: "cogo_route_first_token_seconds", legend: model }],
        },
        {
          title: "Models that refused routes could not have",
          about: "By reason, a second.",
          kind: "lines",
          unit: "ops",
          needs: "a refused route",
          queries: [{
            expr: "sum by (reason) (rate(cogo_route_rejections_total[$__rate_interval]))",
            legend: "{{reason}}",
          }],
        },
      ],
    },
  ],
};
