/** What the FG and the security officer said, newest first; what was corrected stays to be read. */
import { COVENANT_STANCES } from '../../vocabulary/covenant.ts'
import { ROLE_NAMES } from '../../vocabulary/roles.ts'
import { moment } from '../../web/language.ts'
import type { Opinion } from './opinion-store.ts'

export function Opinions({ opinions }: { opinions: readonly Opinion[] }) {
  return opinions.map((each) => (
    <article key={each.id} className="ld-comment">
      <p className="ld-quiet">
        {[each.name, each.function].filter(Boolean).join(', ') || 'Iemand die hier niet meer werkt'}, als{' '}
        {ROLE_NAMES[each.role]}, {moment('nl', each.at)}, over versie {each.version}
        {each.current ? '' : '. Hierna kwam een nieuwer advies.'}
      </p>
      <p>
        <strong>{`Oordeel: ${COVENANT_STANCES[each.stance]}.`}</strong>
      </p>
      <p>{each.text}</p>
      {each.conditions.length === 0 ? null : (
        <ul className="ld-list">
          {each.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </article>
  ))
}
