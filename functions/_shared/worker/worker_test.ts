import { eventCases } from "./cases/events.ts";
import { startEngine } from "./cases/engine.ts";
import { failureCases } from "./cases/failures.ts";
import { faultCases } from "./cases/faults.ts";
import { leaseCases } from "./cases/leases.ts";
import { presenceCases } from "./cases/presence.ts";
import { stopCases } from "./cases/stops.ts";
import { troubleCases } from "./cases/troubles.ts";
import { workCases } from "./cases/work.ts";

// One stack for all of it, and the real engine: a start with an empty data folder takes seconds.
Deno.test("a worker", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const engine = await startEngine();
  try {
    for (
      const [sentence, prove] of [
        ...workCases,
        ...failureCases,
        ...troubleCases,
        ...leaseCases,
        ...stopCases,
        ...faultCases,
        ...eventCases,
        ...presenceCases,
      ]
    ) await t.step(sentence, () => prove(engine));
  } finally {
    await engine.close();
  }
});
