/** Registers are data: what fits is read, what does not is told with file and line. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fieldFor, readRegisters, registerFor } from './registers.ts'

const GOOD = `id: bankjes
versie: "1"
titel: Bankjes
een: bankje
uitleg: Waar u kunt zitten.
doel: bankje
lijst: [naam]
velden:
  - {id: naam, soort: tekst, label: Naam, verplicht: true, rol: title}
`
function told(...texts: readonly string[]): string[] {
  const dir = mkdtempSync(path.join(tmpdir(), 'registers-'))
  texts.forEach((text, at) => writeFileSync(path.join(dir, at === 0 ? 'bankjes.yaml' : `r${at}.yaml`), text))
  try {
    readRegisters(dir)
    return []
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')
  }
}

test('the registers of Leidraad are read, and asked for by what they are for', () => {
  const registers = readRegisters('registers')
  const sensors = registerFor(registers, 'sensor')!
  expect(fieldFor(sensors, 'ends')).toMatchObject({ kind: 'date', remindDays: [90, 30, 7] })
  expect(registerFor(registers, 'bankje')).toBeUndefined()
})

test('a register of one field is enough', () => {
  expect(told(GOOD)).toEqual([])
})

test('a form has parts, a list has dates and choices, and a name in a standard goes with its version', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'registers-'))
  writeFileSync(
    path.join(dir, 'bankjes.yaml'),
    `${GOOD}  - id: beurten
    soort: lijst
    label: Beurten
    deel: Onderhoud
    delen:
      - {id: dag, soort: datum, label: Dag}
      - id: werk
        soort: keuze
        label: Werk
        opties: [{id: verf, label: Verven, extern: {dcat: paint}}, {id: was, label: Wassen}]
extern: {dcat: "3.0"}
`,
  )
  const [register] = readRegisters(dir)
  const [name, turns] = register!.fields
  expect(name!.section).toBeUndefined()
  expect(turns!.section).toEqual({ label: 'Onderhoud', labelEnglish: 'Onderhoud' })
  expect(turns!.parts.map(({ kind }) => kind)).toEqual(['date', 'choice'])
  expect(turns!.parts[1]!.options[0]!.external).toEqual({ dcat: 'paint' })
  expect(register!.standards).toEqual({ dcat: '3.0' })
})

test.each([
  [GOOD.replace('id: bankjes', 'id: stoelen'), 'registers/bankjes.yaml:1: id stoelen past niet bij de naam'],
  [GOOD.replace('lijst: [naam]', 'lijst: [plek]'), 'registers/bankjes.yaml:7: veld plek bestaat niet'],
  [GOOD.replace(', rol: title', ''), 'rol title'],
  [GOOD.replace('verplicht: true, ', ''), 'een verplichte tekst'],
  [GOOD.replace('soort: tekst', 'soort: teks'), '"teks" is niet bekend; verwacht: tekst'],
  [`${GOOD}  - {id: naam, soort: tekst, label: Nog eens}\n`, ':10: veld naam komt twee keer voor'],
  [`${GOOD}  - {id: kleur, soort: keuze, label: Kleur}\n`, ':10: alleen een keuze heeft opties, en altijd'],
  [`${GOOD}  - {id: kleur, soort: tekst, label: Kleur, rol: ends}\n`, ':10: rol ends hoort bij een datum'],
  [
    `${GOOD}  - {id: bij, soort: verwijzing, label: Bij, naar: {doel: park}}\n`,
    ':10: er is geen register met doel park',
  ],
  [
    `${GOOD}  - {id: punten, soort: lijst, label: Punten, delen: [{id: uitkomst, soort: keuze, label: Uitkomst}]}\n`,
    ':10: alleen een keuze heeft opties, en altijd',
  ],
  [
    `${GOOD}  - {id: kleur, soort: tekst, label: Kleur, extern: {dcat: title}}\n`,
    ':10: noem bovenaan bij extern welke versie van dcat dit is',
  ],
  [`${GOOD}  - {id: bij, soort: verwijzing, label: Bij}\n`, ':10: alleen een verwijzing heeft naar, en altijd'],
])('a mistake is told at its line: %#', (text, expected) => {
  expect(told(text).join('\n')).toContain(expected)
})

test('two registers for one purpose leave no choice to the alphabet', () => {
  const twin = GOOD.replace('id: bankjes', 'id: r1')
  expect(told(GOOD, twin).join('\n')).toContain('heeft hetzelfde doel')
})

test.each(['naar: {soort: organisatie}', 'naar: {soort: zaak}', 'naar: {doel: bankje}'])(
  'a link may lead to %s',
  (to) => {
    expect(told(`${GOOD}  - {id: bij, soort: verwijzing, label: Bij, ${to}}\n`)).toEqual([])
  },
)

test('a mistake in one file is told once, in Dutch, and not again by what leads there', () => {
  const park = GOOD.replaceAll('bankje', 'park')
  const leading = `${GOOD}  - {id: bij, soort: verwijzing, label: Bij, naar: {doel: park}}\n`
  expect(told(leading, `${park}kleur: rood\n`)).toEqual([expect.stringMatching(/^registers\/r1\.yaml:10: .*kleur/)])
  expect(told(`${GOOD}kleur: rood\n`)[0]).not.toMatch(/Unrecognized|Invalid/)
})

test('no field takes the name of the column that every file begins with', () => {
  const numbered = `${GOOD}  - {id: nummer, soort: tekst, label: Plaatje}\n`
  expect(told(numbered).join()).toContain('nummer is al de eerste kolom van elk bestand')
  expect(told(numbered.replace('id: nummer', 'id: plaatnummer'))).toEqual([])
})

test('who is left out of a register by its file, and yet must be in it, is told', () => {
  const shut = (more: string) => GOOD.replace('lijst:', `${more}\nlijst:`)
  expect(told(shut('toegang: {lezen: [beleidsmedewerker, fg], schrijven: [beleidsmedewerker]}'))).toEqual([])
  expect(told(shut('toegang: {lezen: [beleidsmedewerker]}'))).toEqual([])
  expect(told(shut('toegang: {lezen: [fg]}')).join()).toContain('niemand van hen mag schrijven in een register')
  expect(told(shut('toegang: {lezen: [fg], schrijven: [beleidsmedewerker]}')).join()).toContain(
    'wie schrijft, moet ook lezen: beleidsmedewerker',
  )
  expect(told(shut('toegang: {schrijven: [uitvoerder]}')).join()).toContain(
    'beleidsmedewerker mag in dit register niet schrijven',
  )
  expect(told(shut('herinnert: uitvoerder\ntoegang: {schrijven: [uitvoerder]}'))).toEqual([])
  expect(told(shut('toegang: {lezen: [burgemeester]}')).join()).toContain('"burgemeester" is niet bekend')
  const chairs = GOOD.replace('id: bankjes', 'id: r1').replaceAll('ankje', 'ank')
  const leads = `${chairs}  - {id: bij, soort: verwijzing, label: Bij, naar: {doel: bankje}}\n`
  expect(told(shut('toegang: {lezen: [beleidsmedewerker]}'), leads).join()).toContain(
    'wie hier schrijft, mag daar niet lezen: uitvoerder, accountmanager',
  )
})

const options = 'opties: [{id: rood, label: Rood}, {id: wit, label: Wit}]'
const coloured = `${GOOD}  - {id: kleur, soort: keuze, label: Kleur, ${options}}\n`
const hung = (what: string, base = coloured) => told(`${base}  - {id: verf, soort: tekst, label: Verf, ${what}}\n`)

test('what hangs on another answer is told with its line when that cannot be', () => {
  const at = (what: string, base?: string) => hung(what, base).join()
  expect(hung('verplicht_als: {veld: kleur, is: [rood]}')).toEqual([])
  expect(hung('verplicht_als: {veld: kleur, is: ingevuld}')).toEqual([])
  expect(at('verplicht_als: {veld: kleuren, is: [rood]}')).toBe('registers/bankjes.yaml:11: veld kleuren bestaat niet')
  expect(at('verplicht_als: {veld: kleur, is: [blauw]}')).toContain(
    ':11: kleur kent geen antwoord blauw; wel: rood, wit',
  )
  expect(at('verplicht_als: {veld: naam, is: [rood]}')).toContain(':11: naam heeft geen antwoorden om uit te kiezen')
  expect(at('verplicht_als: {veld: verf, is: ingevuld}')).toContain(':11: noem een ander veld')
  expect(at('verplicht: true, verplicht_als: {veld: kleur, is: [wit]}')).toContain(':11: dit is al verplicht')
  expect(at('niet_openbaar_als: [{is: [rood], reden: Niet.}]')).toContain(':11: verf heeft geen antwoorden')
})
