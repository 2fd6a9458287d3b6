/** A link to hand over oneself, because no e-mail goes out. Shown once: it is kept nowhere. */
import { day } from '../language.ts'
import { Heading, Link, Text } from '../parts.tsx'
import { DeskPage, type Trail } from './page.tsx'
import type { DeskView } from './route.ts'

export function HandOverPage({
  view,
  whom,
  link,
  until,
  crumbs,
  back,
  often = false,
}: {
  view: DeskView
  /** For whom it is. */
  whom: string
  link: string
  until: Date
  crumbs: Trail
  back: string
  /** It opens more than once. */
  often?: boolean
}) {
  return (
    <DeskPage view={view} title="Link om zelf te geven" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Geef deze link aan {whom}</Heading>
        <Text lead>
          Er is geen mailserver ingesteld. Daarom gaat er geen e-mail uit. Kopieer de link nu: u ziet hem maar één keer.
        </Text>
      </div>
      <p className="ld-hand-over">
        <label className="utrecht-form-label" htmlFor="link">
          Link voor {whom}
        </label>
        <input className="utrecht-textbox" id="link" type="text" readOnly value={link} />
      </p>
      <Text>
        De link werkt {often ? '' : 'één keer, '}tot en met {day('nl', until)}. Geef hem alleen aan {whom} zelf. Zeg
        erbij wie u bent en hoe u te bereiken bent. Raakt de link kwijt? Maak dan een nieuwe: de oude werkt dan niet
        meer.
      </Text>
      <Text>
        <Link to={back}>Ik heb de link gekopieerd</Link>
      </Text>
    </DeskPage>
  )
}
