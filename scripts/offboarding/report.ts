import { type Call, offboardingSchema } from "./calls.ts";
import type { Offboarded } from "./offboard.ts";

/** Tells a person what was done and found. */
export function tell({ erasure, export_sha256, bytes_deleted, traces }: Offboarded): void {
  const rows = Object.values(erasure.counts).reduce((sum, one) => sum + one, 0);
  console.log(`${rows} rows and ${bytes_deleted} artifacts are deleted.`);
  if (export_sha256 !== null) {
    console.log(`The export's manifest has the SHA-256 ${export_sha256}.`);
  }
  console.log(`The proof is ${erasure.proof}; keep its salt: ${erasure.salt}`);
  for (const { place, count } of traces) console.log(`  FOUND ${place}: ${count}`);
  console.log(
    traces.length === 0 ? "The scan found nothing." : "What is found is not the core's to delete.",
  );
}

/** Shows what stands of a tenant; answers the exit code. @throws CallError */
export async function look(call: Call, tenantId: string, json: boolean): Promise<number> {
  const args = { tenant_id: tenantId, count_rows: true };
  const { state, left = {} } = offboardingSchema.parse(await call("get_offboarding", args));
  if (json) console.log(JSON.stringify({ state, left }));
  else {
    console.log(`It is ${state.replace("_", " ")}.`);
    for (const [part, rows] of Object.entries(left)) console.log(`  ${part}: ${rows}`);
  }
  return 0;
}
