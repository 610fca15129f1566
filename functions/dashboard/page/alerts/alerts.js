import { h, pill, table } from "../shared/dom.js";
import { date } from "../shared/format.js";

const tones = { firing: "bad", silenced: "warn", pending: "warn", ok: "good", "no data": "idle" };
const order = Object.keys(tones);

/** What an alert is, in one word. */
function wordOf({ state, is_pending, has_data }) {
  if (state !== "ok") return state;
  if (is_pending) return "pending";
  return has_data === false ? "no data" : "ok";
}

/** One line for all that an objective watches and finds good: what is closest to its limit. */
function together(lines) {
  const isGood = ({ word }) => word === "ok" || word === "no data";
  const good = Map.groupBy(lines.filter(isGood), ({ slo }) => slo);
  const grouped = [...good.values()].map((same) => {
    const [worst] = same.toSorted((one, other) => (other.burn ?? -1) - (one.burn ?? -1));
    return same.length === 1 ? worst : { ...worst, subject: `${same.length} watched` };
  });
  return [...lines.filter((line) => !isGood(line)), ...grouped];
}

/** What of the alerts the page shows, what fires first. */
export const alertsData = ({ alerts, evaluated_at = null, is_late = false }) => ({
  isLate: is_late,
  evaluatedAt: evaluated_at && date(evaluated_at),
  lines: together(alerts.map((alert) => ({ ...alert, word: wordOf(alert), evaluated_at: null })))
    .toSorted((one, other) => order.indexOf(one.word) - order.indexOf(other.word)),
});

/** How fast the errors' budget burns, or the level; 1 = it lasts exactly as long as it should. */
const burnOf = ({ burn }) => typeof burn === "number" ? String(Number(burn.toPrecision(3))) : "–";

/** Only addresses that cannot run anything. */
const isLink = (address) => /^(https?:\/\/|\/(?!\/))/.test(address ?? "");

function runbookLink({ runbook, title, slo }) {
  if (!runbook) return "–";
  if (!isLink(runbook)) return h("code", {}, runbook);
  const label = `what to do: ${title ?? slo}`;
  return h(
    "a",
    { href: runbook, target: "_blank", rel: "noopener", "aria-label": label },
    "what to do",
  );
}

function headline({ isLate, evaluatedAt, lines }) {
  const firing = lines.filter(({ state }) => state === "firing").length;
  return h(
    "p",
    { class: "headline" },
    firing > 0 ? pill("bad", `${firing} firing`) : pill("good", "nothing fires"),
    isLate && pill("warn", "not judged for two minutes: does the clock run?"),
    h("span", { class: "quiet" }, evaluatedAt ? `judged ${evaluatedAt}` : "not judged yet"),
  );
}

/** Objectives and whether they are kept. */
export function drawAlerts({ isLate, evaluatedAt, lines }) {
  if (lines.length === 0) {
    return [
      h("p", {}, "No alert has been judged yet."),
      h(
        "p",
        { class: "quiet" },
        "Objectives are judged every few seconds by the schedule of alerts; set one with the RPC ",
        h("code", {}, "set_slo"),
        ".",
      ),
    ];
  }
  return [
    headline({ isLate, evaluatedAt, lines }),
    table("Alerts", [
      {
        title: "Objective",
        head: true,
        class: "words",
        cell: ({ slo, title, subject }) =>
          [
            title ?? slo,
            subject && h("span", { class: "quiet small" }, ` ${subject}`),
          ].filter(Boolean),
      },
      { title: "State", cell: ({ word }) => pill(tones[word] ?? "idle", word) },
      { title: "Severity", class: "spare", cell: ({ severity }) => severity ?? "–" },
      {
        title: "Since",
        class: "spare",
        number: true,
        cell: ({ since }) => since ? date(since) : "–",
      },
      { title: "Burn or level", number: true, cell: burnOf },
      { title: "What it says", class: "words", cell: ({ message }) => message ?? "–" },
      { title: "Runbook", cell: runbookLink },
    ], lines),
  ];
}
