/** One claim that we hold: its end and the jobs under it that we have not reported. */
interface Lease {
  /** Milliseconds of the local clock. */
  endsAt: number;
  renewAt: number;
  /** Whether its end has come and was told. */
  over: boolean;
  readonly jobs: Set<number>;
}

/**
 * The claims in hand, by fence. Ends are told by the server's clock and kept in the local one.
 * A lease is renewed at half of what is left, a little earlier by chance so that workers spread.
 */
export class Leases {
  readonly #leases = new Map<number, Lease>();
  /** Server clock minus local clock, in milliseconds. */
  #skew = 0;

  /** Learns the server's clock from an answer that took from sentAt to receivedAt. */
  learnClock(serverNow: string, sentAt: number, receivedAt: number): void {
    const server = Date.parse(serverNow);
    if (Number.isFinite(server)) this.#skew = server - (sentAt + receivedAt) / 2;
  }

  /** A moment of the server's clock by the local one. */
  localTime(serverTime: string): Date {
    return new Date(Date.parse(serverTime) - this.#skew);
  }

  /** Takes note of a job under a fence. */
  hold(fence: number, jobId: number, expiresAt: string): void {
    const lease = this.#leases.get(fence);
    if (lease) lease.jobs.add(jobId);
    else this.#leases.set(fence, { ...this.#times(expiresAt), jobs: new Set([jobId]) });
  }

  /** Moves the end of a lease. */
  renewed(fence: number, expiresAt: string): void {
    const lease = this.#leases.get(fence);
    if (lease) Object.assign(lease, this.#times(expiresAt));
  }

  /** Forgets a job; a lease without jobs is forgotten with it. */
  letGo(fence: number, jobId: number): void {
    const lease = this.#leases.get(fence);
    lease?.jobs.delete(jobId);
    if (lease?.jobs.size === 0) this.#leases.delete(fence);
  }

  /** When the lease of a fence ends, in local milliseconds; undefined when it is not ours. */
  endOf(fence: number): number | undefined {
    return this.#leases.get(fence)?.endsAt;
  }

  /** Fences to renew now, but not those all of whose jobs are being reported. */
  due(now: number, reported: ReadonlySet<number>): number[] {
    return [...this.#leases]
      .filter(([, lease]) =>
        lease.renewAt <= now && ![...lease.jobs].every((id) => reported.has(id))
      )
      .map(([fence]) => fence).slice(0, 1000);
  }

  /** Fences whose lease has run out by the local clock; each is told once. */
  runOut(now: number): number[] {
    const out = [...this.#leases].filter(([, lease]) => !lease.over && lease.endsAt <= now);
    for (const [, lease] of out) lease.over = true;
    return out.map(([fence]) => fence);
  }

  /** When the next lease wants to be renewed; Infinity when there is none. */
  nextRenewal(): number {
    return Math.min(...[...this.#leases.values()].map((lease) => lease.renewAt));
  }

  /** When the next lease runs out; Infinity when there is none. */
  nextEnd(): number {
    const open = [...this.#leases.values()].filter((lease) => !lease.over);
    return Math.min(...open.map((lease) => lease.endsAt));
  }

  #times(expiresAt: string): Omit<Lease, "jobs"> {
    const now = Date.now();
    const told = Date.parse(expiresAt) - this.#skew - now;
    // A clock that is far off must not make us renew too late or in a tight loop.
    const left = Math.min(Math.max(Number.isFinite(told) ? told : 0, 2_000), 120_000);
    return { endsAt: now + left, renewAt: now + left * (0.4 + 0.1 * Math.random()), over: false };
  }
}
