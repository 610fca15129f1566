import assert from "node:assert/strict";
import { type Call, CallError } from "../../functions/_shared/worker/transport.ts";
import { Decider } from "./decide.ts";
import { readOptions } from "./options.ts";
import { type Look, scale } from "./scale.ts";

Deno.test("workers are started at once and drained only after the cooldown", () => {
  const decider = new Decider({ min: 1, max: 5, cooldownMs: 1000 });
  const decide = (wanted: number, live: number, active: number, now: number) =>
    decider.decide({ wanted, live, active }, now);
  assert.deepEqual(decide(0, 0, 0, 0), { target: 1, start: 1, drain: 0 });
  assert.deepEqual(decide(9, 1, 1, 1), { target: 5, start: 4, drain: 0 });
  assert.deepEqual(decide(2, 5, 5, 2), { target: 2, start: 0, drain: 0 });
  assert.deepEqual(decide(2, 5, 5, 1001), { target: 2, start: 0, drain: 0 });
  assert.deepEqual(decide(5, 5, 5, 1002), { target: 5, start: 0, drain: 0 }, "it is wanted again");
  assert.deepEqual(decide(2, 5, 5, 1003), { target: 2, start: 0, drain: 0 }, "so it counts anew");
  assert.deepEqual(decide(2, 5, 5, 2003), { target: 2, start: 0, drain: 3 });
});

Deno.test("workers of others count for what is wanted", () => {
  const decider = new Decider({ min: 0, max: 5, cooldownMs: 0 });
  assert.deepEqual(decider.decide({ wanted: 4, live: 3, active: 0 }, 0).start, 1);
  assert.deepEqual(decider.decide({ wanted: 4, live: 0, active: 2 }, 0).start, 2, "not yet known");
});

Deno.test("wrong options are named", () => {
  assert.throws(() => readOptions([]), /--command/);
  assert.throws(() => readOptions(["--command", "x", "--min", "5"]), /--min/);
  assert.throws(() => readOptions(["--command", "x", "--max", "-1"]), /--max/);
  assert.equal(readOptions(["--once"]).dryRun, true);
});

/** An engine that wants what it is told, and says of drained workers what they hold. */
function engine(state: { wanted: number; held: number; asked: string[] }): Call {
  return (name, args) => {
    if (name === "drain_worker") {
      state.asked.push((args as { worker: string }).worker);
      if (state.held < 0) return Promise.reject(new CallError("not there", 404));
      return Promise.resolve({ held: state.held });
    }
    const advice = { depth: 0, live_workers: 0, wanted_workers: state.wanted, reason: "so" };
    return Promise.resolve({ executors: [{ executor: "default", ...advice }] });
  };
}

const polite = `${Deno.execPath()} eval "setInterval(() => {}, 1000)"`;
const stubborn = `sh -c 'trap "" TERM; while :; do sleep 0.05; done'`;

async function run(
  command: string,
  state: { wanted: number; held: number; asked: string[] },
  onLook: (look: Look, stop: () => void) => void,
): Promise<Look[]> {
  const looks: Look[] = [];
  const stop = new AbortController();
  const options = readOptions([
    ...["--command", command, "--every", "0.1", "--cooldown", "0", "--grace", "0.4"],
  ]);
  await scale(options, engine(state), {}, stop.signal, (look) => {
    assert.ok("at" in look);
    looks.push(look);
    onLook(look, () => stop.abort());
  });
  return looks;
}

const quiet = { sanitizeOps: false, sanitizeResources: false };

Deno.test("a worker that holds jobs is drained and waited for, then ended", quiet, async () => {
  const state = { wanted: 2, held: 1, asked: [] as string[] };
  const looks = await run(polite, state, (look, stop) => {
    if (look.running === 2 && state.wanted === 2) state.wanted = 1;
    if (look.drained.length > 0) setTimeout(() => state.held = 0, 150);
    if (look.ended.length > 0) stop();
  });
  const of = (kind: "started" | "drained" | "ended" | "killed") =>
    looks.flatMap((look) => look[kind]);
  assert.equal(of("started").length, 2);
  assert.deepEqual(of("drained"), of("started").slice(1), "the newest goes first");
  assert.deepEqual(of("ended"), of("drained"));
  assert.deepEqual(of("killed"), []);
  assert.ok(state.asked.includes(of("drained")[0]!));
});

Deno.test("one that does not heed SIGTERM is killed after the grace", quiet, async () => {
  const state = { wanted: 1, held: -1, asked: [] as string[] };
  const looks = await run(stubborn, state, (look, stop) => {
    if (look.running === 1) state.wanted = 0;
    if (look.killed.length > 0) stop();
  });
  assert.equal(looks.flatMap((look) => look.killed).length, 1);
});

Deno.test("workers that die at once are not started in a tight loop", quiet, async () => {
  const state = { wanted: 1, held: 0, asked: [] as string[] };
  let seen = 0;
  const looks = await run("sh -c 'exit 3'", state, (_look, stop) => {
    if (++seen === 12) stop();
  });
  const died = looks.flatMap((look) => look.died);
  assert.equal(died[0]?.code, 3);
  assert.ok(looks.flatMap((look) => look.started).length <= 2);
});
