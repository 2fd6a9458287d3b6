/**
 * Two tenders of the demo city: one that was chosen, with duties that run, one that is not kept and an exit that was
 * rehearsed; and one that is open, of which everybody reads the annex.
 */
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { note } from '../db/noted-findings.ts'
import { answerQuestion, deviate, opine, opinionsOf } from '../features/tenders/around-store.ts'
import { bidsOf, chooseBid, noteBid, openBids } from '../features/tenders/bid-store.ts'
import { contractById } from '../features/tenders/contract-store.ts'
import { wholeTender, type TenderDeps } from '../features/tenders/draft.ts'
import { addDuties, dutiesOf, takeDutyStep } from '../features/tenders/duty-store.ts'
import { bidText, readBid } from '../features/tenders/rules/bid-file.ts'
import { hashOfAnnex, lowestLevel } from '../features/tenders/rules/compose.ts'
import { nextCheck, promisesIn } from '../features/tenders/rules/duty.ts'
import { addTender, choose, issue, nameFile, type TenderInput } from '../features/tenders/store.ts'
import { registerFor } from '../catalogue/registers.ts'
import type { Annex, Bid, BidAnswer } from '../model/tender.ts'
import { annexOdt } from '../web/annex/odt.ts'
import { annexPaper } from '../web/annex/paper.ts'
import { paperOf } from '../web/document.tsx'
import { todayIn } from '../web/language.ts'
import { DAY, isoDay } from './case/moments.ts'
import { entriesThere, idsBy, tendersThere, tenderWas } from './store.ts'
import { answersTo, APPOINTMENTS, CASES, LEFT, OWN, TOLD } from './tender-story.ts'

const HOUR = 3_600_000
const [BUYER, FG, SECURITY, FOLLOWS] = [
  'ilse.koper@gemeente-sluiswijk.test',
  'lotte.brandsma@gemeente-sluiswijk.test',
  'dennis.oosterhof@gemeente-sluiswijk.test',
  'tarik.aydin@gemeente-sluiswijk.test',
] as const

type Fill = {
  readonly db: Db
  readonly municipality: { readonly id: string; readonly name: string }
  readonly deps: TenderDeps
}

/** Takes all that applies, but what is left out here. */
async function chooseAll(tx: Tx, { municipality, deps }: Fill, tender: string, by: string): Promise<void> {
  const whole = (await wholeTender(tx, municipality, deps, tender))!
  for (const { requirement } of whole.offered) {
    const [left, words] = [LEFT[requirement.id], OWN[requirement.id]]
    await choose(tx, municipality.id, tender, by, {
      requirement: requirement.id,
      choice: left ? 'left' : words ? 'adapted' : 'taken',
      level: lowestLevel(requirement),
      words: words ?? {},
      reason: left ?? (words ? 'De balie staat anders stil.' : ''),
    })
  }
}

/** Issues what was chosen, as closing on this day. */
async function issueNow(
  tx: Tx,
  { municipality, deps }: Fill,
  tender: string,
  by: string,
  closesAt: Date,
): Promise<Annex> {
  const whole = (await wholeTender(tx, municipality, deps, tender))!
  const annex: Annex = { ...whole.annex, version: whole.tender.issued + 1, closesAt: closesAt.toISOString() }
  const [hash, paper] = [hashOfAnnex(annex), annexPaper(annex)]
  const pdf = await deps.files.put('application/pdf', await deps.print(paperOf(paper), paper.above))
  const odt = await deps.files.put('application/vnd.oasis.opendocument.text', annexOdt(annex, hash))
  await nameFile(tx, pdf, 'application/pdf')
  await nameFile(tx, odt, 'application/vnd.oasis.opendocument.text')
  await issue(tx, municipality.id, whole.tender, { annex, hash, reason: '', pdf, odt, by })
  await record(tx, municipality.id, {
    act: 'tender.issued',
    object: `tender/${tender}`,
    detail: { version: annex.version, hash },
  })
  return annex
}

/** Adds them once, after the registers were filled. */
export async function fillTenders(fill: Fill): Promise<void> {
  const { db, municipality, deps } = fill
  const { id: city } = municipality
  const people = await idsBy(db, city, 'person', 'email')
  const [buyer, fg, security, follows] = [BUYER, FG, SECURITY, FOLLOWS].map((email) => people.get(email))
  const register = registerFor(deps.registers, 'contract')
  const contract = register && (await entriesThere(db, city, register.id)).get('Afspraken aan de balie')
  if (!buyer || !fg || !security || !follows || !contract || (await tendersThere(db, city))) return
  const as = <T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    asPerson(db, { municipality: city, person, organisation: null }, 'write', work)
  const now = Date.parse(todayIn()) + DAY / 2
  const at = (days: number) => new Date(now + days * DAY)
  const terms = deps.requirements.terms.map((each) => ({ ...each, applies: true, why: '' }))
  const begin = (input: Omit<TenderInput, 'terms' | 'closesAt'>, closesAt: Date) =>
    as(buyer, async (tx) => {
      const id = await addTender(tx, city, buyer, { ...input, terms, closesAt })
      await record(tx, city, { act: 'tender.begun', object: `tender/${id}`, detail: { title: input.title } })
      await chooseAll(tx, fill, id, buyer)
      return id
    })
  await past()
  await open()

  async function past(): Promise<void> {
    const [closed, id] = [at(-75), await begin(APPOINTMENTS, new Date(Date.now() + HOUR))]
    const annex = await as(buyer!, (tx) => issueNow(tx, fill, id, buyer!, closed))
    await tenderWas(db, city, id, { no: annex.no, begunAt: at(-130), closedAt: closed })
    const bid = (bidder: string, product: string, answers: BidAnswer[]): Bid => ({
      format: 'leidraad-antwoorden/1',
      annex: { number: annex.number, version: annex.version, hash: hashOfAnnex(annex) },
      bidder,
      product,
      made: at(-80).toISOString(),
      answers,
    })
    const until = isoDay(at(200))
    const files = [
      bid('Wachtniet', 'Balieplan 7', answersTo(annex, TOLD.wachtniet, until)),
      bid('Kadewerk Software', 'Kadeplan 3', answersTo(annex, TOLD.kadewerk, until)),
    ].map((each) => readBid(new TextEncoder().encode(bidText(each))))
    await as(buyer!, async (tx) => {
      const opened = files.flatMap((read) => (read.bid ? [{ ...read, late: '' }] : []))
      await openBids(tx, city, id, buyer!, opened)
      await record(tx, city, {
        act: 'bid.opened',
        object: `tender/${id}`,
        detail: { hashes: opened.map(({ hash }) => hash) },
      })
    })
    const chosen = await as(buyer!, async (tx) =>
      (await bidsOf(tx, city, id)).find(({ bidder }) => bidder === 'Wachtniet')!,
    )
    await as(security!, (tx) =>
      noteBid(tx, city, {
        bid: chosen.id,
        requirement: 'subverwerkers',
        by: security!,
        text: 'Wachtniet Hosting staat in Nederland. Wie doet de hulp buiten kantoortijd? Gevraagd in de toelichting.',
      }),
    )
    await as(buyer!, async (tx) => {
      await chooseBid(tx, city, id, { bid: chosen.id, why: 'Collegebesluit van 23 september, zaak 2026-0455.' })
      const promises = promisesIn(chosen.content.answers)
      const made = { tender: id, bid: chosen.id, contract: contract!, owner: follows!, by: buyer!, annex, promises }
      await addDuties(tx, city, { ...made, today: isoDay(at(-60)) })
      await record(tx, city, { act: 'bid.chosen', object: `tender/${id}`, detail: { bid: chosen.id } })
    })
    await follow()
  }

  /** What its owner saw since: a promise that is not kept, one that is, and an exit that was rehearsed. */
  async function follow(): Promise<void> {
    await as(follows!, async (tx) => {
      const duties = await dutiesOf(tx, city, contract!)
      const found = await contractById(tx, city, deps.registers, contract!)
      const step = async (requirement: string, step: 'kept' | 'breach' | 'rehearsed', days: number, text: string) => {
        const duty = duties.find((each) => each.requirement === requirement)
        if (!duty) return
        const seenOn = isoDay(at(days))
        const nextOn = nextCheck(step, seenOn, duty.months)
        await takeDutyStep(tx, city, duty, { step, seenOn, text, nextOn, by: follows! })
        await record(tx, city, { act: 'duty.step', object: `entry/${contract}`, detail: { duty: duty.id, step } })
        if (step !== 'breach' || !found || duty.criterion === null) return
        await note(
          tx,
          city,
          follows!,
          found.products.map((id) => ({
            source: 'inspection' as const,
            about: { kind: 'product' as const, id },
            norm: duty.norm,
            criterion: duty.criterion!,
            verdict: 'unmet' as const,
            strength: 'documented' as const,
            said: text,
            seenBy: 'Tarik Aydin',
            at: seenOn,
            until: isoDay(at(330)),
          })),
        )
      }
      await step('verwerkersovereenkomst', 'kept', -40, 'Getekend op 2 oktober. Elk punt van artikel 28 staat erin.')
      await step(
        'exitplan',
        'rehearsed',
        -20,
        'Honderd afspraken overgezet naar een ander programma. Het kostte een dag. Bijlagen kwamen niet mee.',
      )
      await step(
        'subverwerkers',
        'breach',
        -6,
        'Op de lijst ontbreekt het bedrijf dat ’s nachts de telefoon opneemt. Het kan bij de agenda.',
      )
    })
  }

  async function open(): Promise<void> {
    const closesAt = new Date(at(34).getTime())
    const id = await begin(CASES, closesAt)
    const say = async (
      person: string,
      role: 'fg' | 'security-officer',
      stance: 'conditions' | 'against',
      text: string,
    ) => {
      await as(person, async (tx) => {
        await opine(tx, city, id, { by: person, role, stance, text })
        await record(tx, city, { act: 'tender.opinion', object: `tender/${id}`, detail: { role, stance } })
      })
    }
    await say(
      fg!,
      'fg',
      'conditions',
      'Neem op dat de leverancier helpt bij de DPIA, voordat het systeem in gebruik gaat.',
    )
    await say(
      security!,
      'security-officer',
      'against',
      'Vraag ook de lijst van onderdelen (SBOM). Zonder zien wij lekken te laat.',
    )
    await as(buyer!, async (tx) => {
      const against = (await opinionsOf(tx, city, id)).find(({ stance }) => stance === 'against')
      if (against)
        await deviate(tx, city, id, {
          by: buyer!,
          about: against.id,
          text: 'De markt levert die lijst nog zelden. Wij vragen hem bij de verlenging.',
        })
      const annex = await issueNow(tx, fill, id, buyer!, closesAt)
      await answerQuestion(
        tx,
        city,
        { id, no: annex.no },
        {
          by: buyer!,
          question: 'Mag de uitvoer ook in twee bestanden: één met zaken en één met documenten?',
          answer: 'Ja, als de beschrijving zegt hoe de twee bij elkaar horen.',
        },
      )
      await record(tx, city, { act: 'tender.question', object: `tender/${id}`, detail: { no: 1 } })
    })
  }
}
