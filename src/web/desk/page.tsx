/**
 * The page around every page of the desk: who is signed in, the menu of what this person may do, a short message, the
 * content.
 */
import type { ReactNode } from 'react'
import { allows } from '../../vocabulary/roles.ts'
import { Sign } from '../layout.tsx'
import { Link } from '../parts.tsx'
import type { Look } from '../view.ts'
import { OneForm } from './form.tsx'
import { Menu } from './folded.tsx'
import { doorsFor } from './menu.ts'
import type { Alert, DeskView } from './route.ts'
import { SessionEnd } from './session-end.tsx'

export type Trail = readonly { readonly name: string; readonly to: string }[]

function Frame({
  title,
  look,
  city,
  header,
  children,
}: {
  title: string
  look: Look
  city: string
  header: ReactNode
  children: ReactNode
}) {
  return (
    <html lang="nl" className={`voorbeeld-theme leidraad-theme ${look.themeClass}`.trimEnd()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Leidraad ${city}`}</title>
        <link rel="stylesheet" href={look.css} />
        {look.theme === undefined ? null : <link rel="stylesheet" href={look.theme} />}
        <link rel="icon" href="/beeldmerk.svg" type="image/svg+xml" />
        {look.scripts.map((source) => (
          <script key={source} type="module" src={source} />
        ))}
      </head>
      <body className="utrecht-root">
        <a className="nl-skip-link nl-skip-link--visible-on-focus ld-skip" href="#inhoud">
          Naar de inhoud
        </a>
        {header}
        {children}
      </body>
    </html>
  )
}

function Brand({ to, city, look }: { to: string; city: string; look: Look }) {
  return (
    <a className="ld-brand" href={to}>
      <Sign look={look} />
      <span className="ld-brand__name">Leidraad balie</span>
      <span className="ld-brand__city">{city}</span>
    </a>
  )
}

/** A page for someone who is signed in. */
export function DeskPage({
  view,
  title,
  crumbs = [],
  wide = false,
  oneForm = false,
  bare = false,
  children,
}: {
  view: DeskView
  title: string
  crumbs?: Trail
  wide?: boolean
  /** It holds several forms: whichever button is pressed, what was typed in the others is not lost. */
  oneForm?: boolean
  /** Without a name and a menu: a phone may keep this page for a while. */
  bare?: boolean
  children: ReactNode
}) {
  const doors = doorsFor((permission) => allows(view.who.roles, permission))
  const header = (
    <header className={`ld-header ld-header--desk${bare ? ' ld-header--phone' : ''}`}>
      <div className="ld-page ld-header__top">
        <Brand to="/balie" city={view.municipality.name} look={view.look} />
        <div className="ld-who">
          {bare ? (
            <a className="nl-link" href="/balie/schouw">
              Uw rondes
            </a>
          ) : (
            <a className="nl-link" href="/balie/account">
              {view.who.name}
            </a>
          )}
          <form method="post" action="/balie/afmelden">
            <input type="hidden" name="token" value={view.token} />
            <button className="ld-plain-button" type="submit">
              Uitloggen
            </button>
          </form>
        </div>
      </div>
      {bare ? null : <Menu doors={doors} path={view.path} />}
    </header>
  )
  return (
    <Frame
      title={view.alert === undefined ? title : `${view.alert.wrong ? 'Fout: ' : ''}${view.alert.title} – ${title}`}
      look={view.look}
      city={view.municipality.name}
      header={header}
    >
      {crumbs.length === 0 ? null : (
        <nav aria-label="Kruimelpad" className="ld-page ld-crumbs">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <a className="nl-link" href={crumb.to}>
                  {crumb.name}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <main id="inhoud" tabIndex={-1} className={`ld-page ld-main${wide ? ' ld-main--wide' : ''}`}>
        {view.alert === undefined ? null : <AlertBox {...view.alert} />}
        {view.told === undefined ? null : (
          <div className="utrecht-alert utrecht-alert--info ld-told" role="status">
            <p>{view.told}</p>
          </div>
        )}
        {oneForm ? <OneForm view={view}>{children}</OneForm> : children}
      </main>
      <SessionEnd ends={view.ends} />
      <DeskFooter />
    </Frame>
  )
}

/** What waits or went wrong, above everything else; a reader hears it first. */
function AlertBox({ title, text, wrong, fields = {} }: Alert) {
  const list = Object.entries(fields)
  return (
    // Whoever comes here begins reading with it, also without script.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className={`utrecht-alert utrecht-alert--${wrong ? 'error' : 'warning'} ld-alert`} tabIndex={-1} autoFocus>
      <div className="utrecht-alert__content">
        <p className="ld-notice__title">{title}</p>
        <p>{text}</p>
        {list.length === 0 ? null : (
          <ul className="ld-list">
            {list.map(([id, problem]) => (
              <li key={id}>
                <a className="nl-link" href={`#${id}`}>
                  {problem}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** A page for someone who is not signed in yet: sign in, accept an invitation, reset a password. */
export function DoorPage({
  look,
  city,
  title,
  children,
}: {
  look: Look
  city: string
  title: string
  children: ReactNode
}) {
  const header = (
    <header className="ld-header ld-header--desk">
      <div className="ld-page ld-header__top">
        <Brand to="/balie/aanmelden" city={city} look={look} />
      </div>
    </header>
  )
  return (
    <Frame title={title} look={look} city={city} header={header}>
      <main id="inhoud" tabIndex={-1} className="ld-page ld-main">
        {children}
      </main>
      <DeskFooter />
    </Frame>
  )
}

function DeskFooter() {
  return (
    <footer className="ld-footer">
      <div className="ld-page ld-footer__columns">
        <p>De balie is voor wie met de gemeente aan de digitale stad werkt.</p>
        <nav aria-label="Over">
          <ul>
            <li>
              <Link to="/">De openbare site</Link>
            </li>
            <li>
              <Link to="/toegankelijkheid">Toegankelijkheid</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
