/** The days of a case: what lies within it, in a Dutch sentence where it does not. Days are ISO text. Pure. */
import { day } from '../../../lib/day.ts'
import { isDate } from '../../../lib/iso-date.ts'

const inDutch = (date: string): string => day('nl', date)

/**
 * The days that a decision may bear. `restsOn`: the last opinion or advice before it; `laidOn`: when it was laid before
 * who decides; `lastOn`: the decision before it in this case. Null when there was none.
 */
export type Window = {
  readonly begunOn: string
  readonly restsOn: string | null
  readonly laidOn: string | null
  readonly lastOn: string | null
  readonly today: string
}

/** Why a decision cannot bear this date: it lies within its case, after what it rests on, and not in the future. */
export function decisionDateProblem(
  on: string,
  { begunOn, restsOn, laidOn, lastOn, today }: Window,
): string | undefined {
  if (!isDate(on)) return 'Vul de datum van het besluit in, zoals 31-12-2026.'
  if (on > today) return 'Deze datum is nog niet geweest. Vul de dag in waarop het besluit is genomen.'
  if (on < begunOn)
    return `De zaak begon op ${inDutch(begunOn)}. Een besluit van daarvoor kan niet over deze zaak gaan.`
  if (restsOn !== null && on < restsOn)
    return `Het laatste advies is van ${inDutch(restsOn)}. Een besluit dat daarop rust, is niet ouder.`
  if (laidOn !== null && on < laidOn)
    return `De zaak ligt sinds ${inDutch(laidOn)} bij de beslisser. Eerder kan er niet over zijn besloten.`
  if (lastOn !== null && on < lastOn)
    return `Het vorige besluit in deze zaak is van ${inDutch(lastOn)}. Een nieuw besluit is niet ouder.`
  return undefined
}

/** Why something cannot be planned for this day; `latest`: the last day that it may be. */
export function plannedProblem(on: string, today: string, latest?: string): string | undefined {
  if (!isDate(on)) return 'Vul een datum in, zoals 31-12-2026.'
  if (on < today) return `Deze datum is voorbij. Kies een datum vanaf vandaag, ${inDutch(today)}.`
  if (latest !== undefined && on > latest) return `Kies een datum tot en met ${inDutch(latest)}.`
  return undefined
}

/**
 * Why a legal term cannot be counted from this day. Of an event: it happened, and its term was not over before the case
 * began. Of a day that something must be ready before: the case had begun.
 */
export function termStartProblem(
  from: string,
  {
    dueOn,
    before,
    begunOn,
    today,
  }: {
    readonly dueOn: string
    readonly before: boolean
    readonly begunOn: string
    readonly today: string
  },
): string | undefined {
  if (!isDate(from)) return 'Vul een datum in, zoals 31-12-2026.'
  if (before) return from < begunOn ? `De zaak begon op ${inDutch(begunOn)}. Vul een dag in vanaf die dag.` : undefined
  if (from > today) return 'Deze dag is nog niet geweest. Leg de termijn vast als zij echt begint te lopen.'
  if (dueOn < begunOn)
    return (
      `Vanaf deze dag liep de termijn tot en met ${inDutch(dueOn)}. Dat was voorbij voordat de zaak begon, op ` +
      `${inDutch(begunOn)}.`
    )
  return undefined
}
