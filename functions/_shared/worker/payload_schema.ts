/** A zod schema, or anything with the same `safeParse`. */
export interface PayloadSchema<Output = unknown> {
  safeParse(value: unknown):
    | { success: true; data: Output }
    | {
      success: false;
      error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
    };
}

/** The type that a schema's payload has once it is checked. */
export type PayloadOf<Schema> = Schema extends PayloadSchema<infer Output> ? Output : never;
