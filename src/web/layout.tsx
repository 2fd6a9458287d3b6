/** The page around every page: header, menu, breadcrumbs, the notice of an earlier publication, footer. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { plainPage } from '../lib/clean.ts'
import type { Lang } from './language.ts'
import { Link, Notice, Text } from './parts.tsx'
import { SearchBox } from './search-box.tsx'
import { href, OPEN_SEARCH, otherLanguage, type Look, type View } from './view.ts'
import { Wrong } from './wrong.tsx'

/** `told`: the language of its name, where that is another than the page's. */
export type Crumb = { readonly name: string; readonly to: string; readonly told?: Lang | undefined }

function Header({ view }: { view: View }) {
  const { m } = view
  const menu = [
    ['/', m.nav.city],
    ['/organisaties', m.nav.organisations],
    ['/convenanten', m.nav.agreements],
    ['/toetsen', m.nav.decisions],
    ['/registers', m.nav.registers],
    ['/rechten', m.nav.rights],
    ['/leren', m.nav.learn],
    ['/samen', m.nav.together],
  ] as const
  const here = (path: string): boolean =>
    path === '/' ? view.path === '/' : view.path === path || view.path.startsWith(`${path}/`)
  return (
    <header className="ld-header">
      <div className="ld-page ld-header__top">
        <a className="ld-brand" href={href(view, '/')}>
          <Sign look={view.look} />
          <span className="ld-brand__name">Leidraad</span>
          <span className="ld-brand__city">{m.tagline(view.municipality.name)}</span>
        </a>
        {view.path === '/zoeken' ? null : <SearchBox view={view} />}
        <nav aria-label={m.languageNav} className="ld-language">
          <a
            className="nl-link"
            href={otherLanguage(view)}
            hrefLang={view.lang === 'nl' ? 'en' : 'nl'}
            lang={view.lang === 'nl' ? 'en' : 'nl'}
          >
            {m.otherLanguage}
          </a>
        </nav>
      </div>
      <nav aria-label={m.mainNav} className="ld-menu">
        <ul className="ld-page">
          {menu.map(([path, name]) => (
            <li key={path}>
              <a href={href(view, path)} aria-current={view.path === path ? 'page' : here(path) ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** The municipality's own sign, or that of Leidraad. The name stands beside it. */
export const Sign = ({ look: { logo } }: { look: Look }) =>
  logo === undefined ? <Mark /> : <img className="ld-mark ld-mark--own" src={logo} alt="" />

/** A thread through points: Leidraad means guiding line. */
export function Mark() {
  return (
    <svg className="ld-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path
        d="M4 26 C10 26 8 14 14 14 S18 22 22 18 S24 6 28 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="4" cy="26" r="3" fill="currentColor" />
      <circle cx="14" cy="14" r="3" fill="currentColor" />
      <circle cx="28" cy="6" r="3" fill="currentColor" />
    </svg>
  )
}

function Footer({ view }: { view: View }) {
  const { m } = view
  const links = [
    ['/uitleg', m.footer.guide],
    ['/normen', m.nav.norms],
    ['/methode', m.footer.method],
    ['/open-data', m.footer.openData],
    ['/aanbestedingen', m.footer.tenders],
    ['/zwakke-plekken', m.footer.weaknesses],
    ['/toegankelijkheid', m.footer.accessibility],
    ['/privacy', m.footer.privacy],
  ] as const
  return (
    <footer className="ld-footer">
      <div className="ld-page ld-footer__columns">
        <div>
          <p className="ld-footer__name">{m.footer.source}</p>
          <p>{m.footer.licence}</p>
        </div>
        <nav aria-label={m.footer.about}>
          <ul>
            {links.map(([path, name]) => (
              <li key={path}>
                <Link to={href(view, path)}>{name}</Link>
              </li>
            ))}
            <li>
              <Link to={href({ ...view, publication: undefined }, '/nieuws.atom')}>{m.feed.followNews}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

export function Page({
  view,
  title,
  told,
  crumbs = [],
  feed,
  scored = false,
  children,
}: {
  view: View
  title: string
  /** The language of its title, where that is data: it is marked there and in the way to the page. */
  told?: Lang
  crumbs?: readonly Crumb[]
  /** A feed that follows this page, beside the news of the whole site. */
  feed?: { readonly path: string; readonly title: string }
  /** It shows what a publication of measurements says: whoever reads one that is provisional, is told so. */
  scored?: boolean
  children: ReactNode
}) {
  const { m, look, publication } = view
  const newest = view.publications[0]
  const other = (lang: Lang | undefined) => (lang === view.lang ? undefined : lang)
  return (
    <html lang={view.lang} className={`voorbeeld-theme leidraad-theme ${look.themeClass}`.trimEnd()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title lang={other(told)}>{`${title} – Leidraad ${view.municipality.name}`}</title>
        <link rel="stylesheet" href={look.css} />
        {look.theme === undefined ? null : <link rel="stylesheet" href={look.theme} />}
        <link rel="icon" href="/beeldmerk.svg" type="image/svg+xml" />
        <link rel="alternate" hrefLang={view.lang === 'nl' ? 'en' : 'nl'} href={otherLanguage(view)} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={`Leidraad ${view.municipality.name}`}
          href={href({ ...view, publication: undefined }, OPEN_SEARCH)}
        />
        {[{ path: '/nieuws.atom', title: m.feed.title(view.municipality.name) }, ...(feed ? [feed] : [])].map(
          (each) => (
            <link
              key={each.path}
              rel="alternate"
              type="application/atom+xml"
              title={each.title}
              href={href({ ...view, publication: undefined }, each.path)}
            />
          ),
        )}
        {look.scripts.map((source) => (
          <script key={source} type="module" src={source} />
        ))}
      </head>
      <body className="utrecht-root">
        <a className="nl-skip-link nl-skip-link--visible-on-focus ld-skip" href="#inhoud">
          {m.skip}
        </a>
        <Header view={view} />
        {crumbs.length === 0 ? null : (
          <nav aria-label={m.breadcrumb} className="ld-page ld-crumbs">
            <ol>
              {[{ name: m.nav.city, to: href(view, '/') }, ...crumbs].map((crumb, index) => (
                <li key={crumb.to}>
                  <a
                    className="nl-link"
                    href={crumb.to}
                    aria-current={index === crumbs.length ? 'page' : undefined}
                    lang={other(crumb.told ?? (crumb.name === title ? told : undefined))}
                  >
                    {crumb.name}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <main id="inhoud" tabIndex={-1} className="ld-page ld-main">
          {publication && newest && publication.no !== newest.no ? (
            <Notice title={m.earlier(publication.no, publication.at)}>
              <Text>
                <Link to={href({ ...view, publication: newest }, view.path)}>{m.toNewest}</Link>
              </Text>
            </Notice>
          ) : null}
          {scored && publication?.provisional ? (
            <Notice title={m.provisional}>
              <Text>{m.provisionalText}</Text>
            </Notice>
          ) : null}
          {children}
          <Wrong view={view} title={title} />
        </main>
        <Footer view={view} />
      </body>
    </html>
  )
}

/**
 * The document as text, without signs that nobody sees. A page with a summary of errors says so first in its title,
 * which is what a screen reader reads after a form was sent; done here, so that no page can forget it.
 */
export function html(page: ReactNode): string {
  const text = plainPage(renderToStaticMarkup(page))
  const fault = text.startsWith('<html lang="en"') ? 'Error: ' : 'Fout: '
  const wrong = text.includes('id="fouten"') && !/<title[^>]*>(?:Fout|Error): /.test(text)
  return `<!doctype html>${wrong ? text.replace(/<title[^>]*>/, (tag) => `${tag}${fault}`) : text}`
}

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
/** The title of a public page that something can be wrong about, without the name of the site; else undefined. */
export function recordTitle(page: string): string | undefined {
  const title = /<title[^>]*>([^<]*) – Leidraad [^<]*<\/title>/.exec(page)?.[1]
  if (title === undefined || !page.includes('id="klopt-dit-niet"')) return undefined
  return title.replaceAll('\u00AD', '').replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => SIGNS[sign]!)
}
