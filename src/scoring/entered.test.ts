/** What an entry of a register says of a criterion. */
import { expect, test } from 'vitest'
import { CODE, sentences, words } from '../../test/plain-dutch.ts'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import type { EntryRule, FieldTest } from '../model/norm.ts'
import type { Field, Register, Values } from '../model/register.ts'
import { messages } from '../web/messages.ts'
import { entrySentence } from '../web/entry-sentence.ts'
import { enteredFindings, established } from './entered.ts'

const TODAY = '2026-11-28'
const GONE = new Set(['weg', 'ook-weg'])
const NOW = { today: TODAY, gone: GONE }
const field = (id: string, kind: Field['kind'], options: string[] = []) =>
  ({
    id,
    kind,
    label: `Wat is ${id}?`,
    labelEnglish: `What is ${id}?`,
    options: options.map((each) => ({ id: each, label: each.toUpperCase(), labelEnglish: `${each} (en)` })),
  }) as unknown as Field
const register = {
  id: 'bankjes',
  purpose: 'bankje',
  fields: [
    field('naam', 'text'),
    field('bord', 'yes-no'),
    field('soort', 'choice', ['hout', 'staal']),
    field('kleuren', 'choices', ['rood', 'groen']),
    field('einde', 'date'),
    field('tot', 'month'),
    field('bewijs', 'file'),
    field('contract', 'link'),
  ],
} as unknown as Register
const rule = (asked: FieldTest, more: Partial<EntryRule> = {}): EntryRule => ({
  purpose: 'bankje',
  test: asked,
  otherwise: 'unmet',
  when: [],
  ...more,
})
const found = (values: Values, ...entries: EntryRule[]) => {
  const { verdict, reason, strength } = established({ entries }, register, values, NOW) ?? {}
  return [verdict, reason, strength].join(' ')
}
const holds = (id: string, what: 'filled' | 'linked' | 'not-passed' | 'empty') => ({ field: id, holds: what })
const is = (id: string, ...answers: string[]) => ({ field: id, is: answers })

test.each<[FieldTest, Values, string]>([
  [holds('naam', 'filled'), { naam: 'x' }, 'met entry.filled declared'],
  [holds('naam', 'filled'), {}, 'unmet entry.empty declared'],
  [holds('naam', 'filled'), { naam: '' }, 'unmet entry.empty declared'],
  // Nee is an answer.
  [holds('bord', 'filled'), { bord: false }, 'met entry.filled declared'],
  [holds('bewijs', 'filled'), { bewijs: ['a'] }, 'met entry.filled documented'],
  [holds('bewijs', 'linked'), { bewijs: ['a'] }, 'met entry.linked documented'],
  [holds('contract', 'linked'), { contract: ['a', 'b'] }, 'met entry.linked documented'],
  [holds('contract', 'linked'), { contract: [] }, 'unmet entry.unlinked declared'],
  [holds('contract', 'linked'), {}, 'unmet entry.unlinked declared'],
  // What it leads to has ended or was taken away: one that is there is enough.
  [holds('contract', 'linked'), { contract: ['weg'] }, 'unmet entry.ended declared'],
  [holds('contract', 'filled'), { contract: ['weg', 'ook-weg'] }, 'unmet entry.ended declared'],
  [holds('contract', 'linked'), { contract: ['weg', 'b'] }, 'met entry.linked documented'],
  [holds('bewijs', 'linked'), { bewijs: ['weg'] }, 'unmet entry.ended declared'],
  // A text that happens to be so called leads nowhere.
  [holds('naam', 'filled'), { naam: 'weg' }, 'met entry.filled declared'],
  [{ ...is('bord', 'ja'), also: ['soort'] }, { bord: true }, 'unknown entry.open declared'],
  [{ field: 'naam', also: ['contract'], holds: 'filled' }, { naam: 'x', contract: ['b'] }, 'met entry.filled declared'],
  [{ field: 'naam', also: ['contract'], holds: 'filled' }, { naam: 'x' }, 'unmet entry.empty declared'],
  [holds('einde', 'not-passed'), { einde: '2026-11-29' }, 'met entry.not-passed declared'],
  // The last day is a day of it.
  [holds('einde', 'not-passed'), { einde: TODAY }, 'met entry.not-passed declared'],
  [holds('einde', 'not-passed'), { einde: '2026-11-27' }, 'unmet entry.passed declared'],
  [holds('einde', 'not-passed'), {}, 'unknown entry.open declared'],
  [holds('tot', 'not-passed'), { tot: '2026-11' }, 'met entry.not-passed declared'],
  [holds('tot', 'not-passed'), { tot: '2026-10' }, 'unmet entry.passed declared'],
  [is('bord', 'ja'), { bord: true }, 'met entry.answer declared'],
  [is('bord', 'ja'), { bord: false }, 'unmet entry.answer declared'],
  [is('bord', 'nee'), { bord: false }, 'met entry.answer declared'],
  [is('bord', 'ja'), {}, 'unknown entry.open declared'],
  [is('soort', 'hout', 'staal'), { soort: 'staal' }, 'met entry.answer declared'],
  [is('soort', 'hout'), { soort: 'staal' }, 'unmet entry.answer declared'],
  // Of several answers one is enough.
  [is('kleuren', 'groen'), { kleuren: ['rood', 'groen'] }, 'met entry.answer declared'],
  [is('kleuren', 'groen'), { kleuren: ['rood'] }, 'unmet entry.answer declared'],
  [holds('weg', 'filled'), { weg: 'x' }, 'unknown entry.no-field declared'],
])('%j of %j', (asked, values, told) => {
  expect(found(values, rule(asked))).toBe(told)
})

test('what is found otherwise is what the norm says, but what nobody said stays unknown', () => {
  const partly = rule(holds('einde', 'not-passed'), { otherwise: 'partly' })
  expect(found({ einde: '2020-01-01' }, partly)).toBe('partly entry.passed declared')
  expect(found({}, partly)).toBe('unknown entry.open declared')
  expect(found({}, rule(holds('naam', 'filled'), { otherwise: 'unknown' }))).toBe('unknown entry.empty declared')
})

test('what has ended is what the norm says of it, and otherwise what is found otherwise', () => {
  const linked = (more: Partial<EntryRule>) => found({ contract: ['weg'] }, rule(holds('contract', 'linked'), more))
  expect(linked({ otherwise: 'partly' })).toBe('partly entry.ended declared')
  expect(linked({ ended: 'unknown' })).toBe('unknown entry.ended declared')
  expect(linked({ ended: 'met', otherwise: 'partly' })).toBe('met entry.ended declared')
  // Nothing was there at all.
  expect(found({}, rule(holds('contract', 'linked'), { ended: 'met' }))).toBe('unmet entry.unlinked declared')
})

test('of several fields the one that is not so goes before the one of which nobody said anything', () => {
  const points = rule({ field: 'bord', also: ['omlijst', 'los'], is: ['ja'] })
  const of = (values: Values) =>
    established(
      { entries: [points] },
      { ...register, fields: ['bord', 'omlijst', 'los'].map((id) => field(id, 'yes-no')) } as Register,
      values,
      NOW,
    )!
  expect(of({ bord: true, omlijst: true, los: true }).verdict).toBe('met')
  expect(of({ bord: true, los: true }).verdict).toBe('unknown')
  expect(of({ bord: true, los: false }).verdict).toBe('unmet')
  expect(of({ bord: true, los: false }).seen['field']).toBe('Wat is los?')
  const told = (values: Values, lang: 'nl' | 'en') => entrySentence(lang, of(values).reason, of(values).seen)
  expect(told({ bord: true, omlijst: true, los: true }, 'nl')).toContain('Bij alle 3 velden waar dit naar vraagt')
  const one =
    'Bij 1 van de 3 velden waar dit naar vraagt, is het in orde. Nog niet bij: “Wat is omlijst?”, “Wat is los?”.'
  expect(told({ bord: true, los: false }, 'nl')).toContain(one)
  expect(told({ bord: true }, 'en')).toContain('Not yet: “What is omlijst?”, “What is los?”.')
})

test('of one register the first rule that applies counts; where none does, nothing is asked', () => {
  const rules = [
    rule(holds('bewijs', 'linked'), { when: [is('soort', 'staal')] }),
    rule(holds('naam', 'filled'), { when: [is('soort', 'hout')] }),
  ]
  expect(found({ soort: 'staal', naam: 'x' }, ...rules)).toBe('unmet entry.unlinked declared')
  expect(found({ soort: 'hout', naam: 'x' }, ...rules)).toBe('met entry.filled declared')
  expect(found({ naam: 'x' }, ...rules)).toBe('unknown entry.asked-unless declared')
  expect(found({ soort: 'hout' }, rules[0]!)).toBe('not-applicable entry.not-asked declared')
  const both = rule(holds('naam', 'filled'), { when: [is('bord', 'ja'), is('soort', 'hout')] })
  expect(found({ bord: true, soort: 'hout', naam: 'x' }, both)).toBe('met entry.filled declared')
  expect(found({ bord: true, naam: 'x' }, both)).toBe('unknown entry.asked-unless declared')
  // What does not hold settles it, whatever nobody said of the other.
  expect(found({ soort: 'staal', naam: 'x' }, both)).toBe('not-applicable entry.not-asked declared')
  const removed = rule(holds('einde', 'not-passed'), { when: [holds('bewijs', 'empty')] })
  expect(found({ bewijs: ['a'], einde: '2020-01-01' }, removed)).toBe('not-applicable entry.not-asked declared')
  expect(found({ einde: '2020-01-01' }, removed)).toBe('unmet entry.passed declared')
})

test('a criterion that asks nothing of this register gets no finding', () => {
  expect(established({}, register, {}, NOW)).toBeUndefined()
  expect(established({ entries: [rule(holds('naam', 'filled'), { purpose: 'sensor' })] }, register, {}, NOW)).toBe(
    undefined,
  )
})

test('a sensor of the demo’s register against the norms of Leidraad', () => {
  const registers = readRegisters('registers')
  const sensors = registerFor(registers, 'sensor')!
  const catalogue = readCatalogue('norms', undefined, registers)
  const entry = { changedAt: new Date('2026-11-01T10:00:00Z'), endedAt: null }
  const of = (values: Values) =>
    new Map(
      enteredFindings(catalogue, sensors, { ...entry, values }, NOW).map((each) => [
        each.criterion,
        `${each.verdict} ${each.reason} ${each.at}`,
      ]),
    )
  const AT = '2026-11-01T10:00:00.000Z'
  const told = { persoonsgegevens: true, doel: 'Tellen', gemeld: '2026-01-01' }
  const running = of({ ...told, naam: 'Teller', bord: true, einde: '2026-10-31', nazien: '2027-01-01' })
  expect(running.get('STD-03.bordje')).toBe(`met entry.answer ${AT}`)
  // A sign is law only where there are personal data; what was not reported is not met by a date alone.
  const plain = of({ naam: 'Teller', persoonsgegevens: false, bord: false, doel: 'Tellen', einde: '2027-10-31' })
  expect(plain.get('STD-03.bordje')).toBe(`not-applicable entry.not-asked ${AT}`)
  expect(plain.get('OPE-02.gemeld')).toBe(`partly entry.empty ${AT}`)
  expect(running.get('OPE-02.gemeld')).toBe(`partly entry.passed ${AT}`)
  expect(running.get('MEN-13.herbeoordeling-gepland')).toBe(`met entry.not-passed ${AT}`)
  expect(running.get('MEN-13.echt-uit')).toBe(`not-applicable entry.not-asked ${AT}`)
  const gone = of({ naam: 'Teller', einde: '2026-10-31', verwijderd: '2026-10-30', 'bewijs-verwijderd': ['f'] })
  expect(gone.get('MEN-13.echt-uit')).toBe(`met entry.linked ${AT}`)
  expect(gone.get('OPE-02.gemeld')).toBe(`not-applicable entry.not-asked ${AT}`)
  expect(enteredFindings(catalogue, sensors, { ...entry, values: {}, endedAt: new Date() }, NOW)).toEqual([])
})

test('each reason has a sentence in both languages, with the words of the register and no date of a machine', () => {
  const said = (values: Values, asked: EntryRule, lang: 'nl' | 'en') => {
    const { reason, seen } = established({ entries: [asked] }, register, values, NOW)!
    return entrySentence(lang, reason, seen)
  }
  const soort = rule(is('soort', 'hout'))
  expect(said({ soort: 'staal' }, soort, 'nl')).toBe('Bij “Wat is soort?” is in het register ingevuld: STAAL.')
  expect(said({ soort: 'staal' }, soort, 'en')).toBe('At “What is soort?” the register says: staal (en).')
  const passed = said({ einde: '2026-05-03' }, rule(holds('einde', 'not-passed')), 'nl')
  expect(passed).toBe('De datum bij “Wat is einde?” in het register is voorbij: 3 mei 2026.')
  for (const lang of ['nl', 'en'] as const)
    for (const reason of Object.keys(messages[lang].entry)) {
      const told = entrySentence(lang, `entry.${reason}`, { field: 'Weg op', fieldEn: 'Goes on', date: '2026-05-03' })!
      expect(told).not.toMatch(CODE)
      for (const each of sentences(told)) expect(words(each)).toBeLessThanOrEqual(20)
    }
  expect(entrySentence('nl', 'entry.__proto__', {})).toBeUndefined()
})

test('what was entered longer ago than its norm lets it count is unknown, and says until when it counted', () => {
  const norms = [
    { id: 'TST-01', reviewMonths: 12, criteria: [{ id: 'TST-01.a', entries: [rule(holds('naam', 'filled'))] }] },
  ]
  const on = (today: string, changedAt = '2025-11-28T23:30:00Z') =>
    enteredFindings(
      { norms } as never,
      register,
      { values: { naam: 'x' }, changedAt: new Date(changedAt), endedAt: null },
      { today, gone: GONE },
    )[0]
  // Entered at half past midnight here, on the 29th.
  expect(on('2026-11-29')).toMatchObject({ verdict: 'met', reason: 'entry.filled' })
  expect(on('2026-11-30')).toMatchObject({
    verdict: 'unknown',
    reason: 'entry.expired',
    seen: { until: '2026-11-29', field: 'Wat is naam?' },
  })
  const { reason, seen } = on('2026-11-30')!
  expect(entrySentence('nl', reason, seen)).toBe(
    '“Wat is naam?” in het register is te lang geleden nagekeken. Het telde tot en met 29 november 2026.',
  )
  // A newer look counts anew.
  expect(on('2026-11-29', '2026-01-01')).toMatchObject({ verdict: 'met' })
})

test.each([' ', '\n\t', '\u00a0'])('blanks alone (%j) are no text', (naam) =>
  expect(found({ naam }, rule(holds('naam', 'filled')))).toBe('unmet entry.empty declared'),
)
