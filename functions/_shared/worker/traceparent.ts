const shape = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** A span of its own within the trace of a W3C traceparent; a new trace when there is none. */
export function childTrace(parent: string | null): string {
  const [, trace, flags] = shape.exec(parent ?? "") ?? [];
  return `00-${trace ?? hex(16)}-${hex(8)}-${flags ?? "00"}`;
}

function hex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
