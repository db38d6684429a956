// The form for a submission, while somebody writes: what is found is told at once, parts come and go without the page
// being loaded anew, and the browser keeps the text. The desk makes all of the page; this only puts it in its place.
'use strict';

(() => {
  const part = id => document.getElementById(id);
  const PREFIX = 'bulletin-desk/write/';
  const offer = part('write-offer');

  // What the browser keeps, each text by its country and period.
  const keeping = {
    key: form => PREFIX + form.elements.country.value + '/' + form.elements.period.value,
    all() {
      const found = [];
      try {
        for (let place = 0; place < localStorage.length; place++) {
          const key = localStorage.key(place);
          if (key.startsWith(PREFIX)) found.push({key, ...JSON.parse(localStorage.getItem(key))});
        }
      } catch { /* What cannot be read is not offered. */ }
      return found.sort((one, other) => other.time - one.time);
    },
    drop(key) { try { localStorage.removeItem(key); } catch { /* There is nothing to drop then. */ } },
  };

  const element = (name, words, attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.textContent = words;
    return made;
  };

  // Offers a text that is kept, with buttons to have it back or to discard it.
  function offerKept(kept, restore) {
    const [, country, period] = kept.key.slice(PREFIX.length - 1).split('/');
    const words = offer.dataset.offer.replace('{name}', kept.name || country).replace('{period}', kept.period || period)
      .replace('{time}', new Date(kept.time).toLocaleString(document.documentElement.lang, {dateStyle: 'long', timeStyle: 'short'}));
    const row = element('div', '');
    const line = element('p', words);
    const buttons = element('p', '', {className: 'buttons'});
    const back = element('button', offer.dataset.restore, {type: 'button', className: 'small'});
    const away = element('button', offer.dataset.discard, {type: 'button', className: 'lesser small'});
    back.addEventListener('click', () => { row.remove(); offer.hidden = !offer.querySelector('button'); restore(kept); });
    away.addEventListener('click', () => {
      keeping.drop(kept.key);
      buttons.remove();
      line.textContent = offer.dataset.discarded;
      line.tabIndex = -1;
      line.focus();
    });
    buttons.append(back, away);
    row.append(line, buttons);
    offer.append(row);
    offer.hidden = false;
  }

  if (!part('write')) {
    const all = offer ? keeping.all() : [];
    if (all.length) offer.append(element('h2', offer.dataset.title), element('p', offer.dataset.lead, {className: 'quiet'}));
    for (const kept of all) {
      offerKept(kept, () => {
        const [country, period] = kept.key.slice(PREFIX.length).split('/');
        location.assign('/write?' + new URLSearchParams({country, period}) + '#restore');
      });
    }
    return;
  }

  const keeper = part('write-keeping');
  const touched = new Set();
  const form = () => part('write');
  const isChecked = () => !!form().elements.checked;
  let undecided = null;
  let savedAs = null;
  let changes = 0;

  const say = words => { part('write-said').textContent = words; };

  // ---- Keeping

  function save() {
    const key = keeping.key(form());
    const entries = [...new FormData(form())].filter(([name, value]) => name !== 'undo' && name !== 'undone' && typeof value === 'string');
    const heading = form().elements.country.selectedOptions[0]?.textContent ?? '';
    // A text that is still offered is not overwritten by one that has just been begun.
    if (undecided && key === undecided.key) {
      try { localStorage.setItem(key + '/earlier', JSON.stringify({...undecided, key: undefined})); } catch { /* Below. */ }
      undecided = null;
    }
    try {
      localStorage.setItem(key, JSON.stringify({time: Date.now(), name: heading, entries}));
      if (savedAs && savedAs !== key) keeping.drop(savedAs);
      savedAs = key;
      part('write-kept').textContent = keeper.dataset.saved;
      warn('write-full', '');
    } catch {
      part('write-kept').textContent = keeper.dataset.full;
      warn('write-full', keeper.dataset.full);
    }
    keeper.hidden = false;
  }

  // That a text is not kept must be seen wherever somebody is in the form; without words nothing is said any more.
  function warn(id, words) {
    const field = document.activeElement?.closest('#write .input');
    if (!words) part(id)?.remove();
    if (!words || !field) return;
    const line = part(id) ?? element('p', words, {id, className: 'told warning'});
    if (line.nextElementSibling !== field) field.before(line);
  }

  // That the desk could not keep a draft is told until it can. Said again it would be read aloud again.
  function warnOfDesk(words) {
    if (part('write-unkept').textContent !== words) part('write-unkept').textContent = words;
    warn('write-unkept-here', words);
  }

  part('write-discard').addEventListener('click', () => {
    keeping.drop(keeping.key(form()));
    savedAs = null;
    part('write-kept').textContent = keeper.dataset.discarded;
  });

  // ---- What the desk says while somebody types

  let timer = 0;
  let pause = 0;
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => { timer = 0; save(); ask(); }, Math.max(500, pause));
  }

  // What was typed last is kept even when somebody leaves at once.
  addEventListener('pagehide', () => { if (timer) save(); });

  async function ask() {
    const asked = ++changes;
    const body = new FormData(form());
    body.delete('undo');
    if (part('write-preview').open) body.set('preview', 'yes');
    try {
      const answer = await fetch('/write/check', {method: 'POST', body});
      pause = answer.status === 429 ? 15000 : 0;
      if (pause) later();
      if (!answer.ok) return;
      const found = await answer.json();
      if (asked === changes) show(found);
    } catch { /* The next change asks again; the text itself is kept. */ }
  }

  // A finding is told beside a field that somebody has been to, or everywhere once a check was asked for.
  const isTold = field => isChecked() || touched.has(field) || [...touched].some(name => name.startsWith(field + '-'));

  function show(found) {
    for (const slot of form().querySelectorAll('.found')) {
      const field = slot.id.slice(0, -'-found'.length);
      const html = isTold(field) ? found.parts[slot.id] ?? '' : '';
      if (slot.innerHTML !== html) slot.innerHTML = html;
      const input = part(field);
      if (input?.matches('input, select, textarea')) {
        if (slot.querySelector('.error')) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
      }
      if (html && slot.closest('details:not([open])')) slot.closest('details').open = true;
    }
    for (const [id, html] of Object.entries(found.parts)) {
      const place = part(id);
      if (!place || place.matches('.found') || place.contains(document.activeElement)) continue;
      const own = !isChecked() && id.endsWith('-link') ? found.parts[id.replace(/-link$/, '-title')] : html;
      if (place.innerHTML !== own) place.innerHTML = own;
    }
    if (isChecked()) {
      part('write-outcome').innerHTML = found.outcome;
      if (part('write-state').textContent !== found.words) part('write-state').textContent = found.words;
    }
    warnOfDesk(found.unkept);
    if (found.preview !== undefined) part('write-reads').innerHTML = found.preview;
  }

  // ---- What the buttons ask for

  async function change(body) {
    clearTimeout(timer);
    timer = 0;
    const asked = ++changes;
    try {
      const answer = await fetch('/write', {method: 'POST', body});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (asked !== changes) return false;
      if (!page.getElementById('write')) throw new Error(page.querySelector('.lead')?.textContent);
      put(page);
      save();
      return true;
    } catch (problem) {
      say(problem instanceof TypeError || !problem.message ? keeper.dataset.unreachable : problem.message);
      part('write-said').focus();
      return false;
    }
  }

  function put(page) {
    const open = [...document.querySelectorAll('details[id][open]')].map(details => details.id);
    const active = document.activeElement?.id;
    const [across, down] = [scrollX, scrollY];
    touched.clear();
    // Browsers give the focus by themselves only to what was there from the beginning.
    const wanted = page.querySelector('[autofocus]');
    wanted?.removeAttribute('autofocus');
    document.title = page.title;
    part('write-heading').textContent = page.getElementById('write-heading').textContent;
    part('write-page').replaceWith(document.adoptNode(page.getElementById('write-page')));
    for (const id of open) if (part(id)) part(id).open = true;
    say(page.getElementById('write-said').textContent);
    warnOfDesk(page.getElementById('write-unkept').textContent);
    prepare();
    scrollTo(across, down);
    const target = wanted ? part(wanted.id) : active && part(active);
    target?.closest('details:not([open])')?.setAttribute('open', '');
    target?.focus();
  }

  function restore(kept) {
    const body = new FormData();
    for (const [name, value] of kept.entries) body.append(name, value);
    undecided = null;
    change(body).then(isDone => {
      if (!isDone) return;
      if (kept.key !== keeping.key(form())) keeping.drop(kept.key);
      say(keeper.dataset.restored);
    });
  }

  // ---- Marks

  function mark(button) {
    const field = part(button.closest('.tools').dataset.for);
    const {selectionStart: start, selectionEnd: end} = field;
    const words = field.value.slice(start, end);
    const meaning = button.dataset.mark;
    field.focus();
    field.setRangeText(`[${words}](${meaning})`, start, end, 'end');
    const place = words ? start + words.length + 3 + meaning.length : start + 1;
    if (!words || /[ /]$/.test(meaning)) field.setSelectionRange(place, place);
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }

  function prepare() {
    for (const tools of document.querySelectorAll('.tools')) tools.hidden = false;
    const address = '/write?' + new URLSearchParams({
      country: form().elements.country.value, period: form().elements.period.value,
    });
    if (form().elements.country.value) history.replaceState(null, '', address);
  }

  document.addEventListener('input', event => {
    if (!event.target.closest('#write') || !event.target.name) return;
    touched.add(event.target.id);
    later();
  });
  document.addEventListener('focusout', event => {
    if (!event.target.closest('#write') || !event.target.name || touched.has(event.target.id)) return;
    if (event.target.matches('button')) return;
    touched.add(event.target.id);
    if (event.relatedTarget) later();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-mark]');
    if (button) mark(button);
    const link = event.target.closest('#write-outcome a, .contents a');
    if (!link) return;
    const target = document.querySelector(link.hash);
    if (!target) return;
    event.preventDefault();
    target.closest('details:not([open])')?.setAttribute('open', '');
    const field = target.matches('input, select, textarea') ? target : target.querySelector('input:not([type="hidden"]), select, textarea') ?? target;
    field.focus({preventScroll: true});
    target.scrollIntoView({block: 'start'});
  });
  document.addEventListener('submit', event => {
    if (event.target !== form() || event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    const body = new FormData(form());
    if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
    change(body);
  });
  part('write-preview').addEventListener('toggle', () => { if (part('write-preview').open) ask(); });

  const isAsked = location.hash === '#restore';
  prepare();
  const kept = keeping.all().filter(one => one.key === keeping.key(form()) || one.key === keeping.key(form()) + '/earlier');
  const newest = kept.find(one => one.key === keeping.key(form()));
  if (isAsked && newest) {
    restore(newest);
  } else {
    undecided = newest ?? null;
    for (const one of kept) offerKept(one, restore);
  }
})();
