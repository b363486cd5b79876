"""What every style sheet builds upon: the elements of HTML as browsers set them."""

SHEET = """
address, article, aside, blockquote, body, center, dd, details, div, dl, dt, fieldset, figcaption,
figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, html, main, menu, nav, ol, p, pre,
section, summary, ul { display: block }
[hidden], base, head, link, meta, script, style, template, title, noscript { display: none }
li { display: list-item }
table { display: table; border-collapse: separate; text-indent: 0 }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; break-inside: avoid }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row; break-inside: avoid }
thead, tbody, tfoot, table > tr { vertical-align: middle }
tr, td, th { vertical-align: inherit }
td, th { display: table-cell; padding: 1px }
th { font-weight: bold; text-align: center }
blockquote, dl, figure, menu, ol, p, pre, ul { margin-top: 1em; margin-bottom: 1em }
:is(dl, menu, ol, ul) :is(dl, menu, ol, ul) { margin-top: 0; margin-bottom: 0 }
blockquote, figure { margin-left: 40px; margin-right: 40px }
dd { margin-left: 40px }
menu, ol, ul { padding-left: 40px }
ol { list-style-type: decimal }
body { margin: 8px }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid }
h1 { font-size: 2em; margin-top: .67em; margin-bottom: .67em }
h2 { font-size: 1.5em; margin-top: .83em; margin-bottom: .83em }
h3 { font-size: 1.17em; margin-top: 1em; margin-bottom: 1em }
h4 { margin-top: 1.33em; margin-bottom: 1.33em }
h5 { font-size: .83em; margin-top: 1.67em; margin-bottom: 1.67em }
h6 { font-size: .67em; margin-top: 2.33em; margin-bottom: 2.33em }
b, strong { font-weight: bolder }
pre { white-space: pre }
center { text-align: center }
small, sub, sup { font-size: smaller }
sub { vertical-align: sub }
sup { vertical-align: super }
"""
