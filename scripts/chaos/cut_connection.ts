const textOf = (error: unknown) => `${(error as { code?: string }).code} ${error}`;

/** Whether a kill of the session or of the server explains the error. */
export const isCut = (error: unknown): boolean =>
  /57P0|CONNECT|EPIPE|ECONN|terminat/.test(textOf(error));

/** Whether the database broke a deadlock by this error (40P01). */
export const isDeadlock = (error: unknown): boolean => textOf(error).includes("40P01");
