import type { Patient } from "./patient.ts";
import { pause, type Random } from "./random.ts";

const tables = ["held", "claims", "waiting", "attempts", "events", "job_types"];

/** Holds a table, or many claims, for a moment, so that whoever needs them queues up behind. */
export function stormOfLocks(owner: Patient, random: Random): Promise<unknown> {
  const table = random.pick(tables);
  const millis = random.between(50, 600);
  const whole = random.next() < 0.5;
  return owner((sql) =>
    sql.begin(async (tx) => {
      if (whole) await tx.unsafe(`lock table cogo.${table} in share row exclusive mode`);
      else await tx`select fence from cogo.claims order by fence limit 200 for update`;
      await pause(millis);
    })
  );
}

/** Keeps a snapshot open for some seconds: nothing that dies meanwhile can be cleaned up. */
export function pinSnapshot(owner: Patient, seconds: number): Promise<unknown> {
  return owner((sql) =>
    sql.begin("isolation level repeatable read", async (tx) => {
      await tx`select count(*) from cogo.lanes`;
      await pause(seconds * 1000);
    })
  );
}
