/** The clock of a request: from when to when, what stopped or lengthened it, and what it costs when it is over. */
import type { RequestKind } from '../../model/request.ts'
import { OWED } from '../../vocabulary/request.ts'
import { day, number } from '../../web/language.ts'
import { ArticleOf } from '../../web/article.tsx'
import { Facts, Section } from '../../web/parts.tsx'
import { dutchTime } from '../../lib/dutch-time.ts'
import { courtFrom, decideBy, isCounted, lateness, owedFor } from './clock.ts'
import type { DeskRequest } from './store.ts'

type Props = { readonly request: DeskRequest; readonly kind: RequestKind | undefined; readonly today: string }

export function Clock({ request, kind, today }: Props) {
  const {
    receivedOn,
    firstDue,
    dueOn,
    extendedOn,
    stoppedSince,
    stoppedUntil,
    stoppedBy,
    stoppedDays,
    noticeOn,
    wipeOn,
    heldUntil,
  } = request
  const stop = kind?.stops.find(({ id }) => id === stoppedBy)
  return (
    <Section id="termijn" title="Termijn">
      <Facts
        items={[
          { name: 'Ontvangen', value: day('nl', receivedOn) },
          {
            name: request.again > 0 ? 'Laatste dag, tweede blik' : 'Laatste dag',
            value: (
              <>
                {day('nl', dueOn)} {kind ? <ArticleOf article={kind.term.article} lang="nl" /> : null}
              </>
            ),
          },
          ...(request.answeredOn === null || request.again === 0
            ? []
            : [
                {
                  name: 'Eerste antwoord',
                  value:
                    `op ${day('nl', request.answeredOn)}; de laatste dag was ${day('nl', request.answeredDue!)}` +
                    (request.answeredOn > request.answeredDue! ? ', dus te laat' : ', dus op tijd'),
                },
              ]),
          ...(extendedOn === null
            ? []
            : [{ name: 'Verlengd', value: `op ${day('nl', extendedOn)}; eerst was het ${day('nl', firstDue)}` }]),
          ...(stoppedSince === null
            ? []
            : [
                {
                  name: 'Staat stil',
                  value:
                    `sinds ${day('nl', stoppedSince)}, hoogstens tot en met ${day('nl', stoppedUntil!)}` +
                    (stop ? `, ${stop.said.nl}` : ''),
                },
              ]),
          ...(stoppedDays === 0 ? [] : [{ name: 'Stilgestaan', value: `${number('nl', stoppedDays)} dagen` }]),
          ...(noticeOn === null
            ? []
            : [
                {
                  name: 'In gebreke gesteld',
                  value: `op ${day('nl', noticeOn)}; naar de rechter kan vanaf ${day('nl', courtFrom(noticeOn))}`,
                },
              ]),
          ...(kind ? [{ name: 'Dwangsom', value: penalty(request, kind, today) }] : []),
          ...(wipeOn === null ? [] : [{ name: 'Wordt gewist', value: day('nl', wipeOn) }]),
          ...(heldUntil === null ? [] : [{ name: 'Het wissen wacht', value: `tot en met ${day('nl', heldUntil)}` }]),
        ]}
      />
    </Section>
  )
}

/** What the municipality owes for being late, and how that comes about. */
function penalty(request: DeskRequest, kind: RequestKind, today: string): string {
  const { noticeOn, closedAt, stoppedSince } = request
  const one = { ...request, closedOn: closedAt === null ? null : dutchTime(closedAt).date }
  const { due, at } = lateness(one, today)
  if (!kind.penalty.runs) return `geldt niet (${kind.penalty.article.law} ${kind.penalty.article.article})`
  if (noticeOn === null)
    return due < at && at === today && closedAt === null && stoppedSince === null
      ? 'de termijn is om; twee weken na een ingebrekestelling begint zij te lopen'
      : 'loopt niet'
  const owed = owedFor(one, today)
  if (owed === undefined)
    return noticeOn <= due ? 'de ingebrekestelling kwam te vroeg' : 'de ingebrekestelling kwam na het antwoord'
  if (owed.days === 0) return `begint na ${day('nl', owed.from)}`
  const { euros, days, until } = owed
  const most = `hoogstens 42, tot en met ${day('nl', until)}`
  const sum = `${number('nl', euros)} euro over ${number('nl', days)} dagen (${most})`
  if (request.owed !== '') return `${sum}; op ${day('nl', request.owedOn!)} besloten: ${OWED[request.owed].desk}`
  return `${sum}; besluit uiterlijk op ${day('nl', decideBy(owed, isCounted(one, owed)))} of zij verschuldigd is`
}
