import { createFeed } from "./feed.js";

const at = (selector) => document.querySelector(selector);

/** Says in the header whether housekeeping keeps up. */
export const healthPanel = {
  place: at("#health"),
  feeds: { health: createFeed("metrics_health", {}, 4000) },
  show({ health: { is_healthy, checks } }) {
    const pill = at("#health");
    const wrong = checks.filter((check) => !check.is_healthy);
    pill.dataset.tone = is_healthy ? "good" : "warn";
    pill.textContent = is_healthy ? "Healthy" : wrong.map((check) => check.says).join("; ");
    pill.title = checks.map((check) => `${check.name}: ${check.says}`).join("\n");
  },
  fail: ({ message }) => at("#health").title = message,
};

/** Counts in the navigation what fires. */
export const firingPanel = {
  place: at("#firing"),
  feeds: { told: createFeed("list_alerts", {}, 15_000) },
  show({ told }) {
    const firing = told.alerts.filter(({ state }) => state === "firing").length;
    at("#firing").textContent = firing > 0 ? String(firing) : "";
    at("#firing").title = firing > 0 ? `${firing} firing` : "";
  },
  fail: () => {}, // the page of alerts says why
};

/** Says that nobody answers, and takes it back with null. */
export function showSilence(words) {
  const place = at("#trouble");
  place.hidden = words === null;
  place.textContent = words ?? "";
  at("main").classList.toggle("stale", words !== null);
  if (words !== null) {
    at("#health").dataset.tone = "idle";
    at("#health").textContent = "No answer";
  }
}
