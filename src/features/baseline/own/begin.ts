/** Beginning: the first time after an invitation, and again in a new year. */
import { record } from '../../../db/audit.ts'
import type { Tx } from '../../../db/as.ts'
import { go, notYet, overtaken, type Asked, type Route } from '../../../web/desk/route.ts'
import { addYear, begin } from '../part-store.ts'
import { mayRepeat, VARIANT_OF } from '../rules.ts'
import { objectOf, own, yearOf, type BaselineTools, type Own } from './door.ts'

const FIRST = 'Een collega is net begonnen. Ga naar Onze zelfcheck en werk samen verder.'

export const beginRoutes = ({ questionnaire }: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/mijn-nulmeting/begin',
    may: 'baseline.own',
    answer: own(async (asked, { organisation, baselines }) => {
      const [now, before] = baselines
      if (!now || now.state !== 'invited')
        return notYet('Er staat geen zelfcheck klaar om te beginnen. Vraag de gemeente om een uitnodiging.')
      const variant = before?.cluster ? VARIANT_OF(questionnaire, before.cluster) : 'short'
      const form = await begin(
        asked.tx,
        asked.municipality.id,
        now,
        questionnaire,
        asked.who.id,
        before?.form ?? null,
        variant,
      )
      if (form === undefined) return overtaken(FIRST)
      await tell(asked, organisation, 'baseline.begun')
      return go(`/balie/vragenlijsten/${form}`, 'Begin met de acht vragen over uw organisatie.')
    }),
  },
  {
    method: 'POST',
    path: '/mijn-nulmeting/opnieuw',
    may: 'baseline.own',
    answer: own(async (asked, { organisation, baselines }) => {
      const { tx, municipality, who } = asked
      const [last] = baselines
      if (!last || !mayRepeat(last, yearOf(asked)))
        return notYet(
          'Een nieuwe zelfcheck kan vanaf 1 januari. Wilt u een antwoord van dit jaar verbeteren? ' +
            'Open de zelfcheck dan weer.',
        )
      const id = await addYear(tx, municipality.id, last, yearOf(asked))
      const form = await begin(
        tx,
        municipality.id,
        { id, organisation: organisation.id },
        questionnaire,
        who.id,
        last.form,
        VARIANT_OF(questionnaire, last.cluster ?? 'A'),
      )
      if (form === undefined) return overtaken(FIRST)
      await tell(asked, organisation, 'baseline.repeated')
      return go(`/balie/vragenlijsten/${form}`)
    }),
  },
]

const tell = (
  asked: Asked<Tx>,
  organisation: Own['organisation'],
  act: 'baseline.begun' | 'baseline.repeated',
): Promise<void> =>
  record(asked.tx, asked.municipality.id, { act, object: objectOf(organisation), detail: { year: yearOf(asked) } })
