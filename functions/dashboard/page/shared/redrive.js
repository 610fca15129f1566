import { ask, perform } from "./acting.js";

/** Redrives one dead letter, after a question. */
export async function redriveOne(id) {
  const words = "It is enqueued anew as a new job with the same payload; this one stays failed.";
  if (!await ask({ title: `Redrive job ${id}?`, words, verb: "Redrive" })) return;
  await perform(
    "redrive_dead_letters",
    { job_ids: [Number(id)] },
    ([{ outcome, job_id }]) => `Job ${id}: ${outcome.replaceAll("_", " ")}, as job ${job_id}.`,
  );
}
