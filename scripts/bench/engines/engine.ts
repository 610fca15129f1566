/** Jobs that one claim call took, in the shape that the engine's own completion wants. */
export interface Taken {
  readonly count: number;
  readonly ids: readonly string[];
  /** Only where the engine has fences. */
  readonly fences?: readonly string[];
}

/** The engines that are compared, as the tables name them. */
export const engineNames = [
  "cogo",
  "pgmq",
  "graphile-worker",
  "pg-boss",
  "river",
  "dbos",
  "pgflow",
] as const;

export type EngineName = typeof engineNames[number];

interface Enqueueing {
  readonly name: EngineName;
  /** The process id of the server process that serves its session; 0 where its own pool hides it. */
  readonly backend: number;
  /** The part of a slice's jobs that is enough for it, since a slow engine would hold up the others. */
  readonly share?: number;
  /** Enqueues `payloads.length` jobs in one call. */
  enqueue(payloads: readonly Payload[]): Promise<void>;
  close(): Promise<void>;
}

/** An engine driven phase by phase: one session, no code between its client and its own SQL. */
export interface Engine extends Enqueueing {
  /** Takes up to `want` jobs in one call, ready to be worked on. */
  claim(want: number): Promise<Taken>;
  /** Records success of what was taken, in one call. */
  complete(taken: Taken): Promise<void>;
  /** What the engine does by the clock, when its time has come. Counted with the whole. */
  keepHouse?(): Promise<void>;
}

/** An engine whose workers cannot be called step by step: only enqueue and the whole are measured. */
export interface SelfDriven extends Enqueueing {
  /** Starts its workers; not measured. */
  start(): Promise<void>;
  /** Waits until it has run `jobs` jobs since {@link start}. */
  finished(jobs: number): Promise<void>;
  /** Stops its workers, so that nothing polls while others are measured. */
  stop(): Promise<void>;
}

export type AnyEngine = Engine | SelfDriven;

/** Whether the engine can only be measured end to end. */
export function isSelfDriven(engine: AnyEngine): engine is SelfDriven {
  return "finished" in engine;
}

/** What a job carries: about 100 bytes of JSON. */
export interface Payload {
  readonly serial: number;
  readonly repository: string;
  readonly note: string;
}

/** `count` payloads of about 100 bytes, numbered from `first`. */
export function payloads(first: number, count: number): Payload[] {
  return Array.from({ length: count }, (_, index) => ({
    serial: first + index,
    repository: "https://example.org/some/repository.git",
    note: "about a hundred bytes",
  }));
}
