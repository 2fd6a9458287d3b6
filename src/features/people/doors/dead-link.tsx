/** A link that does not open (any more). It never says why: that would tell who exists. */
import { Link } from '../../../web/parts.tsx'
import { Around, type Door } from './frame.tsx'

export function DeadLinkPage({ door }: { door: Door }) {
  return (
    <Around
      door={door}
      title="Deze link werkt niet meer"
      lead="Een link werkt één keer en niet voor altijd. Vraag een nieuwe aan, of vraag het degene die u uitnodigde."
    >
      <ul className="ld-list">
        <li>
          <Link to="/balie/wachtwoord-vergeten">Wachtwoord vergeten</Link>
        </li>
        <li>
          <Link to="/balie/aanmelden">Aanmelden</Link>
        </li>
      </ul>
    </Around>
  )
}
