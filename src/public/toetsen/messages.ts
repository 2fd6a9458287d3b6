/** What the list of IT-toetsen says, the page of one, and the news of a decision, in both languages. */
import { counted, day, number, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Besluiten',
  lead:
    'Voordat de gemeente een regel, plan of digitaal product vaststelt, toetst zij wat het digitaal betekent: de ' +
    'IT-toets. Hier leest u wat zij toetste, welke adviezen er kwamen en wat is besloten.',
  more: 'Meer over besluiten',
  flows: 'Welke gegevens bij een besluit van wie naar wie gaan',
  algorithms: 'Algoritmes die de gemeente gebruikt, ook bij besluiten',
  how: 'Zo werkt de IT-toets',
  search: 'Zoek op titel of nummer',
  caption: 'Gepubliceerde IT-toetsen',
  none: 'Er is nog geen IT-toets gepubliceerd.',
  noneFound: 'Er is geen IT-toets met deze woorden in de titel.',
  found: (total: number) =>
    total === 0 ? 'Uitkomsten' : counted('nl', total, 'gepubliceerde toets', 'gepubliceerde toetsen'),
  pagination: 'Pagina’s met toetsen',
  noAdvice: 'geen of niet openbaar',
  kinds: { regulation: 'regeling', proposal: 'beleidsvoorstel', product: 'digitaal product' },
  column: {
    title: 'Toets',
    outcome: 'Besluit',
    advice: 'Advies',
    deviations: 'Afwijkingen',
    date: 'Besloten op',
    month: 'Maand',
    tested: 'Getoetst',
    total: 'Regelingen',
    share: 'Deel',
    regulation: 'Regeling',
    due: 'Opnieuw vóór',
  },
  share: 'Welk deel van de regelingen is getoetst?',
  noRegulations: 'De lijst van regelingen is nog niet gepubliceerd.',
  shareOf: (tested: number, total: number) =>
    `${number('nl', tested)} van ${number('nl', total)} ${total === 1 ? 'regeling' : 'regelingen'} ` +
    `${tested === 1 ? 'heeft' : 'hebben'} een openbare IT-toets.`,
  shareCaption: 'Getoetste regelingen per maand',
  allRegulations: (total: number) => `Alle regelingen (${number('nl', total)})`,
  regulationsCaption: 'Regelingen met hun toets',
  notTested: 'nog niet',
  testedOn: (at: string) => `getoetst, ${day('nl', at)}`,
  noneOf: 'geen',
  draws: 'Steekproef',
  drawsText:
    'Voorstellen zonder digitaal effect krijgen geen volledige toets. Van die verklaringen bekijkt een ander één ' +
    'op de tien opnieuw. De computer loot met een openbaar startgetal. Iedereen kan de loting narekenen.',
  recount: 'Zo rekent u het na',
  recountText:
    'Neem van elk nummer de SHA-256 van “startgetal:nummer” en zet die op volgorde. De eerste tien procent, naar ' +
    'boven afgerond, is getrokken.',
  noDraws: 'Er is nog geen steekproef getrokken.',
  draw: (no: number, at: Date, drawn: number, among: number) =>
    `Trekking ${number('nl', no)}, ${day('nl', at)}: ${number('nl', drawn)} van ${number('nl', among)}. Startgetal:`,
  drawNumbers: 'Welke nummers',
  among: 'Waaruit',
  drawn: 'Getrokken',
  decidedOn: (at: string) => `Besloten op ${day('nl', at)}.`,
  declaredOn: (at: string) => `Verklaard op ${day('nl', at)}.`,
  unadvised: 'Er zijn vooraf geen adviezen gevraagd.',
  noDeviations: 'Het besluit wijkt nergens af van de adviezen.',
  deviations: (total: number) => `Het besluit wijkt op ${counted('nl', total, 'punt', 'punten')} af van de adviezen.`,
  earlier: (version: number) => `U leest versie ${number('nl', version)}. Dat is niet de nieuwste.`,
  toCurrent: 'Naar de nieuwste versie',
  take: 'Neem dit mee',
  pdf: 'PDF',
  odt: 'OpenDocument (ODT), om in te werken',
  json: 'JSON, voor computers',
  versions: 'Versies',
  version: (version: number) => `Versie ${number('nl', version)}`,
  signed: 'Elke versie is voorgesteld door één medewerker en goedgekeurd door een tweede.',
  decision: (number: string, title: string) => `IT-toets ${number}: ${title}`,
  decisionText: (outcome: string, on: string) => `Het besluit van ${day('nl', on)}: ${outcome}.`,
  file: 'Elke gepubliceerde IT-toets met besluit, advies en aantal afwijkingen',
  fileRegulations: 'Elke regeling, en of en wanneer zij is getoetst',
}

const en: typeof nl = {
  title: 'Decisions',
  lead:
    'Before the municipality adopts a rule, plan or digital product, it tests what it means digitally: the IT test. ' +
    'Here you can read what was tested, what the objections were and what was decided.',
  more: 'More about decisions',
  flows: 'Which data go from whom to whom for a decision',
  algorithms: 'Algorithms that the municipality uses, also for decisions',
  how: 'How the test works',
  search: 'Search by title or number',
  caption: 'Published tests',
  none: 'No test has been published yet.',
  noneFound: 'There is no test with these words in its title.',
  found: (total: number) => (total === 0 ? 'Outcomes' : counted('en', total, 'published test', 'published tests')),
  pagination: 'Pages of tests',
  noAdvice: 'none or not public',
  kinds: { regulation: 'regulation', proposal: 'policy proposal', product: 'digital product' },
  column: {
    title: 'Test',
    outcome: 'Decision',
    advice: 'Advice',
    deviations: 'Deviations',
    date: 'Decided on',
    month: 'Month',
    tested: 'Tested',
    total: 'Regulations',
    share: 'Share',
    regulation: 'Regulation',
    due: 'Again before',
  },
  share: 'What share of the regulations is tested?',
  noRegulations: 'The list of regulations has not been published yet.',
  shareOf: (tested: number, total: number) =>
    `${number('en', tested)} of ${number('en', total)} ${total === 1 ? 'regulation' : 'regulations'} ` +
    `${tested === 1 ? 'has' : 'have'} ` +
    `a public impact test.`,
  shareCaption: 'Regulations tested, by month',
  allRegulations: (total: number) => `All regulations (${number('en', total)})`,
  regulationsCaption: 'Regulations with their test',
  notTested: 'not yet',
  testedOn: (at: string) => `tested, ${day('en', at)}`,
  noneOf: 'none',
  draws: 'Sample',
  drawsText:
    'Proposals without digital effect get no full test. Someone else looks again at one in ten of those ' +
    'statements. The computer draws with a public seed. Anyone can check the draw.',
  recount: 'How to check it',
  recountText:
    'Take the SHA-256 of “seed:number” for each number and sort them. The first ten percent, rounded up, is drawn.',
  noDraws: 'No sample has been drawn yet.',
  draw: (no: number, at: Date, drawn: number, among: number) =>
    `Draw ${number('en', no)}, ${day('en', at)}: ${number('en', drawn)} of ${number('en', among)}. Seed:`,
  drawNumbers: 'Which numbers',
  among: 'Among',
  drawn: 'Drawn',
  decidedOn: (at: string) => `Decided on ${day('en', at)}.`,
  declaredOn: (at: string) => `Declared on ${day('en', at)}.`,
  unadvised: 'No opinions were asked beforehand.',
  noDeviations: 'The decision deviates from none of the opinions.',
  deviations: (total: number) =>
    `The decision deviates from the opinions on ${counted('en', total, 'point', 'points')}.`,
  earlier: (version: number) => `You are reading version ${number('en', version)}. It is not the newest.`,
  toCurrent: 'To the newest version',
  take: 'Take this with you',
  pdf: 'PDF',
  odt: 'OpenDocument (ODT), to work in',
  json: 'JSON, for computers',
  versions: 'Versions',
  version: (version: number) => `Version ${number('en', version)}`,
  signed: 'Each version was proposed by one official and approved by a second.',
  decision: (number: string, title: string) => `IT test ${number}: ${title}`,
  decisionText: (outcome: string, on: string) => `The decision of ${day('en', on)}: ${outcome}.`,
  file: 'Every published test with decision, advice and number of deviations',
  fileRegulations: 'Every regulation, and whether and when it was tested',
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
