import { enqueue } from "./calls.ts";
import { hurryTime } from "./killing.ts";
import { bodyOf } from "./keyed_jobs.ts";
import type { Patient } from "./patient.ts";
import { pause } from "./random.ts";
import { startSagas } from "./sagas.ts";

const batch = 50;

/** Waits until `part` of the time has passed. */
const keepPace = (began: number, seconds: number, part: number): Promise<void> =>
  pause(Math.max(0, began + seconds * 1000 * part - performance.now()));

/** Enqueues all jobs over the time given; what failed is sent again under the same keys. */
export async function produceJobs(
  producer: Patient,
  jobs: number,
  seconds: number,
): Promise<string[]> {
  const acknowledged: string[] = [];
  const began = performance.now();
  for (let sent = 0; sent < jobs; sent += batch) {
    const bodies = Array.from(
      { length: Math.min(batch, jobs - sent) },
      (_, nth) => bodyOf(sent + nth),
    );
    acknowledged.push(...await producer((sql) => enqueue(sql, bodies)));
    await keepPace(began, seconds, sent / jobs);
  }
  return acknowledged;
}

/** Starts all sagas over the time given; what failed is sent again under the same keys. */
export async function produceSagas(
  producer: Patient,
  sagas: number,
  seconds: number,
): Promise<void> {
  const began = performance.now();
  for (let sent = 0; sent < sagas; sent += batch) {
    await producer((sql) => startSagas(sql, sent, Math.min(sent + batch, sagas)));
    await keepPace(began, seconds, sent / sagas);
  }
}

/** How many jobs and workflows have not ended. */
function countOpen(owner: Patient): Promise<number> {
  return owner(async (sql) => {
    const [row] = await sql`
      select (select count(*) from cogo.jobs) - (select count(*) from cogo.attempts where final)
        + (select count(*) from cogo.workflows where finished_at is null) as open`;
    return Number(row?.open);
  });
}

/** Lets what is left run to its end; gives up when 180 s pass in which nothing ends. */
export async function finish(
  owner: Patient,
  say: (line: string) => void,
): Promise<void> {
  let least = Infinity;
  let moved = performance.now();
  while (performance.now() < moved + 180_000) {
    const open = await countOpen(owner);
    if (open === 0) return;
    if (open < least) [least, moved] = [open, performance.now()];
    say(`${open} jobs and workflows to go`);
    await hurryTime(owner);
    await pause(500);
  }
}
