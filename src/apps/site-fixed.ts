/** Addresses of the public site that are the same for everybody: style sheets, scripts, the sign, what robots read. */
import type { Hono } from 'hono'
import { LOGO, workerHeaders, type SiteFiles } from './site-files.ts'

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect
  width="32" height="32" rx="6" fill="#0b5563"/>
<path d="M6 25 C11 25 10 15 15 15 S19 21 22 18 S23 8 26 8" fill="none" stroke="#fff"
  stroke-width="2.5" stroke-linecap="round"/></svg>`

/** What no search engine has to open: forms, and links that are somebody's own. */
const CLOSED = [
  '/fout-melden',
  '/leren/bewijs',
  '/verzoeken',
  '/leren/inschrijven',
  '/leren/ingeschreven',
  '/oordeel',
  '/schouw',
  '/tekenen',
  '/reacties',
  '/volgen',
  '/weerwoord',
  '/aanbestedingen/antwoorden',
]
const HALF_YEAR = 183 * 86_400_000
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Where to report a weakness (RFC 9116): by the form, with its rules and its thanks, and by mail. It runs out half a
 * year after it was asked for: whoever still answers it is still there. Undefined: nobody can be told.
 */
function securityTxt(origin: string, email: string | undefined, reportAt: string | undefined): string | undefined {
  const ways = [
    ...(reportAt === undefined ? [] : [`Contact: ${origin}${reportAt}`]),
    ...(email === undefined ? [] : [`Contact: mailto:${email}`]),
  ]
  if (ways.length === 0) return undefined
  const rules = [`Policy: ${origin}/zwakke-plekken`, `Acknowledgments: ${origin}/zwakke-plekken#dank`]
  return [
    ...ways,
    `Expires: ${new Date(Date.now() + HALF_YEAR).toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    ...(reportAt === undefined ? [] : rules),
    '',
  ].join('\n')
}

/** Adds them. `origin`: the address people use. `reportAt`: the form with which one reports a weakness. */
export function fixedAddresses(
  app: Hono,
  {
    css,
    assets,
    theme,
    logo,
    contact,
    origin,
    reportAt,
  }: SiteFiles & { readonly origin: string; readonly reportAt?: string | undefined },
): void {
  const file = (address: string, text: string, type: string, more: Readonly<Record<string, string>> = {}) =>
    app.get(address, (c) => c.body(text, 200, { 'Content-Type': type, 'Cache-Control': FOREVER, ...more }))
  file('/app.css', css, 'text/css; charset=utf-8')
  if (theme !== undefined) file('/thema.css', theme, 'text/css; charset=utf-8')
  for (const [name, text] of Object.entries(assets))
    file(`/bestanden/${name}`, text, 'text/javascript; charset=utf-8', workerHeaders(name))
  file('/beeldmerk.svg', mark, 'image/svg+xml')
  if (logo !== undefined)
    app.get(LOGO, (c) => c.body(logo, 200, { 'Content-Type': 'image/png', 'Cache-Control': FOREVER }))
  app.get('/favicon.ico', (c) => c.redirect('/beeldmerk.svg', 301))
  app.get('/.well-known/security.txt', (c) => {
    const text = securityTxt(origin, contact?.email, reportAt)
    return text === undefined ? c.notFound() : c.text(text)
  })
  // Where people looked before there was a fixed place (RFC 9116 §3).
  app.get('/security.txt', (c) => c.redirect('/.well-known/security.txt', 301))
  app.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nAllow: /\n${CLOSED.flatMap((path) => [path, `/en${path}`])
        .map((path) => `Disallow: ${path}\n`)
        .join('')}Sitemap: ${origin}/sitemap.xml\n`,
    ),
  )
}
