// needs: a stack in a process of its own
import assert from "@std/assert";
import { connect } from "../postgres/databases.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { readStackFile } from "../stack/stack_file.ts";
import { startProcess } from "../stack/test_process.ts";
import { complaints } from "./arena.ts";
import { pause } from "./random.ts";

interface Work {
  readonly finished: readonly { job_id: number; outcome: string }[];
  readonly jobs: readonly { job_id: number; fence: number }[];
}

/** Calls an RPC through the front door as an operator; throws when it is not answered. */
async function call<T>(folder: string, name: string, body: object): Promise<T> {
  const file = readStackFile(folder);
  if (!file) throw new Error("No stack runs");
  const answer = await fetch(`${file.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", apikey: file.secret_key },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return await answer.json() as T;
}

Deno.test("jobs in mid-run outlive kill -9 of the stack, twice, and each ends once", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-stack-kill-" });
  await layPreparedData(folder);
  const enqueued = new Set<number>();
  const succeeded = new Set<number>();
  let running = true;

  const producer = async () => {
    for (let batch = 0; batch < 40;) {
      const jobs = Array.from({ length: 10 }, (_, nth) => ({
        type: "chaos.job",
        idempotency_key: `stack-${batch}-${nth}`,
      }));
      try {
        const made = await call<{ job_id: number }[]>(folder, "enqueue_jobs", { jobs });
        for (const { job_id } of made) enqueued.add(job_id);
        batch++;
      } catch { /* killed: the same batch again under the same keys */ }
      await pause(60);
    }
  };
  const worker = async (name: string) => {
    let finished: { job_id: number; fence: number; outcome: string }[] = [];
    while (running) {
      try {
        const turn = await call<Work>(folder, "work", { worker: name, finished, want: 5 });
        for (const { job_id, outcome } of turn.finished) {
          if (outcome === "succeeded") succeeded.add(job_id);
        }
        finished = turn.jobs.map(({ job_id, fence }) => ({ job_id, fence, outcome: "succeeded" }));
        await pause(turn.jobs.length > 0 ? 10 : 60);
      } catch {
        if (Math.random() < 0.5) finished = []; // this worker died as well, with what it knew
        await pause(60);
      }
    }
  };

  let stack = await startProcess(folder);
  try {
    const workers = ["one", "two", "three"].map(worker);
    const producing = producer();
    for (let kill = 0; kill < 2; kill++) {
      await pause(1500);
      await stack.end("SIGKILL");
      stack = await startProcess(folder);
    }
    await producing;
    const owner = connect(stack.dbUrl);
    for (let tries = 0; tries < 60; tries++) {
      await owner`update cogo.claims set lease_expires_at = now() - interval '1 second'`;
      await owner`select cogo.sweep()`;
      const [row] = await owner`
        select (select count(*) from cogo.jobs where type = 'chaos.job')
          - (select count(*) from cogo.attempts where final) as jobs`;
      if (Number(row?.jobs) <= 0) break;
      await pause(250);
    }
    running = false;
    await Promise.all(workers);
    const ends = await owner`
      select attempts.job_id, count(*)::int as ends from cogo.attempts
      join cogo.jobs as job on job.id = attempts.job_id and job.type = 'chaos.job'
      where final and outcome = 'succeeded' group by attempts.job_id`;
    assert.equal(enqueued.size, 400);
    assert.deepEqual(new Set(ends.map((row) => Number(row.job_id))), enqueued);
    assert.ok(ends.every((row) => row.ends === 1));
    assert.ok([...succeeded].every((id) => enqueued.has(id)));
    assert.equal(await complaints(owner), "");
    await owner.end({ timeout: 1 });
  } finally {
    running = false;
    await stack.end("SIGKILL");
    await Deno.remove(folder, { recursive: true });
  }
});
