import { z } from "zod";
import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";
import { type Value, withLiterals } from "./literals.ts";
import { type Plant, plants } from "./plants.ts";
import { openSession, type Session, type Template } from "./session.ts";

/** The moment at which every schedule begins. */
export const beginning = "2030-01-01 00:00:00+00";

/** A database in which schedules run one after another, each from the same beginning. */
export class SimulatedDatabase {
  /** Executors of the job types that the simulation registered. */
  readonly executors: readonly string[];
  /** The engine's fault points. */
  readonly points: readonly string[];
  readonly #session: Session;
  #clock = "";
  #around = { before: "", after: "" };

  private constructor(session: Session, executors: string[], points: string[]) {
    this.#session = session;
    this.executors = executors;
    this.points = points;
  }

  /** Opens a copy, registers what the simulation names, and plants a bug where one is named. */
  static async open(
    template: Template,
    simulation: Simulation,
    plant?: Plant,
  ): Promise<SimulatedDatabase> {
    const session = await openSession(template);
    const ask = <Row>(sql: string, params: unknown[] = []) => session.query<Row>(sql, params);
    await session.exec(`select tests.freeze_clock('${beginning}')`);
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
      await ask("select api.register_workflow($1::jsonb)", [workflow]);
    }
    const points = await ask<{ point: string }>(`
      select distinct found[1] as point from pg_proc as function, pg_namespace as space,
        regexp_matches(function.prosrc, 'cogo\\.fault\\(''([^'']+)''\\)', 'g') as found
      where space.oid = function.pronamespace and space.nspname in ('cogo', 'pgmq') order by 1`);
    if (plant !== undefined) await session.exec(plants[plant]);
    await session.exec("select simulation.keep()");
    return new SimulatedDatabase(session, [...executors], points.map(({ point }) => point));
  }

  /** Runs one statement; before it the clock is set, if time has passed. */
  async ask<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const { before, after } = this.#around;
    const rows = await this.#session.between<Row>(
      `${this.#clock};${before}`,
      withLiterals(sql, values),
      after,
    );
    this.#clock = "";
    return rows;
  }

  /** Begins anew: rows, sequences, clock and chance as they were. */
  async restore(seed: number): Promise<void> {
    this.#clock = "";
    await this.#session.exec(
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
    return this.#session.close();
  }
}
