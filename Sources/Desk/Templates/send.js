
// The parts at which people send and edit.
{
  // A text is mended beside what was found in it, as where it is only checked.
  const remedy = part('remedy');
  if (remedy) leadToPlaces(new Editor(remedy));

  // Texts that are kept elsewhere are copied by a button, where the browser lets pages do so.
  for (const button of document.querySelectorAll('button[data-copies]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(part(button.dataset.copies).value);
      let said = button.nextElementSibling;
      if (said?.getAttribute('role') !== 'status') {
        said = document.createElement('span');
        said.setAttribute('role', 'status');
        button.after(said);
      }
      said.textContent = button.dataset.done;
    });
  }

  // Themes are decided one after the other without the page being loaded anew: by button, or by the number on it.
  const cards = () => part('cards');
  if (cards()) {
    part('keys-help').hidden = false;
    const take = async (form, submitter) => {
      const fields = new FormData(form, submitter);
      const place = [...cards().children].indexOf(form);
      try {
        const answer = await fetch(form.getAttribute('action'), {method: 'POST', body: fields});
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (!page.getElementById('cards')) throw new Error('no cards');
        for (const id of ['cards', 'decided']) part(id).replaceWith(page.getElementById(id));
        const said = page.querySelector('.done')?.textContent ?? '';
        part('count').textContent = `${said} ${page.getElementById('count').textContent}`;
        const next = cards().children[Math.max(place, 0)] ?? cards().lastElementChild;
        (next?.querySelector('button') ?? document.querySelector('#decided button'))?.focus();
      } catch {
        form.append(Object.assign(document.createElement('input'), {type: 'hidden', name: submitter.name, value: submitter.value}));
        form.submit();
      }
    };
    document.addEventListener('submit', event => {
      if (!event.target.matches('.card, .taken')) return;
      event.preventDefault();
      take(event.target, event.submitter);
    });
    document.addEventListener('keydown', event => {
      const card = event.target.closest('.card');
      if (!card || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      const button = card.querySelectorAll('button[name="value"]')[Number(event.key) - 1];
      if (!button) return;
      event.preventDefault();
      button.click();
    });
  }
}
