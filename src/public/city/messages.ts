/** What the page of the whole city says, and the news of a publication, in both languages. */
import { counted, day, number, percent, points, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Hoe staat de digitale stad ervoor?',
  lead: (organisations: number, websites: number, mails: number) =>
    `Wij keken van buitenaf naar ${counted('nl', organisations, 'organisatie', 'organisaties')}: ` +
    `${counted('nl', websites, 'website', 'websites')} en ${counted('nl', mails, 'e-maildomein', 'e-maildomeinen')}.`,
  published: (at: Date, by: string) => `Gepubliceerd op ${day('nl', at)} door ${by},`,
  measured: (from: string, to: string) =>
    day('nl', from) === day('nl', to)
      ? `Gemeten op ${day('nl', from)}.`
      : `Gemeten van ${day('nl', from)} tot en met ${day('nl', to)}.`,
  allSeen: (seen: number) =>
    `Van ${seen === 1 ? 'het adres' : `alle ${number('nl', seen)} adressen`} konden wij iets zien.`,
  notSeen: (missed: number) =>
    `Van ${counted('nl', missed, 'adres', 'adressen')} konden wij niets zien. Dat telt als onbekend, nooit als ` +
    '“voldoet ' +
    `niet”.`,
  whyNot: 'Waarom wij niets zagen',
  times: (value: number) => `${number('nl', value)} keer`,
  themesTitle: (value: number) =>
    value === 1
      ? 'Eén thema'
      : `${['Nul', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht'][value] ?? number('nl', value)} ` +
        'thema’s',
  themesIntro:
    'Er is geen eindscore. Elk thema heeft een eigen score van 0 tot 100. Dat is het deel van de gemeten punten ' +
    'dat in orde is. Wat belangrijk is, telt zwaarder. Elke stip is een organisatie, de streep is de middelste.',
  reweighed: (before: number) =>
    `Met de normen van de vorige publicatie was dat ${points('nl', before)} geweest. Dat verschil komt door de norm.`,
  half: (scored: number, median: number) =>
    scored === 1
      ? `De ene organisatie met een score heeft ${points('nl', median)} van 100.`
      : median === 1
        ? `Van de ${number('nl', scored)} organisaties met een score heeft minstens de helft 100.`
        : `Van de ${number('nl', scored)} organisaties met een score heeft minstens de helft ` +
          `${points('nl', median)} of hoger.`,
  noScores: 'Er is nog geen organisatie waarvan genoeg te zien was voor een score.',
  withheld: (value: number) =>
    `Bij ${counted('nl', value, 'organisatie', 'organisaties')} was te weinig te zien voor een score, of is ` +
    'niets van ' +
    `toepassing.`,
  coverage: (share: number) => `Van wat van buitenaf te meten is, zagen wij gemiddeld ${percent('nl', share)}.`,
  touched: (touched: number, all: number) =>
    `Van de ${number('nl', all)} normen in dit thema kunnen wij er ${number('nl', touched)} meten.`,
  histogramLegend: 'Elke balk telt de organisaties in een stap van vijf punten.',
  stripLabel: (theme: string) => `Scores van organisaties op ${theme}`,
  notMeasured: (names: string) =>
    `Niet van buitenaf te meten: ${names}. Daar vragen wij naar, of een medewerker bekijkt het.`,
  compare: (theme: string) => `Vergelijk organisaties op ${theme.toLowerCase()}`,
  landscape: 'Bekijk groepen en straten in het digitale landschap',
  doors: 'Wat kunt u hier?',
  door: {
    rights: 'Vraag iets aan de gemeente, of volg uw verzoek',
    learn: 'Zoek een cursus of hulp in de buurt',
    report: 'Meld dat hier iets niet klopt',
    organisations: 'Kijk hoe een organisatie het doet',
  },
  promised: 'Wat is er beloofd, en lukt het?',
  covenants: (count: number) =>
    count === 1
      ? 'Organisaties en de gemeente spraken samen iets af, in één convenant.'
      : `Organisaties en de gemeente spraken samen iets af, in ${number('nl', count)} convenanten.`,
  toPromised: 'Lees wie wat beloofde, en of het lukt',
  changes: 'Wat veranderde er?',
  firstTime: 'Dit is de eerste publicatie. De volgende laat zien wat er veranderde.',
  noChanges: 'Sinds de vorige publicatie veranderde er geen bevinding.',
  changedBySubject: (better: number, worse: number, since: string) =>
    `Sinds ${since} ${better === 1 ? 'is' : 'zijn'} ${counted('nl', better, 'punt', 'punten')} verbeterd, ` +
    'doordat bij een organisatie of een leverancier iets veranderde. ' +
    (worse === 0 ? 'Geen punt ging achteruit.' : `${counted('nl', worse, 'punt ging', 'punten gingen')} achteruit.`),
  changedByNorm: (value: number) =>
    `${counted('nl', value, 'bevinding veranderde', 'bevindingen veranderden')} doordat een norm of een lijst ` +
    `veranderde, niet de organisatie.`,
  changedByMeasurement: (value: number) =>
    `${counted('nl', value, 'bevinding veranderde', 'bevindingen veranderden')} doordat wij anders meten, niet ` +
    'door de ' +
    `organisatie.`,
  changedUnseen: (value: number) =>
    `${counted('nl', value, 'bevinding', 'bevindingen')} konden wij nu of eerder niet zien. Dat zegt niets over de ` +
    `organisatie.`,
  changedUnsure: (value: number) =>
    `Over ${counted('nl', value, 'bevinding', 'bevindingen')} spraken twee metingen elkaar tegen.`,
  weightsChanged: (value: number) =>
    `Van ${counted('nl', value, 'punt', 'punten')} veranderde het gewicht. Een score kan daardoor anders zijn zonder ` +
    'dat er iets aan een site veranderde.',
  weights: 'Ander gewicht',
  better: 'Beter geworden',
  worse: 'Achteruitgegaan',
  byNorm: 'Veranderd door de norm',
  listed: (shown: number) => `De ${number('nl', shown)} belangrijkste veranderingen`,
  fromTo: (from: string, to: string) => `van ${from} naar ${to}`,
  range: (from: number, to: number) => `${number('nl', from)} tot ${number('nl', to)}`,
  tableCaption: (theme: string) => `Scores op ${theme}`,
  running: 'Er loopt een meting',
  runningText: (done: number, total: number, failed: number) =>
    `${number('nl', done + failed)} van ${counted('nl', total, 'adres is', 'adressen zijn')} bezocht` +
    (failed > 0 ? `. Bij ${number('nl', failed)} daarvan lukte het bezoek niet.` : '.'),
  runningLabel: 'Voortgang van de meting',
  publication: (no: number) => `Publicatie ${number('nl', no)} van de meting`,
  publicationText: (name: string, by: string, version: string) =>
    `Gepubliceerd door ${name}, ${by}. Gemeten met versie ${version} van de normen.`,
}

const en: typeof nl = {
  title: 'How does our digital city stand?',
  lead: (organisations: number, websites: number, mails: number) =>
    `We looked from outside at ${counted('en', organisations, 'organisation', 'organisations')}: ` +
    `${counted('en', websites, 'website', 'websites')} and ${counted('en', mails, 'e-mail domain', 'e-mail domains')}.`,
  published: (at: Date, by: string) => `Published on ${day('en', at)} by ${by},`,
  measured: (from: string, to: string) =>
    day('en', from) === day('en', to)
      ? `Measured on ${day('en', from)}.`
      : `Measured from ${day('en', from)} to ${day('en', to)}.`,
  allSeen: (seen: number) =>
    seen === 1
      ? 'We could see something of the address.'
      : `We could see something of all ${number('en', seen)} addresses.`,
  notSeen: (missed: number) =>
    `Of ${counted('en', missed, 'address', 'addresses')} we could see nothing. That counts as unknown, never as ` +
    '“not met”.',
  whyNot: 'Why we saw nothing',
  times: (value: number) => counted('en', value, 'time', 'times'),
  themesTitle: (value: number) =>
    value === 1
      ? 'One theme'
      : `${['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'][value] ?? number('en', value)} ` +
        'themes',
  themesIntro:
    'There is no overall grade. Each theme has its own score from 0 to 100: the share of the measured points ' +
    'that is in order, weighted by importance. Each dot is an organisation, the line is the middle one.',
  reweighed: (before: number) =>
    `With the norms of the previous publication it would have been ${points('en', before)}. That is because the ` +
    `norm changed.`,
  half: (scored: number, median: number) =>
    scored === 1
      ? `The one organisation with a score has ${points('en', median)} out of 100.`
      : median === 1
        ? `At least half of the ${number('en', scored)} organisations with a score have 100 out of 100.`
        : `At least half of the ${number('en', scored)} organisations with a score have ${points('en', median)} ` +
          'out of 100 ' +
          'or more.',
  noScores: 'There is no organisation yet of which enough could be seen for a score.',
  withheld: (value: number) =>
    `For ${counted('en', value, 'organisation', 'organisations')} too little could be seen for a score, or ` +
    'nothing applies.',
  coverage: (share: number) => `Of what can be measured from outside, we saw ${percent('en', share)} on average.`,
  touched: (touched: number, all: number) =>
    `Of the ${number('en', all)} norms in this theme we can measure ${number('en', touched)}.`,
  histogramLegend: 'Each bar counts the organisations in a step of five points.',
  stripLabel: (theme: string) => `Scores of organisations on ${theme}`,
  notMeasured: (names: string) =>
    `Cannot be measured from outside and is therefore not shown here: ${names}. Those norms are asked about or ` +
    `looked at by people.`,
  compare: (theme: string) => `Compare organisations on ${theme.toLowerCase()}`,
  landscape: 'See groups and streets in the digital landscape',
  doors: 'What can you do here?',
  door: {
    rights: 'Ask the municipality something, or follow your request',
    learn: 'Find a course or help nearby',
    report: 'Report that something here is not right',
    organisations: 'See how an organisation is doing',
  },
  promised: 'What was promised, and is it kept?',
  covenants: (count) =>
    count === 1
      ? 'Organisations and the municipality agreed on something together, in one covenant.'
      : `Organisations and the municipality agreed on something together, in ${number('en', count)} covenants.`,
  toPromised: 'Read who promised what, and whether it is kept',
  changes: 'What changed?',
  firstTime: 'This is the first publication. The next one will show what changed.',
  noChanges: 'No finding has changed since the previous publication.',
  changedBySubject: (better: number, worse: number, since: string) =>
    `Since ${since}, ${counted('en', better, 'point has', 'points have')} improved because something changed ` +
    'at an organisation or its supplier. ' +
    (worse === 0 ? 'None got worse.' : `${counted('en', worse, 'point', 'points')} got worse.`),
  changedByNorm: (value: number) =>
    `${counted('en', value, 'finding', 'findings')} changed because a norm or a list changed, not the organisation.`,
  changedByMeasurement: (value: number) =>
    `${counted('en', value, 'finding', 'findings')} changed because we measure differently, not because of the ` +
    `organisation.`,
  changedUnseen: (value: number) =>
    `${counted('en', value, 'finding', 'findings')} could not be seen, now or before. That says nothing about the ` +
    `organisation.`,
  changedUnsure: (value: number) =>
    `About ${counted('en', value, 'finding', 'findings')} two measurements contradicted each other.`,
  weightsChanged: (value: number) =>
    `The weight of ${counted('en', value, 'point', 'points')} changed. A score can differ because of that while ` +
    'nothing ' +
    `changed on any site.`,
  weights: 'Different weight',
  better: 'Improved',
  worse: 'Got worse',
  byNorm: 'Changed by the norm',
  listed: (shown: number) => `The ${number('en', shown)} most important changes`,
  fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  range: (from: number, to: number) => `${number('en', from)} to ${number('en', to)}`,
  tableCaption: (theme: string) => `Scores on ${theme}`,
  running: 'A measurement is running',
  runningText: (done: number, total: number, failed: number) =>
    `${number('en', done + failed)} of ${counted('en', total, 'address', 'addresses')} visited` +
    (failed > 0 ? `. ${number('en', failed)} of those visits did not succeed.` : '.'),
  runningLabel: 'Progress of the measurement',
  publication: (no: number) => `Publication ${number('en', no)} of the measurement`,
  publicationText: (name: string, by: string, version: string) =>
    `Published by ${name}, ${by}. Measured with version ${version} of the norms.`,
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
