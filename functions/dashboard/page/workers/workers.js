import { actButton } from "../shared/acting.js";
import { h, pill, table, unseen } from "../shared/dom.js";
import { count, date, distance, percent, short } from "../shared/format.js";

const tones = { live: "good", late: "warn", orphaned: "bad", draining: "busy", gone: "idle" };

function drainButton({ worker, tenant_id, state, drain_requested_at }) {
  if (state === "gone") return "";
  const key = JSON.stringify({ worker, tenant_id });
  return drain_requested_at
    ? actButton("resume", key, "Resume", `Resume ${worker}`)
    : actButton("drain", key, "Drain", `Drain ${worker}`);
}

function capabilities(given) {
  const names = Array.isArray(given) ? given : Object.keys(given ?? {});
  return names.length === 0 ? "–" : names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "");
}

/** Workers that said who they are: when they last beat, what they hold. */
export function drawWorkers({ workers, now, isFiltered }) {
  if (workers.length === 0) {
    return isFiltered ? h("p", { class: "quiet" }, "No worker matches.") : [
      h("p", {}, "No worker has said who it is."),
      h(
        "p",
        { class: "quiet" },
        "Workers need not; those that call the RPC ",
        h("code", {}, "register_worker"),
        " are shown with their beats, and can be drained from here.",
      ),
    ];
  }
  return table("Workers", [
    { title: "Worker", head: true, class: "words", cell: ({ worker }) => worker },
    { title: "State", cell: ({ state }) => pill(tones[state] ?? "idle", state) },
    { title: "Executor", class: "spare", cell: ({ executor }) => executor },
    {
      title: "holds",
      number: true,
      cell: ({ held, concurrency }) =>
        concurrency ? `${count(held)} of ${count(concurrency)}` : count(held),
    },
    { title: "load", class: "spare", number: true, cell: ({ load }) => percent(load) },
    {
      title: "last beat",
      class: "spare",
      number: true,
      cell: ({ beat_at }) => distance(beat_at, now),
    },
    { title: "Version", class: "spare", cell: ({ version }) => version ?? "–" },
    { title: "Can", class: "words spare", cell: (line) => capabilities(line.capabilities) },
    {
      title: "Since",
      class: "spare",
      number: true,
      cell: ({ registered_at }) => date(registered_at),
    },
    { title: "Tenant", class: "spare", cell: ({ tenant_id }) => short(tenant_id) },
    { title: unseen("Acts"), class: "acts", cell: drainButton },
  ], workers);
}
