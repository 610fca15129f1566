import type { Database } from "./database.ts";
import type { Progress } from "./progress.ts";
import type { StackFile } from "./stack_file.ts";
import type { Tokens } from "./tokens.ts";

/** What to start, and where. Times are in milliseconds. */
export interface StackSettings {
  port: number;
  wirePort: number;
  dataFolder: string;
  databaseUrl?: string | undefined;
  fresh?: boolean;
  /** How long a request waits for the embedded database (default 10 s). */
  patience?: number;
  /** Wall-clock limit of an edge function (default 150 s, as on the platform). */
  wallClock?: number;
  migrationsFolder?: string;
  functionsFolder?: string;
  progress: Progress;
}

/** A running stack. */
export interface Stack {
  file: StackFile;
  tokens: Tokens;
  database: Database;
  functions: string[];
  schedules: number;
  /** Stops everything, the database last; safe to call twice. */
  close(): Promise<void>;
}
