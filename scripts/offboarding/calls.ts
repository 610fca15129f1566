import { z } from "zod";

/** The doors of offboarding; all answer with one value. */
export const doors = [
  "get_offboarding",
  "start_offboarding",
  "list_export_parts",
  "export_tenant",
  "list_tenant_bytes",
  "erase_tenant",
  "tenant_traces",
] as const;

/** Calls a door as an operator. @throws CallError */
export type Call = (name: (typeof doors)[number], args: object) => Promise<unknown>;

const counts = z.record(z.string(), z.number());

/** How far a tenant's leaving has come. */
export const offboardingSchema = z.looseObject({
  state: z.enum(["not_leaving", "ending", "ended", "erasing"]),
  erasable_at: z.string().nullable(),
  /** Whether the look that goes on met open work: then the next call ends more. */
  has_met_work: z.boolean(),
  salt: z.string().nullable(),
  /** What the scan looks for: the tenant, its agents, credentials, keys and hooks. */
  ids: z.array(z.string()),
  /** Rows of each part, when they were counted. */
  left: counts.optional(),
});

/** {@link offboardingSchema}, checked. */
export type Offboarding = z.output<typeof offboardingSchema>;

/** What a call of erase_tenant answers. */
export const erasingSchema = z.discriminatedUnion("is_erased", [
  z.object({ is_erased: z.literal(false), erased: counts }),
  z.looseObject({ is_erased: z.literal(true), proof: z.string(), salt: z.string(), counts }),
]);

/** {@link erasingSchema} at the end. */
export type Erasure = Extract<z.output<typeof erasingSchema>, { is_erased: true }>;

/** A place in which the tenant is still named, and how often. */
export interface Trace {
  /** schema.table.column, or the path of a file. */
  readonly place: string;
  readonly count: number;
}

const tracesSchema = z.object({
  traces: z.array(z.object({ table: z.string(), column: z.string(), count: z.number() })),
  next: z.string().nullable(),
});

/** Scans every table for a tenant and whatever else belongs to it. @throws CallError */
export async function tracesInTables(
  call: Call,
  tenant_id: string,
  ids: string[],
): Promise<Trace[]> {
  const found: Trace[] = [];
  for (let after: string | null = null;;) {
    const page: z.output<typeof tracesSchema> = tracesSchema.parse(
      await call("tenant_traces", { tenant_id, ids, after }),
    );
    found.push(...page.traces.map(({ table, column, count }) => ({
      place: `${table}.${column}`,
      count,
    })));
    after = page.next;
    if (after === null) return found;
  }
}
