import type { ServerMeter } from "../server_meter.ts";
import { median } from "../statistics.ts";

/** One way to do something, measured beside others. */
export interface Contender {
  readonly name: string;
  /** The session that does it. */
  readonly pid: number;
  call(): Promise<unknown>;
}

/** CPU of the session and time, both in microseconds a call, one of each round. */
export interface Measured {
  readonly cpu: number[];
  readonly wall: number[];
}

/** Lets contenders take turns, in an order that turns around; the first round warms up. */
export async function takeTurns(
  meter: ServerMeter,
  contenders: readonly Contender[],
  options: { rounds: number; calls: number; between(): Promise<unknown> },
): Promise<Map<string, Measured>> {
  const measured = new Map(contenders.map(({ name }) => [name, { cpu: [], wall: [] } as Measured]));
  for (let round = 0; round <= options.rounds; round++) {
    for (const { name, pid, call } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const used = await meter.measure(pid, async () => {
        for (let nth = 0; nth < options.calls; nth++) await call();
      });
      if (round === 0) continue;
      measured.get(name)!.cpu.push(used.sessionMicros / options.calls);
      measured.get(name)!.wall.push(used.millis * 1000 / options.calls);
    }
    await options.between();
  }
  return measured;
}

/** The median over rounds of the ratio within each round. */
export const ratioOf = (one: readonly number[], base: readonly number[]): number =>
  median(one.map((value, round) => value / (base[round] ?? NaN)));
