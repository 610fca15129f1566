import { actButton, ask, onActs, perform } from "../shared/acting.js";
import { createFeed } from "../shared/feed.js";
import { nowBy } from "../shared/format.js";
import { live, panel, silent } from "../shared/live.js";
import { redriveOne } from "../shared/redrive.js";
import { jobAddress, statePill } from "../shared/states.js";
import { drawAttempts } from "./attempts.js";
import { drawEvents } from "./events.js";
import { drawFacts } from "./facts.js";
import { drawDocument } from "./document.js";
import { drawState } from "./state_diagram.js";
import { drawTrace } from "./trace.js";

const id = Number(location.pathname.split("/").at(-1));
const args = { job_id: id };
const job = createFeed("get_job", args);
const events = createFeed("job_events", { ...args, row_limit: 200 });
const trace = createFeed("show_trace", args, 4000);
const closed = ["succeeded", "failed", "cancelled"];

const drawName = ({ type, state }) => [`Job ${id} `, type, " ", statePill(state)];

function drawActs({ state, dead_letter, cancel_requested }) {
  if (!closed.includes(state) && !cancel_requested) {
    return actButton("cancel", String(id), "Cancel job", `Cancel job ${id}`);
  }
  const mayRedrive = dead_letter && dead_letter.redriven_job_id === null;
  return mayRedrive && actButton("redrive", String(id), "Redrive", `Redrive job ${id}`);
}

onActs(document.querySelector("#acts"), {
  async cancel() {
    const words = "If a worker has it, the worker learns it at its next renewal.";
    if (await ask({ title: `Cancel job ${id}?`, words, verb: "Cancel job" })) {
      const told = ([{ outcome }]) => `Job ${id}: ${outcome.replaceAll("_", " ")}.`;
      await perform("cancel_jobs", { job_ids: [id], reason: "by the dashboard" }, told);
    }
  },
  redrive: redriveOne,
});

document.title = document.title.replace("Job", `Job ${id}`);

/** What of a job the facts show; its ages move by the second while it is open. */
const factsData = ({ job }) => ({
  job,
  now: closed.includes(job.state) ? null : nowBy(5),
});

live([
  silent(panel("name", { job }, ({ job }) => ({ type: job.type, state: job.state }), drawName)),
  silent(panel("acts", { job }, ({ job }) => job, drawActs)),
  panel("state", { job, events }, ({ job, events }) => ({ job, events }), drawState),
  panel("facts", { job }, factsData, drawFacts),
  panel("trace", { trace }, ({ trace }) => trace, (told) => drawTrace(told, jobAddress)),
  panel("attempts", { job }, ({ job }) => job.attempts, drawAttempts),
  panel("events", { events }, ({ events }) => events, drawEvents),
  panel(
    "payload",
    { job },
    ({ job }) => job.payload,
    (payload) => drawDocument(payload, "Payload"),
  ),
  panel(
    "result",
    { job },
    ({ job }) => ({ result: job.result, error: job.error }),
    (shown) =>
      shown.error && shown.result === null
        ? drawDocument(shown.error, "Error")
        : drawDocument(shown.result, "Result"),
  ),
]);
