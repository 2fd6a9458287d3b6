/** What happened, as one dated story; and what readers asked, with the answer by function. */
import { eventSentence } from '../../web/covenant-story.ts'
import { day } from '../../web/language.ts'
import { Link, List, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { dutch } from '../toetsen/share.tsx'
import { says } from './messages.ts'
import type { Happened, Remark } from './store.ts'

/** Where a thing that happened is told further. */
export const placeOf = ({ no, pledgeId }: Pick<Happened, 'no' | 'pledgeId'>): string =>
  pledgeId === null ? `/convenanten/${no}` : `/convenanten/${no}/afspraken/${encodeURIComponent(pledgeId)}`

/** `titled`: of several covenants, so each says of which. */
export function Story({ view, events, titled = false }: { view: View; events: readonly Happened[]; titled?: boolean }) {
  return (
    <ol className="ld-story">
      {events.map((event) => (
        <li key={`${event.no}/${event.id}`}>
          <span className="ld-quiet">{day(view.lang, event.on)}</span> {eventSentence(view.lang, event)}
          {titled ? (
            <>
              {' '}
              <a className="nl-link" href={href(view, placeOf(event))} lang={dutch(view)}>
                {event.title}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

export function Remarks({ view, remarks, ask }: { view: View; remarks: readonly Remark[]; ask: string | undefined }) {
  const t = says(view.lang)
  return (
    <>
      {remarks.length === 0 ? (
        <Text>{t.noRemarks}</Text>
      ) : (
        <List
          items={remarks.map((each) => ({
            key: each.id,
            body: (
              <>
                <p className="ld-preline" lang={each.lang === view.lang ? undefined : each.lang}>
                  <strong>{t.by(each.name === '' ? t.someone : each.name, each.askedOn)}:</strong> {each.text}
                </p>
                <p className="ld-preline" lang={dutch(view)}>
                  <strong>{t.by(each.by, each.answeredOn)}:</strong> {each.answer}
                </p>
              </>
            ),
          }))}
        />
      )}
      {ask === undefined ? null : (
        <Text>
          <Link to={ask}>{t.ask}</Link>
        </Text>
      )}
    </>
  )
}
