import { bar, h, pill, table, unseen } from "../shared/dom.js";
import { bytes, count, date, duration, percent } from "../shared/format.js";
import { jobAddress, stateTone, verdictPill } from "../shared/states.js";
import { artifactLink } from "./artifact.js";

function progress(jobs) {
  if (jobs.length === 0) return null;
  const closed =
    jobs.filter((job) => ["succeeded", "failed", "cancelled"].includes(job.state)).length;
  return [
    h(
      "p",
      {
        class: "quiet small",
        role: "progressbar",
        "aria-label": "Progress of the run",
        "aria-valuemin": 0,
        "aria-valuemax": jobs.length,
        "aria-valuenow": closed,
      },
      `${closed} of ${jobs.length} jobs closed`,
      bar(closed / jobs.length, "running"),
    ),
    h(
      "ol",
      { class: "steps" },
      jobs.map((job) =>
        h(
          "li",
          {},
          h(
            "a",
            { href: jobAddress(job.job_id) },
            pill(stateTone(job.state), `${job.type} ${job.state}`),
          ),
        )
      ),
    ),
  ];
}

function gatesTable(gates) {
  if (gates.length === 0) return h("p", { class: "quiet" }, "No gate has reported yet.");
  const longest = Math.max(1, ...gates.map((gate) => gate.duration_ms));
  return table("Gates of the newest run", [
    { title: "Gate", head: true, cell: (gate) => gate.gate },
    { title: "Verdict", cell: (gate) => verdictPill(gate.verdict) },
    {
      title: unseen("share of the longest"),
      class: "bar-cell",
      cell: (gate) => bar(gate.duration_ms / longest),
    },
    { title: "Took", number: true, cell: (gate) => duration(gate.duration_ms) },
    {
      title: "Tests",
      number: true,
      cell: ({ tests }) => tests ? `${count(tests.passed)} / ${count(tests.total)}` : "–",
    },
    {
      title: "Lines covered",
      number: true,
      cell: ({ coverage }) => coverage?.percent == null ? "–" : percent(coverage.percent / 100),
    },
  ], gates);
}

function reasons(gates) {
  const told = gates.filter((gate) => gate.reason);
  return told.length === 0 ? null : h(
    "ul",
    { class: "small words" },
    told.map((gate) => h("li", {}, h("strong", {}, gate.gate), `: ${gate.reason}`)),
  );
}

function file(artifact) {
  return h(
    "li",
    {},
    artifactLink(artifact),
    h("span", { class: "quiet small" }, bytes(artifact.size_bytes)),
  );
}

/** The newest run: verdict, progress while it is open, gates, artifacts that open. */
export function drawRun(run) {
  if (!run) {
    return [
      h("p", {}, "No quality run yet."),
      h(
        "p",
        { class: "quiet" },
        "Start one: ",
        h("code", {}, "npm run -s live:plan && npm run -s live:work"),
      ),
    ];
  }
  const when = run.verdict === null ? `since ${date(run.created_at)}` : date(run.finished_at);
  return [
    h(
      "p",
      { class: "headline" },
      h("strong", {}, run.target === "." ? "this checkout" : run.target),
      verdictPill(run.verdict),
      h(
        "span",
        { class: "quiet" },
        `${run.iso_week} · run ${run.run_number} · ${when}` +
          (run.duration_ms === null ? "" : ` · took ${duration(run.duration_ms)}`),
      ),
    ),
    run.verdict === null && progress(run.jobs),
    gatesTable(run.gates),
    reasons(run.gates),
    run.artifacts.length > 0 && h("h3", {}, `Artifacts (${run.artifacts.length})`),
    run.artifacts.length > 0 && h("ul", { class: "files" }, run.artifacts.map(file)),
  ].flat();
}
