/** Who can be invited as what, and how often a secret is guessed at before one waits. */
import { expect, test } from 'vitest'
import { problemsOf } from './fields.ts'
import { budgetsOf, roleProblems, waitText, type Guess } from './rules.ts'

const right = { name: 'Anna', email: 'anna@gemeente.nl', function: '', roles: ['policy-officer'], organisation: '' }
test.each([
  [{}, []],
  [{ name: '' }, ['naam']],
  [{ email: 'anna' }, ['email']],
  [{ name: '', email: '', roles: [] }, ['naam', 'email', 'rollen']],
  [{ roles: ['policy-officer', 'koning'] }, ['rollen']],
  [{ roles: ['partner'] }, ['organisatie']],
  [{ organisation: 'o1' }, ['organisatie']],
  [{ roles: ['partner'], organisation: 'o1' }, []],
])('%j has something wrong at %j', (change, fields) =>
  expect(Object.keys(problemsOf({ ...right, ...change }))).toEqual(fields),
)
test.each([
  ['a@b', true],
  ['anna.de-vries+werk@gemeente.nl', true],
  ['anna@', false],
  ['@gemeente.nl', false],
  ['an na@gemeente.nl', false],
  ['anna@-gemeente.nl', false],
  ['anna@gemeente.nl, bram@gemeente.nl', false],
  [`${'a'.repeat(65)}@gemeente.nl`, false],
])('“%s” can be an address: %s', (email, can) =>
  expect(problemsOf({ ...right, email })['email'] === undefined).toBe(can),
)
test('each mistake in the roles says what to do', () => {
  expect(roleProblems([], '')['rollen']).toBe('Kies minstens één rol.')
  expect(roleProblems(['koning'], '')['rollen']).toBe('Kies rollen uit de lijst.')
  expect(roleProblems(['partner'], '')['organisatie']).toContain('Kies de organisatie')
  expect(roleProblems(['fg'], 'o1')['organisatie']).toContain('hoort alleen bij de rol partnerorganisatie')
  // Who advises independently does not decide (GDPR art. 38(6)).
  expect(roleProblems(['fg', 'decision-maker'], '')['rollen']).toContain('AVG art. 38 lid 6')
})

const guess = (more: Partial<Guess>): Guess => ({ secret: 'password', known: false, ...more })
test('a device that signed in before has a budget of its own, and no other', () => {
  expect(budgetsOf(guess({ account: 'anna', device: 'd1', known: true, address: '10.0.0.1' }))).toEqual([
    { name: 'password/anna/own/d1', most: 5, own: true },
  ])
})
test('strangers have one each, one together per account, and one per address over all accounts', () => {
  expect(budgetsOf(guess({ account: 'anna', device: 'd2', address: '10.0.0.1' }))).toEqual([
    { name: 'password/anna/strange/d2', most: 5, own: true },
    { name: 'password/anna', most: 20, own: false },
    { name: 'address/10.0.0.1', most: 60, own: false },
  ])
  expect(budgetsOf(guess({ account: 'anna' }))[0]).toEqual({ name: 'password/anna', most: 20, own: false })
  expect(budgetsOf(guess({ address: '10.0.0.1' }))).toEqual([{ name: 'address/10.0.0.1', most: 60, own: false }])
  // Nobody is without a budget: who cannot be told apart shares one, and all networks of a place have one together.
  expect(budgetsOf(guess({}))).toEqual([{ name: 'address/unknown', most: 300, own: false }])
  expect(budgetsOf(guess({ address: '2001:db8:1:2::/64' }))).toEqual([
    { name: 'address/2001:db8:1:2::/64', most: 60, own: false },
    { name: 'address/2001:db8:1::/48', most: 240, own: false },
  ])
  const day = { own: false, minutes: 24 * 60 }
  expect(budgetsOf(guess({ secret: 'report' }))).toEqual([{ name: 'report/unknown', most: 100, ...day }])
  expect(budgetsOf(guess({ secret: 'report', address: '10.0.0.1' }))).toEqual([
    { name: 'report/10.0.0.1', most: 20, ...day },
  ])
  // A place with 65,536 networks takes of the reserve what four homes do.
  expect(budgetsOf(guess({ secret: 'reserve', address: '2001:db8:1:2::/64' })).map(({ most }) => most)).toEqual([2, 8])
})
test.each([
  ['password', 20],
  ['code', 5],
  ['new-factor', 20],
  ['reset', 5],
  ['link', 0],
  ['password-change', 5],
] as const)('of a %s all strangers together guess %i times at an account', (secret, most) =>
  expect(budgetsOf({ secret, account: 'anna', known: false })[0]).toMatchObject({ most }),
)
test.each([
  [1, 'Wacht één minuut'],
  [60, 'Wacht één minuut'],
  [61, 'Wacht 2 minuten'],
  [900, 'Wacht 15 minuten'],
])('%i seconds are told as “%s”', (seconds, words) => expect(waitText(seconds)).toContain(words))
