/** Jobs that one claim call took, in the shape that the engine's own completion wants. */
export interface Taken {
  readonly count: number;
  readonly ids: readonly string[];
  /** Only where the engine has fences. */
  readonly fences?: readonly string[];
}

/** A job engine under measurement: one session, no code between its client and its own SQL. */
export interface Engine {
  readonly name: "cogo" | "pgmq" | "graphile-worker";
  /** The process id of the server process that serves its session. */
  readonly backend: number;
  /** Enqueues `payloads.length` jobs in one call. */
  enqueue(payloads: readonly Payload[]): Promise<void>;
  /** Takes up to `want` jobs in one call, ready to be worked on. */
  claim(want: number): Promise<Taken>;
  /** Records success of what was taken, in one call. */
  complete(taken: Taken): Promise<void>;
  /** What the engine does by the clock, when its time has come. Counted with the whole. */
  keepHouse?(): Promise<void>;
  close(): Promise<void>;
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
