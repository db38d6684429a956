"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("page-search");
  const count = byId("page-count");
  const list = byId("page-list");
  const more = byId("page-more");
  const title = document.title;
  const filters = ["country", "year", "kind", "theme", "stage", "act"];
  const names = ["q", ...filters];
  const atOnce = 20;

  // The index. A page that lies in a folder can load scripts and nothing else, so each file is one, which hands over
  // its part under its name.
  const files = new Map();
  const takers = new Map();
  window.bulletinIndex = (name, content) => takers.get(name)?.(content);

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        takers.set(name, resolve);
        const script = document.createElement("script");
        script.src = `search/${name}.js?v=${form.dataset.version}`;
        // A file that came and handed over its part is done; any other may be asked for again.
        script.onload = script.onerror = () => reject(new Error(name));
        document.head.append(script);
      }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  }

  // Numbers stand as letters of five bits each, the lowest first; the sixth bit says that more follow.
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const values = new Map([...alphabet].map((letter, value) => [letter, value]));

  function eachNumber(text, take) {
    let number = 0;
    let shift = 0;
    for (const letter of text) {
      const value = values.get(letter);
      number |= (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        take(number);
        number = shift = 0;
      }
    }
  }

  // What is known of all developments: the newest issue comes first.
  let table;
  let total = 0;
  const periods = [];
  const columns = {};

  function read(content) {
    table = content;
    const years = [];
    for (const [name, size] of table.periods) {
      periods.push({ name, first: total });
      for (let place = 0; place < size; place += 1) years.push(periods.length - 1);
      total += size;
    }
    // An issue over the turn of a year belongs to both.
    columns.year = { sets: table.periods.map(([name]) => name.match(/\d{4}/g)), places: years };
    for (const [name, [sets, numbers]] of Object.entries(table.columns)) {
      columns[name] = { sets: sets.map((set) => set.split(" ")), places: [] };
      eachNumber(numbers, (place) => columns[name].places.push(place));
    }
  }

  // Words, folded as those of the index are.
  const word = /[\p{L}\p{N}\p{M}]+/gu;

  function fold(text) {
    const letters = text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "");
    return [...[...letters].map((letter) => table.letters[letter] ?? letter).join("")].slice(0, 40).join("");
  }

  function singular(text) {
    if (!/^[a-z]{4,}$/.test(text)) return text;
    return text.replace(/(ss|x|z|ch|sh)es$|([^sui])s$/, "$1$2").replace(/(y|ie)$/, "i");
  }

  // A query's words, up to twenty. The last may be the beginning of a word unless a blank ends it.
  function wordsOf(query) {
    const found = (query.match(word) || []).map(fold).filter(Boolean).slice(0, 20);
    const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(query);
    return found.map((text, place) => {
      const isLast = isOpen && place === found.length - 1;
      return { text, exact: singular(text), isOpen: isLast && !/^[a-z0-9]$/.test(text) };
    });
  }

  const fits = (sought, term) => term === sought.exact || (sought.isOpen && term.startsWith(sought.text));

  // The words of a file, each with its numbers.
  async function termsOf(file) {
    const parts = (await load(`words-${file + 1}`)).split(" ");
    let term = "";
    const terms = [];
    for (let place = 0; place + 1 < parts.length; place += 2) {
      term = term.slice(0, values.get(parts[place][0])) + parts[place].slice(1);
      terms.push([term, parts[place + 1]]);
    }
    return terms;
  }

  // How weighty a word is in each development: being in the headline outweighs all else, a whole word a beginning.
  async function weigh(sought) {
    const weights = new Float64Array(total);
    const end = sought.isOpen ? sought.text + "\uffff" : sought.exact;
    const isNeeded = (from, to, file) => table.words[file] <= to && !(table.words[file + 1] <= from);
    const needed = [...table.words.keys()].filter((file) =>
      isNeeded(sought.exact, sought.exact, file) || isNeeded(sought.text, end, file));
    for (const terms of await Promise.all(needed.map(termsOf))) {
      for (const [term, numbers] of terms.filter(([term]) => fits(sought, term))) {
        const factor = term === sought.exact ? 2 : 1;
        let place = -1;
        eachNumber(numbers, (number) => {
          place += (number >> 3) + 1;
          weights[place] += factor * ((number & 4 ? 4096 : 0) + (number & 3) + 1);
        });
      }
    }
    return weights;
  }

  async function search(words, chosen) {
    const weights = await Promise.all(words.map(weigh));
    const tests = Object.entries(chosen).map(([name, code]) => {
      const allowed = columns[name].sets.map((set) => set.includes(code));
      return (place) => allowed[columns[name].places[place]];
    });
    const ranks = new Float64Array(total);
    const found = [];
    let unfiltered = 0;
    for (let place = 0; place < total; place += 1) {
      if (!weights.every((weight) => weight[place] > 0)) continue;
      unfiltered += 1;
      if (!tests.every((test) => test(place))) continue;
      for (const weight of weights) ranks[place] += weight[place];
      found.push(place);
    }
    if (words.length) found.sort((left, right) => ranks[right] - ranks[left] || left - right);
    return { words, found, unfiltered, shown: 0 };
  }

  // The page. Words from outside are text and nothing else.
  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  function marked(text, words) {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(word)) {
      const folded = fold(match[0]);
      if (!words.some((sought) => fits(sought, singular(folded)) || fits(sought, folded))) continue;
      parts.push(text.slice(end, match.index), element("mark", match[0]));
      end = match.index + match[0].length;
    }
    return [...parts, text.slice(end)];
  }

  async function item(place, words) {
    const period = periods[columns.year.places[place]];
    const { issue, entries } = await load(period.name);
    const [anchor, headline, language, standing] = entries[place - period.first];
    const link = element("a", ...marked(headline, words));
    link.href = `${period.name}/bulletin.html#${encodeURIComponent(anchor)}`;
    if (language) Object.assign(link, { lang: language, dir: "auto" });
    return element("li", element("h3", link), element("p", `${standing} · ${issue}`));
  }

  const developments = (number) => `${number} ${number === 1 ? "development" : "developments"}`;

  function verdict(result) {
    if (result.found.length) return developments(result.found.length) + (result.words.length ? "" : ", the newest first");
    return result.unfiltered ? `Nothing found with these filters; without them, ${developments(result.unfiltered)}.`
      : "Nothing found. Try fewer or shorter words, or another spelling.";
  }

  let latest = 0;
  let result;

  // Each answer belongs to the question last put; an answer that comes late is dropped.
  async function answer(work) {
    const turn = latest += 1;
    try {
      const show = await work();
      if (turn === latest) show();
    } catch {
      if (turn === latest) count.textContent = "A part of the index could not be loaded. Reload the page to try again.";
    }
  }

  const next = ({ found, shown, words }) =>
    Promise.all(found.slice(shown, shown + atOnce).map((place) => item(place, words)));

  function append(found, items) {
    list.append(...items);
    found.shown += items.length;
    more.hidden = found.shown >= found.found.length;
    result = found;
  }

  function show() {
    const { searchParams } = new URL(location);
    const chosen = {};
    const labels = [];
    for (const name of filters) {
      const field = form.elements[name];
      field.value = searchParams.get(name) || "";
      if (field.selectedIndex < 0) field.value = "";
      if (!field.value) continue;
      chosen[name] = field.value;
      labels.push(field.selectedOptions[0].text);
    }
    const query = searchParams.get("q") || "";
    if (form.elements.q.value !== query) form.elements.q.value = query;
    document.title = [query.trim(), ...labels, title].filter(Boolean).join(" · ");
    answer(async () => {
      const found = await search(wordsOf(query), chosen);
      const items = await next(found);
      return () => {
        list.replaceChildren();
        append(found, items);
        count.textContent = verdict(found);
      };
    });
  }

  // The state stands in the address, so that a search can be sent and gone back to. A word takes one step in the history,
  // however many letters are typed.
  let isTyping = false;
  let pause = 0;

  function go(typed) {
    clearTimeout(pause);
    const address = new URL(location);
    for (const name of names) {
      const { value } = form.elements[name];
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history[typed && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = typed;
    show();
  }

  form.elements.q.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(go, 150, true);
  });
  form.addEventListener("change", (event) => event.target.name !== "q" && go(false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(isTyping);
    isTyping = false;
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) form.elements[name].value = "";
    go(false);
  });
  more.addEventListener("click", () => answer(async () => {
    const items = await next(result);
    return () => {
      append(result, items);
      items[0]?.querySelector("a").focus();
    };
  }));
  addEventListener("popstate", () => {
    clearTimeout(pause);
    isTyping = false;
    show();
  });

  form.hidden = byId("page-results").hidden = false;
  load("table").then(read).then(show, () => answer(() => Promise.reject()));
})();
