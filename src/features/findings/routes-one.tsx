/** One finding at the desk: read, withdrawn with a reason, or replaced by another. What was said before stays. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { replaceNoted, withdrawNoted } from '../../db/noted-findings.ts'
import { storyOf } from '../../db/noted-story.ts'
import type { NotedStory } from '../../model/finding.ts'
import { SUBJECT_WORDS } from '../../vocabulary/finding.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { namesOf } from './about-store.ts'
import { MOST_WHY, ReplacePage, WithdrawPage } from './page-acts.tsx'
import { FindingPage, placeOf } from './page-finding.tsx'
import type { With } from './plan.ts'
import { readRow, type Wrong } from './rules.ts'
import { UUID } from '../../lib/uuid.ts'

const GONE = 'iets dat er niet meer is'
const LATE = 'Deze bevinding is al ingetrokken of vervangen. Kijk bij de bevinding wat er nu staat.'
const WHY: Problems = { reden: 'Leg in een zin uit waarom. Uw reden blijft bij de bevinding staan.' }

const THERE: Problems = {
  gezien_op: 'Uit deze hoek staat er van die dag al een bevinding. Vervang die, of kies een andere dag.',
}

type Found = { readonly finding: NotedStory; readonly story: readonly NotedStory[]; readonly about: string }

/** With the finding that the address names, or nothing is there. */
const onFinding =
  (work: (asked: Asked<Tx>, found: Found) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, params } = asked
    const id = params['finding']!
    const story = UUID.test(id) ? await storyOf(tx, municipality.id, id) : []
    const finding = story.find((each) => each.id === id)
    if (!finding) return missing
    const names = await namesOf(tx, municipality.id, [finding.about])
    return work(asked, { finding, story, about: names.get(finding.about.id) ?? GONE })
  }
/** While it still counts. */
const onStanding = (work: (asked: Asked<Tx>, found: Found) => Promise<Reply>) =>
  onFinding(async (asked, found) => (found.finding.withdrawn === undefined ? work(asked, found) : tooLate(LATE)))

const FIELDS = { oordeel: 40, gezien_op: 20, gezien_door: 1_000, herkomst: 40, toelichting: 5_000 } as const
/** What was sent, by the names of the fields. */
const typedIn = ({ sent }: Asked<Tx>): Readonly<Record<keyof typeof FIELDS | 'reden', string>> => ({
  oordeel: sent.text('oordeel', FIELDS.oordeel),
  gezien_op: sent.text('gezien_op', FIELDS.gezien_op),
  gezien_door: sent.text('gezien_door', FIELDS.gezien_door),
  herkomst: sent.text('herkomst', FIELDS.herkomst),
  toelichting: sent.text('toelichting', FIELDS.toelichting),
  reden: sent.text('reden', MOST_WHY).trim(),
})

/** What the form says in the place of this finding; or what is wrong with it. It stays about what it was about. */
function replacing(
  { reden: _reden, ...cells }: ReturnType<typeof typedIn>,
  { norm, criterion, about }: NotedStory,
  { catalogue }: With,
  today: string,
) {
  const soort = Object.entries(SUBJECT_WORDS).find(([, each]) => each === about.kind)?.[0] ?? ''
  const read = readRow({ ...cells, criterium: criterion, soort, waarover: about.id }, catalogue, today)
  if ('why' in read) return inForm(read, norm)
  const { kind: _kind, called: _called, ...finding } = read
  return { ...finding, about }
}

/** A criterion that left the catalogue has no field to say it at. */
const inForm = ({ at, why }: Wrong, norm: string): { readonly problems: Problems } => ({
  problems: Object.hasOwn(FIELDS, at)
    ? { [at]: why }
    : { oordeel: `Norm ${norm} vraagt dit niet meer. Trek de bevinding in.` },
})

export const oneFindingRoutes = (on: With): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/bevindingen/:finding',
    may: 'finding.read',
    answer: onFinding(async ({ view, who, today }, found) =>
      page(<FindingPage {...{ view, today }} {...found} mayNote={allows(who.roles, 'finding.note')} />),
    ),
  },
  {
    method: 'GET',
    path: '/bevindingen/:finding/intrekken',
    may: 'finding.note',
    answer: onStanding(async ({ view }, found) => page(<WithdrawPage view={view} {...found} />)),
  },
  {
    method: 'POST',
    path: '/bevindingen/:finding/intrekken',
    may: 'finding.note',
    answer: onStanding(async ({ tx, municipality, view, sent }, found) => {
      const why = sent.text('reden', MOST_WHY).trim()
      if (why === '') return page(<WithdrawPage view={view} {...found} problems={WHY} />, 422)
      const { finding } = found
      if (!(await withdrawNoted(tx, municipality.id, finding.id, why))) return tooLate(LATE)
      await record(tx, municipality.id, { act: 'finding.withdrawn', object: `finding/${finding.id}` })
      return go(placeOf(finding), 'De bevinding telt niet meer mee.')
    }),
  },
  {
    method: 'GET',
    path: '/bevindingen/:finding/vervangen',
    may: 'finding.note',
    answer: onStanding(async ({ view }, found) => page(<ReplacePage view={view} {...found} />)),
  },
  {
    method: 'POST',
    path: '/bevindingen/:finding/vervangen',
    may: 'finding.note',
    answer: onStanding(async (asked, found) => {
      const { tx, municipality, view, today, who } = asked
      const { finding } = found
      const typed = typedIn(asked)
      const why = typed.reden
      const read = replacing(typed, finding, on, today)
      const problems = { ...('problems' in read ? read.problems : {}), ...(why === '' ? WHY : {}) }
      if ('problems' in read || why === '')
        return page(<ReplacePage view={view} {...found} {...{ problems, typed }} />, 422)
      const done = await replaceNoted(tx, municipality.id, who.id, { id: finding.id, finding: read, why })
      if (done === 'there') return page(<ReplacePage view={view} {...found} typed={typed} problems={THERE} />, 422)
      if (done === 'gone') return tooLate(LATE)
      await record(tx, municipality.id, { act: 'finding.replaced', object: `finding/${finding.id}` })
      const next = (await storyOf(tx, municipality.id, finding.id)).find(({ replaces }) => replaces === finding.id)
      return go(placeOf(next ?? finding), 'De nieuwe bevinding telt vanaf nu.')
    }),
  },
]
