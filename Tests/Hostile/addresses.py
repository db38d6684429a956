"""Hostile text typed into the search of the archive, and put into the addresses of its pages."""

import urllib.parse

import page_scripts
from payloads import squeezed

# Puts words into the search field as somebody does who types them, and waits for the answer.
TYPE = """
const [words, done] = arguments;
const field = document.getElementById('page-search').elements.q;
const count = document.getElementById('page-count');
count.textContent = '';
field.value = words;
field.dispatchEvent(new Event('input', {bubbles: true}));
field.form.dispatchEvent(new Event('change', {bubbles: true}));
const begun = performance.now();
(function wait() {
  if (count.textContent || performance.now() - begun > 5000)
    setTimeout(() => done([count.textContent, document.getElementById('page-list').innerText, field.value]), 0);
  else setTimeout(wait, 10);
})();
"""
# Goes to another address of the same page, as the browser's own buttons do.
GO = """
const [address, done] = arguments;
history.replaceState(null, '', address);
dispatchEvent(new PopStateEvent('popstate'));
dispatchEvent(new HashChangeEvent('hashchange'));
setTimeout(done, 20);
"""
COUNT = "return document.getElementById('page-count')?.textContent"
FAILED = "could not be loaded"
# Addresses that no program writes, and people do.
ADDRESSES = ["#%", "#%zz", "#%ff%fe", "#%00", "?q=%ff", "?country=%ff#%E0%A4", "?q=a&q=b&country=NO&country=XX", "?__proto__=x&constructor=y",
             "?theme=__proto__", "#javascript:window.hostile=1", "#<img src=x onerror=window.hostile=1>", "#page-main\u202e", "#'\"]"]


def typed_in(look, search, samples):
    """Each text in the search field: nothing of it is built into the page, and a single headline that is found is its own."""
    look.open(search.as_uri())
    for sample in samples:
        words = sample.text.replace("\n", " ").replace("\r", " ")[:200]
        count, listed, value = look.driver.execute_async_script(TYPE, words)
        where = f"{sample.name}: the search"
        if not count or FAILED in count:
            look.fault(where, f"answers “{count}”")
        if value != words:
            look.fault(where, "changes what was typed")
        if count == "1 development" and squeezed(sample.text) not in squeezed(listed):
            look.fault(where, "lists the headline otherwise than it was typed")
        look.made(where, look.driver.execute_script(page_scripts.OPEN))


def in_addresses(look, page, samples, names):
    """Each text in the query and behind the number sign of an address, and addresses that are no proper ones."""
    look.open(page.as_uri())
    for sample in samples:
        text = urllib.parse.quote(sample.text[:200])
        query = "&".join(f"{name}={text}" for name in names)
        look.driver.execute_async_script(GO, f"{page.as_uri()}?{query}#{text}")
        complain(look, f"{sample.name}: {page.name} with the text in its address")
    for more in ADDRESSES:
        look.open("about:blank")
        look.open(page.as_uri() + more)
        complain(look, f"{page.name} with the address {ascii(more)}")


def complain(look, where):
    look.made(where, look.driver.execute_script(page_scripts.OPEN))
    if FAILED in (look.driver.execute_script(COUNT) or ""):
        look.fault(where, "the search fails")
    for entry in look.driver.get_log("browser"):
        look.fault(where, f"the browser says {entry['message'].partition(' ')[2][:120]}")


def learn(look, search):
    """What the search of a plain archive is made of: before an answer, with one, and without."""
    look.open(search.as_uri())
    for words in ["household", "forced lab", "qqqq"]:
        look.driver.execute_async_script(TYPE, words)
        look.kinds |= set(look.driver.execute_script(page_scripts.OPEN)["kinds"])
