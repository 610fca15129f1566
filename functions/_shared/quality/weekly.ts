import { z } from "zod";

/** Body of `POST /api/schedule/weekly` and `/gate`. Every field may be left out. */
export const weeklyRequestSchema = z.strictObject({
  /** ".", a folder on the runner's machine, or a git URL. */
  target: z.string().trim().min(1).max(500).default("."),
  /** ISO 8601 week in UTC, for example 2026-W48; the current one when left out. */
  iso_week: z.string().regex(/^\d{4}-W\d{2}$/, "must read like 2026-W48").optional(),
  /** Say what would happen and write nothing. */
  dry: z.boolean().default(false),
  /** 1 for the week's first run; the latest number plus 1 runs the same week again. */
  run_number: z.number().int().min(1).max(10000).default(1),
});

export type WeeklyRequest = z.infer<typeof weeklyRequestSchema>;

/** Answer of `POST /api/schedule/weekly` and `/gate`, and of the RPCs `schedule_weekly` and `schedule_gate`. */
export const weeklyReplySchema = z.object({
  /** Null in a dry call for a run that does not exist yet. */
  run_id: z.uuid().nullable(),
  /** The run's first job: orchestrator.decide, or quality.gate. */
  job_id: z.number().int().nullable(),
  /** False when this call repeats an earlier one. */
  created: z.boolean(),
  iso_week: z.string(),
  target: z.string(),
  run_number: z.number().int(),
  /** Highest run number of this kind, week and target; null when there is none. */
  latest_run_number: z.number().int().nullable(),
  dry: z.boolean(),
  verdict: z.enum(["passed", "failed", "error"]).nullable(),
  /** The types of the jobs that make up the run. */
  plan: z.array(z.string()),
});

export type WeeklyReply = z.infer<typeof weeklyReplySchema>;
