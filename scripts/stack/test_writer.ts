import { setTimeout as pause } from "node:timers/promises";

/**
 * Enqueues jobs over REST until it is stopped; repeats a batch that was not acknowledged. It takes a
 * breath after each, so that three of them leave the stack time for what is tested beside them.
 */
export function startWriter(url: string, apikey: string, name: string) {
  const acknowledged: number[] = [];
  let writing = true;
  const ended = (async () => {
    for (let batch = 0; writing;) {
      const jobs = [0, 1, 2].map((n) => ({
        type: "notes.keep",
        idempotency_key: `${name}-${batch}-${n}`,
      }));
      try {
        const answer = await fetch(`${url}/rest/v1/rpc/enqueue_jobs`, {
          method: "POST",
          headers: { "content-type": "application/json", apikey },
          body: JSON.stringify({ jobs }),
        });
        if (!answer.ok) throw new Error(await answer.text());
        const made: { job_id: number }[] = await answer.json();
        acknowledged.push(...made.map(({ job_id }) => job_id));
        batch++;
        await pause(100);
      } catch {
        await pause(100);
      }
    }
  })();
  return { acknowledged, stop: () => (writing = false, ended) };
}
