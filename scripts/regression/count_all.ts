import type { PGlite } from "@electric-sql/pglite";
import { layClockAndFaults } from "../db/clock_and_faults.ts";
import { openImage } from "../db/serve_pglite.ts";
import { scenarios, tell } from "./engine_scenarios.ts";
import type { Figure } from "./figures.ts";
import { passRate, replayRoutes } from "./route_scenario.ts";

/** Settings of {@link countAll}. */
export interface CountOptions {
  readonly say?: (line: string) => void;
  /** SQL that breaks the engine first, to see that it is noticed. */
  readonly damage?: string;
  /** Only these stories. */
  readonly only?: readonly string[];
}

/** Tells every story to the same engine; each is rolled back, so the next begins with an empty one. */
export async function countAll(
  migrated: Blob,
  { say = () => {}, damage = "", only }: CountOptions = {},
): Promise<Figure[]> {
  const stories = [
    ...scenarios.map((scenario) => ({
      name: scenario.name,
      tell: (database: PGlite) => tell(database, scenario),
    })),
    { name: "quality gate", tell: passRate },
    { name: "router choices replay", tell: replayRoutes },
  ];
  const image = await openImage(migrated);
  const figures: Figure[] = [];
  try {
    await layClockAndFaults(image.executor);
    await image.database.exec(damage);
    for (const story of stories) {
      if (only !== undefined && !only.includes(story.name)) continue;
      say(story.name);
      await image.database.exec("begin");
      figures.push(...await story.tell(image.database));
      await image.database.exec("rollback");
    }
  } finally {
    await image.close();
  }
  return figures;
}
