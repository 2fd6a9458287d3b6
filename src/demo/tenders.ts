/**
 * Two tenders of the demo city: one that was chosen, with duties that run, one that is not kept and an exit that was
 * rehearsed (`tender-past.ts`); and one that is open, of which everybody reads the annex.
 */
import { record } from '../db/audit.ts'
import { answerQuestion, deviate, opine, opinionsOf } from '../features/tenders/around-store.ts'
import { registerFor } from '../catalogue/registers.ts'
import { todayIn } from '../web/language.ts'
import { DAY } from './case/moments.ts'
import { entriesThere, idsBy, tendersThere } from './store.ts'
import { as, beginTender, issueNow, type Fill, type Telling } from './tender-acts.ts'
import { tellPast } from './tender-past.ts'
import { CASES } from './tender-story.ts'

const [BUYER, FG, SECURITY, FOLLOWS] = [
  'ilse.koper@gemeente-sluiswijk.test',
  'lotte.brandsma@gemeente-sluiswijk.test',
  'dennis.oosterhof@gemeente-sluiswijk.test',
  'tarik.aydin@gemeente-sluiswijk.test',
] as const

/** Adds them once, after the registers were filled. */
export async function fillTenders(fill: Fill): Promise<void> {
  const { db, municipality, deps } = fill
  const { id: city } = municipality
  const ids = await idsBy(db, city, 'person', 'email')
  const [buyer, fg, security, follows] = [BUYER, FG, SECURITY, FOLLOWS].map((email) => ids.get(email))
  const register = registerFor(deps.registers, 'contract')
  const contract = register && (await entriesThere(db, city, register.id)).get('Afspraken aan de balie')
  if (!buyer || !fg || !security || !follows || !contract || (await tendersThere(db, city))) return
  const now = Date.parse(todayIn()) + DAY / 2
  const at = (days: number) => new Date(now + days * DAY)
  const telling = { ...fill, people: { buyer, fg, security, follows }, contract, at }
  await tellPast(telling)
  await tellOpen(telling)
}

/** The tender that is open: advised against, departed from with a reason, issued, and asked about. */
async function tellOpen(telling: Telling): Promise<void> {
  const { municipality, people, at } = telling
  const { id: city } = municipality
  const { buyer, fg, security } = people
  const closesAt = at(34)
  const id = await beginTender(telling, CASES, closesAt)
  const say = async (
    person: string,
    role: 'fg' | 'security-officer',
    stance: 'conditions' | 'against',
    text: string,
  ) => {
    await as(telling, person, async (tx) => {
      await opine(tx, city, id, { by: person, role, stance, text })
      await record(tx, city, { act: 'tender.opinion', object: `tender/${id}`, detail: { role, stance } })
    })
  }
  await say(
    fg,
    'fg',
    'conditions',
    'Neem op dat de leverancier helpt bij de DPIA, voordat het systeem in gebruik gaat.',
  )
  await say(
    security,
    'security-officer',
    'against',
    'Vraag ook de lijst van onderdelen (SBOM). Zonder zien wij lekken te laat.',
  )
  await as(telling, buyer, async (tx) => {
    const against = (await opinionsOf(tx, city, id)).find(({ stance }) => stance === 'against')
    if (against)
      await deviate(tx, city, id, {
        by: buyer,
        about: against.id,
        text: 'De markt levert die lijst nog zelden. Wij vragen hem bij de verlenging.',
      })
    const annex = await issueNow(tx, telling, id, buyer, closesAt)
    await answerQuestion(
      tx,
      city,
      { id, no: annex.no },
      {
        by: buyer,
        question: 'Mag de uitvoer ook in twee bestanden: één met zaken en één met documenten?',
        answer: 'Ja, als de beschrijving zegt hoe de twee bij elkaar horen.',
      },
    )
    await record(tx, city, { act: 'tender.question', object: `tender/${id}`, detail: { no: 1 } })
  })
}
