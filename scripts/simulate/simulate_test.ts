import assert from "@std/assert";
import { simulation } from "../../docs/examples/jobs_simulation.ts";
import { SimulatedDatabase } from "./database.ts";
import { movesOf } from "./moves.ts";
import { prepareImage } from "./prepare_image.ts";
import { runSchedule } from "./schedule.ts";
import { tellShortly } from "./tell_shortly.ts";

const scheduleOf = (seed: number) => ({ seed, moves: movesOf(seed, 80) });

Deno.test("simulated schedules hold and repeat, and a planted bug is found", async (t) => {
  const image = await prepareImage();
  let database = await SimulatedDatabase.open(image, simulation);
  const stories: string[] = [];
  await t.step("every invariant holds in the engine as it is", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { violations, story } = await runSchedule(database, simulation, scheduleOf(seed));
      assert.deepEqual(violations, [], `seed ${seed}`);
      stories.push(story.join("\n"));
    }
    await database.close();
  });
  await t.step("the same seed tells the same story in another database", async () => {
    database = await SimulatedDatabase.open(image, simulation);
    const { story } = await runSchedule(database, simulation, scheduleOf(7));
    assert.equal(story.join("\n"), stories[6]);
    await database.close();
  });
  await t.step("without the check of fences a late worker's word counts", async () => {
    const file = "docs/examples/jobs_simulation.ts";
    database = await SimulatedDatabase.open(image, simulation, "fence");
    let seed = 0;
    for (let broken = 0; broken === 0 && seed < 40;) {
      broken = (await runSchedule(database, simulation, scheduleOf(++seed))).violations.length;
    }
    await database.close();
    const story = await tellShortly(image, { file, plant: "fence", moves: 80 }, seed);
    assert.match(story.at(-1)!, /BROKEN/);
    assert.ok(story.length < 25, story.join("\n"));
  });
});
