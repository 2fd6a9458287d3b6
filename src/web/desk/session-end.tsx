/**
 * Tells before it happens that a session ends, and lets it go on: with script a notice five minutes before, without
 * script the time and a link (WCAG 2.2.1). What is typed survives the end in any case.
 */
import { time } from '../language.ts'
import type { DeskView } from './route.ts'

export function SessionEnd({ ends }: Pick<DeskView, 'ends'>) {
  return (
    <aside
      className="ld-page ld-session"
      aria-label="Hoelang u ingelogd blijft"
      data-sessie="/balie/aanmelding/stand"
      data-blijf="/balie/aanmelding"
    >
      <p className="ld-small">
        Doet u niets, dan wordt u uitgelogd om {time(ends.at)}. Wat u dan typt en verstuurt, gaat niet verloren.{' '}
        <a className="nl-link" href="/balie/aanmelding" target="_blank" rel="noopener">
          Blijf ingelogd (opent een nieuw tabblad)
        </a>
      </p>
    </aside>
  )
}
