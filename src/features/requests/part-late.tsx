/** What who asked reads and can do when the municipality is late, and what that may cost it. */
import type { RequestKind } from '../../model/request.ts'
import { Button, Buttons, Hidden } from '../../web/desk/form.tsx'
import { Notice, Text } from '../../web/parts.tsx'
import { courtFrom, decideBy, owedFor, takesNotice } from './clock.ts'
import type { FollowedRequest } from './door-store.ts'
import { below, penaltyDecided, type FollowedProps } from './follow-props.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'
import { PenaltyDecided } from './part-penalty.tsx'

/** What the municipality owes for being late, as it stands today. */
export function Owed({ view, followed, request, today }: FollowedProps & { request: FollowedRequest }) {
  const t = follows(view.lang)
  const owed = owedFor({ ...request, dueOn: request.due }, today)
  if (owed === undefined) return null
  const { days, euros, from, until } = owed
  const ended = request.answeredOn !== null || request.closedOn !== null
  const decided = penaltyDecided(view, followed, request, today)
  if (decided !== undefined) return <PenaltyDecided {...decided} />
  // What ended without an answer, as who asked wanted, was never answered in time.
  if (days === 0 && ended && request.answeredOn === null) return null
  if (days === 0) return <Text>{ended ? t.owedNothing : t.owedFrom(from)}</Text>
  return (
    <Text>
      {t.owed(euros, days)} {ended ? null : t.owedUntil(until)} {t.owedDecide(decideBy(owed, ended))}
    </Text>
  )
}

type LateProps = FollowedProps & { request: FollowedRequest; kind: RequestKind }
export function Late({ view, kind, request }: LateProps) {
  const t = follows(view.lang)
  const phone = view.contact?.phone ?? ''
  const first = takesNotice(kind) && request.again === 0
  const mayNotice = first && request.noticeOn === null
  const court = kind.remedies.some(({ kind: what }) => what === 'court')
  return (
    <Notice title={t.lateDo}>
      <ul className="ld-list">
        {phone === '' ? null : <li>{doneSays(view.lang).callUs(phone)}</li>}
        {mayNotice ? (
          <li>
            {t.lateNotice} {kind.penalty.runs ? t.lateMoney : t.lateNoMoney}
          </li>
        ) : null}
        {first && court ? (
          <li>{request.noticeOn === null ? t.lateCourt : t.lateCourtFrom(courtFrom(request.noticeOn))}</li>
        ) : null}
      </ul>
      {mayNotice ? (
        <form method="post" action={below(view, 'te-laat')} className="ld-noprint">
          <Hidden name="nummer" value={request.number} />
          <Buttons>
            <Button kind="secondary">{t.lateButton}</Button>
          </Buttons>
        </form>
      ) : null}
    </Notice>
  )
}
