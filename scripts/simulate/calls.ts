import type { SimulatedDatabase } from "./database.ts";
import type { Trouble } from "./moves.ts";
import type { Story } from "./story.ts";

/** Calls on their way to the engine, and what goes wrong with them. */
export class Calls {
  /** How often each trouble came about. */
  readonly troubles: Partial<Record<Trouble, number>> = {};
  /** Errors that no caller should see. */
  readonly errors: string[] = [];
  /** Limits that were passed while the schedule went on. */
  readonly passedLimits = new Map<string, string>();
  readonly #copies: { readonly what: string; readonly body: () => Promise<unknown> }[] = [];

  constructor(readonly database: SimulatedDatabase, readonly story: Story) {}

  /** Makes a call in trouble; the answer is undefined when the caller is not told one. */
  async make<Answer>(
    who: string,
    what: string,
    trouble: Trouble,
    lot: number,
    body: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    this.troubles[trouble] = (this.troubles[trouble] ?? 0) + 1;
    if (trouble === "request_lost") {
      this.story.tell(who, `${what}: the request is lost`);
      return undefined;
    }
    if (trouble === "breaks") {
      const { points } = this.database;
      const point = points[lot % points.length];
      if (point !== undefined) {
        return await this.#try(who, what, () => this.database.breakingAt(point, body));
      }
    }
    this.story.tell(who, what);
    const answer = await this.#try(who, what, body);
    if (trouble === "twice") {
      this.story.tell(who, "  the same request arrives a second time");
      await this.#try(who, what, body);
    }
    if (trouble === "copied") this.#copies.push({ what: `${who}'s ${what}`, body });
    if (trouble !== "answer_lost") return answer;
    this.story.tell(who, "  the answer is lost");
    return undefined;
  }

  /** Lets the copy of an earlier call arrive. */
  async arriveLate(lot: number): Promise<void> {
    const [copy] = this.#copies.splice(lot % Math.max(1, this.#copies.length), 1);
    if (copy === undefined) return;
    this.story.tell("network", `a late copy arrives of ${copy.what}`);
    await this.#try("network", copy.what, copy.body);
  }

  /** Looks whether limits hold right now; at the end nothing is held any more. */
  async checkLimits(): Promise<void> {
    const rows = await this.database.ask<{ invariant: string; problem: string }>(
      "select invariant, problem from cogo.verify_limits()",
    );
    for (const { invariant, problem } of rows) {
      if (this.passedLimits.has(invariant)) continue;
      this.story.tell("BROKEN", `${invariant}: ${problem}`);
      this.passedLimits.set(invariant, problem);
    }
  }

  async #try<Answer>(
    who: string,
    what: string,
    body: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    try {
      return await body();
    } catch (error) {
      const { code = "", message = "", detail } = error as Record<string, string | undefined>;
      if (detail === "fault") {
        this.story.tell(
          who,
          `${what}: ${message.replace("Cannot go on: a fault was planned", "breaks")}, undone`,
        );
        return undefined;
      }
      const text = `${what}: ${code} ${message}`;
      this.story.tell(who, `  is refused: ${code} ${message}`);
      this.errors.push(text);
      return undefined;
    }
  }
}
