/** What a fetch from the repository of regulations brought. */
import { moment } from '../../web/language.ts'
import type { Fetch } from './fetches-store.ts'

/** What became of one time that it was asked for. */
export function FetchTold({
  fetch: { at, by, creator, busy, trouble, stale, done, total, endedAt, added, changed, unchanged, missing, failure },
}: {
  fetch: Fetch
}) {
  const outcome =
    endedAt === null
      ? !busy
        ? trouble !== null
          ? `Dit lukte nog niet: ${trouble}. Wij proberen het zo weer.`
          : stale
            ? 'Dit staat klaar, maar er is nog geen werker mee begonnen. Vraag de beheerder of die draait.'
            : 'Dit staat klaar en begint zo.'
        : total === 0
          ? 'Wij vragen de eerste pagina op.'
          : `Bezig: ${done} van ${total} records.`
      : failure !== null
        ? `Dit lukte niet: ${failure}. Er is niets veranderd.`
        : `${added} nieuw, ${changed} gewijzigd, ${unchanged} gelijk gebleven.`
  return (
    <div className="ld-comment">
      <p>
        <strong>{outcome}</strong>{' '}
        <span className="ld-quiet">
          {creator}, gevraagd op {moment('nl', at)} door {by ?? 'iemand die hier niet meer werkt'}
        </span>
      </p>
      {missing.length === 0 ? null : (
        <>
          <p>Niet alles kwam; wat al bekend was, bleef daarom zoals het was.</p>
          <ul className="ld-list">
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
