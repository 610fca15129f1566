import { randomUUID } from "node:crypto";
import { connect } from "../../postgres/databases.ts";
import { median } from "../statistics.ts";
import type { Figure } from "./figure.ts";
import { ask, claims, type RouterGround, tenant, tidy } from "./ground.ts";
import { type Contender, ratioOf, takeTurns } from "./turns.ts";

const off = "(select set_config('synchronous_commit', 'off', true) offset 0) as o";
const rare = ask.replace("200)", "200, capabilities => '{rare}')");

/** What a choice costs beside the plainest write, and with 5,000 models beside 64. */
export async function measureChoice(ground: RouterGround): Promise<Figure[]> {
  const [few, many] = [connect(ground.few), connect(ground.many)];
  const pidOf = async (sql: typeof few) =>
    Number((await sql`select pg_backend_pid() as pid`)[0]!["pid"]);
  const [fewPid, manyPid] = [await pidOf(few), await pidOf(many)];
  const choose = (sql: typeof few, text: string) => async () => {
    const [row] = await sql.unsafe(text, [claims(1)], { prepare: true });
    if (row!["route"].refused) throw new Error(JSON.stringify(row!["route"].refused));
  };
  const contenders: Contender[] = [
    {
      name: "baseline",
      pid: fewPid,
      call: async () => {
        await few`select 1`;
        await few.unsafe(
          `insert into bench.plain select $1, clock_timestamp(), $2, '{}' from ${off}`,
          [randomUUID(), tenant(1)],
          { prepare: true },
        );
      },
    },
    { name: "64", pid: fewPid, call: choose(few, ask) },
    { name: "5000", pid: manyPid, call: choose(many, ask) },
    { name: "exact", pid: manyPid, call: choose(many, rare) },
  ];
  const measured = await takeTurns(ground.bench.meter, contenders, {
    rounds: ground.rounds,
    calls: ground.quick ? 100 : 200,
    between: () => Promise.all([tidy(few), tidy(many)]),
  });
  await Promise.all([few.end(), many.end()]);
  const of = (name: string) => measured.get(name)!;
  return [
    {
      what: "select_route, 64 models, one caller: CPU of `select 1` and one insert",
      value: ratioOf(of("64").cpu, of("baseline").cpu),
      unit: "x",
      bar: { most: 7 },
    },
    {
      what: "select_route, 5,000 models, list hit: CPU of 64 models",
      value: ratioOf(of("5000").cpu, of("64").cpu),
      unit: "x",
      bar: { most: 1.5 },
    },
    {
      what: "select_route, 5,000 models, exact scan",
      value: median(of("exact").wall) / 1000,
      unit: "ms",
      bar: { most: 3 },
    },
    { what: "CPU of `select 1` and one insert", value: median(of("baseline").cpu), unit: "µs" },
    { what: "CPU of select_route, 64 models", value: median(of("64").cpu), unit: "µs" },
    { what: "CPU of select_route, 5,000 models", value: median(of("5000").cpu), unit: "µs" },
    { what: "CPU of select_route, exact scan", value: median(of("exact").cpu), unit: "µs" },
    { what: "time of select_route, 64 models", value: median(of("64").wall), unit: "µs" },
  ];
}
