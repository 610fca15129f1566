import { actButton } from "../shared/acting.js";
import { h, pill, table, unseen } from "../shared/dom.js";
import { count, date, short } from "../shared/format.js";

const rate = ({ rate_count, rate_seconds }) =>
  rate_count === null ? "–" : `${count(rate_count)} per ${rate_seconds} s`;

const nameOf = ({ name, tenant_id }) => name ?? (tenant_id ? short(tenant_id) : "every one");

function resumeButton(limit) {
  if (!limit.paused || limit.scope === "key") return "";
  const { scope, name, tenant_id } = limit;
  return actButton(
    "resume",
    JSON.stringify({ scope, name, tenant_id }),
    "Resume",
    `Resume ${nameOf(limit)}`,
  );
}

/** What may run at a time, and what is paused. */
export function drawLimits(limits) {
  if (limits.length === 0) {
    return h(
      "p",
      { class: "quiet" },
      "Nothing is limited or paused. Set a limit with the RPC set_limit; pause a type or a tenant with pause.",
    );
  }
  return table("Limits and pauses", [
    {
      title: "What",
      head: true,
      class: "words",
      cell: (limit) => [`${limit.scope} `, h("strong", {}, nameOf(limit))],
    },
    { title: "Tenant", cell: ({ tenant_id }) => tenant_id ? short(tenant_id) : "–" },
    { title: "Running", number: true, cell: ({ max_running }) => count(max_running) },
    { title: "Rate", number: true, cell: rate },
    {
      title: "State",
      cell: ({ paused }) => paused ? pill("warn", "paused") : pill("good", "open"),
    },
    { title: "Reason", class: "words", cell: ({ reason }) => reason ?? "–" },
    { title: "Changed", number: true, cell: ({ changed_at }) => date(changed_at) },
    { title: unseen("Acts"), class: "acts", cell: resumeButton },
  ], limits);
}
