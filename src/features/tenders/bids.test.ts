/** From the closing time to a contract: opened all at once, compared, chosen by a person, and followed as duties. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { tenderForm } from '../../../test/tenders.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { asClock } from '../../db/as.ts'
import { sha256 } from '../../lib/canonical.ts'
import { holdSubjects } from '../../publish/held-store.ts'
import { addEntry } from '../../registers/store.ts'
import { todayIn } from '../../web/language.ts'
import type { Annex, Bid, BidAnswer } from '../../model/tender.ts'
import { note } from '../../db/noted-findings.ts'
import { bidText } from './rules/bid-file.ts'
import { tenderTimers } from './timers.ts'

const deps = testDeps()
let desk: TestDesk
let buyerPerson: TestPerson
let followerPerson: TestPerson
let buyer: Visitor
let policy: Visitor
let fg: Visitor
let follower: Visitor
let tender: string
let annex: Annex
let contract: string
let product: string

const here = (path = '') => `/balie/aanbestedingen/${tender}${path}`
const text = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const ASKED = ['verwerkersovereenkomst', 'subverwerkers', 'updates', 'exitplan', 'uitvoer', 'kosten-helder']
const promised = (requirement: string, more: Partial<BidAnswer> = {}): BidAnswer => ({
  requirement,
  wording: 1,
  level: 'met',
  remark: '',
  component: '',
  proof: { what: 'Bijlage 2', until: '' },
  tradeSecret: false,
  ...more,
})
const bidOf = (bidder: string, answers: readonly BidAnswer[]): Bid => ({
  format: 'leidraad-antwoorden/1',
  annex: { number: annex.number, version: 1, hash: 'a'.repeat(64) },
  bidder,
  product: 'Zaken 4',
  made: '2026-11-20T10:00:00.000Z',
  answers,
})
const file = (body: string, name = 'antwoorden.json') => new File([body], name)
const open = (files: readonly File[], fields: Record<string, string> = {}) =>
  buyer.post(here('/openen'), { bestanden: files as unknown as File, ...fields })

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id } = desk.municipality
  buyerPerson = await addPerson(desk.db, id, ['tender-officer'], 'Ilse Koper')
  followerPerson = await addPerson(desk.db, id, ['executor'], 'Bas Beheer')
  const officer = await addPerson(desk.db, id, ['policy-officer'], 'Tarik')
  buyer = await desk.visit(buyerPerson)
  follower = await desk.visit(followerPerson)
  policy = await desk.visit(officer)
  fg = await desk.visit(await addPerson(desk.db, id, ['fg'], 'Lotte'))
  const begun = await buyer.post('/balie/aanbestedingen/nieuw', tenderForm())
  tender = /aanbestedingen\/([0-9a-f-]{36})/.exec(begun.headers.get('location')!)![1]!
  await buyer.post(here('/eisen'), { neem: ASKED })
  expect((await buyer.post(here('/uitgeven'), { ondanks: 'De FG en de informatiebeveiliger zijn ziek.' })).status).toBe(
    303,
  )
  annex = (await desk.publicDb.selectFrom('published.tender').select('annex').executeTakeFirstOrThrow()).annex
  const of = (purpose: string) => registerFor(deps.registers, purpose)!
  const put = async (purpose: string, values: Record<string, unknown>) =>
    (
      await as(desk.db, officer, (tx) =>
        addEntry(tx, id, of(purpose), { values: values as never, by: officer.id, way: 'form' }),
      )
    ).id
  product = await put('product', { naam: 'Zaken 4' })
  contract = await put('contract', { naam: 'Contract zaaksysteem', producten: [product] })
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

/** As if time passed: at the desk, and for everybody. */
const closeIt = async (everybody = true) => {
  const closes_at = new Date(Date.now() - 1000)
  if (everybody) await desk.db.updateTable('published.tender').set({ closes_at }).execute()
  await unasked(desk.db, (tx) => tx.updateTable('tender').set({ closes_at }).where('id', '=', tender).execute())
}

describe('before the closing time', () => {
  test('no page opens anything, and the database takes no bid', async () => {
    for (const path of ['/openen', '/vergelijken', '/kiezen', `/antwoorden/${uuid()}`])
      expect([path, (await buyer.get(here(path))).status]).toEqual([path, 409])
    expect((await open([file(bidText(bidOf('Kadewerk', [])))])).status).toBe(409)
    const row = {
      municipality: desk.municipality.id,
      id: uuid(),
      tender,
      bidder: 'x',
      content: '{}',
      hash: 'x',
      whole: true,
    }
    const put = as(desk.db, buyerPerson, (tx) =>
      tx
        .insertInto('bid')
        .values({ ...row, by: buyerPerson.id })
        .execute(),
    )
    await expect(put).rejects.toThrow('row-level security')
  })

  test('a closing time that was moved at the desk alone opens nothing: everybody reads another', async () => {
    const { closes_at } = await desk.db
      .selectFrom('tender')
      .select('closes_at')
      .where('id', '=', tender)
      .executeTakeFirstOrThrow()
    await closeIt(false)
    expect((await open([file(bidText(bidOf('Kadewerk', [])))])).status).toBe(409)
    const opens = as(desk.db, buyerPerson, (tx) =>
      tx.updateTable('tender').set({ state: 'opened' }).where('id', '=', tender).execute(),
    )
    await expect(opens).rejects.toThrow('nothing is opened before the closing time')
    expect(await text(buyer, here())).toContain('Het sluiten is verplaatst, en nog niet uitgegeven')
    // It can still be put right.
    await as(desk.db, buyerPerson, (tx) =>
      tx.updateTable('tender').set({ closes_at }).where('id', '=', tender).execute(),
    )
    expect(await text(buyer, here())).not.toContain('Het sluiten is verplaatst')
  })
})

describe('after the closing time', () => {
  test('one file that is no bid, or of another tender, and nothing is opened', async () => {
    await closeIt()
    const right = file(bidText(bidOf('Kadewerk', [])), 'kadewerk.json')
    const other = { ...bidOf('Anders', []), annex: { number: 'AB-2020-0001', version: 1, hash: '' } }
    for (const [wrong, why] of [
      [file('{"x":1}', 'brief.json'), 'brief.json is geen bestand met antwoorden'],
      [file(bidText(other), 'oud.json'), 'oud.json hoort bij AB-2020-0001'],
    ] as const) {
      const answer = await open([right, wrong])
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(why)
    }
    expect((await open([])).status).toBe(422)
    expect(await desk.db.selectFrom('bid').select('id').execute()).toEqual([])
    expect((await policy.post(here('/openen'))).status).toBe(403)
  })

  test('all are opened at once, with their hashes; one that was changed afterwards is told', async () => {
    const kadewerk = bidText(
      bidOf('Kadewerk', [
        promised('verwerkersovereenkomst', { proof: { what: 'Overeenkomst', until: '2026-01-01' } }),
        promised('subverwerkers', { level: 'partly', remark: 'Eén land volgt nog.', tradeSecret: true }),
        promised('updates', { wording: 2 }),
        promised('exitplan'),
        promised('uitvoer', { proof: { what: '', until: '' } }),
      ]),
    )
    const straatwerk = bidText(
      bidOf(
        'Straatwerk',
        ASKED.map((each) => promised(each)),
      ),
    ).replace('Zaken 4', 'Zaken 5')
    expect((await open([file(straatwerk), file(kadewerk)])).status).toBe(303)
    const page = await text(buyer, here('/vergelijken'))
    expect(page.indexOf('>Kadewerk<')).toBeLessThan(page.indexOf('>Straatwerk<'))
    for (const said of ['bewijs verlopen', 'antwoord op een andere tekst', 'niet beantwoord', sha256(kadewerk)])
      expect(page).toContain(said)
    expect(page).toContain('Van Straatwerk klopt de inhoud niet')
    expect(page).not.toMatch(/punten|totaal|score|rang/i)
    // A forgotten file comes with a reason.
    const late = file(bidText(bidOf('Havenwerk', [])))
    expect((await open([late])).status).toBe(422)
    expect((await open([late], { reden: 'Stond in een andere map.' })).status).toBe(303)
    expect(await text(buyer, here('/vergelijken'))).toContain('Stond in een andere map.')
    // The way to a forgotten file stays there, and the same file again says why nothing came.
    expect(await text(buyer, here())).toContain('Open een vergeten bestand')
    expect(await text(fg, here())).not.toContain('Open een vergeten bestand')
    const same = await open([late], { reden: 'Nog eens.' })
    expect(same.status).toBe(303)
    const told = await text(buyer, here('/vergelijken'))
    expect([told.includes('0 bestanden'), await desk.db.selectFrom('bid').select('id').execute()]).toEqual([
      false,
      [expect.anything(), expect.anything(), expect.anything()],
    ])
  })

  test('who wrote the annex reads no bids; notes stand apart from the words of a bidder', async () => {
    expect((await policy.get(here('/vergelijken'))).status).toBe(403)
    const { id } = (await desk.db.selectFrom('bid').select('id').where('bidder', '=', 'Kadewerk').executeTakeFirst())!
    expect((await fg.post(here(`/antwoorden/${id}/subverwerkers`), { aantekening: '' })).status).toBe(422)
    const note = { aantekening: 'Vraag naar dat ene land.' }
    expect((await fg.post(here(`/antwoorden/${id}/subverwerkers`), note)).status).toBe(303)
    const page = await text(buyer, here(`/antwoorden/${id}`))
    expect(page).toContain('Bedrijfsgeheim: niet delen.')
    expect(page).toMatch(/Aantekening:<\/strong> Vraag naar dat ene land\.[\s\S]*Lotte/)
  })
})

describe('the number that a bidder gave', () => {
  const bidOfKadewerk = async () =>
    (await desk.db.selectFrom('bid').select(['id', 'hash']).where('bidder', '=', 'Kadewerk').executeTakeFirst())!
  const at = async () => here(`/controlegetal/${(await bidOfKadewerk()).id}`)
  const say = async (typed: Record<string, string>) =>
    buyer.post(await at(), { gaf: 'ja', getal: '', waar: 'Inschrijfformulier, blad 2', ...typed })

  test('is compared with the file: not filled in, another, none, the same; all of it is kept', async () => {
    const { id, hash } = await bidOfKadewerk()
    expect(await text(buyer, here('/vergelijken'))).toContain('nog niet ingevuld')
    const other = await say({ getal: `${hash.slice(0, 63)}${hash.endsWith('0') ? '1' : '0'}` })
    expect(other.status).toBe(303)
    const differs = await text(buyer, here('/vergelijken'))
    expect(differs).toContain('Een controlegetal is anders dan het bestand')
    expect(differs).toContain('anders dan het bestand')
    expect((await say({ gaf: 'nee' })).status).toBe(303)
    expect(await text(buyer, here('/vergelijken'))).toContain('niet opgegeven')
    expect((await say({ getal: `SHA-256: ${hash.toUpperCase()}` })).status).toBe(303)
    const same = await text(fg, here('/vergelijken'))
    expect(same).toContain('gelijk aan het bestand')
    expect(same).not.toContain('Een controlegetal is anders')
    expect(await text(buyer, here('/kiezen'))).toContain('Kadewerk (controlegetal: gelijk aan het bestand)')
    // Who reads the bid reads all that was written down, and who did so.
    const story = await text(fg, here(`/antwoorden/${id}`))
    expect(story.match(/Inschrijfformulier, blad 2/g)).toHaveLength(3)
    expect(story).toContain('Ilse Koper')
  })

  test('what is no number is told at its field, with what was typed; only who opens bids writes it', async () => {
    for (const [typed, said] of [
      [{ getal: 'abc123' }, 'Een SHA-256 heeft 64 tekens'],
      [{ gaf: 'nee', getal: 'abc123' }, 'Haal het getal weg'],
      [{ gaf: 'nee', waar: '' }, 'Schrijf waar u keek'],
    ] as const) {
      const answer = await say(typed)
      const page = await answer.text()
      expect([typed, answer.status, page.includes(said)]).toEqual([typed, 422, true])
      if ('getal' in typed) expect(page).toContain(typed.getal)
    }
    expect((await fg.get(await at())).status).toBe(403)
    const { id } = await bidOfKadewerk()
    const row = { municipality: desk.municipality.id, id: uuid(), bid: id, stated: '', source: 'x' }
    const changes = as(desk.db, buyerPerson, async (tx) => {
      await tx
        .insertInto('bid_stated')
        .values({ ...row, by: buyerPerson.id })
        .execute()
      await tx.updateTable('bid_stated').set({ source: 'y' }).execute()
    })
    await expect(changes).rejects.toThrow()
  })
})

describe('what was promised', () => {
  const duty = async (requirement: string) =>
    (await desk.db
      .selectFrom('contract_duty')
      .select(['id', 'next_on as nextOn', 'state'])
      .where('requirement', '=', requirement)
      .executeTakeFirst())!
  const stepsAt = async (id: string) =>
    /name="gezien" value="(\d+)"/.exec(await text(follower, `/balie/contractplichten/${contract}/${id}`))![1]!
  const step = async (requirement: string, fields: Record<string, string>) => {
    const { id } = await duty(requirement)
    return follower.post(`/balie/contractplichten/${contract}/${id}`, {
      gezien: await stepsAt(id),
      dag: todayIn(),
      tekst: 'Gezien op kantoor.',
      ...fields,
    })
  }
  const round = { today: todayIn(), origin: 'https://leidraad.test' }
  const tick = () =>
    Promise.all(
      tenderTimers({ norms: deps.catalogue.norms, registers: deps.registers }).map((timer) =>
        asClock(desk.db, desk.municipality.id, (tx) => timer.run(tx, { ...round, municipality: desk.municipality })),
      ),
    )

  test('becomes duties of the contract, once, by a person with a reason', async () => {
    const { id: bid } = (await desk.db
      .selectFrom('bid')
      .select('id')
      .where('bidder', '=', 'Kadewerk')
      .executeTakeFirst())!
    const typed = { inschrijver: bid, waarom: 'Besluit van het college, Z-14.', contract, eigenaar: followerPerson.id }
    expect((await buyer.post(here('/kiezen'), { ...typed, waarom: '' })).status).toBe(422)
    expect((await follower.post(here('/kiezen'), typed)).status).toBe(403)
    expect((await buyer.post(here('/kiezen'), typed)).status).toBe(303)
    expect((await buyer.post(here('/kiezen'), typed)).status).toBe(409)
    const rows = await desk.db.selectFrom('contract_duty').select(['requirement', 'exit', 'next_on']).execute()
    // What was not answered was not promised.
    expect(rows.map(({ requirement }) => requirement).toSorted()).toEqual([
      'exitplan',
      'subverwerkers',
      'uitvoer',
      'updates',
      'verwerkersovereenkomst',
    ])
    // Proof that has ended is looked at today.
    expect((await duty('verwerkersovereenkomst')).nextOn).toBe(todayIn())
    // Nobody looked yet: nothing has a tick.
    const fresh = await text(follower, `/balie/contractplichten/${contract}`)
    expect([fresh.includes('nog niet nagegaan'), fresh.includes('✓')]).toEqual([true, false])
    expect(fresh).toContain('Contract zaaksysteem')
    expect(await text(policy, '/balie/contractplichten')).toContain('Contract zaaksysteem')
  })

  test('is a task of the owner in time, and once', async () => {
    expect((await tick())[0]).toBe(1)
    expect((await tick())[0]).toBe(0)
    expect(await text(follower, '/balie')).toContain('Ga na of de leverancier dit nakomt')
    expect((await step('verwerkersovereenkomst', { stap: 'kept' })).status).toBe(303)
    expect(await text(follower, '/balie')).not.toContain('Ga na of de leverancier dit nakomt')
  })

  test('a finding of the product that does not fit is told, and decides nothing', async () => {
    await as(desk.db, await addPerson(desk.db, desk.municipality.id, ['adviser'], 'Imane'), async (tx) => {
      const { rows } = { rows: await tx.selectFrom('person').select('id').where('name', '=', 'Imane').execute() }
      await note(tx, desk.municipality.id, rows[0]!.id, [
        {
          source: 'inspection',
          about: { kind: 'product', id: product },
          norm: 'AUT-02',
          criterion: 'AUT-02.export',
          verdict: 'unmet',
          strength: 'witnessed',
          said: 'De uitvoer mist bijlagen.',
          seenBy: 'Beheer',
          at: '2099-01-01',
          until: '2099-12-31',
        },
      ])
    })
    expect((await tick())[1]).toBe(1)
    expect((await tick())[1]).toBe(0)
    expect(await text(follower, '/balie')).toContain('Bekijk een bevinding die niet past')
    expect((await duty('uitvoer')).state).toBe('running')
    expect(await text(follower, `/balie/contractplichten/${contract}`)).toContain('De uitvoer mist bijlagen.')
  })

  test('a breach is told to the owner by mail, and stands with the product; repair too', async () => {
    expect((await step('updates', { stap: 'breach', tekst: '' })).status).toBe(422)
    expect((await step('updates', { stap: 'rehearsed' })).status).toBe(422)
    expect((await step('updates', { stap: 'breach', tekst: 'Een lek stond drie weken open.' })).status).toBe(303)
    const [mail] = await desk.db
      .selectFrom('message')
      .select(['recipient', 'body'])
      .where('kind', '=', 'duty')
      .execute()
    expect(mail!.recipient).toBe(followerPerson.email)
    expect(mail!.body).toContain('Een lek stond drie weken open.')
    const findings = await desk.db
      .selectFrom('noted_finding')
      .select(['about', 'criterion', 'verdict', 'strength'])
      .where('criterion', '=', 'VEI-07.ernstige-lekken')
      .execute()
    expect(findings).toEqual([expect.objectContaining({ about: product, verdict: 'unmet', strength: 'documented' })])
    expect(await text(follower, `/balie/contractplichten?product=${product}`)).toContain('Contract zaaksysteem')
    expect((await duty('updates')).state).toBe('breached')
    expect((await step('updates', { stap: 'repaired', tekst: 'Gedicht.' })).status).toBe(303)
    expect((await duty('updates')).state).toBe('running')
  })

  test('an exit is rehearsed and recorded; two at once, and the second is asked again', async () => {
    const { id } = await duty('exitplan')
    const gezien = await stepsAt(id)
    expect((await step('exitplan', { stap: 'rehearsed', tekst: 'Honderd dossiers in een dag.' })).status).toBe(303)
    const second = await follower.post(`/balie/contractplichten/${contract}/${id}`, {
      gezien,
      stap: 'kept',
      dag: todayIn(),
      tekst: 'Ook gezien.',
    })
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('Ook gezien.')
    expect((await step('exitplan', { stap: 'kept', dag: '2099-01-01' })).status).toBe(422)
    // Nothing of a promise can be seen before it was made.
    const early = await step('exitplan', { stap: 'kept', dag: '2001-01-01' })
    expect([early.status, (await early.text()).includes('De belofte is van')]).toEqual([422, true])
    expect(await text(follower, `/balie/contractplichten/${contract}`)).toContain('overstap geoefend')
  })

  test('another follows it, and the open tasks go along', async () => {
    await step('subverwerkers', { stap: 'breach', tekst: 'Een bedrijf stond er niet op.' })
    const other = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Noor')
    const answer = await follower.post(`/balie/contractplichten/${contract}/eigenaar`, { eigenaar: other.id })
    expect(answer.status).toBe(303)
    expect(await text(await desk.visit(other), '/balie')).toContain('Ga na of de leverancier dit nakomt')
    expect((await fg.post(`/balie/contractplichten/${contract}/eigenaar`, { eigenaar: other.id })).status).toBe(403)
  })

  test('who follows it and leaves is missed: who buys names another, and what was open goes along', async () => {
    const asked = /Wijs aan wie een contract met 5 plichten volgt: Noor vertrok/
    const is = (state: 'left' | 'active') =>
      desk.db.updateTable('person').set({ state }).where('name', '=', 'Noor').execute()
    expect((await tick())[2]).toBe(0)
    // Who buys writes down what a colleague is to look at, too.
    const { id } = await duty('subverwerkers')
    const breach = { gezien: await stepsAt(id), stap: 'breach', dag: todayIn(), tekst: 'Nog een bedrijf.' }
    const told = await buyer.post(`/balie/contractplichten/${contract}/${id}`, breach)
    expect([told.status, desk.faults]).toEqual([303, []])
    await is('left')
    expect([(await tick())[2], (await tick())[2]]).toEqual([1, 0])
    expect(await text(buyer, '/balie')).toMatch(asked)
    expect(await text(fg, '/balie')).not.toMatch(asked)
    // Who is back is asked nothing more, and neither is anybody else.
    await is('active')
    await tick()
    expect(await text(buyer, '/balie')).not.toMatch(asked)
    await is('left')
    await tick()
    expect(await text(buyer, '/balie')).toMatch(asked)
    const given = await buyer.post(`/balie/contractplichten/${contract}/eigenaar`, { eigenaar: followerPerson.id })
    expect(given.status).toBe(303)
    expect(await text(buyer, '/balie')).not.toMatch(asked)
    expect(await text(follower, '/balie')).toContain('Ga na of de leverancier dit nakomt')
    expect((await tick())[2]).toBe(0)
  })

  describe('measured on the websites of the contract', () => {
    const CRITERION = 'PRV-13.volgers'
    const tomorrow = new Date(Date.now() + 86_400_000)
    const subjects = { here: uuid(), old: uuid() }
    const page = () => text(follower, `/balie/contractplichten/${contract}`)

    beforeAll(async () => {
      const { id: municipality } = desk.municipality
      const json = (value: unknown) => JSON.stringify(value) as never
      const organisation = await addOrganisation(desk.db, municipality, 'Balie')
      // A promise about a norm that is measured.
      await desk.db
        .updateTable('contract_duty')
        .set({ norm: 'PRV-13', criterion: CRITERION })
        .where('requirement', '=', 'uitvoer')
        .execute()
      expect((await step('uitvoer', { stap: 'unsure' })).status).toBe(303)
      await desk.db
        .insertInto('published.publication')
        .values({
          municipality,
          no: 1,
          by_name: 'x',
          by_function: 'x',
          provisional: false,
          catalogue_version: 'x',
          catalogue: json({ norms: [{ id: 'PRV-13', reviewMonths: 3 }] }),
          versions: json({}),
          self_test: null,
          summary: json({}),
        })
        .execute()
      for (const [id, address, measured_at] of [
        [subjects.here, 'balie.test', tomorrow],
        [subjects.old, 'oud.test', new Date('2026-01-05')],
      ] as const) {
        await desk.db
          .insertInto('subject')
          .values({ municipality, id, organisation, kind: 'website', address })
          .execute()
        const held = { evidence: null, screenshot: null, parties: [], pages: [], themes: [] }
        await holdSubjects(desk.db, 1, [
          {
            municipality,
            id,
            organisation: 'balie',
            kind: 'website' as const,
            address,
            measured_at,
            seen: true,
            why: null,
            detail: null,
            ...held,
          },
        ])
        await desk.db
          .insertInto('published.finding')
          .values({
            municipality,
            subject: id,
            criterion: CRITERION,
            from_no: 1,
            to_no: null,
            norm: 'PRV-13',
            theme: 'PRV',
            verdict: 'unmet',
            reason: 'none',
            seen: json({}),
            strength: 'measured',
            cause: 'first',
          })
          .execute()
      }
    })
    const name = (...websites: string[]) =>
      desk.db
        .updateTable('entry')
        .set({
          values: JSON.stringify({
            naam: 'Contract zaaksysteem',
            producten: [product],
            websites: websites.map((each) => ({ adres: `https://${each}/` })),
          }) as never,
        })
        .where('id', '=', contract)
        .execute()

    test('a contract that names no website says where to name one', async () => {
      expect(await page()).toContain('Bij dit contract en zijn producten staat geen website.')
      expect((await tick())[1]).toBe(0)
    })

    test('what ended is said to have ended, and is no breach; what nobody measured is said so', async () => {
      await name('oud.test', 'nieuw.test')
      const shown = await page()
      expect(shown).toContain('onbekend: gold tot en met')
      expect(shown).toContain('niets gemeten: nieuw.test')
      expect(shown).not.toContain('een meting past niet')
      expect((await tick())[1]).toBe(0)
    })

    test('what was measured and does not fit is a task, and decides nothing until a person does', async () => {
      await name('balie.test')
      expect(await page()).toContain('een meting past niet: kijk zelf')
      expect((await tick())[1]).toBe(1)
      expect((await tick())[1]).toBe(0)
      expect(await text(follower, '/balie')).toContain('Bekijk een bevinding die niet past')
      const { id, state } = await duty('uitvoer')
      expect(state).toBe('running')
      const one = await text(follower, `/balie/contractplichten/${contract}/${id}`)
      expect(one).toContain('Een meting past niet bij deze belofte')
      expect((await step('uitvoer', { stap: 'breach', tekst: 'Er gaat nog een bericht uit.' })).status).toBe(303)
      expect((await duty('uitvoer')).state).toBe('breached')
      expect(await page()).not.toContain('een meting past niet')
      // The history of the product has it, also where the norm is one of websites.
      const acts = await desk.db.selectFrom('audit').select('object').where('act', '=', 'duty.step').execute()
      expect(acts.map(({ object }) => object)).toContain(`entry/${product}`)
    })

    test('the websites of its products count too', async () => {
      await name()
      await desk.db
        .updateTable('entry')
        .set({ values: JSON.stringify({ naam: 'Zaken 4', websites: [{ adres: 'https://balie.test' }] }) as never })
        .where('id', '=', product)
        .execute()
      expect(await page()).toContain('balie.test')
    })
  })

  test('another municipality reads none of it', async () => {
    const visitor = await desk.visit(
      await addPerson(desk.db, desk.elsewhere.id, ['tender-officer', 'adviser'], 'Elders'),
    )
    for (const path of [here('/vergelijken'), `/balie/contractplichten/${contract}`])
      expect((await visitor.get(path)).status).toBe(404)
    expect(await text(visitor, '/balie/contractplichten')).toContain('Er zijn nog geen plichten.')
  })
})

test('a duty moves by a step that says so, and begins at a contract that is there', async () => {
  const slipped = (statement: string) =>
    as(desk.db, buyerPerson, (tx) => sql.raw(statement).execute(tx)).then(
      () => 'done',
      (error: Error) => error.message,
    )
  expect(
    await slipped(`update contract_duty set state = case state when 'ended' then 'running' else 'ended' end,
      next_on = case state when 'ended' then today_here() end`),
  ).toBe('a duty moves by a step')
  expect(
    await slipped(`insert into contract_duty (municipality, id, tender, bid, contract, requirement, wording, title,
        text, promise, norm, checked, on_breach, months, owner, next_on, by)
      select municipality, gen_random_uuid(), tender, bid, gen_random_uuid(), requirement, wording, title, text,
        promise, norm, checked, on_breach, months, owner, next_on, '${buyerPerson.id}' from contract_duty limit 1`),
  ).toBe('a duty begins at a contract')
  expect(await slipped(`insert into published.file (hash, media) values ('x', 'text/html')`)).toMatch('row-level')
})
