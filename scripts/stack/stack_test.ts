import { clientCases } from "./cases/clients.ts";
import { functionCases } from "./cases/functions.ts";
import { hostCases } from "./cases/hosts.ts";
import { scheduleCases } from "./cases/schedules.ts";
import { tokenCases } from "./cases/tokens.ts";
import { turnCases } from "./cases/turns.ts";
import { startTestStack } from "./test_stack.ts";

// One stack for all of it: a start with an empty data folder takes seconds.
Deno.test("a running stack", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const test = await startTestStack();
  try {
    const rooms = { tokenCases, hostCases, clientCases, turnCases, functionCases, scheduleCases };
    for (const cases of Object.values(rooms)) {
      for (const [sentence, prove] of cases) await t.step(sentence, () => prove(test));
    }
  } finally {
    await test.close();
  }
});
