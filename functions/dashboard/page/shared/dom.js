const svgNames = new Set(["svg", "g", "rect", "line", "path", "polyline", "text", "title"]);

/**
 * Makes an element. Children are nodes or text, never markup, so no figure can become code.
 * @param {string} name
 * @param {Record<string, unknown>} attributes `tone` sets the colour variable of that name
 */
export function h(name, attributes = {}, ...children) {
  const element = svgNames.has(name)
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "tone") element.style.setProperty("--tone", `var(--${value})`);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

const classOf = ({ number, class: own }) =>
  [number && "number", own].filter(Boolean).join(" ") || null;

/**
 * A table with a caption for those who listen. Columns: `{title, number, cell(row), head}`;
 * the column with `head` names its row.
 */
export function table(caption, columns, rows) {
  const titles = columns.map((column) =>
    h("th", { scope: "col", class: classOf(column) }, column.title)
  );
  const lines = rows.map((row) =>
    h(
      "tr",
      {},
      columns.map((column) =>
        h(column.head ? "th" : "td", {
          scope: column.head && "row",
          class: classOf(column),
        }, ...[column.cell(row)].flat())
      ),
    )
  );
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": `Table: ${caption}` },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, titles)),
      h("tbody", {}, lines),
    ),
  );
}

/** Words for those who listen; nothing to see. */
export const unseen = (words) => h("span", { class: "unseen" }, words);

/** A thin bar filled to a share of 0 to 1; the figure beside it says the same in digits. */
export function bar(share, tone = "accent") {
  const width = share > 0 ? Math.max(2, Math.min(100, share * 100)) : 0;
  return h(
    "svg",
    {
      class: "bar",
      viewBox: "0 0 100 8",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
      tone,
    },
    h("rect", { class: "track", width: 100, height: 8, rx: 2 }),
    h("rect", { class: "fill", width, height: 8, rx: 2 }),
  );
}

/** A line of the last values, lowest at the bottom; decoration beside a figure. */
export function sparkline(values, tone) {
  const top = Math.max(1, ...values);
  const points = values.map((value, place) =>
    `${(place * 100 / Math.max(1, values.length - 1)).toFixed(1)},${
      (30 - value * 28 / top).toFixed(1)
    }`
  );
  return h(
    "svg",
    { viewBox: "0 0 100 32", preserveAspectRatio: "none", "aria-hidden": "true", tone },
    h("polyline", { class: "spark", points: points.join(" ") }),
  );
}

/** A rounded word with a tone: good, bad, warn, busy, idle. */
export const pill = (tone, words) => h("span", { class: "pill", "data-tone": tone }, words);

const shown = new WeakMap();

/**
 * Redraws a place only when its data changed, and keeps the keyboard where it was.
 * @param {Element} place
 */
export function draw(place, data, build) {
  const key = JSON.stringify(data);
  if (shown.get(place) === key) return;
  shown.set(place, key);
  const held = place.contains(document.activeElement)
    ? document.activeElement.getAttribute("href") ??
      document.activeElement.getAttribute("aria-label")
    : null;
  place.replaceChildren(...[build(data)].flat().filter(Boolean));
  if (held === null) return;
  for (const candidate of place.querySelectorAll("a, button, [tabindex]")) {
    if ([candidate.getAttribute("href"), candidate.getAttribute("aria-label")].includes(held)) {
      candidate.focus({ preventScroll: true });
      return;
    }
  }
}
