/** JSON on as few lines of at most 118 columns as it fits into; `used` columns are taken before it. */
export function laidOut(value: unknown, indent: number, used: number): string {
  const flat = spaced(value);
  if (used + flat.length <= 112 || typeof value !== "object" || value === null) return flat;
  const inner = " ".repeat(indent + 2);
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) {
    return filled(value.map(spaced), indent);
  }
  const parts = Array.isArray(value)
    ? value.map((part) => laidOut(part, indent + 2, indent + 2))
    : Object.entries(value).map(([key, part]) => {
      const start = `${JSON.stringify(key)}: `;
      return start + laidOut(part, indent + 2, indent + 2 + start.length);
    });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${" ".repeat(indent)}${close}`;
}

function filled(words: string[], indent: number): string {
  const lines = [" ".repeat(indent + 1)];
  for (const [place, word] of words.entries()) {
    if (lines.at(-1)!.length + word.length > 112) lines.push(" ".repeat(indent + 1));
    lines[lines.length - 1] += ` ${word}${place < words.length - 1 ? "," : ""}`;
  }
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) =>
    `${JSON.stringify(key)}: ${spaced(part)}`
  );
  return `{${parts.join(", ")}}`;
}
