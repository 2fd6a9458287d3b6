/**
 * The tender of the demo city that was chosen, as it went: advice, issued, closed, opened, chosen, and followed by who
 * owns the contract. Each moment is told of its own day, in an order that is possible.
 */
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import { note } from '../db/noted-findings.ts'
import { opine } from '../features/tenders/around-store.ts'
import { bidsOf, chooseBid, keepStated, noteBid, openBids } from '../features/tenders/bid-store.ts'
import { contractById } from '../features/tenders/contract-store.ts'
import { addDuties, dutiesOf, takeDutyStep } from '../features/tenders/duty-store.ts'
import { bidText, readBid } from '../features/tenders/rules/bid-file.ts'
import { hashOfAnnex } from '../features/tenders/rules/compose.ts'
import { nextCheck, promisesIn } from '../features/tenders/rules/duty.ts'
import type { Annex, Bid, BidAnswer } from '../model/tender.ts'
import { day } from '../web/language.ts'
import { isoDay } from './case/moments.ts'
import { inThePast, OF_TENDERS } from './past-store.ts'
import { tenderWas } from './store.ts'
import { answersTo, APPOINTMENTS, DAYS, TOLD } from './tender-story.ts'
import { as, beginTender, issueNow, type Telling } from './tender-acts.ts'

type Step = readonly [requirement: string, step: 'kept' | 'breach' | 'rehearsed', days: number, text: string]

/** Tells it once. */
export async function tellPast(telling: Telling): Promise<void> {
  const { db, municipality, deps, people, contract, at } = telling
  const { buyer, fg, security, follows } = people
  const city = municipality.id
  const on = (days: number): string => isoDay(at(days))
  const [closed, until] = [at(DAYS.closed), on(200)]
  const opinion = (person: string, role: 'fg' | 'security-officer', text: string) =>
    as(telling, person, async (tx) => {
      await opine(tx, city, id, { by: person, role, stance: 'agreed', text })
      await record(tx, city, { act: 'tender.opinion', object: `tender/${id}`, detail: { role, stance: 'agreed' } })
    })
  let [id, annex] = ['', undefined as Annex | undefined]
  await inThePast(
    db,
    city,
    [
      {
        day: on(DAYS.begun),
        // Nobody opens a tender that is open: it closes within the hour, and is told to have closed long ago.
        work: async () => (id = await beginTender(telling, APPOINTMENTS, new Date(Date.now() + 3_600_000))),
      },
      {
        day: on(DAYS.advice),
        work: async () => {
          await opinion(
            fg,
            'fg',
            'De eisen over de verwerkersovereenkomst zijn goed. Vraag de lijst van andere bedrijven.',
          )
          await opinion(security, 'security-officer', 'Akkoord. Ik kijk mee bij het bewijs van de beveiliging.')
        },
      },
      {
        day: on(DAYS.issued),
        work: async () => {
          annex = await as(telling, buyer, (tx) => issueNow(tx, telling, id, buyer, closed))
          await tenderWas(db, city, id, { no: annex.no, closedAt: closed })
        },
      },
      { day: on(DAYS.opened), work: () => openAll(annex!) },
      {
        day: on(DAYS.noted),
        work: () =>
          as(telling, security, async (tx) =>
            noteBid(tx, city, {
              bid: (await chosenIn(tx)).id,
              requirement: 'subverwerkers',
              by: security,
              text: 'Wachtniet Hosting staat in Nederland. Wie helpt buiten kantoortijd? Gevraagd in de toelichting.',
            }),
          ),
      },
      { day: on(DAYS.chosen), work: () => choose(annex!) },
      ...followed().map((each) => ({ day: on(each[2]), work: () => follow(each) })),
    ],
    OF_TENDERS,
  )

  async function chosenIn(tx: Tx) {
    return (await bidsOf(tx, city, id)).find(({ bidder }) => bidder === 'Wachtniet')!
  }

  async function openAll(of: Annex): Promise<void> {
    const bid = (bidder: string, product: string, answers: BidAnswer[]): Bid => ({
      format: 'leidraad-antwoorden/1',
      annex: { number: of.number, version: of.version, hash: hashOfAnnex(of) },
      bidder,
      product,
      made: at(DAYS.made).toISOString(),
      answers,
    })
    const files = [
      bid('Wachtniet', 'Balieplan 7', answersTo(of, TOLD.wachtniet, until)),
      bid('Kadewerk Software', 'Kadeplan 3', answersTo(of, TOLD.kadewerk, until)),
    ].map((each) => readBid(new TextEncoder().encode(bidText(each))))
    await as(telling, buyer, async (tx) => {
      const opened = files.flatMap((read) => (read.bid ? [{ ...read, late: '' }] : []))
      await openBids(tx, city, id, buyer, opened)
      await record(tx, city, {
        act: 'bid.opened',
        object: `tender/${id}`,
        detail: { hashes: opened.map(({ hash }) => hash) },
      })
      const { id: chosen, hash } = await chosenIn(tx)
      await keepStated(tx, city, { bid: chosen, stated: hash, source: 'Inschrijfformulier, blad 2', by: buyer })
      await record(tx, city, {
        act: 'bid.stated',
        object: `tender/${id}`,
        detail: { bid: chosen, compared: 'same', stated: hash },
      })
    })
  }

  async function choose(of: Annex): Promise<void> {
    await as(telling, buyer, async (tx) => {
      const chosen = await chosenIn(tx)
      const why = `Collegebesluit van ${day('nl', on(DAYS.chosen - 1))}, zaak 2026-0455.`
      await chooseBid(tx, city, id, { bid: chosen.id, why })
      const promises = promisesIn(chosen.content.answers)
      const made = { tender: id, bid: chosen.id, contract, owner: follows, by: buyer, annex: of, promises }
      await addDuties(tx, city, { ...made, today: on(DAYS.chosen) })
      await record(tx, city, { act: 'bid.chosen', object: `tender/${id}`, detail: { bid: chosen.id } })
    })
  }

  /** What its owner saw since: a promise that is kept, an exit that was rehearsed, and one that is not kept. */
  function followed(): readonly Step[] {
    const signed = `Getekend op ${day('nl', on(DAYS.signed))}. Elk punt van artikel 28 staat erin.`
    return [
      ['verwerkersovereenkomst', 'kept', -40, signed],
      [
        'exitplan',
        'rehearsed',
        -20,
        'Honderd afspraken overgezet naar een ander programma. Het kostte een dag. Bijlagen kwamen niet mee.',
      ],
      [
        'subverwerkers',
        'breach',
        -6,
        'Op de lijst ontbreekt het bedrijf dat ’s nachts de telefoon opneemt. Het kan bij de agenda.',
      ],
    ]
  }

  async function follow([requirement, step, days, text]: Step): Promise<void> {
    await as(telling, follows, async (tx) => {
      const duty = (await dutiesOf(tx, city, contract)).find((each) => each.requirement === requirement)
      const found = await contractById(tx, city, deps.registers, contract)
      if (!duty || !found) return
      const seenOn = on(days)
      const nextOn = nextCheck(step, seenOn, duty.months)
      await takeDutyStep(tx, city, duty, { step, seenOn, text, nextOn, by: follows })
      await record(tx, city, { act: 'duty.step', object: `entry/${contract}`, detail: { duty: duty.id, step } })
      const { criterion } = duty
      if (step !== 'breach' || criterion === null) return
      await note(
        tx,
        city,
        follows,
        found.products.map((product) => ({
          source: 'inspection' as const,
          about: { kind: 'product' as const, id: product },
          norm: duty.norm,
          criterion,
          verdict: 'unmet' as const,
          strength: 'documented' as const,
          said: text,
          seenBy: 'Tarik Aydin',
          at: seenOn,
          until: on(330),
        })),
      )
    })
  }
}
