import { draw } from "../shared/dom.js";
import { createFeed } from "../shared/feed.js";
import { filters, momentOf } from "../shared/filters.js";
import { live, panel, refresh } from "../shared/live.js";
import { drawPages } from "../shared/pages.js";
import { drawJobs } from "./jobs.js";

const pageSize = 50;

const form = filters(document.querySelector("#filters"), () => {
  feed = makeFeed();
  refresh();
});

/** A page of the list: what the form says, from the job before `page` on. */
function makeFeed() {
  const args = {
    only_state: form.value("state"),
    type_prefix: form.value("type"),
    only_executor: form.value("executor"),
    only_tenant: form.value("tenant"),
    since: momentOf(form.value("since")),
    until: momentOf(form.value("until")),
    before_job_id: form.value("page") && Number(form.value("page")),
    row_limit: pageSize,
  };
  // Old pages stand still; the newest moves.
  return createFeed("list_jobs", args, args.before_job_id ? 10_000 : 0);
}
let feed = makeFeed();

function jobsData({ rows }) {
  const jobs = rows.filter(({ job_id }) => job_id !== null);
  const next = rows.at(-1)?.next_before_job_id ?? null;
  draw(document.querySelector("#pages"), { next, page: form.value("page") }, drawPages);
  return { jobs, isFiltered: form.any(), next };
}

document.querySelector("#pages").addEventListener("click", ({ target }) => {
  const page = target.closest("button")?.dataset.page;
  if (page === undefined) return;
  form.go({ page });
  scrollTo({ top: 0 });
});

live([panel("jobs", () => ({ rows: feed }), jobsData, drawJobs)]);
