/** Which questions are delicate, and which only look so. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import type { Form } from '../../model/evidence.ts'
import { delicateIn } from './delicate.ts'

type Field = Form['fields'][number]
const form = (fields: Field[], over: Partial<Form> = {}): Form => ({
  action: 'https://www.voorbeeld.nl/',
  method: 'post',
  selector: 'form',
  fields,
  ...over,
})
const asked = (label: string, type = 'text', name = 'veld') => delicateIn(form([{ name, type, label }]))[0]?.strict

test.each([
  ['Burgerservicenummer (BSN)', 'text'],
  ['Kopie van uw paspoort', 'file'],
  ['Rijbewijsnummer', 'text'],
  ['Welke medicijnen gebruikt u?', 'textarea'],
  ['Diagnose', 'text'],
  ['Medische voorgeschiedenis', 'textarea'],
  ['Hebt u allergieën?', 'textarea'],
  ['Godsdienst', 'text'],
  ['Lid van een vakbond', 'text'],
  ['Eerdere veroordelingen', 'textarea'],
  ['Bent u zwanger?', 'checkbox'],
  ['Do you take medication?', 'radio'],
  ['Uw medische voorgeschiedenis', 'textarea'],
  ['BSN (zonder spaties)', 'text'],
  ['Geen huisarts? Wat is uw BSN', 'text'],
  ['Social security no (9 digits)', 'text'],
  ['Heeft u een beperking?', 'radio'],
  ['Heeft uw kind een beperking?', 'radio'],
  ['Heeft u diabetes?', 'radio'],
  ['Waarvoor bent u onder behandeling?', 'textarea'],
  ['Ik gebruik medicijnen', 'checkbox'],
  ['Ik ben zwanger', 'checkbox'],
  ['Ik heb een beperking', 'checkbox'],
  ['Geaardheid', 'text'],
  ['Geloof', 'text'],
  ['HIV-status', 'text'],
  ['ADHD', 'text'],
  ['Verslaving', 'text'],
  ['Uitgerekende datum', 'date'],
  ['Nummer identiteitsbewijs', 'text'],
  ['Toelichting op uw ziekte', 'textarea'],
  ['Beschrijf hier uw lichamelijke klachten', 'textarea'],
  ['Gebruikt u medicijnen en rijdt u auto?', 'radio'],
  ['Kopie rijbewijs (huur van de auto)', 'file'],
  ['Heeft u een allergie voor katten?', 'radio'],
  ['BSN van het lid', 'text'],
  ['Informatie over uw medicijnen', 'text'],
])('%s (%s) may only be used where an exception holds', (label, type) => {
  expect(asked(label, type)).toBe(true)
})

test.each([
  ['IBAN', 'text'],
  ['Naam van uw kind', 'text'],
  ['Geboortedatum kind', 'date'],
  ['Bruto inkomen', 'number'],
  ['Hoogte van uw schulden', 'text'],
])('%s is about children or money', (label, type) => {
  expect(asked(label, type)).toBe(false)
})

test.each([
  ['Uw klacht', 'textarea'],
  ['Aantal kinderen', 'number'],
  ['Kinderen (4 tot 12 jaar)', 'number'],
  ['Gezondheid', 'checkbox'],
  ['Ziekte en verzuim', 'checkbox'],
  ['Allergieën of dieetwensen', 'textarea'],
  ['Paspoort aanvragen', 'checkbox'],
  ['Factuurnummer', 'text'],
  ['Ras van uw hond', 'text'],
  ['Huisarts', 'text'],
  ['Medewerker', 'text'],
  ['Schuldhulp', 'checkbox'],
  ['Naam school', 'text'],
  ['Uw handicap (golf)', 'number'],
  ['Wijkgezondheidscentrum', 'text'],
  ['Uw bericht (vul hier geen BSN of medische gegevens in)', 'textarea'],
  ['Bericht. Stuur geen medische gegevens via dit formulier.', 'textarea'],
  ['Opmerkingen (geen BSN invullen)', 'textarea'],
  ['Onderwerp, zonder BSN of diagnose', 'text'],
  ['Uw BSN hier niet invullen', 'text'],
  ['Message. Please do not send medical information', 'textarea'],
  ['Your question (no medical history please)', 'textarea'],
  ['Reden: ziekte, bruiloft, anders', 'textarea'],
  ['Uw vraag over ziekte', 'textarea'],
  ['Heeft u een vraag over uw medicijnen?', 'textarea'],
  ['Welke ziekte heeft uw hond?', 'text'],
  ['Medicijnen voor uw kat', 'text'],
  ['Gebruikt u medicijnen voor uw kat?', 'radio'],
  ['Aandoening van uw huisdier', 'textarea'],
  ['Paspoortnummer van uw paard', 'text'],
  ['Diagnose auto', 'text'],
  ['Diagnose van uw computer', 'text'],
  ['Ziekte van de boom', 'text'],
  ['Bent u lid van de BSN (Basketbal Stichting Noord)?', 'radio'],
  ['BSN (Basketbal Stichting Noord): lidnummer', 'text'],
  ['Religie (boekcategorie)', 'text'],
  ['Ik wil informatie over medicatie', 'text'],
  ['Ik heb interesse in een cursus over diabetes', 'checkbox'],
  ['Ik ben huisarts en schrijf medicatie voor', 'checkbox'],
  ['Omschrijf uw klachten', 'textarea'],
  ['Diabetes', 'checkbox'],
  ['Geloof je in een groene wijk?', 'text'],
  ['Heeft u een beperking in uw budget?', 'radio'],
  ['Soa-test', 'number'],
])('%s (%s) is an ordinary question', (label, type) => {
  expect(asked(label, type)).toBeUndefined()
})

const beside = (other: string, label: string, type: string) =>
  delicateIn(
    form([
      { name: 'een', type: 'text', label: other },
      { name: 'twee', type, label },
    ]),
  ).map(({ field }) => field.label)

test('what an animal or a car has is asked of nobody; what its owner has is', () => {
  for (const other of ['Naam van uw hond', 'Diersoort', 'Kenteken', 'Name of your dog'])
    for (const label of ['Ziekte', 'Medicatie', 'Diagnose', 'Allergieën'])
      expect(beside(other, label, 'text'), `${other}, ${label}`).toEqual([])
  expect(beside('Diersoort', 'Gebruikt u medicijnen?', 'radio')).toEqual(['Gebruikt u medicijnen?'])
  expect(beside('Heeft u huisdieren?', 'Medicatie', 'text')).toEqual(['Medicatie'])
})

test('beside the name of a general practitioner a complaint is one of the body', () => {
  expect(beside('Naam huisarts', 'Omschrijf uw klachten', 'textarea')).toHaveLength(1)
  expect(beside('Zorgverzekeraar', 'Depressieve klachten', 'checkbox')).toHaveLength(1)
  expect(beside('Zorgverzekeraar', 'Gezondheid', 'checkbox')).toEqual([])
  expect(beside('Naam', 'Omschrijf uw klachten', 'textarea')).toEqual([])
  expect(beside('Naam', 'Depressieve klachten', 'checkbox')).toEqual([])
})

test('a field whose name is BSN for a club is no number', () => {
  expect(delicateIn(form([{ name: 'bsn', type: 'text', label: 'Lid van de BSN sinds' }]))).toEqual([])
})

test('what one searches for is asked of nobody', () => {
  expect(asked('Zoek op diagnose')).toBeUndefined()
  expect(delicateIn(form([{ name: 'bsn', type: 'text', label: '' }], { method: 'get', search: true }))).toEqual([])
})

test('a finder by GET asks nobody; a question in it does', () => {
  const by = (label: string) => delicateIn(form([{ name: 'veld', type: 'text', label }], { method: 'get' }))
  expect(by('Aandoening of behandeling')).toEqual([])
  expect(by('Welke medicijnen gebruikt u?')).toHaveLength(1)
})

test('a field is known by its name too, and by camel case', () => {
  expect(delicateIn(form([{ name: 'clientBsn', type: 'text', label: 'Nummer' }]))).toHaveLength(1)
})

test('sixty fields of endless words take no time', () => {
  const begun = cpuMs()
  const label = 'kopie van uw '.repeat(20)
  delicateIn(form(Array.from({ length: 60 }, () => ({ name: label, type: 'text', label }))))
  for (const text of ['niet a b ', 'geen ', 'uw ', 'heeft u een ', 'ik heb een ', 'naam van uw ', 'lid bsn '])
    delicateIn(form(Array.from({ length: 60 }, () => ({ name: '', type: 'textarea', label: text.repeat(40) }))))
  expect(cpuMs() - begun).toBeLessThan(500)
})

const grouped = (about: string, label: string, over: Partial<Form> = {}) =>
  delicateIn(form([{ name: 'q', type: 'checkbox', label, about }], over)).length

test('a choice is what its group asks; subjects to read about are asked of nobody', () => {
  expect(grouped('Gebruikt u medicijnen?', 'Ja')).toBe(1)
  expect(grouped('Welke van deze aandoeningen heeft u?', 'Astma', { method: 'get' })).toBe(1)
  expect(grouped('Is uw kind ergens allergisch voor?', 'Pinda')).toBe(1)
  expect(grouped('Waar heeft u vragen over?', 'Diabetes')).toBe(0)
  expect(grouped('Aandoeningen', 'Astma')).toBe(0)
  expect(grouped('Bent u lid?', 'Ja')).toBe(0)
})

test('a list to choose from is known by the whole of what it is called', () => {
  expect(asked('Godsdienst', 'select')).toBe(true)
  expect(asked('Onderwerp Gezondheid Medicijnen Ziekte', 'select')).toBeUndefined()
  expect(delicateIn(form([{ name: '', type: 'select', label: 'Aandoening' }], { method: 'get' }))).toEqual([])
})

test('what stands before a field without a label is its label', () => {
  const about = 'Welke medicijnen gebruikt u?'
  expect(delicateIn(form([{ name: 'field_7', type: 'text', label: '', about }]))).toHaveLength(1)
  expect(delicateIn(form([{ name: 'a', type: 'text', label: 'Naam', about }]))).toEqual([])
})

test.each([
  ['Diagnose', 'Serienummer'],
  ['Diagnose', 'Merk en model'],
  ['Diagnose van de dierenarts', 'Naam'],
  ['Naam vereniging, stichting of kerkgenootschap', 'Naam'],
  ['BSN-lidnummer', 'Naam'],
  ['Heeft u een beperking aan het budget?', 'Naam'],
])('%s beside %s is nobody’s', (label, other) => {
  const fields = [label, other].map((one) => ({ name: '', type: 'text', label: one }))
  expect(delicateIn(form(fields))).toEqual([])
})
test('complaints for which somebody seeks help are delicate', () => {
  expect(asked('Voor welke klachten zoekt u hulp?', 'textarea')).toBe(true)
})
test.each(['Gebruikt u bloedverdunners?', 'Afkomst', 'Geloofsrichting'])('%s is delicate', (label) =>
  expect(asked(label)).toBe(true),
)
