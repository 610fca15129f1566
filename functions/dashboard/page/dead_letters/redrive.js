import { ask, perform, say } from "../shared/acting.js";
import { createFeed } from "../shared/feed.js";
import { count, plural } from "../shared/format.js";

/** As many as one redrive takes, and as many as a list answers. */
const most = 1000;

/** How many match, at most 1,000; the list is asked, so that it is what one sees. */
async function countMatching(wanted) {
  let page;
  let found = 0;
  do {
    const args = { ...wanted, only_state: "open", page, row_limit: most };
    const rows = await createFeed("list_dead_letters", args).read();
    found += rows.filter(({ job_id }) => job_id !== null).length;
    page = rows.length === 0 || rows.at(-1).job_id !== null ? undefined : rows.at(-1).next_page;
  } while (page && found < most);
  return Math.min(found, most);
}

function describe({ only_stage, only_reason, type_prefix, since }) {
  const told = [
    only_stage && `stage ${only_stage}`,
    only_reason && `reason ${only_reason}`,
    type_prefix && `type ${type_prefix}…`,
    since && `died since ${since}`,
  ].filter(Boolean);
  return told.length > 0 ? `Those with ${told.join(", ")}.` : "All that were not redriven.";
}

/** Redrives all that match what the form says, after a question that tells how many. */
export async function redriveMatching(wanted) {
  const until = new Date().toISOString(); // what dies while one thinks is not meant
  let found;
  try {
    found = await countMatching(wanted);
  } catch (trouble) {
    return say(trouble.message, "bad");
  }
  const many = found === most ? `the oldest ${count(most)}` : plural(found, "dead letter");
  const words = `${describe(wanted)} Each becomes a new job with the same payload.` +
    (found === most ? " There may be more: redrive again afterwards." : "");
  if (!await ask({ title: `Redrive ${many}?`, words, verb: `Redrive ${count(found)}` })) return;
  const filter = {
    stage: wanted.only_stage,
    reason: wanted.only_reason,
    type_prefix: wanted.type_prefix,
    since: wanted.since,
    until,
  };
  await perform(
    "redrive_matching",
    { filter, max_jobs: most },
    ({ redriven, more }) => `${plural(redriven, "job")} redriven${more ? "; there are more" : ""}.`,
  );
}
