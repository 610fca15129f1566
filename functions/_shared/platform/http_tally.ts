/** The limits in milliseconds of cogo.time_totals (see cogo.time_place): a histogram's buckets. */
export const timeLimits: readonly number[] = [
  5,
  10,
  25,
  50,
  100,
  250,
  500,
  1000,
  2500,
  5000,
  10_000,
  30_000,
  60_000,
  120_000,
  300_000,
  900_000,
  3_600_000,
];

/** What `record_http` takes of one function, route and status. */
export type HttpLine = {
  function: string;
  /** The route's pattern, such as `/events/webhooks/:name/secret`; never a path with ids in it. */
  route: string;
  status: string;
  /** All its answers together, in milliseconds. */
  ms: number;
  /** Bins of 2 % (cogo.time_bin), and how many answers each holds. */
  bins: number[];
  bin_counts: number[];
  /** How many answers were within each limit and not within the one before. */
  places: number[];
};

/** The bin of a time, as cogo.time_bin has it: right to 1 %. */
export function timeBin(ms: number): number {
  return ms > 0.001 ? Math.ceil(Math.log(ms) / Math.log(1.01 / 0.99)) : -32768;
}

interface Count {
  ms: number;
  bins: Map<number, number>;
  places: number[];
}

/** Lines that one process may count apart; a route beyond is counted as `(others)`. */
const mostLines = 200;

/** Counts the answers of one function until they are taken. */
export class HttpTally {
  readonly #counts = new Map<string, Count>();

  constructor(readonly name: string) {}

  /** Adds an answer that took so many milliseconds. */
  add(route: string, status: number, ms: number): void {
    let key = `${status} ${route.slice(0, 120)}`;
    if (!this.#counts.has(key) && this.#counts.size >= mostLines) key = `${status} (others)`;
    const count = this.#counts.get(key) ?? {
      ms: 0,
      bins: new Map(),
      places: Array(timeLimits.length + 1).fill(0),
    };
    this.#counts.set(key, count);
    const bin = timeBin(ms);
    const place = timeLimits.findIndex((limit) => ms <= limit);
    count.ms += ms;
    count.bins.set(bin, (count.bins.get(bin) ?? 0) + 1);
    count.places.splice(place, 1, (count.places.at(place) ?? 0) + 1);
  }

  /** Takes what was counted since the last time. */
  take(): HttpLine[] {
    const lines = [...this.#counts].map(([key, { ms, bins, places }]): HttpLine => ({
      function: this.name,
      route: key.slice(4),
      status: key.slice(0, 3),
      ms: Math.round(ms * 1000) / 1000,
      bins: [...bins.keys()],
      bin_counts: [...bins.values()],
      places,
    }));
    this.#counts.clear();
    return lines;
  }
}
