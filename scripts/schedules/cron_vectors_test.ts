import assert from "@std/assert";
import { Cron } from "croner";
import { seededRandom } from "../chaos/random.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";

const random = seededRandom(20);
// CRON_VECTORS=5000 looks longer.
const count = Number(Deno.env.get("CRON_VECTORS") ?? 600);

/** Around each of these instants a zone's clocks change, or nothing does. */
const edges: Record<string, string[]> = {
  "Europe/Berlin": ["2026-03-29T01:00Z", "2026-10-25T01:00Z", "2027-03-28T01:00Z"],
  "America/New_York": ["2026-03-08T07:00Z", "2026-11-01T06:00Z", "2028-02-29T12:00Z"],
  "Australia/Lord_Howe": ["2026-04-04T15:00Z", "2026-10-03T15:30Z", "2027-04-03T15:00Z"],
  "Asia/Kathmandu": ["2026-06-01T00:00Z"],
  UTC: ["2027-12-31T23:59Z"],
};
const zones = Object.keys(edges);

/** A list, range, step or single number of a field. */
function field(low: number, high: number, dense: number): string {
  const lot = random.next();
  if (lot < dense) return "*";
  const one = () => random.between(low, high);
  if (lot < dense + 0.15) {
    return `*/${random.between(2, 20)}`.replace(
      /\/(\d+)/,
      (_, n) => `/${Math.min(Number(n), high - low)}`,
    );
  }
  if (lot < dense + 0.3) {
    const from = one();
    return `${from}-${random.between(from, high)}`;
  }
  if (lot < dense + 0.45) return [one(), one(), one()].join(",");
  return String(one());
}

const days = ["L", "L,15", "29", "31", "1-7"];
const weekdays = ["mon", "MON-FRI", "sun", "7", "5-7", "fri#2", "friL", "1#1", "sat,sun"];

function expression(): string {
  const second = random.next() < 0.3 ? `${field(0, 59, 0.2)} ` : "";
  const hour = random.next() < 0.4
    ? random.pick(["0", "1", "2", "2,14", "1-3", "3"])
    : field(0, 23, 0.4);
  const day = random.next() < 0.2 ? random.pick(days) : starless(field(1, 28, 0.7));
  const month = random.next() < 0.1
    ? random.pick(["jan", "mar,OCT", "feb-apr", "2"])
    : field(1, 12, 0.8);
  const weekday = random.next() < 0.3 ? random.pick(weekdays) : starless(field(0, 6, 0.8));
  return `${second}${field(0, 59, 0.25)} ${hour} ${day} ${month} ${weekday}`;
}

/** A step over every day is a star to Vixie cron and none to croner: the one difference we chose. */
const starless = (text: string): string => text.startsWith("*/") ? "*" : text;

interface Vector {
  cron: string;
  zone: string;
  after: string;
  expected: string[];
}

function vector(): Vector {
  const zone = random.pick(zones);
  const spread = random.pick([60, 3600, 7200, 86_400, 40 * 86_400]);
  const after = new Date(
    Date.parse(random.pick(edges[zone]!)) + random.between(-spread, spread) * 1000,
  );
  const cron = expression();
  const oracle = new Cron(cron, { timezone: zone, fixedTimeRule: "no-wildcard", paused: true });
  const expected = oracle.nextRuns(4, after).map((time) => time.toISOString());
  return { cron, zone, after: after.toISOString(), expected };
}

Deno.test(`cron_times agrees with croner on ${count} expressions around changes of the clock`, async () => {
  const image = await openImage(await migratedData());
  try {
    const vectors = Array.from({ length: count }, vector);
    const rows = await image.executor.query(
      `select array(
         select to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         from cogo.cron_times(given ->> 'cron', given ->> 'zone', (given ->> 'after')::timestamptz, null, 4) as run_at
       ) as found,
       to_char(
         cogo.cron_next(given ->> 'cron', given ->> 'zone', (given ->> 'after')::timestamptz) at time zone 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
       ) as next
       from jsonb_array_elements($1::jsonb) with ordinality as vector (given, place) order by place`,
      [JSON.stringify(vectors)],
    );
    const wrong = vectors.flatMap(({ expected, ...given }, at) =>
      JSON.stringify(rows[at]) === JSON.stringify({ found: expected, next: expected[0] ?? null })
        ? []
        : [{ ...given, expected, ...rows[at] }]
    );
    assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} differ`);
  } finally {
    await image.close();
  }
});
