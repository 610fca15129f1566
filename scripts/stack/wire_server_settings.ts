import type { PGlite } from "@electric-sql/pglite";
import type { Turns } from "./turns.ts";

/** What the wire server stands on. */
export interface WireSettings {
  db: PGlite;
  turns: Turns;
  /** 0 for any free one. */
  port: number;
  /** Milliseconds that a client waits for its turn. */
  patience: number;
  /** Called after a client's statement that may have changed the schema. */
  onSchemaChange: () => void;
}
