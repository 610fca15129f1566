import { type Board, lines, number, table } from "./panel.ts";

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
        number("Spent, 24 h", "currencyUSD", "Settled cost of calls.", {
          needs: "a settled call of a model",
          queries: [{ expr: "sum(increase(cogo_llm_cost_dollars_total[24h]))" }],
        }),
        number("Overspend", "currencyUSD", "Spent and reserved beyond a limit. It must stay 0.", {
          redFrom: 0.000001,
          queries: [{ expr: "cogo_overspend_dollars" }],
        }),
        number(
          "Debt",
          "currencyUSD",
          "Billed beyond what was reserved, in the periods that are open.",
          { queries: [{ expr: "cogo_debt_dollars" }] },
        ),
        number("Oldest reservation", "s", "Money held by a call that has not been settled.", {
          queries: [{ expr: "cogo_reservation_oldest_age_seconds" }],
        }),
        {
          title: "Overdue",
          width: 8,
          about: "How long past its time a reservation is open: the reaper is late.",
          kind: "number",
          unit: "s",
          redFrom: 120,
          queries: [{ expr: "cogo_reservation_overdue_seconds" }],
        },
        lines("Dollars an hour by model", "currencyUSD", "Rate of settled cost.", {
          needs: "a settled call of a model",
          queries: [{
            expr:
              "3600 * sum by (provider, model) (rate(cogo_llm_cost_dollars_total[$__rate_interval]))",
            legend: model,
          }],
        }),
        lines(
          "Tokens a second by kind",
          "short",
          "Prompt, completion and cached tokens as providers counted them.",
          {
            needs: "a settled call of a model",
            queries: [{
              expr: "sum by (kind) (rate(cogo_llm_tokens_total[$__rate_interval]))",
              legend: "{{kind}}",
            }],
          },
        ),
      ],
    },
    {
      title: "Choices",
      panels: [
        lines("Decisions a second by model", "ops", "What was chosen.", {
          needs: "a decision",
          queries: [{
            expr: "sum by (provider, model) (rate(cogo_route_decisions_total[$__rate_interval]))",
            legend: model,
          }],
        }),
        lines(
          "Refusals a second by reason",
          "ops",
          "Routes that got no model: no budget, no candidate, no key.",
          {
            needs: "a refused route",
            queries: [{
              expr: "sum by (reason) (rate(cogo_route_refusals_total[$__rate_interval]))",
              legend: "{{reason}}",
            }],
          },
        ),
      ],
    },
    {
      title: "Providers",
      panels: [
        table(
          "Breakers that are not closed",
          "short",
          "Open: nobody is sent there. Half open: one caller probes.",
          {
            needs: "a breaker that opened",
            queries: [{ expr: 'cogo_route_breaker{state!="closed"} == 1' }],
          },
        ),
        lines("Share of failed calls", "percentunit", "Moving average by model.", {
          needs: "a settled call of a model",
          queries: [{ expr: "cogo_route_error_ratio", legend: model }],
        }),
        lines("Time to the first token", "s", "Moving average by model.", {
          needs: "a call that told its first token",
          queries: [{ expr: "cogo_route_first_token_seconds", legend: model }],
        }),
        lines("Models that refused routes could not have", "ops", "By reason, a second.", {
          needs: "a refused route",
          queries: [{
            expr: "sum by (reason) (rate(cogo_route_rejections_total[$__rate_interval]))",
            legend: "{{reason}}",
          }],
        }),
      ],
    },
  ],
};
