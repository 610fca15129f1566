import type { OpenEngine } from "./engines/open_engines.ts";
import type { BenchGround } from "./ground.ts";
import type { ServerMeter } from "./server_meter.ts";
import { slice } from "./slices.ts";

// A session hands its counts over when it has been idle for 10 s.
const settled = () => new Promise((resolve) => setTimeout(resolve, 11_000));

/**
 * Dead row versions that a job leaves behind at k = 50: rows updated and deleted while a slice of
 * `jobs` went through, in the engine's whole database. Counted by the server, so vacuum hides none.
 */
export async function measureDeadRows(
  ground: BenchGround,
  engines: readonly OpenEngine[],
  jobs: number,
): Promise<Map<string, number>> {
  const meter: ServerMeter = ground.meter;
  await settled();
  const before = await meter.deadRows();
  const ran = new Map<string, number>();
  for (const { engine } of engines) {
    const [sample] = await slice(engine, meter, { jobs, k: 50 });
    ran.set(engine.name, sample?.jobs ?? NaN);
  }
  await settled();
  const after = await meter.deadRows();
  return new Map(engines.map(({ engine, database }) => {
    const rows = (after.get(database) ?? NaN) - (before.get(database) ?? NaN);
    return [engine.name, Number((rows / ran.get(engine.name)!).toFixed(2))];
  }));
}
