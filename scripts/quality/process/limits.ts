import { z } from "zod";

/** What one tool may use. All of it is for the tool and every process it starts, together. */
export const limitsSchema = z.strictObject({
  /** Wall time in seconds, then the whole group is killed. */
  wall_seconds: z.number().positive().max(7200).default(600),
  /** Resident memory of all processes in MB (shared pages count once per process). */
  memory_mb: z.number().positive().default(4096),
  /** Number of processes alive at once. */
  processes: z.number().int().positive().default(256),
  /** Bytes of each stream that are kept: half from the start, half from the end. */
  kept_bytes: z.number().int().positive().default(1024 * 1024),
  /** Bytes of both streams together, then the group is killed. */
  output_mb: z.number().positive().default(64),
  /** Growth of the scratch folder in MB. */
  disk_mb: z.number().positive().default(2048),
  /** Largest single file in MB (enforced by the kernel). */
  file_mb: z.number().positive().default(512),
});

export type Limits = z.infer<typeof limitsSchema>;

/** The limits when nobody says otherwise. */
export const defaultLimits: Limits = limitsSchema.parse({});

/** Which limit ended a tool, or `cancelled` when the caller's signal did. */
export type StoppedBy = "wall_time" | "memory" | "processes" | "output" | "disk" | "cancelled";

/** One sentence for people: what was hit and how much was allowed. */
export function describeStop(stop: StoppedBy, limits: Limits): string {
  const sentences: Record<StoppedBy, string> = {
    wall_time: `It was stopped after its time limit of ${limits.wall_seconds} s.`,
    memory: `It was stopped: its processes used more than ${limits.memory_mb} MB of memory.`,
    processes: `It was stopped: it had more than ${limits.processes} processes.`,
    output: `It was stopped: it wrote more than ${limits.output_mb} MB of output.`,
    disk: `It was stopped: it wrote more than ${limits.disk_mb} MB into its folder.`,
    cancelled: "It was stopped: the job was cancelled or its lease was lost.",
  };
  return sentences[stop];
}
