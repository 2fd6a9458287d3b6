/** What a statement says of children's data, and sentences in which children only occur. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, statements } from '../../../test/evidence.ts'
import { childrenTold } from './children-told.ts'

const ABOUT = 'Onze school gebruikt uw naam en adres voor de inschrijving, en bewaart die vijf jaar na vertrek. '
const judged = (text: string) =>
  judgeWith(childrenTold, {
    statements: statements({
      privacy: seen({ url: `https://${HOST}/privacy/`, status: 200, text: ABOUT + text, links: [], lang: 'nl' }),
    }),
  })

test.each([
  'Van kinderen jonger dan 16 jaar vragen wij toestemming van een ouder.',
  'Bent u jonger dan 16? Vraag dan uw ouders.',
  'Foto’s van leerlingen plaatsen wij alleen met toestemming.',
  'Vanaf twaalf jaar mag een kind zelf vragen wat wij bewaren.',
  'Ouders beslissen mee over gegevens van hun kind.',
  'We do not keep data of children under 16.',
])('told: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'told', verdict: 'met' })
})
test.each([
  'Kinderen zijn welkom.',
  'Wij verkopen speelgoed voor kinderen.',
  'De kinderopvang is elke dag open.',
  'Onze jeugdleden trainen op woensdag.',
  'Jongerenwerk Sluiswijk',
  'Leerlingen eten in de kantine.',
  'De school is uit 1921.',
  'Wij vragen uw toestemming.',
  'Het schoolouderpanel vergadert in mei.',
  'Vijf jaar na vertrek is alles weg.',
  'Kinderboeken lenen is gratis.',
  'Wij bewaren 16 jaar niets.',
  'Toestemming kunt u intrekken.',
  'De kinderboerderij is gratis.',
  'Kinderfeestje boeken',
  'Het schoolplein is open.',
  'Minder regels voor ondernemers',
  'Onze oudercommissie vergadert.',
  'Groot en klein is welkom.',
  'Kindvriendelijke stad',
  'Jeugdzorg is een taak van de gemeente.',
  'Grootouders lezen voor.',
])('silent: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'silent', verdict: 'unknown' })
})
