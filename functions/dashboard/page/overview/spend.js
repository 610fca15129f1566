import { bar, h, pill, table } from "../shared/dom.js";
import { count, date, money, short } from "../shared/format.js";

/** The minute of a timestamp, in milliseconds since 1970; databases write their own zone. */
const minuteOf = (moment) => Math.floor(Date.parse(moment) / 60_000) * 60_000;

/** What of the spend the panel shows; what is foretold moves by the minute. */
export const spendData = ({ budgets, models, at }) => ({
  models,
  budgets: budgets.map((budget) => ({
    ...budget,
    forecast_nano: budget.forecast_nano && Number(budget.forecast_nano.toPrecision(3)),
    exhausted_at: budget.exhausted_at && minuteOf(budget.exhausted_at),
    is_exhausted: budget.exhausted_at !== null && Date.parse(budget.exhausted_at) <= Date.parse(at),
  })),
});

function nameOf({ scope, tenant_id, project_id, agent_id, period }) {
  const whose = project_id ?? ((agent_id ?? tenant_id) && short(agent_id ?? tenant_id));
  return [
    scope,
    " ",
    h("span", { class: "quiet small" }, [whose, period].filter(Boolean).join(" · ")),
  ];
}

const usedOf = ({ spent_nano, debt_nano }) => spent_nano + debt_nano;

function outlook({ limit_nano, forecast_nano, exhausted_at, is_exhausted }) {
  if (limit_nano === null) return pill("idle", "no limit");
  if (is_exhausted) return pill("bad", "used up");
  if (exhausted_at !== null) return pill("warn", `used up ${date(exhausted_at)}`);
  return pill("good", forecast_nano === null ? "within" : "will hold");
}

function budgetsTable(budgets) {
  return table("Budgets", [
    { title: "Budget", head: true, class: "words", cell: nameOf },
    {
      title: "spent",
      number: true,
      class: "depth",
      cell: (budget) =>
        [
          money(usedOf(budget)),
          budget.limit_nano !== null &&
          bar(
            usedOf(budget) / Math.max(1, budget.limit_nano),
            budget.is_exhausted ? "bad" : "accent",
          ),
        ].filter(Boolean),
    },
    { title: "limit", number: true, cell: ({ limit_nano }) => money(limit_nano) },
    { title: "forecast", number: true, cell: ({ forecast_nano }) => money(forecast_nano) },
    { title: "Outlook", class: "words", cell: outlook },
  ], budgets);
}

/** Budgets against what was spent, what is foretold, and which models cost it. */
export function drawSpend({ budgets, models }) {
  return [
    budgets.length === 0
      ? h(
        "p",
        { class: "quiet" },
        "No budget: calls are metered without a limit. Set one with the RPC set_budget.",
      )
      : budgetsTable(budgets.slice(0, 10)),
    h("h3", {}, "Models of the last 24 hours"),
    models.length === 0
      ? h("p", { class: "quiet" }, "Nothing was spent.")
      : table("Cost by model in the last 24 hours", [
        { title: "Model", head: true, class: "words", cell: (line) => line.model ?? line.model_id },
        { title: "calls", number: true, cell: (line) => count(line.requests) },
        {
          title: "tokens in",
          number: true,
          cell: (line) =>
            count(line.input_tokens + line.cache_read_tokens + line.cache_write_tokens),
        },
        { title: "out", number: true, cell: (line) => count(line.output_tokens) },
        { title: "cost", number: true, cell: (line) => money(line.cost_nano) },
      ], models.slice(0, 8)),
  ];
}
