import { bar, h, pill, table, unseen } from "../shared/dom.js";
import { count, date, money, percent } from "../shared/format.js";

const nameOf = ({ provider, model, region }) => [
  `${provider}/${model} `,
  h("span", { class: "quiet small" }, region),
];

function why({ rejected, degraded, passed_over, health_is_old }) {
  const counted = Object.entries(rejected ?? {});
  const passed = (passed_over ?? []).map((line) => `${line.model} (${line.reason})`);
  return [
    degraded && h(
      "p",
      {},
      `The wanted model ${degraded.intended_model} was not chosen: ${
        degraded.reason.replaceAll("_", " ")
      }.`,
    ),
    passed.length > 0 && h("p", {}, `Drawn, but not to be had: ${passed.join(", ")}.`),
    health_is_old && h("p", {}, "Health was too old to be believed: all counted as well."),
    counted.length > 0 && h(
      "p",
      { class: "headline" },
      "Not to be chosen:",
      counted.map(([word, many]) => pill("idle", `${word.replaceAll("_", " ")} × ${count(many)}`)),
    ),
  ];
}

function attemptsTable(attempts, candidates) {
  const nameById = new Map(candidates.map((line) => [line.model_id, nameOf(line)]));
  return table("Attempts", [
    { title: "Attempt", head: true, cell: (line) => String(line.attempt) },
    {
      title: "Model",
      class: "words",
      cell: (line) => nameById.get(line.model_id) ?? line.model_id,
    },
    {
      title: "State",
      cell: (line) => [line.status ?? line.state, line.http_status].filter(Boolean).join(" "),
    },
    { title: "held", number: true, cell: (line) => money(line.estimate_nano) },
    { title: "cost", number: true, cell: (line) => money(line.cost_nano) },
  ], attempts);
}

/** Why a model was chosen: who could be, at which odds, who could not, and what came of it. */
export function drawReceipt(receipt) {
  const { decision_id, at, policy, snapshot_version, seed, choice, replay, attempts } = receipt;
  const candidates = receipt.candidates ?? [];
  return [
    h(
      "p",
      { class: "headline" },
      h("strong", {}, "Receipt"),
      h("code", {}, decision_id),
      h("button", { type: "button", class: "close" }, "Close"),
    ),
    h(
      "p",
      { class: "quiet small" },
      `${date(at)} · policy ${policy?.name}/${policy?.version} (${policy?.algorithm}) · ` +
        `health snapshot ${snapshot_version} · seed ${seed}`,
    ),
    h(
      "p",
      {},
      replay.is_equal
        ? pill("good", "made again: the same")
        : pill("bad", "made again: it differs from what was logged"),
    ),
    table("Candidates and their odds", [
      { title: "Candidate", head: true, class: "words", cell: nameOf },
      {
        title: unseen("share"),
        class: "bar-cell",
        cell: ({ odds }) => bar(odds ?? 0),
      },
      { title: "odds", number: true, cell: ({ odds }) => percent(odds) },
      { title: "weight", number: true, cell: ({ weight }) => count(weight) },
      {
        title: unseen("chosen"),
        cell: ({ model_id }) => model_id === choice ? pill("good", "chosen") : "",
      },
    ], candidates),
    ...why(receipt),
    attempts && h("h3", {}, "Attempts"),
    attempts && attemptsTable(attempts, candidates),
  ];
}
