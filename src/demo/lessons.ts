/** Lessons in the demo city: organisations that count who followed one, and certificates that name nobody. */
import { asPerson } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { newCertificate } from '../features/lessons/certificate.ts'
import { endGroupCode, makeGroupCode } from '../features/lessons/store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { todayIn } from '../web/language.ts'
import { hasGroupCodes, keepCertificates, keepCounts } from './lessons-store.ts'
import { idsBy } from './store.ts'

/** `counts`: of the months before this one, the last first. What is below five nobody reads. */
type Story = {
  readonly by: string
  readonly organisation: string | null
  readonly label: string
  readonly staff: number
  readonly madeDaysAgo: number
  readonly ended?: true
  readonly counts: Readonly<Record<string, readonly number[]>>
}
const STORIES: readonly Story[] = [
  {
    by: 'jeroen.vandalen@gemeente-sluiswijk.test',
    organisation: null,
    label: 'alle medewerkers van de gemeente',
    staff: 412,
    madeDaysAgo: 190,
    counts: {
      phishing: [61, 88, 47, 3, 12],
      wachtwoorden: [40, 35, 8],
      'algoritmes-en-ai': [22, 17],
      'digid-machtigen': [2, 1],
    },
  },
  {
    by: 'sanne.dijkstra@bibliotheek-sluiswijk.test',
    organisation: 'Bibliotheek Sluiswijk',
    label: 'medewerkers en vrijwilligers',
    staff: 38,
    madeDaysAgo: 150,
    counts: { phishing: [9, 14, 4], 'privacy-van-uw-telefoon': [6, 3], 'digid-machtigen': [11, 8, 5] },
  },
  {
    by: 'irma.smit@zorggroepdekade.test',
    organisation: 'Zorggroep De Kade',
    label: 'locatie Havenzicht',
    staff: 64,
    madeDaysAgo: 120,
    counts: { phishing: [25, 19], wachtwoorden: [7, 2] },
  },
  {
    by: 'irma.smit@zorggroepdekade.test',
    organisation: 'Zorggroep De Kade',
    label: 'proef met de avonddienst',
    staff: 9,
    madeDaysAgo: 210,
    ended: true,
    counts: { phishing: [0, 0, 0, 0, 6] },
  },
]
/** How many certificates were made of each lesson, in the months before this one and in this one, the last first. */
const CERTIFICATES: Readonly<Record<string, readonly number[]>> = {
  phishing: [3, 5, 4],
  wachtwoorden: [2, 2],
  'digid-machtigen': [1, 3],
  'na-een-hack': [1],
}

/** The first day of the month so many months before this day. */
function monthBefore(today: string, months: number): string {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const at = year * 12 + month - 1 - months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** Adds them once, after the people of the desk. */
export async function fillLessons({
  db,
  municipality,
  key,
}: {
  readonly db: Db
  readonly municipality: string
  readonly key: Buffer
}): Promise<void> {
  if (await hasGroupCodes(db, municipality)) return
  const today = todayIn()
  const people = await idsBy(db, municipality, 'person', 'email')
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  for (const { by, organisation: name, label, staff, madeDaysAgo, ended, counts } of STORIES) {
    const [person, organisation] = [people.get(by), name === null ? null : organisations.get(name)]
    if (person === undefined || organisation === undefined) continue
    const madeOn = daysAfter(today, -madeDaysAgo)
    const made = { organisation, label, staff, madeOn, until: daysAfter(madeOn, 365) }
    const id = await asPerson(db, { municipality, person, organisation }, 'write', async (tx) => {
      const code = await makeGroupCode(tx, municipality, person, key, made)
      await record(tx, municipality, { act: 'group-code.made', object: `group-code/${code}`, detail: {} })
      if (ended) await endGroupCode(tx, municipality, code, daysAfter(today, -40))
      return code
    })
    const past = Object.entries(counts).flatMap(([lesson, each]) =>
      each.flatMap((count, at) => (count === 0 ? [] : [{ lesson, month: monthBefore(today, at + 1), count }])),
    )
    await keepCounts(db, municipality, id, past)
  }
  const certificates = Object.entries(CERTIFICATES).flatMap(([lesson, each]) =>
    each.flatMap((count, at) =>
      Array.from({ length: count }, (_, no) =>
        newCertificate(key, municipality, {
          nonce: `demo/${no}/${at}`,
          lesson,
          version: 1,
          month: monthBefore(today, at).replace(/-01$/, ''),
        }),
      ),
    ),
  )
  await keepCertificates(db, municipality, certificates)
}
