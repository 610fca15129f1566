/**
 * A form whose fields are the page's query, so that a view has an address to share and to go back
 * to. @param {HTMLFormElement} form @param {() => void} onChange
 */
export function filters(form, onChange) {
  const query = () => new URLSearchParams(location.search);

  function fill() {
    for (const field of form.elements) {
      if (field.name) field.value = query().get(field.name) ?? field.dataset.default ?? "";
    }
  }

  function go(changes) {
    const next = query();
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const words = next.toString();
    history.pushState(null, "", words ? `?${words}` : location.pathname);
    fill();
    onChange();
  }

  function apply() {
    const given = [...new FormData(form)].map(([name, value]) => {
      const isDefault = value === (form.elements[name].dataset?.default ?? "");
      return [name, isDefault ? "" : value.trim()];
    });
    go({ ...Object.fromEntries(given), page: "" });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener("change", apply);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    history.pushState(null, "", location.pathname);
    fill();
    onChange();
  });
  addEventListener("popstate", () => {
    fill();
    onChange();
  });
  fill();

  return {
    /** A parameter of the page's address, or undefined. */
    value: (name) => query().get(name) || undefined,
    /** Whether anything is filtered by. */
    any: () => [...form.elements].some((field) => field.name && query().get(field.name)),
    go,
  };
}

/** The moment of a `datetime-local` field, which is in the reader's own zone. */
export const momentOf = (value) => value && new Date(value).toISOString();
