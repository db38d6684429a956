"use strict";
(() => {
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const main = byId("page-main");

  // The filter. Its state stands in the address, so that a view can be sent.
  const form = byId("page-filter");
  const count = byId("page-count");
  const entries = find("article.entry", main);
  const groups = find(".country, .part, .theme", main);
  const title = document.title;
  const names = ["country", "theme", "kind", "stage"];

  const fits = (entry, name, value) =>
    !value || (name === "stage" ? entry.dataset.stages.split(" ").includes(value) : entry.dataset[name] === value);

  function show() {
    const address = new URL(location);
    const chosen = [];
    for (const name of names) {
      const field = form.elements[name];
      field.value = address.searchParams.get(name) || "";
      if (field.selectedIndex < 0) field.value = "";
      if (field.value) chosen.push(field.selectedOptions[0].text);
    }
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !names.every((name) => fits(entry, name, form.elements[name].value));
      if (!entry.hidden) shown += 1;
    }
    const filtered = chosen.length > 0;
    for (const group of groups) group.hidden = filtered && !find("article.entry", group).some((entry) => !entry.hidden);
    document.body.classList.toggle("filtered", filtered);
    document.title = (filtered ? chosen.join(", ") + " · " : "") + title;
    count.textContent = `${shown} of ${entries.length} ${entries.length === 1 ? "development" : "developments"}`;
  }

  function go(state, anchor) {
    const address = new URL(location);
    for (const name of names) {
      if (state[name]) address.searchParams.set(name, state[name]);
      else address.searchParams.delete(name);
    }
    address.hash = anchor;
    history.pushState(null, "", address);
    show();
  }

  // An address that names an entry or a part of the page shows it, whatever the filter says.
  function reveal() {
    let target = null;
    try {
      target = byId(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // An address such as #% is no encoding of anything: it names nothing.
    }
    if (!target) return;
    // Some parts are hidden by the style sheet: what takes up no place is hidden, whichever way.
    if (main.contains(target) && !target.getClientRects().length) {
      const address = new URL(location);
      for (const name of names) address.searchParams.delete(name);
      history.replaceState(null, "", address);
      show();
    }
    target.scrollIntoView();
  }

  if (form && entries.length) {
    form.hidden = false;
    for (const section of find("#page-countries [data-country]")) {
      const link = document.createElement("a");
      link.href = `?country=${section.dataset.country}#page-filter`;
      link.className = "only";
      link.textContent = `Show only ${section.querySelector("h3").textContent}`;
      section.append(link);
    }
    form.addEventListener("change", () =>
      go(Object.fromEntries(names.map((name) => [name, form.elements[name].value])), ""));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      go({}, "");
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.only");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(Object.fromEntries(new URL(link.href).searchParams), "page-filter");
      form.elements.country.focus();
    });
    addEventListener("popstate", () => {
      show();
      reveal();
    });
    show();
    reveal();
  }

  // The glossary. A term's link leads to its explanation; with the pointer on it, or the focus, it is shown there too.
  const tip = document.createElement("div");
  tip.id = "page-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let owner = null;
  let closing = 0;

  function open(link) {
    clearTimeout(closing);
    const term = byId(link.hash.slice(1));
    if (!term || owner === link) return;
    close();
    owner = link;
    tip.textContent = "";
    for (const part of find("dd", term.parentElement)) {
      const line = document.createElement("div");
      line.className = part.className;
      line.textContent = part.textContent + " ";
      tip.append(line);
    }
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    const place = link.getClientRects()[0];
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
    const below = place.bottom + tip.offsetHeight + 8 < innerHeight || place.top < tip.offsetHeight;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? place.bottom + 4 : place.top - tip.offsetHeight - 4) + scrollY}px`;
  }

  function close() {
    clearTimeout(closing);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  }

  const later = () => {
    clearTimeout(closing);
    closing = setTimeout(close, 250);
  };

  for (const link of find("a.term", main)) {
    link.addEventListener("mouseenter", () => open(link));
    link.addEventListener("mouseleave", later);
    link.addEventListener("focus", () => open(link));
    link.addEventListener("blur", later);
    // A finger has no hover: the first touch explains, the second follows the link.
    link.addEventListener("click", (event) => {
      if (event.pointerType === "touch" && tip.dataset.for !== link.hash) {
        event.preventDefault();
        open(link);
      }
      tip.dataset.for = link.hash;
    });
  }
  tip.addEventListener("mouseenter", () => clearTimeout(closing));
  tip.addEventListener("mouseleave", later);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
