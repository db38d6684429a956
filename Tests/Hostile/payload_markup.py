"""Texts that a browser would take for markup, script, style or a link, if they came to it as they are.

Whatever would run says so in `window.hostile`, or opens a dialog.
"""

RUN = "window.hostile=1"
# A port of this machine at which nobody listens; a request to it would stand in the browser's log.
AWAY = "http://127.0.0.1:9/hostile"

MARKUP = [
    "<b>bold</b> and <i>slanted</i>", "<h1>A heading of theirs</h1>", "<!-- a remark that is not closed",
    "<!DOCTYPE html><html><body>", "</p></article></section></main>", "</dd></dl></article>", "</title><title>Another",
    "</li></ul><ul><li>", "</td></tr></table>", f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<base href='{AWAY}/'>", f"<link rel=stylesheet href='{AWAY}.css'>", f"<iframe src='{AWAY}'></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<object data='{AWAY}'></object>",
    f"<embed src='{AWAY}'>", f"<form action='{AWAY}'><input name=password autofocus><button>Go on</button></form>",
    "<template><slot></slot></template>", "<noscript><p title='</noscript><b>'>", "<plaintext>all the rest",
    "<textarea>all the rest", "<select><option>none", "<dialog open>Enter your password</dialog>",
    "<marquee>passing by</marquee>", "&lt;b&gt;once escaped&lt;/b&gt;", "&amp;lt;b&amp;gt;twice escaped",
    "&#60;b&#62;by number", "&#x3c;b&#x3E;by number", "&copy &notit; &nbsp", "<", ">", "<>", "&", "&;", "&#0;",
    "&#x110000;", "a < b && b > c", "<3 and 5>4", "]]>", "<![CDATA[ section ]]>", "<?xml version='1.0'?>",
    "<?php echo 1; ?>", "<!ENTITY a 'b'>", "<a\u00a0href=x>odd blank", "<\u200bscript>", "＜script＞alert(1)＜/script＞",
]

SCRIPT = [
    f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f"<script/x>{RUN}</script>", f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script>{RUN}//", f"<script type=module>{RUN}</script>", f"<script src='data:text/javascript,{RUN}'></script>",
    f"<script src={AWAY}.js></script>", f"<<script>script>{RUN}<</script>/script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"</style><script>{RUN}</script>", f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>", f"</textarea><script>{RUN}</script>", f"</title><script>{RUN}</script>",
    "<script>alert('hostile')</script>", "<script>print()</script>", f"<!--<script>{RUN}</script>", "<!--<script>",
    "</script>", "</SCRIPT >", "<\\/script>", '"}]}</script><script>alert(1)</script>', '","headline":"another',
    "\\u003cscript\\u003e", "\\", '\\"', f"';{RUN};//", f'";{RUN};//', f"`+({RUN})+`", f"*/{RUN}/*", f"\u2028{RUN}\u2029",
    f"\\u2028{RUN}", "__proto__", "constructor", '{"__proto__":{"hostile":1}}', "toString", "NaN", "undefined", "null",
]

HANDLERS = [
    f"<img src=x onerror={RUN}>", f"<img src=x:x onerror='{RUN}'>", f"<img/src/onerror={RUN}>",
    f"<IMG SRC=x OnErRoR={RUN}>", f"<body onload={RUN}>", f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}><summary>more</summary></details>", f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>", f"<p onpointerenter={RUN} onmouseover={RUN}>hover</p>",
    f"<a tabindex=0 onclick={RUN} onfocus={RUN}>click</a>", f"<b style=animation:x onanimationstart={RUN}>",
    f"<button popovertarget=x onclick={RUN}>", f'"><img src=x onerror={RUN}>', f"'><img src=x onerror={RUN}>",
    f"><img src=x onerror={RUN}>", f'" onmouseover="{RUN}', f"' onmouseover='{RUN}", f"` onmouseover=`{RUN}",
    f" onfocus={RUN} autofocus ", f'"autofocus onfocus="{RUN}', f'x" style="background:url({AWAY})',
    f"x' tabindex='0' onfocus='{RUN}", f'"/><svg onload={RUN}>', f"\u201d onmouseover=\u201d{RUN}",
    f"&quot; onmouseover=&quot;{RUN}", f"&#34; onmouseover=&#34;{RUN}", f"x\u00a0onclick={RUN}",
]

DRAWINGS = [
    f"<svg onload={RUN}>", f"<svg><script>{RUN}</script></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=9>here</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN}>#x'/></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>", f"<svg><set attributeName=onmouseover to={RUN}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>", f"<math href='javascript:{RUN}'>x</math>",
    "<math><maction actiontype=statusline>x</maction></math>",
]

LINKS = [
    f"javascript:{RUN}", f"JavaScript:{RUN}", f" javascript:{RUN}", f"java\tscript:{RUN}", f"java\nscript:{RUN}",
    f"javascript\n:{RUN}", f"javascript&colon;{RUN}", f"&#106;avascript:{RUN}", f"java%73cript:{RUN}",
    f"\u0001javascript:{RUN}".replace("\u0001", "\u0085"), f"\u200bjavascript:{RUN}", f"javascript://example.org/%0a{RUN}",
    f"javascript:'https://example.org/';{RUN}", f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuaG9zdGlsZT0xPC9zY3JpcHQ+", f"DATA:image/svg+xml,<svg onload={RUN}>",
    "vbscript:MsgBox(1)", "VBScript:Execute(1)", "livescript:x", "mocha:x", "file:///etc/passwd", "blob:null/1",
    "filesystem:x", "view-source:http://127.0.0.1/", "about:blank", "chrome://settings", "intent://x#Intent;end",
    "mailto:a@example.org?bcc=b@example.org&body=x", "tel:+4712345678", "ms-settings:x", "//127.0.0.1/hostile",
    "\\\\127.0.0.1\\share", "https:example.org", "https:/example.org", "https:///example.org", "https://",
    "https:\\\\example.org", "https://user:pass@example.org/", f"https://example.org/\" onmouseover=\"{RUN}",
    f"https://example.org/' onmouseover='{RUN}", f"https://example.org/><img src=x onerror={RUN}>",
    f"https://example.org/?q=<script>{RUN}</script>", "https://example.org/{{title}}?a=1&amp;b=2&lt=3",
    "https://example.org/%0d%0aSet-Cookie:a=b", "https://example.org/a\u202egpj.exe", "https://ex\u0430mple.org/",
    "https://example.org#\u2066", "https://[::1]/", "https://example.org:99999/", "http://example.org/ x",
    "ftp://example.org/", "HTTPS://EXAMPLE.ORG/", "https\u003a//example\u3002org/", "#page-main", "?country=NO",
    "../../../etc/passwd",
]

STYLE = [
    "</style><b>", "</style><style>*{display:none}</style>", "<style>body{display:none}</style>", f"@import '{AWAY}.css';",
    f"background:url({AWAY})", "width:expression(alert(1))", "-moz-binding:url(x)", "behavior:url(x.htc)", "}*{color:red}",
    "*/ } body { visibility:hidden } /*", "\\3c/style\\3e", "content:'\\a'", "<p style='position:fixed;inset:0'>",
    "<b class=draft id=page-main>", ":has(*)", "@media all{*{display:none}}", "{color:red;}",
]

GROUPS = {"markup": MARKUP, "script": SCRIPT, "handler": HANDLERS, "drawing": DRAWINGS, "link": LINKS, "style": STYLE}
