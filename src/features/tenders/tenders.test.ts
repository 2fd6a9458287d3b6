/** A tender from its first line to its annex for everybody: chosen, refused at the field, issued, read back, fixed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { tenderForm } from '../../../test/tenders.ts'
import { unseenIn } from '../../../test/form-page.ts'

const deps = testDeps()
const [DOUBT = ''] = deps.requirements.forLawyer
let desk: TestDesk
let officer: TestPerson
let buyer: Visitor
let policy: Visitor
let fg: Visitor
let reader: Visitor
let tender: string

const text = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const idIn = (location: string | null) => /aanbestedingen\/([0-9a-f-]{36})/.exec(location ?? '')![1]!
const basisIn = (page: string) => unseenIn(page, 'basis')
const here = (path = '') => `/balie/aanbestedingen/${tender}${path}`
/** Posts the form of a requirement as its page shows it, with this typed. */
const choose = async (who: Visitor, requirement: string, typed: Record<string, string>, basis?: string) =>
  who.post(here(`/eisen/${requirement}`), {
    basis: basis ?? basisIn(await text(who, here(`/eisen/${requirement}`))),
    niveau: 'basic',
    ...typed,
  })

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id } = desk.municipality
  officer = await addPerson(desk.db, id, ['tender-officer'], 'Ilse Koper')
  buyer = await desk.visit(officer)
  policy = await desk.visit(await addPerson(desk.db, id, ['policy-officer'], 'Tarik'))
  fg = await desk.visit(await addPerson(desk.db, id, ['fg'], 'Lotte'))
  reader = await desk.visit(await addPerson(desk.db, id, ['executor'], 'Bas'))
  const begun = await buyer.post('/balie/aanbestedingen/nieuw', tenderForm())
  expect(begun.status).toBe(303)
  tender = idIn(begun.headers.get('location'))
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

describe('what is bought', () => {
  test('what is missing or cannot be is told at its field, with what was typed', async () => {
    const answer = await buyer.post('/balie/aanbestedingen/nieuw', {
      ...tenderForm({ titel: '', sluit: '2020-01-01', normen: 'PRV-99', 'voorwaarden-gibit': 'nee' }),
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const said of ['Geef de aanbesteding een naam.', 'Kies een moment dat nog komt.', 'Norm PRV-99 staat niet'])
      expect(page).toContain(said)
    expect(page).toContain('Schrijf waarom de Gemeentelijke Inkoopvoorwaarden')
    expect(page).toContain('Een zaaksysteem als dienst')
  })

  test('of a day that is right and an hour that is not, only the hour is told', async () => {
    const page = await (await buyer.post('/balie/aanbestedingen/nieuw', tenderForm({ uur: '25:00' }))).text()
    expect([page.includes('id="fout-uur"'), page.includes('id="fout-sluit"')]).toEqual([true, false])
    const day = await (await buyer.post('/balie/aanbestedingen/nieuw', tenderForm({ sluit: '2027-02-30' }))).text()
    expect([day.includes('id="fout-sluit"'), day.includes('zoals 30-02-2027')]).toEqual([true, false])
  })

  test('signing a covenant or coming from here is refused at the field, with the reason', async () => {
    for (const [typed, why] of [
      ['De inschrijver heeft het convenant digitale stad ondertekend.', 'Een convenant tekenen mag geen eis'],
      ['Lokale leveranciers krijgen voorrang.', 'Een voorkeur voor bedrijven uit de buurt'],
    ] as const) {
      const answer = await buyer.post('/balie/aanbestedingen/nieuw', tenderForm({ voorwerp: typed }))
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(why)
    }
    // Whatever is published is read: the name too, and a bidder from this very municipality.
    for (const wrong of [
      { titel: 'Zaaksysteem: alleen voor lokale leveranciers' },
      { kenmerk: 'Alleen convenantpartners mogen inschrijven' },
      { voorwerp: `De leverancier komt uit ${desk.municipality.name}.` },
    ])
      expect([wrong, (await buyer.post('/balie/aanbestedingen/nieuw', tenderForm(wrong))).status]).toEqual([wrong, 422])
    const near = await buyer.post(
      '/balie/aanbestedingen/nieuw',
      tenderForm({ titel: 'Bijna', voorwerp: 'De norm staat ook in het convenant. De gegevens staan in Nederland.' }),
    )
    expect(near.status).toBe(303)
  })

  test('two who change it at once: the second sees what the first did, and nothing is lost', async () => {
    const basis = basisIn(await text(buyer, here('/wijzigen')))
    expect((await policy.post(here('/wijzigen'), { ...tenderForm({ kenmerk: 'AB 12' }), basis })).status).toBe(303)
    const second = await buyer.post(here('/wijzigen'), { ...tenderForm({ titel: 'Zaaksysteem 2' }), basis })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Tarik')
    expect(page).toContain('value="AB 12"')
    expect(page).toContain('value="Zaaksysteem 2"')
  })
})

describe('what is asked', () => {
  test('each requirement that applies says why it is in proportion, and who only reads cannot choose', async () => {
    const page = await text(reader, here('/eisen'))
    expect(page).toContain('Zonder deze overeenkomst mag de gemeente geen gegevens van inwoners laten verwerken.')
    expect(page).not.toContain('name="neem"')
    expect(page).not.toContain('Een mens kan het stoppen')
    expect((await reader.post(here('/eisen'), { neem: ['updates'] })).status).toBe(403)
  })

  test('some are taken together; what is left out or said otherwise needs a reason', async () => {
    expect((await buyer.post(here('/eisen'), {})).status).toBe(422)
    const these = ['verwerkersovereenkomst', 'subverwerkers', 'updates', 'kosten-helder', 'exitplan']
    expect((await buyer.post(here('/eisen'), { neem: these })).status).toBe(303)
    const left = await choose(buyer, 'zuinig', { keuze: 'left', reden: '' })
    expect(left.status).toBe(422)
    expect(await left.text()).toContain('Schrijf waarom.')
    expect((await choose(buyer, 'zuinig', { keuze: 'left', reden: 'De dienst draait al.' })).status).toBe(303)
    expect((await choose(buyer, 'updates', { keuze: 'taken', niveau: 'significant' })).status).toBe(303)
    expect((await choose(buyer, 'updates', { keuze: 'taken', niveau: 'ambitious' })).status).toBe(422)
  })

  test('own words may not ask what is not allowed, and are refused at their field', async () => {
    const answer = await choose(buyer, 'hulp', {
      keuze: 'adapted',
      reden: 'Liever dichtbij.',
      text: 'De leverancier is gevestigd in onze gemeente.',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Een voorkeur voor bedrijven uit de buurt')
    const fine = { keuze: 'adapted', reden: 'Sneller nodig.', text: 'Een monteur is binnen vier uur in het stadhuis.' }
    expect((await choose(buyer, 'hulp', fine)).status).toBe(303)
    expect(await text(buyer, here('/bijlage.csv'))).toContain('Een monteur is binnen vier uur')
  })

  test('two who choose at once: the second is asked again', async () => {
    const basis = basisIn(await text(buyer, here('/eisen/beschikbaar')))
    expect((await choose(policy, 'beschikbaar', { keuze: 'taken' }, basis)).status).toBe(303)
    const second = await choose(buyer, 'beschikbaar', { keuze: 'left', reden: 'Te duur.' }, basis)
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Te duur.')
    // In the words of the form, and not those of the code.
    expect([page.includes('>opgenomen<'), page.includes('>taken<'), page.includes('>left<')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the annex', () => {
  test('an opinion against it asks for a reason before it is issued; both stand on the sheet', async () => {
    expect((await buyer.post(here('/advies'), { houding: 'against', advies: 'Nee' })).status).toBe(403)
    expect((await fg.post(here('/advies'), { houding: 'against', advies: '' })).status).toBe(422)
    expect((await fg.post(here('/advies'), { houding: 'against', advies: 'Neem ook de DPIA op.' })).status).toBe(303)
    const held = await buyer.get(here('/uitgeven'))
    expect(held.status).toBe(409)
    expect(await held.text()).toContain('Leg eerst vast waarom de gemeente daarvan afwijkt.')
    const [, opinion] = /afwijken\/([0-9a-f-]{36})/.exec(await text(buyer, here()))!
    expect((await buyer.post(here(`/afwijken/${opinion}`), { reden: 'De DPIA is er al.' })).status).toBe(303)
    const sheet = new Uint8Array(await (await buyer.get(here('/oplegger.odt'))).arrayBuffer())
    const content = strFromU8(unzipSync(sheet)['content.xml']!)
    for (const said of ['Neem ook de DPIA op.', 'De DPIA is er al.', 'De dienst draait al.'])
      expect(content).toContain(said)
  })

  test('it is issued once, and is there for everybody with its hash; the same is not issued again', async () => {
    // Who issues without an opinion is warned, and says why all the same.
    const asked = await text(buyer, here('/uitgeven'))
    expect(asked).toContain('Er is geen advies van de informatiebeveiliger.')
    expect(asked).not.toContain('Er is geen advies van de FG.')
    expect(asked).toContain('Een jurist moet nog iets nagaan.')
    expect(asked).toContain(DOUBT)
    const held = await buyer.post(here('/uitgeven'), { ondanks: '' })
    expect([held.status, (await held.text()).includes('id="fout-ondanks"')]).toEqual([422, true])
    expect((await buyer.post(here('/uitgeven'), { ondanks: 'Dennis is ziek tot maart.' })).status).toBe(303)
    for (const path of ['', '/versies/1']) expect(await text(buyer, here(path))).toContain('Dennis is ziek tot maart.')
    const sheet = new Uint8Array(await (await buyer.get(here('/oplegger.odt'))).arrayBuffer())
    expect(strFromU8(unzipSync(sheet)['content.xml']!)).toContain('Dennis is ziek tot maart.')
    expect(strFromU8(unzipSync(sheet)['content.xml']!)).toContain(DOUBT)
    const { detail } = await desk.db
      .selectFrom('audit')
      .select('detail')
      .where('act', '=', 'tender.issued')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(String(detail))).toMatchObject({
      cautions: ['no-security-officer', 'lawyer'],
      despite: 'Dennis is ziek tot maart.',
    })
    const rows = await desk.publicDb.selectFrom('published.tender').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ version: 1, current: true, stopped: false })
    expect(rows[0]!.annex.requirements.map(({ id }) => id)).toContain('hulp')
    // What we doubt is for colleagues: nothing of it leaves the house, in whatever form.
    expect(JSON.stringify(rows[0])).not.toMatch(/jurist|forLawyer/i)
    for (const path of ['/versies/1', '/bijlage.csv', '/bijlage.json'])
      expect(await text(buyer, here(path))).not.toContain(DOUBT)
    const odt = new Uint8Array(await (await buyer.get(here('/bijlage.odt'))).arrayBuffer())
    expect(strFromU8(unzipSync(odt)['content.xml']!)).not.toMatch(/jurist/i)
    expect(rows[0]!.annex.requirements.find(({ id }) => id === 'updates')?.level).toBe('significant')
    expect((await buyer.get(here('/uitgeven'))).status).toBe(409)
  })

  test('what was issued does not change, whoever tries', async () => {
    await expect(
      as(desk.db, officer, (tx) => tx.updateTable('tender_version').set({ hash: 'x' }).execute()),
    ).rejects.toThrow()
    await expect(desk.db.deleteFrom('tender_version').execute()).rejects.toThrow()
  })

  test('an edited file is read back: shown per requirement, accepted by a person with a reason', async () => {
    const bytes = new Uint8Array(await (await buyer.get(here('/bijlage.odt'))).arrayBuffer())
    const files = unzipSync(bytes)
    const edited = strFromU8(files['content.xml']!)
      .replace('dertig dagen van tevoren', 'zestig dagen van tevoren')
      .replace(
        'De leverancier sluit vóór het begin',
        'De inschrijver tekent het convenant. De leverancier sluit vóór het begin',
      )
    const send = (content: string) =>
      buyer.post(here('/teruglezen'), {
        bestand: new File([zipSync({ ...files, 'content.xml': strToU8(content) }) as BlobPart], 'bijlage.odt'),
      })
    const wrong = await buyer.post(here('/teruglezen'), { bestand: new File(['x'], 'brief.docx') })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Dit is geen ODT-bestand.')
    const read = await send(edited)
    expect(read.status).toBe(303)
    const location = read.headers.get('location')!
    const page = await text(buyer, location)
    expect(page).toContain('Bij 1 eis is iets anders')
    const marks = {
      'bestand-id': /name="bestand-id" value="([^"]+)"/.exec(page)![1]!,
      stand: /name="stand" value="([^"]+)"/.exec(page)![1]!,
    }
    const refused = await buyer.post(here('/teruglezen'), {
      ...marks,
      neem: ['verwerkersovereenkomst'],
      reden: 'Beter.',
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Een convenant tekenen mag geen eis')
    // The other way in has no fewer rules: no brand, and no text that was emptied.
    for (const [from, to, says] of [
      [
        'De leverancier sluit vóór het begin',
        'Het werkt met Microsoft Azure. De leverancier sluit',
        'of gelijkwaardig',
      ],
      [/De leverancier sluit vóór het begin[^<]*/, '', 'een tekst leeg'],
    ] as const) {
      const at = (await send(strFromU8(files['content.xml']!).replace(from, to))).headers.get('location')!
      const shown = await text(buyer, at)
      const answer = await buyer.post(here('/teruglezen'), {
        'bestand-id': /name="bestand-id" value="([^"]+)"/.exec(shown)![1]!,
        stand: marks.stand,
        neem: ['verwerkersovereenkomst'],
        reden: 'Beter.',
      })
      expect([answer.status, (await answer.text()).includes(says)], says).toEqual([422, true])
    }
    // Nobody else reads what this person sent.
    expect(await text(policy, location)).not.toContain('tekent het convenant')
  })

  test('after an edit and a reason it is the next version, with its differences', async () => {
    const bytes = new Uint8Array(await (await buyer.get(here('/bijlage.odt'))).arrayBuffer())
    const files = unzipSync(bytes)
    const edited = strFromU8(files['content.xml']!).replace('binnen 72 uur', 'binnen twee dagen')
    const file = new File([zipSync({ ...files, 'content.xml': strToU8(edited) }) as BlobPart], 'bijlage.odt')
    const page = await text(buyer, (await buyer.post(here('/teruglezen'), { bestand: file })).headers.get('location')!)
    const marks = {
      'bestand-id': /name="bestand-id" value="([^"]+)"/.exec(page)![1]!,
      stand: /name="stand" value="([^"]+)"/.exec(page)![1]!,
    }
    expect((await buyer.post(here('/teruglezen'), { ...marks, neem: ['updates'], reden: '' })).status).toBe(422)
    const taken = await buyer.post(here('/teruglezen'), { ...marks, neem: ['updates'], reden: 'Afgestemd.' })
    expect(taken.status).toBe(303)
    expect((await buyer.post(here('/teruglezen'), { ...marks, neem: ['updates'], reden: 'Nog eens.' })).status).toBe(
      409,
    )
    expect((await buyer.post(here('/uitgeven'), { waarom: '' })).status).toBe(422)
    expect(
      (await buyer.post(here('/uitgeven'), { ondanks: 'Nog steeds ziek.', waarom: 'De termijn is korter.' })).status,
    ).toBe(303)
    const second = await text(reader, here('/versies/2'))
    expect(second).toContain('binnen twee dagen')
    expect(second).toContain('binnen 72 uur')
    expect(second).toContain('De termijn is korter.')
  })

  test('a question is answered for all alike, and stands where everybody reads it', async () => {
    const typed = { vraag: 'Mag het ook in de nacht?', antwoord: 'Lokale bedrijven krijgen voorrang.' }
    expect((await buyer.post(here('/vraag'), typed)).status).toBe(422)
    expect((await buyer.post(here('/vraag'), { ...typed, antwoord: 'Ja.' })).status).toBe(303)
    const rows = await desk.publicDb.selectFrom('published.tender_question').selectAll().execute()
    expect(rows.map(({ no, question, answer }) => [no, question, answer])).toEqual([
      [1, 'Mag het ook in de nacht?', 'Ja.'],
    ])
  })

  test('once the closing time has come nothing changes it any more, and nothing is stopped halfway', async () => {
    const closes_at = new Date(Date.now() - 1000)
    await desk.db.updateTable('published.tender').set({ closes_at }).execute()
    await unasked(desk.db, (tx) => tx.updateTable('tender').set({ closes_at }).where('id', '=', tender).execute())
    expect((await buyer.get(here('/wijzigen'))).status).toBe(409)
    expect((await choose(buyer, 'updates', { keuze: 'taken' }, 'x')).status).toBe(409)
    expect((await buyer.post(here('/vraag'), { vraag: 'x', antwoord: 'y' })).status).toBe(409)
    await expect(
      as(desk.db, officer, (tx) =>
        tx
          .updateTable('tender')
          .set({ closes_at: new Date(Date.now() + 60_000) })
          .execute(),
      ),
    ).rejects.toThrow('the closing time has come')
    expect((await buyer.post(here('/stoppen'), { reden: 'Het geld is op.' })).status).toBe(303)
    expect(
      (await desk.publicDb.selectFrom('published.tender').select('stopped').execute()).every((row) => row.stopped),
    ).toBe(true)
  })
})

test('another municipality sees none of it', async () => {
  const visitor = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['tender-officer'], 'Elders'))
  expect((await visitor.get(here())).status).toBe(404)
  expect(await text(visitor, '/balie/aanbestedingen')).toContain('Er is nog geen aanbesteding.')
})
