import { ask, onActs, perform } from "../shared/acting.js";
import { createFeed } from "../shared/feed.js";
import { filters } from "../shared/filters.js";
import { nowBy } from "../shared/format.js";
import { live, panel, refresh } from "../shared/live.js";
import { drawWorkers } from "./workers.js";

const form = filters(document.querySelector("#filters"), () => {
  feed = makeFeed();
  refresh();
});

const makeFeed = () =>
  createFeed("list_workers", {
    only_state: form.value("state"),
    only_executor: form.value("executor"),
    row_limit: 500,
  });
let feed = makeFeed();

onActs(document.querySelector("#workers"), {
  async drain(key) {
    const { worker, tenant_id } = JSON.parse(key);
    const words = "It is given no more jobs and learns it at its next beat; what it holds goes on.";
    if (!await ask({ title: `Drain ${worker}?`, words, verb: "Drain" })) return;
    await perform(
      "drain_worker",
      { worker, tenant_id },
      ({ held }) =>
        held === 0 ? `${worker} is drained.` : `${worker} drains: it still holds ${held}.`,
    );
  },
  resume(key) {
    const { worker, tenant_id } = JSON.parse(key);
    return perform("resume_worker", { worker, tenant_id }, () => `${worker} is given jobs again.`);
  },
});

const workersData = ({ workers }) => ({ workers, now: nowBy(2), isFiltered: form.any() });
live([panel("workers", () => ({ workers: feed }), workersData, drawWorkers)]);
