/** What the pages of help in need share: their places, and an offer in words. */
import { asSentence } from '../../lib/words.ts'
import { dutchTime } from '../../lib/dutch-time.ts'
import { isWorkingDay } from '../../lib/working-days.ts'
import { HOURS, HOURS_ARE, SKILL_IDS, SKILLS } from '../../vocabulary/buddy.ts'
import { CLUSTER_NAMES } from '../../vocabulary/group.ts'
import type { CityContact } from '../../model/letter.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView, Sent } from '../../web/desk/route.ts'
import { List } from '../../web/parts.tsx'
import type { Call, Incident, Line, Named } from './incident-store.ts'
import type { Offer } from './offer-store.ts'

export const PLACE = '/balie/hulp-in-nood'
export const TITLE = 'Hulp in nood'
export const crumbs = [{ name: TITLE, to: PLACE }]

export type IncidentProps = {
  readonly view: DeskView
  readonly incident: Incident
  readonly calls: readonly Call[]
  readonly lines: readonly Line[]
  readonly names: ReadonlyMap<string, Named>
  /** Who is here asked for it, or took it. */
  readonly leads: boolean
  /** Whom who is here may call, who fits best first. */
  readonly offers: readonly Fitting[]
  readonly fixed: ReadonlyMap<string, string>
  /** Those of the own organisation, for one of which who is here may be called. */
  readonly own: readonly Offer[]
  readonly contact: CityContact
  /** Somebody of the municipality was told that help is asked. */
  readonly told: boolean
  readonly problems?: Problems
  /** What was typed, where something of it is not right. */
  readonly typed?: Sent
}

/** Whom to phone now: in danger, at the municipality as it wrote down, and who helps in a trade. */
export function PhoneNow({ contact: { phone, counter } }: { readonly contact: CityContact }) {
  const { name = '', address = '', hours = '' } = counter ?? {}
  const there = [name, address].filter(Boolean).join(', ')
  const city =
    phone === '' ? (
      'Bel de gemeente, op haar algemene nummer.'
    ) : (
      <>
        Bel de gemeente:{' '}
        <a className="nl-link" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
          {phone}
        </a>
        .
      </>
    )
  return (
    <List
      items={[
        { key: '112', body: 'Is er gevaar voor mensen? Bel 112.' },
        { key: 'gemeente', body: city },
        ...(there === ''
          ? []
          : [{ key: 'loket', body: `Of ga naar ${there}.${hours === '' ? '' : ` Open: ${asSentence(hours)}`}` }]),
        { key: 'eigen', body: 'Bel wie bij uw organisatie over incidenten gaat, en wie uw computers onderhoudt.' },
        {
          key: 'sector',
          body:
            'Bel wie uw sector helpt bij een incident: voor bedrijven het NCSC, in de zorg Z-CERT, ' +
            'bij gemeenten de IBD.',
        },
        { key: 'politie', body: 'Is het een misdrijf, zoals gijzelsoftware? Bel de politie: 0900 8844.' },
      ]}
    />
  )
}

/** Skills to choose from. */
export const skillOptions = SKILL_IDS.map((id) => ({ value: id, label: SKILLS[id] }))

/** Where a buddy helps, in words. */
export function reachOf({ areas, clusters }: Pick<Offer, 'areas' | 'clusters'>): string {
  const where = areas.length === 0 ? 'in de hele gemeente' : `in ${areas.join(', ')}`
  return clusters.length === 0
    ? where
    : `${where}, voor organisaties uit groep ${clusters.map((each) => CLUSTER_NAMES[each]).join(' en ')}`
}

/** When a buddy can be phoned, in words. */
export const hoursOf = ({ hours, hoursNote }: Pick<Offer, 'hours' | 'hoursNote'>): string =>
  hoursNote === '' ? HOURS[hours] : `${HOURS[hours]} (${hoursNote})`

/** Whether it can be called today, and if not why. */
export function standing({ state, agreedUntil }: Pick<Offer, 'state' | 'agreedUntil'>, today: string) {
  if (state === 'stopped') return 'stopped' as const
  if (agreedUntil === null) return 'unsigned' as const
  return agreedUntil < today ? ('over' as const) : ('stands' as const)
}

/** Whether somebody answers the telephone at this moment, by the hours of the offer. */
export function helpsNow({ hours }: Pick<Offer, 'hours'>, now: Date): boolean {
  const { date, time } = dutchTime(now)
  const { from, to, week } = HOURS_ARE[hours]
  return time >= from && time < to && (week || isWorkingDay(date))
}
/** Whether it is for an organisation of this group; undefined: its group is not known, or it has none. */
export const isForGroup = ({ clusters }: Pick<Offer, 'clusters'>, group: string | undefined): boolean =>
  clusters.length === 0 || group === undefined || clusters.includes(group)

export type Fitting = Offer & { readonly now: boolean; readonly forGroup: boolean }
/** Who helps now and helps this group comes first, and then who can do the most of what is needed. */
export function fitting(
  offers: readonly Offer[],
  { needs, group, now }: { readonly needs: readonly string[]; readonly group: string | undefined; readonly now: Date },
): readonly Fitting[] {
  const can = ({ skills }: Offer) => skills.filter((each) => needs.includes(each)).length
  const first = (each: Fitting) => Number(each.now && each.forGroup)
  return offers
    .map((each) => ({ ...each, now: helpsNow(each, now), forGroup: isForGroup(each, group) }))
    .toSorted((one, other) => first(other) - first(one) || can(other) - can(one))
}
