import type { Drain } from "./drain.ts";
import type { State } from "./state.ts";
import { CallError, callFailed } from "./transport.ts";
import { jittered, pause } from "./waits.ts";
import { workerOrders } from "./wire.ts";

/**
 * Makes a worker known to the engine: registers it, beats for it, says its goodbye. A beat is a call
 * of its own, so that handlers which take long and full outboxes do not silence a worker.
 */
export class Presence {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  #beating: Promise<void> = Promise.resolve();
  #beatMs = 15_000;
  /** Whether the engine knows this worker; an engine that is older than registrations never does. */
  registered = false;

  constructor(readonly state: State, readonly drain: Drain) {}

  /** Registers, and beats from then on until {@link leave}. */
  arrive(): void {
    if (!this.state.settings.register) return;
    this.#beating = this.#beat();
  }

  /** Stops beating and says goodbye; a goodbye that is not heard does no harm. */
  async leave(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#timer);
    const patience = Math.min(this.state.settings.callTimeoutMs, 2_000);
    await Promise.race([this.#beating, pause(patience)]);
    if (!this.registered) return;
    this.registered = false;
    const { settings } = this.state;
    await settings.call("unregister_worker", { worker: settings.worker }, patience).catch(() => {});
  }

  async #beat(): Promise<void> {
    try {
      const orders = workerOrders.parse(await this.#call());
      this.registered = true;
      this.#beatMs = orders.beat_seconds * 1000;
      this.drain.follow(orders.drain);
    } catch (error) {
      // Nobody of this name there: perhaps it was silent for a day. The next beat registers again.
      const status = error instanceof CallError ? error.status : 0;
      const wasKnown = this.registered;
      if (status === 404) this.registered = false;
      if (!(status === 404 && !wasKnown)) this.#tell(error);
    }
    if (this.#over) return;
    // Two thirds of a beat, so that one lost call is no missed beat.
    this.#timer = setTimeout(() => {
      this.#beating = this.#beat();
    }, jittered(this.#beatMs * 0.6));
    unref(this.#timer);
  }

  #call(): Promise<unknown> {
    const { settings, running, prefetched, outbox } = this.state;
    const { worker, executor, version, capabilities, concurrency } = settings;
    if (this.registered) {
      const held = running.size + prefetched.length + outbox.size;
      const load = Math.min(running.size / concurrency, 1);
      return settings.call("worker_heartbeat", { worker, load, held }, settings.callTimeoutMs);
    }
    return settings.call("register_worker", {
      worker,
      executor,
      version: version ?? null,
      capabilities,
      concurrency,
      prefetch_max: settings.maxHeld ?? null,
      max_per_minute: settings.maxPerMinute ?? null,
    }, settings.callTimeoutMs);
  }

  #tell(error: unknown): void {
    const failure = error instanceof CallError ? error : new CallError(String(error), 0);
    this.state.emit(callFailed(failure, this.#beatMs * 0.6));
  }
}

/** Lets a process end though a beat is due: Node and Deno alike. */
function unref(timer: ReturnType<typeof setTimeout>): void {
  (timer as { unref?: () => void }).unref?.();
}
