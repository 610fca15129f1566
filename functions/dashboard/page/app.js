import { decisionsData, drawDecisions, openReceipts } from "./decisions.js";
import { draw } from "./dom.js";
import { drawFailures, failuresData } from "./failures.js";
import { createFeed } from "./feed.js";
import { plural, time } from "./format.js";
import { drawKeys, keysData } from "./keys.js";
import { drawLanes, lanesData } from "./lanes.js";
import { drawProviders, providersData } from "./providers.js";
import { drawRun, drawRuns } from "./run.js";
import { drawSpend, spendData } from "./spend.js";
import { drawTiles, remember, tilesData } from "./tiles.js";
import { drawGates, drawTimes, gatesData, timesData } from "./times.js";

const everyMs = 2000;
const at = (selector) => document.querySelector(selector);
const bodyOf = (id) => at(`#${id} .body`);

const feeds = {
  summary: createFeed("/api/metrics/summary"),
  runs: createFeed("/api/metrics/quality/gate/recent?limit=8"),
  routing: createFeed("/api/metrics/routing", 4000),
  keys: createFeed("/api/metrics/keys", 8000),
  spend: createFeed("/api/metrics/spend", 8000),
};

let paused = false;
let timer;
let known = null; // what was last announced: {run, verdict, dead}

function showSummary(summary) {
  remember(summary.now);
  draw(at("#tiles"), tilesData(summary), drawTiles);
  draw(bodyOf("lanes"), lanesData(summary), drawLanes);
  draw(bodyOf("times"), timesData(summary), drawTimes);
  draw(bodyOf("gates"), gatesData(summary), drawGates);
  draw(bodyOf("failures"), failuresData(summary), drawFailures);
}

function showRuns({ runs: [newest, ...earlier] }) {
  draw(bodyOf("run"), newest ?? null, drawRun);
  draw(bodyOf("runs"), earlier, drawRuns);
}

function showRoutes(routing, keys, spend) {
  draw(bodyOf("decisions"), decisionsData(routing), drawDecisions);
  draw(bodyOf("providers"), providersData(routing), drawProviders);
  draw(bodyOf("keys"), keysData(keys, routing), drawKeys);
  draw(bodyOf("spend"), spendData(spend), drawSpend);
}

function showHealth({ is_healthy, checks }) {
  const pill = at("#health");
  const wrong = checks.filter((check) => !check.is_healthy);
  pill.dataset.tone = is_healthy ? "good" : "warn";
  pill.textContent = is_healthy ? "Healthy" : wrong.map((check) => check.says).join("; ");
  pill.title = checks.map((check) => `${check.name}: ${check.says}`).join("\n");
}

/** Speaks only of what a listener would want to be told: a verdict, new dead letters. */
function announce(summary, { runs: [newest] }) {
  const current = {
    run: newest?.run_id,
    verdict: newest?.verdict,
    dead: summary.dead_letters.recent[0]?.job_id,
  };
  if (
    known && current.verdict && (current.run !== known.run || current.verdict !== known.verdict)
  ) {
    at("#news").textContent = `Quality run finished: ${current.verdict}`;
  } else if (known && current.dead && current.dead !== known.dead) {
    at("#news").textContent = `${plural(summary.dead_letters.count, "dead letter")} now`;
  }
  known = current;
}

function showTrouble(words) {
  const place = at("#trouble");
  place.hidden = words === null;
  place.textContent = words ?? "";
  at("main").classList.toggle("stale", words !== null);
  if (words !== null) {
    at("#health").dataset.tone = "idle";
    at("#health").textContent = "No answer";
  }
}

async function tick() {
  clearTimeout(timer);
  try {
    const [summary, runs, routing, keys, spend] = await Promise.all(
      Object.values(feeds).map((feed) => feed.read()),
    );
    showTrouble(null);
    showSummary(summary.body);
    if (runs.changed) showRuns(runs.body);
    showRoutes(routing.body, keys.body, spend.body);
    showHealth(summary.body.health);
    announce(summary.body, runs.body);
    at("#updated").textContent = `Updated ${time(Date.now())}`;
  } catch (trouble) {
    showTrouble(trouble.message);
  }
  if (!paused && !document.hidden) timer = setTimeout(tick, everyMs);
}

at("#pause").addEventListener("click", (event) => {
  paused = !paused;
  event.currentTarget.setAttribute("aria-pressed", String(paused));
  event.currentTarget.textContent = paused ? "Resume" : "Pause";
  if (paused) {
    clearTimeout(timer);
    at("#updated").textContent = `Paused at ${time(Date.now())}`;
  } else tick();
});

// A hidden tab asks for nothing; it catches up as soon as someone looks.
document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (!document.hidden && !paused) tick();
});

openReceipts(at("#decisions"));
tick();
