import { createFeed } from "../shared/feed.js";
import { count, plural } from "../shared/format.js";
import { closedLines } from "../shared/history.js";
import { drawChart } from "../shared/chart.js";
import { live, panel, spoken } from "../shared/live.js";
import { decisionsData, drawDecisions, openReceipts } from "./decisions.js";
import { drawFacts, factsData } from "./facts.js";
import { drawFailures, failuresData } from "./failures.js";
import { drawFixes, fixesData } from "./fixes.js";
import { drawKeys, keysData } from "./keys.js";
import { drawLanes, lanesData } from "./lanes.js";
import { drawProviders, providersData } from "./providers.js";
import { drawRun } from "./run.js";
import { drawRuns } from "./runs.js";
import { drawSpend, spendData } from "./spend.js";
import { drawTiles, remember, tilesData } from "./tiles.js";
import { drawGates, drawTimes, gatesData, timesData } from "./times.js";

const summary = createFeed("metrics_summary");
const runs = createFeed("quality_gate_recent", { row_limit: 8 });
const routing = createFeed("metrics_routing", {}, 4000);
const keys = createFeed("metrics_keys", {}, 8000);
const spend = createFeed("spend_summary", {}, 8000);

const known = { run: undefined, verdict: undefined, dead: undefined };

/** Speaks only of what a listener would want to be told: a verdict, new dead letters. */
function announce(changes, words) {
  const isNews = Object.entries(changes).some(([name, value]) =>
    known[name] !== undefined && value !== known[name]
  );
  Object.assign(known, changes);
  if (isNews) document.querySelector("#news").textContent = words;
}

function tileData({ summary }) {
  remember(summary.now);
  announce(
    { dead: summary.dead_letters.recent[0]?.job_id ?? 0 },
    `${plural(summary.dead_letters.count, "dead letter")} now`,
  );
  return tilesData(summary);
}

function runData({ runs: { runs: [newest] } }) {
  announce(
    { run: newest?.run_id ?? 0, verdict: newest?.verdict ?? "open" },
    newest?.verdict ? `Quality run finished: ${newest.verdict}` : "A quality run began",
  );
  return newest ?? null;
}

openReceipts(document.querySelector("#decisions"));
live([
  spoken(panel("tiles", { summary }, tileData, drawTiles)),
  panel("facts", { summary }, ({ summary }) => factsData(summary), drawFacts),
  panel(
    "throughput",
    closedLines("1 h"),
    (history) => history,
    ({ succeeded, failed }) =>
      drawChart({
        title: "Jobs closed a minute",
        lines: [
          { label: "succeeded", points: succeeded.points },
          { label: "failed", points: failed.points },
        ],
        empty: "No job was closed in the last hour.",
      }, count),
  ),
  panel("lanes", { summary }, ({ summary }) => lanesData(summary), drawLanes),
  spoken(panel("run", { runs }, runData, drawRun)),
  panel("gates", { summary }, ({ summary }) => gatesData(summary), drawGates),
  panel("fixes", { runs }, ({ runs }) => fixesData(runs), drawFixes),
  panel("runs", { runs }, ({ runs }) => runs.runs.slice(1), drawRuns),
  panel("times", { summary }, ({ summary }) => timesData(summary), drawTimes),
  panel("providers", { routing }, ({ routing }) => providersData(routing), drawProviders),
  panel("failures", { summary }, ({ summary }) => failuresData(summary), drawFailures),
  panel("spend", { spend }, ({ spend }) => spendData(spend), drawSpend),
  panel("decisions", { routing }, ({ routing }) => decisionsData(routing), drawDecisions),
  panel("keys", { keys, routing }, ({ keys, routing }) => keysData(keys, routing), drawKeys),
]);
