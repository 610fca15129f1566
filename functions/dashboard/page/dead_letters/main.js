import { actButton, onActs } from "../shared/acting.js";
import { draw } from "../shared/dom.js";
import { createFeed } from "../shared/feed.js";
import { filters, momentOf } from "../shared/filters.js";
import { live, panel, refresh } from "../shared/live.js";
import { drawPages } from "../shared/pages.js";
import { redriveOne } from "../shared/redrive.js";
import { drawCounts, drawLetters } from "./letters.js";
import { redriveMatching } from "./redrive.js";

const form = filters(document.querySelector("#filters"), () => {
  feed = makeFeed();
  refresh();
});

/** What the form says, as arguments of list_dead_letters. */
function wanted() {
  const state = form.value("state") ?? "open";
  return {
    only_state: state === "all" ? undefined : state,
    only_stage: form.value("stage"),
    only_reason: form.value("reason"),
    type_prefix: form.value("type"),
    since: momentOf(form.value("since")),
  };
}

const makeFeed = () =>
  createFeed("list_dead_letters", { ...wanted(), page: form.value("page"), row_limit: 50 }, 2000);
let feed = makeFeed();

const drawAll = ({ isOpen, any }) =>
  isOpen && any && actButton("all", "", "Redrive all that match…", "Redrive all that match");

function lettersData({ rows }) {
  const letters = rows.filter(({ job_id }) => job_id !== null);
  const isCut = letters.length < rows.length;
  const next = isCut || letters.length === 50 ? rows.at(-1)?.next_page ?? null : null;
  const isOpen = (form.value("state") ?? "open") === "open";
  draw(document.querySelector("#pages"), { next, page: form.value("page") }, drawPages);
  draw(document.querySelector("#all"), { isOpen, any: letters.length > 0 }, drawAll);
  return { letters, isFiltered: form.any(), next, isOpen };
}

document.querySelector("#counts").addEventListener("click", (event) => {
  const { stage, reason } = event.target.closest("button")?.dataset ?? {};
  if (stage) form.go({ stage, reason, state: "", page: "" });
});
document.querySelector("#pages").addEventListener("click", ({ target }) => {
  const page = target.closest("button")?.dataset.page;
  if (page !== undefined) form.go({ page });
});
onActs(document.querySelector("#letters"), { redrive: redriveOne });
onActs(document.querySelector("#all"), { all: () => redriveMatching(wanted()) });

const counts = createFeed("count_dead_letters", {}, 4000);
live([
  panel("counts", { counts }, ({ counts }) => counts, drawCounts),
  panel("letters", () => ({ rows: feed }), lettersData, drawLetters),
]);
