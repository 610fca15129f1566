/**
 * Finds brackets and strings in JSON text, a name with its colon. A string that never ends is taken
 * whole: without it each of its quotes would be looked at to the end again, seconds for 64 KiB.
 */
export const jsonLexemes = /"(?:[^"\\]|\\.)*"?(?:\s*:)?|[{}[\]]/g;
