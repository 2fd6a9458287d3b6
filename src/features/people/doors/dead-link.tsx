/** A link that does not open (any more). It never says why: that would tell who exists. */
import { Link } from '../../../web/parts.tsx'
import { waitText } from '../rules.ts'
import { Around, type Door } from './frame.tsx'

/** `wait`: seconds, for somebody who tried too many links. */
export function DeadLinkPage({ door, wait }: { door: Door; wait?: number }) {
  return (
    <Around
      door={door}
      title={wait === undefined ? 'Deze link werkt niet meer' : 'Even wachten'}
      lead={
        wait === undefined
          ? 'Een link werkt één keer en niet voor altijd. Vraag een nieuwe aan, of vraag het degene die u uitnodigde.'
          : `${waitText(wait)} Uw link blijft geldig.`
      }
    >
      <ul className="ld-list">
        <li>
          <Link to="/balie/wachtwoord-vergeten">Wachtwoord vergeten</Link>
        </li>
        <li>
          <Link to="/balie/aanmelden">Inloggen</Link>
        </li>
      </ul>
    </Around>
  )
}
