"""What is asked of a page in the browser's own language. Each script works on `page`: the open one, or one parsed from text."""

# What a page is made of, and where it leads. Classes are the program's own, and so they belong to the elements.
MAKE = """
const kinds = new Set(), schemes = new Set(), counts = {};
for (const element of page.querySelectorAll('*')) {
  counts[element.localName] = (counts[element.localName] ?? 0) + 1;
  kinds.add([element.namespaceURI.split('/').pop(), element.localName, ...element.classList].join(' '));
  for (const {name, value} of element.attributes) {
    kinds.add(element.localName + ' @' + name);
    if (!['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcset', 'poster'].includes(name)) continue;
    let address; try { address = new URL(value, 'file:///page.html') } catch { address = {protocol: 'no URL: ' + value.slice(0, 60)} }
    schemes.add(address.protocol);
  }
}
"""

OPEN = "const page = document;" + MAKE + "return {kinds: [...kinds], schemes: [...schemes], counts, ran: window.hostile ?? null}"

# Words that turn the direction of writing, with words of somebody else's behind them in the same line.
TURNED = """
const turned = [];
const inline = new Set(['a', 'abbr', 'b', 'cite', 'code', 'em', 'i', 'mark', 'q', 'span', 'strong', 'time', 'dfn', 'small', 'data']);
const opening = /[\\u202a\\u202b\\u202d\\u202e\\u2066-\\u2068]/;
const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (!opening.test(node.data) || node.parentElement.closest('script, style')) continue;
  let block = node.parentElement;
  while (inline.has(block.localName) && !block.hasAttribute('dir')) block = block.parentElement;
  const rest = page.createRange();
  rest.setStart(node, node.data.search(opening));
  rest.setEndAfter(block.lastChild);
  turned.push([block.localName, rest.toString().trim()]);
}
"""

# A page that is parsed as the browser parses pages, and neither shown nor run.
PARSED = ("const page = new DOMParser().parseFromString(arguments[0], 'text/html');" + MAKE + TURNED + """
const texts = {};
for (const entry of page.querySelectorAll('article.entry')) texts[entry.id] = entry.textContent;
page.querySelectorAll('script, style').forEach(element => element.remove());
const policy = [...page.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')].map(element => element.content);
return {kinds: [...kinds], schemes: [...schemes], counts, turned, texts, policy, whole: page.body.textContent}
""")

# Points at, gives the focus to and clicks all that takes it; links to other pages are not followed, any other link is.
TOUCH = """
addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  const leaves = link && link.href.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0];
  if (leaves && ['http:', 'https:', 'file:'].includes(link.protocol) || link?.matches('.only')) event.preventDefault();
}, true);
for (const element of document.querySelectorAll('a, p, td, dd, li, h4'))
  for (const sort of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter']) element.dispatchEvent(new MouseEvent(sort, {bubbles: true}));
for (const element of document.querySelectorAll('a, button, input, select, summary, [tabindex]')) {
  if (element.matches('a.only')) continue;
  element.focus({preventScroll: true});
  element.click();
}
"""

# The text of each entry that can be seen.
SEEN = """
const seen = {};
for (const entry of document.querySelectorAll('article.entry')) if (entry.checkVisibility()) seen[entry.id] = entry.innerText;
return seen;
"""
