import { h, pill, table } from "../shared/dom.js";
import { date } from "../shared/format.js";

const tones = { firing: "bad", ok: "good", silenced: "warn" };
const order = ["firing", "silenced", "ok"];

/** How fast the budget of errors burns: 1 = it lasts exactly as long as it should. */
function burnOf(burn) {
  if (typeof burn === "number") return `${burn.toFixed(1)} ×`;
  if (burn && typeof burn === "object") {
    return Object.entries(burn).map(([window, rate]) => `${window} ${Number(rate).toFixed(1)} ×`)
      .join(" · ");
  }
  return "–";
}

/** Only addresses that cannot run anything. */
const isLink = (address) => /^(https?:\/\/|\/(?!\/))/.test(address ?? "");

/** Objectives and whether they are kept, what fires first. */
export function drawAlerts(alerts) {
  if (alerts.length === 0) {
    return h("p", { class: "quiet" }, "No objective is set. See docs/guides/alerts.md.");
  }
  const sorted = alerts.toSorted((one, other) =>
    order.indexOf(one.state) - order.indexOf(other.state)
  );
  return table("Alerts", [
    { title: "Objective", head: true, class: "words", cell: ({ slo }) => slo },
    { title: "State", cell: ({ state }) => pill(tones[state] ?? "idle", state) },
    { title: "Severity", cell: ({ severity }) => severity },
    { title: "Since", number: true, cell: ({ since }) => since ? date(since) : "–" },
    { title: "Burn", number: true, cell: ({ burn }) => burnOf(burn) },
    { title: "What it says", class: "words", cell: ({ message }) => message ?? "–" },
    {
      title: "Runbook",
      cell: ({ runbook }) =>
        isLink(runbook)
          ? h("a", { href: runbook, target: "_blank", rel: "noopener" }, "what to do")
          : runbook
          ? h("code", {}, runbook)
          : "–",
    },
  ], sorted);
}
