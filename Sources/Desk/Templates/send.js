
// The parts at which people send and edit.
{
  // A text is mended beside what was found in it, as where it is only checked.
  const remedy = part('remedy');
  if (remedy) {
    const editor = new Editor(remedy);
    document.addEventListener('click', event => {
      const place = event.target.closest('a[data-column]');
      if (!place) return;
      event.preventDefault();
      editor.show(Number(place.hash.slice(6)), Number(place.dataset.column), Number(place.dataset.length));
    });
  }

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
}
