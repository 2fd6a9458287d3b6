/** The pages of the desk that follow from the file of a register, each with something on it, made by its own forms. */
import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import { as, type TestDesk, type TestPerson, type Visitor } from './desk.ts'
import { formOf } from './form-page.ts'
import { readThings, TYPED } from './things.ts'

const [things] = readThings()
export const THINGS = `/balie/registers/${things!.id}`

/** Rows of which some are new, one changes something, one is as it was and the rest is wrong, each in its own way. */
export const ROWS = [
  'nummer;Naam;Soort;Kleuren;Sinds;Aantal;Prijs;E-mail;Webadres;Waar?;Wie kijkt;kleur',
  ';Nieuwe lantaarn;Rood;Geel;1-5-2026;3;2,50;loket@gemeente.nl;https://gemeente.nl/l;Markt 2 (52.1661, 4.4812);;rood',
  ';Bank;Blauw;;;;;;;;;',
  '1;Grote klok;Blauw;Rood;31-1-2026;1250;13;dingen@gemeente.nl;https://gemeente.nl/dingen;Markt 1 (52.1663, 4.4814);;',
  ';;Blauw;;;;;;;;;',
  ';Toeter;Paars;Groen;31-02-2026;veel;gratis;geen-adres;gemeente;Ergens (99, 300);;',
  '99999;Weg;Rood;;;;;;;;;',
].join('\r\n')

type People = { readonly officer: TestPerson; readonly publisher: TestPerson }

/** The addresses, by a name for each. Whoever opens them is the officer or, where it says so, the publisher. */
export async function registerPages(desk: TestDesk, { officer, publisher }: People): Promise<Record<string, string>> {
  const [anna, pia] = [await desk.visit(officer), await desk.visit(publisher)]
  const add = async (naam: string, more: Parameters<Visitor['post']>[1] = {}): Promise<string> => {
    const made = await anna.post(`${THINGS}/nieuw`, { ...TYPED, 'w-eigenaar': '', 'w-naam': naam, ...more })
    expect(made.status, await made.clone().text()).toBe(303)
    return made.headers.get('location')!
  }
  const change = async (at: string, more: Parameters<Visitor['post']>[1]) => {
    const form = formOf(await (await anna.get(`${at}/wijzigen`)).text(), `${at}/wijzigen`)
    expect((await anna.post(`${at}/wijzigen`, { ...form, ...more })).status).toBe(303)
  }
  const release = async (at: string, version = 1) =>
    expect((await anna.post(`${at}/vrijgeven`, { versie: String(version) })).status).toBe(303)
  const publish = async (at: string, version = 1) => {
    await release(at, version)
    const page = await (await pia.get(`${at}/openbaar-maken`)).text()
    const stuk = /name="stuk" value="([0-9a-f]{64})"/.exec(page)![1]!
    expect((await pia.post(`${at}/openbaar-maken`, { stuk })).status).toBe(303)
  }
  const end = async (at: string, reden: string) => {
    const form = formOf(await (await anna.get(`${at}/beeindigen`)).text(), `${at}/beeindigen`)
    expect((await anna.post(`${at}/beeindigen`, { ...form, reden })).status).toBe(303)
  }
  const file = () => new File(['gewone tekst'], 'een-besluit-met-een-lange-naam.txt', { type: 'text/plain' })

  const clock = await add('Grote klok', { 'w-bewijs': file(), 'w-norm': 'PRV-01' })
  await publish(clock)
  await change(clock, { 'w-aantal': '3', 'w-soort': 'a', 'w-kleuren': [] })
  const lacking = await add('Arbeidsongeschiktheidsverzekeringsloket', { 'w-vanaf': '', 'w-deel': 'Grote klok' })
  const released = await add('Lantaarn')
  await release(released)
  const leaving = await add('Bank', { 'w-waar': 'Park (52.1612, 4.4740)' })
  await publish(leaving)
  expect((await pia.post(`${leaving}/intrekken`, { reden: 'Er staat een naam in.' })).status).toBe(403)
  expect((await anna.post(`${leaving}/intrekken`, { reden: 'Er staat een naam in.' })).status).toBe(303)
  const ended = await add('Oude paal')
  await end(ended, 'Weggehaald.')
  const trial = await anna.post(`${THINGS}/importeren`, { bestand: new File([ROWS], 'dingen.csv') })
  expect(trial.status).toBe(303)
  await askFiles(desk, officer)
  return {
    'dingen, lijst': THINGS,
    'dingen, gezocht': `${THINGS}?q=klok&f-soort=a&f-token=nee`,
    'dingen, niets gevonden': `${THINGS}?q=bestaatniet`,
    'dingen, beëindigd': `${THINGS}?welke=beeindigd`,
    'dingen, kaart': `${THINGS}/kaart`,
    'dingen, kaart van dichtbij': `${THINGS}/kaart?plek=52.16630,4.48140,1000`,
    'ding, nieuw': `${THINGS}/nieuw`,
    'ding, pagina': clock,
    'ding, wijzigen': `${clock}/wijzigen`,
    'ding, geschiedenis': `${clock}/geschiedenis`,
    'ding, beëindigen': `${clock}/beeindigen`,
    'ding, weer in gebruik': `${ended}/beeindigen`,
    'ding, beëindigd': ended,
    'ding, nieuwe versie openbaar': `${clock}/openbaar-maken`,
    'ding, nog niet openbaar': `${lacking}/openbaar-maken`,
    'ding, vrijgegeven': `${released}/openbaar-maken`,
    'ding, intrekken': `${clock}/intrekken`,
    'ding, intrekken gevraagd': `${leaving}/intrekken`,
    'dingen, importeren': `${THINGS}/importeren`,
    'dingen, proef': trial.headers.get('location')!,
    'agenda van dingen': `/balie/agenda?register=${things!.id}`,
    'één datum': `/balie/agenda?register=${things!.id}&veld=vanaf&datum=2026-12-31`,
  }
}

/** Files of somebody: one ready, one in the making, one that went wrong. */
async function askFiles({ db }: TestDesk, person: TestPerson): Promise<void> {
  const { id: by, municipality } = person
  const [ready, waits, wrong] = [uuid(), uuid(), uuid()]
  const one = { municipality, by, path: `${THINGS}/exporteren.ods`, title: 'Dingen in de stad (ODS)' }
  const ids = [ready, waits, wrong]
  await as(db, person, (tx) =>
    tx
      .insertInto('export')
      .values(ids.map((id) => ({ ...one, id })))
      .execute(),
  )
  const end = (id: string, more: object) =>
    db
      .updateTable('export')
      .set({ ended_at: new Date(), ...more })
      .where('id', '=', id)
      .execute()
  await end(ready, { name: 'dingen.ods', media: 'application/vnd.oasis.opendocument.spreadsheet', size: 1_250_000 })
  await end(wrong, { problem: 'Dit register heeft meer dan 50.000 regels. Download het als CSV.' })
}
