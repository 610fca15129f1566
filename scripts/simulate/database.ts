import { z } from "zod";
import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";
import { type Image, openImage } from "../db/serve_pglite.ts";
import { type Value, withLiterals } from "./literals.ts";
import { type Plant, plants } from "./plants.ts";

/** The moment at which every schedule begins. */
export const beginning = "2030-01-01 00:00:00+00";

/** A database in which schedules run one after another, each from the same beginning. */
export class SimulatedDatabase {
  /** Executors of the job types that the simulation registered. */
  readonly executors: readonly string[];
  /** The engine's fault points. */
  readonly points: readonly string[];
  readonly #image: Image;
  #clock = "";
  #around = { before: "", after: "" };

  private constructor(image: Image, executors: string[], points: string[]) {
    this.#image = image;
    this.executors = executors;
    this.points = points;
  }

  /** Opens a copy, registers what the simulation names, and plants a bug where one is named. */
  static async open(
    dumped: Blob,
    simulation: Simulation,
    plant?: Plant,
  ): Promise<SimulatedDatabase> {
    const image = await openImage(dumped);
    const ask = async <Row>(sql: string, params: unknown[] = []) =>
      (await image.database.query<Row>(sql, params)).rows;
    await image.executor.exec(`select tests.freeze_clock('${beginning}')`);
    const executors = new Set(["default"]);
    for (const settings of simulation.jobTypes ?? []) {
      const executor = settings["executor"];
      if (typeof executor === "string" && !executors.has(executor)) {
        await ask("select api.open_lanes($1)", [executor]);
        executors.add(executor);
      }
      const names = Object.keys(settings);
      const args = names.map((name, nth) =>
        `${z.string().regex(/^[a-z_]+$/).parse(name)} => $${nth + 1}`
      );
      await ask(
        `select api.register_job_type(${args.join(", ")})`,
        names.map((name) => settings[name]),
      );
    }
    for (const workflow of simulation.workflows ?? []) {
      await ask("select api.register_workflow($1::jsonb)", [JSON.stringify(workflow)]);
    }
    const points = await ask<{ point: string }>(`
      select distinct found[1] as point from pg_proc as function, pg_namespace as space,
        regexp_matches(function.prosrc, 'cogo\\.fault\\(''([^'']+)''\\)', 'g') as found
      where space.oid = function.pronamespace and space.nspname in ('cogo', 'pgmq') order by 1`);
    if (plant !== undefined) await image.executor.exec(plants[plant]);
    await image.executor.exec("select simulation.keep()");
    return new SimulatedDatabase(image, [...executors], points.map(({ point }) => point));
  }

  /** Runs one statement; before it the clock is set, if time has passed. */
  async ask<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const { before, after } = this.#around;
    const results = await this.#image.database.exec(
      `${this.#clock};${before};${withLiterals(sql, values)};${after}`,
    );
    this.#clock = "";
    return results[results.length - 1 - (after === "" ? 0 : 1)]!.rows as Row[];
  }

  /** Begins anew: rows, sequences, clock and chance as they were. */
  async restore(seed: number): Promise<void> {
    this.#clock = "";
    await this.#image.database.exec(
      `select simulation.restore(); select setseed(${(seed % 1_000_003) / 1_000_003})`,
    );
  }

  /** Sets the engine's clock to `ms` after the beginning. */
  setClock(ms: number): void {
    this.#clock = `update tests.clock set moved = ${ms} * interval '1 ms'`;
  }

  /** Lets the statement of `body` break wherever the engine comes to this point. */
  async breakingAt<T>(point: string, body: () => Promise<T>): Promise<T> {
    const plan = withLiterals("insert into tests.faults (point, deed) values ($1, 'raise')", [
      point,
    ]);
    this.#around = { before: plan, after: "delete from tests.faults" };
    try {
      return await body();
    } finally {
      this.#around = { before: "", after: "" };
    }
  }

  close(): Promise<void> {
    return this.#image.close();
  }
}
