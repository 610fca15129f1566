import assert from "@std/assert";
import { simulation as jobs } from "../../docs/examples/jobs_simulation.ts";
import { simulation as orders } from "../../docs/examples/order_simulation.ts";
import { SimulatedDatabase } from "./database.ts";
import { movesOf } from "./moves.ts";
import type { Plant } from "./plants.ts";
import { prepareImage } from "./prepare_image.ts";
import { runSchedule } from "./schedule.ts";
import { tellShortly } from "./tell_shortly.ts";

const scheduleOf = (seed: number) => ({ seed, moves: movesOf(seed, 80) });

Deno.test("simulated schedules hold and repeat, and planted bugs are found", async (t) => {
  const image = await prepareImage();
  const stories: string[] = [];

  /** The first seed of 40 in which a planted bug breaks this invariant. */
  async function find(simulation: typeof orders, plant: Plant, broken: string): Promise<number> {
    const database = await SimulatedDatabase.open(image, simulation, plant);
    try {
      for (let seed = 1; seed <= 40; seed++) {
        const { violations } = await runSchedule(database, simulation, scheduleOf(seed));
        if (violations.some(({ invariant }) => invariant === broken)) return seed;
      }
      throw new Error(`40 schedules with the plant ${plant} did not find: ${broken}`);
    } finally {
      await database.close();
    }
  }

  await t.step("jobs, sagas and keys hold in the engine as it is", async () => {
    const database = await SimulatedDatabase.open(image, orders);
    for (let seed = 1; seed <= 4; seed++) {
      const { violations, story } = await runSchedule(database, orders, scheduleOf(seed));
      assert.deepEqual(violations, [], `seed ${seed}`);
      stories.push(story.join("\n"));
    }
    await database.close();
  });
  await t.step("the same seed tells the same story in another database", async () => {
    const database = await SimulatedDatabase.open(image, orders);
    const { story } = await runSchedule(database, orders, scheduleOf(4));
    assert.equal(story.join("\n"), stories[3]);
    await database.close();
  });
  await t.step("a skipped compensation leaves something standing", async () => {
    await find(orders, "compensation", "a saga that did not succeed is wholly undone");
  });
  await t.step("a permit released twice lets two jobs of a key run", async () => {
    await find(orders, "permit", "no limit is held beyond what was allowed");
  });
  await t.step("without the check of fences a late worker is believed, told in short", async () => {
    const seed = await find(jobs, "fence", "what a worker is told is true");
    const options = {
      file: "docs/examples/jobs_simulation.ts",
      plant: "fence",
      moves: 80,
    } as const;
    const story = await tellShortly(image, options, seed, 10);
    assert.match(story.at(-1)!, /BROKEN/);
    assert.ok(story.length < 60, story.join("\n"));
  });
});
