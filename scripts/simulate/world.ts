import { seededRandom } from "../chaos/random.ts";
import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";
import { Calls } from "./calls.ts";
import { ahead, redriveStuck } from "./ahead.ts";
import type { SimulatedDatabase } from "./database.ts";
import { Effects } from "./effects.ts";
import { type Move, workerCount } from "./moves.ts";
import { Outside } from "./outside.ts";
import { Story } from "./story.ts";
import { SimulatedWorker } from "./worker.ts";

/** One schedule in progress: an engine, its workers, those outside, and time. */
export class World {
  readonly story = new Story();
  readonly effects = new Effects();
  readonly calls: Calls;
  readonly workers: readonly SimulatedWorker[];
  readonly outside: Outside;

  constructor(
    readonly database: SimulatedDatabase,
    simulation: Simulation,
    seed: number,
    only?: readonly number[],
  ) {
    this.calls = new Calls(database, this.story);
    this.workers = Array.from({ length: workerCount }, (_, nth) => {
      const name = String.fromCharCode(97 + nth);
      const { calls, effects } = this;
      return new SimulatedWorker(name, { handlers: simulation.handlers, calls, effects });
    });
    const arrivals = simulation.arrivals(seededRandom(seed + 1_000_003)).filter((_, nth) =>
      only?.includes(nth) ?? true
    );
    this.outside = new Outside(arrivals, this.calls);
  }

  /** Makes one move; one that does not fit does nothing. */
  async move(move: Move): Promise<void> {
    switch (move.do) {
      case "arrive":
        return await this.outside.arrive(move.trouble, move.lot);
      case "late":
        return await this.calls.arriveLate(move.lot);
      case "pass":
        return await this.pass(move.ms);
      case "sweep":
        await this.calls.make("sweep", "sweeps", move.trouble, move.lot, () => this.sweep());
        return;
    }
    const worker = this.workers[move.worker]!;
    if (move.do === "crash") return worker.crash();
    if (move.do === "thaw") worker.frozen = false;
    if (move.do === "freeze") worker.frozen = worker.busy;
    if (worker.frozen) return;
    if (move.do === "work") return await worker.work(move);
    if (move.do === "run") return await worker.run(move.ending, move.lot);
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.story.pass(ms);
    this.database.setClock(this.story.now);
  }

  /** A round of the engine's own housekeeping. */
  async sweep(): Promise<unknown> {
    return await this.database.ask("select cogo.sweep()");
  }

  /** No more troubles: everything runs to its end. Answers what is open after long waiting. */
  async comeToRest(): Promise<string | undefined> {
    this.story.tell("world", "comes to rest");
    const { errors } = this.calls;
    let waited = 1_000;
    for (let round = 0; round < 300; round++) {
      while (!this.outside.done && errors.length === 0) await this.outside.arrive("none", 0);
      const moved = await this.#workAll(round);
      await this.sweep();
      const { open, stuck, due } = await ahead(this.database);
      if (open === 0) return undefined;
      if (stuck > 0) {
        const dead = await redriveStuck(this.database);
        this.story.tell("fixer", `redrives job ${dead.join(", job ")}`);
      }
      waited = moved ? 1_000 : Math.min(waited * 2, 40_000_000);
      this.pass(due > this.story.now ? due - this.story.now + 1 : waited);
    }
    return `${
      (await ahead(this.database)).open
    } jobs or workflows are open after ${this.story.now} ms`;
  }

  /** Lets every worker finish what it holds, and one of them take all that is ready. */
  async #workAll(round: number): Promise<boolean> {
    const executors = this.database.executors.length;
    let moved = false;
    for (const [nth, worker] of this.workers.entries()) {
      worker.frozen = false;
      const fresh = nth === round % workerCount ? executors : 0;
      for (let turn = 0; (turn < fresh || worker.busy) && turn < 100; turn++) {
        for (let runs = 0; runs < 8 && worker.busy; runs++) await worker.run("itself", 0);
        await worker.work({
          want: fresh && 4,
          renews: true,
          trouble: "none",
          lot: turn % executors,
        });
        moved ||= worker.busy;
      }
    }
    return moved;
  }
}
