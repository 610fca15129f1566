import { ask, onActs, perform } from "../shared/acting.js";
import { createFeed } from "../shared/feed.js";
import { filters } from "../shared/filters.js";
import { nowBy } from "../shared/format.js";
import { live, panel, refresh } from "../shared/live.js";
import { drawHistory, drawScheduler } from "./runs.js";
import { drawSchedules } from "./schedules.js";

const form = filters(document.querySelector("#filters"), () => {
  feed = makeFeed();
  refresh();
});

const makeFeed = () =>
  createFeed("list_schedules", { name_prefix: form.value("name"), row_limit: 500 });
let feed = makeFeed();

const place = document.querySelector("#history");
const none = { read: () => Promise.resolve(null), expire: () => {} };
let opened = null; // {name, tenant_id} of the schedule whose runs are shown
let history = none;

onActs(document.querySelector("#schedules"), {
  async run(key) {
    const { name, tenant_id } = JSON.parse(key);
    const words = "It runs once, beside its times, as its overlap policy allows.";
    if (!await ask({ title: `Run ${name} now?`, words, verb: "Run now" })) return;
    const args = { name, tenant_id, idempotency_key: crypto.randomUUID() };
    await perform(
      "run_schedule_now",
      args,
      ({ state, job_id, reason }) =>
        `${name}: ${[state, reason, job_id && `job ${job_id}`].filter(Boolean).join(", ")}.`,
    );
  },
  pause(key) {
    const { name, tenant_id } = JSON.parse(key);
    return perform("pause_schedule", { name, tenant_id }, () => `${name} is paused.`);
  },
  resume(key) {
    const { name, tenant_id } = JSON.parse(key);
    return perform("resume_schedule", { name, tenant_id }, () => `${name} goes on from now.`);
  },
});

document.querySelector("#schedules").addEventListener("click", async ({ target }) => {
  const key = target.closest("button[data-history]")?.dataset.history;
  if (key === undefined) return;
  opened = JSON.parse(key);
  history = createFeed("schedule_history", { ...opened, row_limit: 25 });
  place.hidden = false;
  document.querySelector("#history-title").textContent = `Runs of ${opened.name}`;
  await refresh();
  place.focus();
  place.scrollIntoView({ block: "nearest" });
});

const schedulesData = ({ schedules }) => ({ schedules, now: nowBy(2), isFiltered: form.any() });
const scheduler = createFeed("scheduler_status", {}, 4000);
live([
  panel("schedules", () => ({ schedules: feed }), schedulesData, drawSchedules),
  panel("history", () => ({ runs: history }), ({ runs }) => ({ runs, opened }), drawHistory),
  panel("scheduler", { scheduler }, ({ scheduler }) => scheduler, drawScheduler),
]);
