import { ask, onActs, perform } from "../shared/acting.js";
import { drawChart, linesOf } from "../shared/chart.js";
import { createFeed } from "../shared/feed.js";
import { filters } from "../shared/filters.js";
import { count, duration, percent } from "../shared/format.js";
import { historyFeed } from "../shared/history.js";
import { live, panel, refresh } from "../shared/live.js";
import { drawLanes } from "./lanes.js";
import { drawLimits } from "./limits.js";

const form = filters(document.querySelector("#filters"), () => {
  feeds = makeFeeds();
  refresh();
});

/** One feed per chart, for what the form says. */
function makeFeeds() {
  const span = form.value("span") ?? "1 h";
  const executor = form.value("executor");
  const labels = executor ? { executor } : {};
  return {
    depth: historyFeed("depth", span, { ...labels, by: "lane" }),
    throughput: historyFeed("throughput", span, labels),
    wait: historyFeed("wait_p95", span, labels),
    failing: historyFeed("failure_rate", span, labels),
  };
}
let feeds = makeFeeds();

/** A lane's name; the shards of one, but the first, have a number. */
const laneName = ({ executor, priority, shard }) =>
  [executor, priority, Number(shard) > 0 && `#${shard}`].filter(Boolean).join(" ");

/** A panel that draws one series. */
const series = (id, title, format, empty) =>
  panel(id, () => ({ told: feeds[id] }), ({ told }) => ({
    title,
    lines: linesOf(told, laneName),
    empty,
  }), (shown) => drawChart(shown, format));

const lanes = createFeed("queue_stats");
const limits = createFeed("list_limits", {}, 4000);

onActs(document.querySelector("#lanes"), {
  async pause(name) {
    const words = `No job of ${name} starts until it is resumed; what runs goes on.`;
    if (await ask({ title: `Pause ${name}?`, words, verb: "Pause" })) {
      await perform("pause", { scope: "lane", name }, () => `${name} is paused.`);
    }
  },
  resume: (name) => perform("resume", { scope: "lane", name }, () => `${name} goes on.`),
});

onActs(document.querySelector("#limits"), {
  resume(key) {
    const args = JSON.parse(key);
    return perform("resume", args, () => `${args.name ?? "The tenant"} goes on.`);
  },
});

live([
  series("depth", "Ready jobs", count, "No job was ready in this span."),
  series("throughput", "Jobs closed a minute", count, "No job was closed in this span."),
  series("wait", "Wait, p95", duration, "No job was claimed in this span."),
  series("failing", "Failure rate", percent, "No job was closed in this span."),
  panel("lanes", { lanes }, ({ lanes }) => lanes, drawLanes),
  panel("limits", { limits }, ({ limits }) => limits, drawLimits),
]);
