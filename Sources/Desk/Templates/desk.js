// What the desk does beyond its forms: files can be dropped, and a text is mended beside what was found in it.
'use strict';

const part = id => document.getElementById(id);

// A file that is dropped anywhere on the page is checked.
function acceptDrops(form) {
  const input = form.elements.file;
  const help = part('drop-help');
  help.hidden = false;
  input.setAttribute('aria-describedby', help.id);
  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  addEventListener('drop', event => {
    document.body.classList.remove('dropping');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

// The text with line numbers beside it, in which findings lead to their places.
class Editor {
  constructor(form) {
    this.form = form;
    this.text = form.elements.text;
    this.gutter = document.createElement('div');
    this.gutter.className = 'gutter';
    this.gutter.setAttribute('aria-hidden', 'true');
    this.text.before(this.gutter);
    this.text.addEventListener('input', () => this.number());
    this.text.addEventListener('scroll', () => { this.gutter.scrollTop = this.text.scrollTop; });
    this.text.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    // One text is enough: the list of lines is for pages without script.
    part('listing').hidden = true;
    part('result-source').classList.add('editing');
    this.takeMarks(document);
  }

  // What was found in which line, as the listing of a page tells it.
  takeMarks(page) {
    this.marks = new Map();
    for (const line of page.querySelectorAll('.lines > li[class]')) this.marks.set(Number(line.id.slice(5)), line.className);
    this.lines = 0;
    this.number();
  }

  number() {
    const count = this.text.value.split('\n').length;
    if (count === this.lines) return;
    this.lines = count;
    const numbers = Array.from({length: count}, (_, index) => {
      const line = document.createElement('div');
      line.textContent = index + 1;
      line.className = this.marks.get(index + 1) ?? '';
      return line;
    });
    // A blank line more than there are: the text’s own scroll bar takes room at its end.
    this.gutter.replaceChildren(...numbers, document.createElement('br'), document.createElement('br'));
    this.gutter.scrollTop = this.text.scrollTop;
  }

  // Selects a place: columns count characters, of which some take two places in a script’s strings.
  show(line, column, length) {
    const lines = this.text.value.split('\n');
    const before = lines.slice(0, line - 1).reduce((sum, words) => sum + words.length + 1, 0);
    const characters = [...(lines[line - 1] ?? '')];
    const start = before + characters.slice(0, column - 1).join('').length;
    const end = start + characters.slice(column - 1, column - 1 + length).join('').length;
    this.text.focus({preventScroll: true});
    this.text.setSelectionRange(start, end);
    const height = this.text.scrollHeight / (lines.length + 1);
    this.text.scrollTop = Math.max(0, (line - 1) * height - this.text.clientHeight / 3);
    this.text.scrollLeft = 0;
    this.form.scrollIntoView({block: 'nearest'});
  }
}

// A click on where something was found leads to the place in the text.
function leadToPlaces(editor) {
  document.addEventListener('click', event => {
    const place = event.target.closest('a[data-column]');
    if (!place) return;
    event.preventDefault();
    editor.show(Number(place.hash.slice(6)), Number(place.dataset.column), Number(place.dataset.length));
  });
}

// The text is checked again without losing its place or what can be undone.
async function checkAgain(editor) {
  const outcome = part('outcome');
  const button = editor.form.querySelector('button');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  outcome.textContent = outcome.dataset.running;
  try {
    const answer = await fetch(editor.form.action, {method: 'POST', body: new FormData(editor.form)});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.getElementById('outcome');
    if (!found) throw new Error(page.querySelector('.lead')?.textContent);
    document.title = page.title;
    for (const id of ['result-head', 'result-findings', 'result-preview']) part(id).replaceWith(page.getElementById(id));
    editor.takeMarks(page);
    outcome.textContent = found.textContent;
  } catch (problem) {
    part('failure')?.remove();
    const words = document.createElement('p');
    words.id = 'failure';
    words.className = 'unseen';
    words.textContent = problem instanceof TypeError || !problem.message ? outcome.dataset.failed : problem.message;
    part('result-head').prepend(words);
    outcome.textContent = words.textContent;
  }
  button.removeAttribute('aria-disabled');
}

const check = part('check');
if (check) acceptDrops(check);
const mend = part('mend');
if (mend) {
  const editor = new Editor(mend);
  mend.addEventListener('submit', event => {
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    checkAgain(editor);
  });
  leadToPlaces(editor);
}
