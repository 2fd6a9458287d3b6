/** A whole HTML document to print: it asks for nothing from outside. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const STYLE = `
body{font:11pt/1.5 sans-serif;margin:0}
h1{font-size:20pt;line-height:1.2}
h2{font-size:14pt;margin-top:18pt;break-after:avoid}
h3{font-size:12pt;break-after:avoid}
h4,h5{font-size:11pt;margin:8pt 0 2pt;break-after:avoid}
p,ul{margin:2pt 0 6pt}
article{break-inside:avoid;border-top:1px solid #999;padding:2pt 0 4pt}
.ld-quiet{color:#444}
.ld-preline{white-space:pre-line}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #555;padding:4pt;text-align:left;vertical-align:top;white-space:pre-line}
tr{break-inside:avoid}
caption{text-align:left;padding-top:6pt}
th[scope=row]{width:34%}`

/** A document of its own, to print or to keep. */
export const paper = (title: string, body: ReactNode): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>,
  )}`
