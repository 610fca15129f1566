import type { Sql } from "postgres";
import { z } from "zod";

/** Who wants to lead, and for how long at a time. */
export interface Candidate {
  readonly holder: string;
  readonly leaseSeconds: number;
}

const takenSchema = z.object({ is_leader: z.boolean(), fence: z.string().nullable() });
/** The term of a leader: its fence, and when (on our own monotonic clock) it was last renewed. */
export interface Term {
  readonly fence: string;
  renewedAt: number;
}

/** Leads from now on, if nobody else does. */
export async function takeLead(sql: Sql, candidate: Candidate): Promise<Term | undefined> {
  const asked = performance.now();
  const [row] = await sql`
    select is_leader, fence::text from cogo.take_leadership('schedules', ${candidate.holder},
      ${candidate.leaseSeconds})`;
  const { is_leader, fence } = takenSchema.parse(row);
  return is_leader && fence !== null ? { fence, renewedAt: asked } : undefined;
}

/** Renews when a third of the lease is over. Answers whether this process still leads. */
export async function keepLead(sql: Sql, candidate: Candidate, term: Term): Promise<boolean> {
  const asked = performance.now();
  if (asked - term.renewedAt < candidate.leaseSeconds * 1000 / 3) return true;
  const [row] = await sql`
    select cogo.renew_leadership('schedules', ${candidate.holder}, ${term.fence}) is not null as kept`;
  term.renewedAt = asked;
  return row?.kept === true;
}
