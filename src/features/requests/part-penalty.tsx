/** What was decided of the penalty for being late, as who asked reads it: with until when and where one can object. */
import { OWED } from '../../vocabulary/request.ts'
import { Text } from '../../web/parts.tsx'
import { owedFor, paidBy } from './clock.ts'
import type { PenaltyProps } from './follow-props.ts'
import { follows } from './messages-follow.ts'
import { objectClause } from './part-remedies.tsx'

/** Nothing where nothing was decided. */
export function PenaltyDecided({ lang, request, hasEmail, today, city, contact }: PenaltyProps) {
  const t = follows(lang)
  const { owed, owedOn, controller } = request
  if (owed === '' || owedOn === null) return null
  const sum = owed === 'owed' ? owedFor(request, today) : undefined
  const said = owed === 'owed' ? t.owedYes(owedOn, paidBy(owedOn)) : t.owedNo(owedOn, OWED[owed][lang])
  const answer = { knownOn: hasEmail ? owedOn : null, controller }
  return (
    <Text>
      {sum !== undefined && sum.days > 0 ? `${t.owed(sum.euros, sum.days)} ` : null}
      {said} {t.owedObject} {objectClause({ lang, answer, today, city, contact })}
    </Text>
  )
}
