import type { Sql } from "postgres";
import type { FakeProvider } from "../../functions/_shared/routing/fake_provider/mod.ts";
import type { StackChild } from "./stack_child.ts";
import type { Written } from "./written.ts";

/** What the journey goes through, and whom it tells what it heard on the way. */
export interface Journey {
  readonly stack: StackChild;
  readonly sql: Sql;
  readonly provider: FakeProvider;
  hear(written: Written): void;
  /** The keys that reached the provider. */
  readonly sent: Set<string | null>;
}
