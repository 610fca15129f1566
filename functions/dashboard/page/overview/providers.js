import { bar, h, pill, table, unseen } from "../shared/dom.js";
import { count, duration, percent } from "../shared/format.js";

const breaker = {
  closed: ["good", "closed"],
  half_open: ["warn", "probing"],
  open: ["bad", "open"],
};

/** A breaker's state as a word with its tone. */
export const breakerPill = (state) => pill(...(breaker[state] ?? ["idle", state]));

/** What of the routing figures the providers' panel shows. */
export const providersData = ({ providers, policies, window }) => ({
  providers,
  policies,
  minutes: window.minutes,
});

const troubled = (providers) =>
  providers.flatMap(({ provider, models }) =>
    models.filter((model) => model.state !== "closed" || model.errors > 0 || model.throttled > 0)
      .map((model) => ({ provider, ...model }))
  );

function policyLine(policies) {
  if (policies.length === 0) return null;
  return h(
    "p",
    { class: "headline" },
    policies.map(({ name, version, algorithm, state }) =>
      pill(state === "live" ? "good" : "warn", `${name}/${version} · ${algorithm} · ${state}`)
    ),
  );
}

/** How providers do: breakers, errors, time to the first token. */
export function drawProviders({ providers, policies, minutes }) {
  if (providers.length === 0) {
    return [
      policyLine(policies),
      h("p", { class: "quiet" }, "No provider has been called yet."),
    ];
  }
  const worst = troubled(providers);
  return [
    policyLine(policies),
    table(`Providers in the last ${minutes} minutes`, [
      { title: "Provider", head: true, class: "words", cell: (line) => line.provider },
      { title: "Breaker", cell: (line) => breakerPill(line.state) },
      { title: "calls", number: true, cell: (line) => count(line.calls) },
      {
        title: "errors",
        number: true,
        class: "depth",
        cell: (line) => [percent(line.error_rate), bar(line.error_rate ?? 0, "bad")],
      },
      { title: "429", number: true, cell: (line) => count(line.throttled) },
      { title: "first token", number: true, cell: (line) => duration(line.first_token_ms) },
    ], providers),
    worst.length > 0 && h("h3", {}, "Models with trouble"),
    worst.length > 0 && table("Models with trouble", [
      {
        title: "Model",
        head: true,
        class: "words",
        cell: (line) => [line.model, " ", h("span", { class: "quiet small" }, line.region)],
      },
      { title: unseen("breaker"), cell: (line) => breakerPill(line.state) },
      {
        title: "failed",
        number: true,
        cell: (line) => `${count(line.errors)} of ${count(line.calls)}`,
      },
      { title: "429", number: true, cell: (line) => count(line.throttled) },
    ], worst.slice(0, 8)),
  ];
}
