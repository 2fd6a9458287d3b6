/** What the page on the method says, in both languages. */
import { counted, day, number, type Lang } from '../../web/language.ts'
import { heldRows } from './held-rows.ts'

const nl = {
  title: 'Kunt u deze cijfers vertrouwen?',
  lead:
    'Elke score is na te lopen. Van de score gaat u naar de bevinding. Daar staat wat wij letterlijk zagen, en de ' +
    'norm met de bron.',
  how: 'Hoe het werkt, in tien regels',
  lines: [
    'De gemeente houdt bij welke websites en e-maildomeinen bij welke organisatie horen.',
    'Een gewone browser bezoekt elke website, zoals u dat zou doen. Op een vraag over cookies antwoordt hij nee, en ' +
      'bij een ander bezoek ja. In velden typt hij verzonnen woorden, en hij verstuurt niets.',
    'Hij kijkt ook naar de beveiliging, de naamgeving en de instellingen voor e-mail. Er wordt geen e-mail ' +
      'verstuurd.',
    'Wat hij ziet, wordt bewaard als bewijs en niet meer veranderd.',
    'Een controle houdt het bewijs naast één norm en zegt: voldoet, voldoet deels, voldoet niet, onbekend of ' +
      'niet van toepassing.',
    'Wat niet te zien was, is onbekend. Een site die platligt of ons weert, krijgt daar geen minpunten voor. Lijkt ' +
      'iets slechter dan de vorige keer? Dan meten wij het op een ander moment nog eens, voordat wij het publiceren.',
    'De bevindingen van een thema samen, gewogen naar belang, geven een score van 0 tot 100.',
    'Zagen wij minder dan 80% van wat er te meten was, dan geven wij geen score.',
    'Een medewerker besluit om te publiceren, met naam en functie. De meting beslist niets.',
    'Klopt er iets niet? Meld het. Een medewerker van de gemeente kijkt het na.',
  ],
  walk: 'De weg van de gegevens',
  walkSteps: ['Lijst van adressen', 'Bezoek', 'Bewijs', 'Oordeel', 'Score', 'Besluit van een medewerker', 'Deze site'],
  walkText:
    'Van de lijst van adressen gaat het naar een bezoek. Van het bezoek blijft bewijs. Controles geven een ' +
    'oordeel, en oordelen vormen een score. Een medewerker besluit. Dan pas staat het op deze site.',
  grade: 'Geen eindscore',
  gradeText:
    'Privacy en toegankelijkheid zijn niet tegen elkaar weg te strepen. Daarom is er per thema een score en geen ' +
    'score over alles heen.',
  unknown: 'Wat “onbekend” betekent',
  unknownText:
    'Onbekend betekent: wij konden het niet zien. Het telt niet mee in de score, niet als goed en niet als fout. ' +
    'Wel telt het mee in hoeveel wij zagen.',
  eighty: 'De regel van 80%',
  eightyText:
    'Een score van weinig gegevens zegt weinig. Zagen wij minder dan 80% van het gewicht dat van buitenaf te ' +
    'meten is, dan staat er “te weinig gemeten”.',
  weights: 'Gewichten',
  weightsText:
    'Gewicht 3 is het hart van een norm, 2 is gewoon, 1 is klein. Gewicht 0 is advies en telt niet mee. “Deels” ' +
    'telt voor de helft.',
  weightsCaption: (theme: string) => `Gewichten in ${theme}`,
  limits: 'Wat wij niet zien',
  limitsList: [
    'Wij kijken van buitenaf. Wat binnen een organisatie gebeurt, zien wij niet.',
    'Wij kijken naar hoogstens tien pagina’s per website, zo veel mogelijk uit verschillende delen.',
    'Bij een website staat hoeveel pagina’s wij kennen, en wat wij kunnen missen. Dat rekenen wij uit.',
    'Zijn pagina’s uit dezelfde onderdelen gemaakt? Dan zoeken wij belemmeringen op twee daarvan.',
    'Een meting is een moment. Morgen kan het anders zijn.',
    'Een programma vindt een deel van de belemmeringen in toegankelijkheid. Het andere deel vindt alleen een mens.',
    'Wij kijken vooral voordat iemand over cookies kiest. Na weigeren of instemmen zien wij één pagina.',
    'Als telefoon openen wij alleen de startpagina. Wij vertellen wat anders is dan op een computer.',
  ],
  selfTest: 'Hoe goed is de meting zelf?',
  selfTestText: (at: string, addresses: number) =>
    `Op ${day('nl', at)} maten wij een nagebouwde stad van ${counted('nl', addresses, 'adres', 'adressen')} ` +
    'waarvan de waarheid ' +
    'bekend is. Gevonden: welk deel van de echte gebreken de controle zag. Vals alarm: hoe vaak de controle ' +
    'iets zag wat er niet was. De makers van de meting bouwden ook deze stad. In ' +
    'het echt komt meer voor dan zij bedachten.',
  selfTestNone: 'Bij deze publicatie is geen zelftest bewaard.',
  selfTestCaption: 'Uitkomst van de zelftest per controle',
  selfTestTotals: (faults: number, seen: number, sound: number, falseAlarms: number, unknown: number) =>
    `De stad heeft ${number('nl', faults)} gebreken. Daarvan zagen wij er ${number('nl', seen)}. ` +
    `Op ${number('nl', sound)} plaatsen was alles in orde. Daar zagen wij ${number('nl', falseAlarms)} keer toch ` +
    `iets. Onbekend bleef ${number('nl', unknown)} keer.`,
  selfTestOdd: 'Controles die niet alles zagen, of te veel',
  selfTestAll: (rows: number) => `Alle ${number('nl', rows)} controles`,
  held: 'Vergeleken met wat anderen maakten',
  heldText:
    'Wat wij zelf bouwden, kennen wij. Daarom hielden wij deze versie ook naast proeven en software van anderen.',
  heldCaption: 'Waarmee wij de meting vergeleken, en de uitkomst',
  heldAgainst: 'Vergeleken met',
  heldOutcome: 'Uitkomst',
  heldOn: 'Datum',
  heldRows: heldRows.nl,
  ofTotal: (part: number, all: number) =>
    all === 0 ? 'niet getest' : `${number('nl', part)} van ${number('nl', all)}`,
  versions: 'Versies',
  catalogueVersion: 'catalogus van normen',
  versionsNone: 'Er is nog niets gepubliceerd, dus ook geen versies.',
  object: 'Een fout melden',
  objectText:
    'Klopt een bevinding niet? Bij elke bevinding staat “Klopt dit niet?”. Noem het adres en de norm. Een ' +
    'medewerker van de gemeente kijkt ernaar en antwoordt. Verbeteren doen wij zichtbaar, in de volgende publicatie.',
  safe: 'Hoe wij bezoeken',
  safeText:
    'De browser noemt zijn naam, doet kalm aan en valt niets aan. Hij probeert geen wachtwoorden, zoekt geen ' +
    'lekken en stuurt geen formulieren op.',
}

const en: typeof nl = {
  title: 'Can you trust these figures?',
  lead:
    'Every score can be checked: from score to finding, from finding to what we literally saw, and to the norm ' +
    'with its source.',
  how: 'How it works, in ten lines',
  lines: [
    'The municipality keeps a list of which websites and e-mail domains belong to which organisation.',
    'An ordinary browser visits each website, as you would. To a question about cookies it answers no, and yes on ' +
      'another visit. In fields it types made-up words, and it sends nothing.',
    'It also looks at security, naming and the settings for e-mail. No e-mail is sent.',
    'What it sees is kept as evidence and is not changed any more.',
    'A check holds the evidence against one norm and says: met, partly met, not met, unknown or not applicable.',
    'What could not be seen is unknown. A site that is down or keeps us out loses no points for that. Does something ' +
      'look worse than before? Then we measure it again at another moment, before we publish it.',
    'The findings of a theme together, weighted by importance, give a score from 0 to 100.',
    'If we saw less than 80% of what there was to measure, we give no score.',
    'A person decides to publish, by name and function. The measurement decides nothing.',
    'Is something not right? Report it. A person of the municipality looks at it.',
  ],
  walk: 'The walk of the data',
  walkSteps: ['List of addresses', 'Visit', 'Evidence', 'Verdict', 'Score', 'A person decides', 'This site'],
  walkText:
    'From the list of addresses it goes to a visit. The visit leaves evidence. Checks give a verdict, and verdicts ' +
    'form a score. A person decides. Only then does it stand on this site.',
  grade: 'No overall grade',
  gradeText:
    'Privacy and accessibility cannot be traded against each other. So there is a score per theme and no grade ' +
    'over everything.',
  unknown: 'What “unknown” means',
  unknownText:
    'Unknown means: we could not see it. It does not count in the score, neither as right nor as wrong. It does ' +
    'count in how much we saw.',
  eighty: 'The rule of 80%',
  eightyText:
    'A score from few data says little. If we saw less than 80% of the weight that can be measured from outside, ' +
    'it says “too little measured”.',
  weights: 'Weights',
  weightsText:
    'Weight 3 is the heart of a norm, 2 is normal, 1 is minor, 0 is advice and does not count. “Partly” counts ' +
    'for half.',
  weightsCaption: (theme: string) => `Weights in ${theme}`,
  limits: 'What we do not see',
  limitsList: [
    'We look from outside. What happens inside an organisation we do not see.',
    'We look at ten pages of each website at most, from different parts as far as possible.',
    'At a website it says how many pages we know, and what we may miss. We calculate that.',
    'Are pages made of the same parts? Then we look for barriers on two of them.',
    'A measurement is a moment. Tomorrow it may be different.',
    'A program finds part of the barriers in accessibility. The other part only a person finds.',
    'We mostly look before anyone chooses about cookies. After refusing or agreeing we see one page.',
    'As a phone we open the front page only. We tell what differs from a computer.',
  ],
  selfTest: 'How good is the measurement itself?',
  selfTestText: (at: string, addresses: number) =>
    `On ${day('en', at)} we measured a model city of ${counted('en', addresses, 'address', 'addresses')} of ` +
    'which the truth is ' +
    'known. Found: which part of the real faults the check saw. False alarms: how often it saw something that was ' +
    'not there. The makers of the measurement also built this city: in reality more occurs than they thought of.',
  selfTestNone: 'No self-test has been kept with this publication.',
  selfTestCaption: 'Outcome of the self-test per check',
  selfTestTotals: (faults: number, seen: number, sound: number, falseAlarms: number, unknown: number) =>
    `The city has ${number('en', faults)} faults. Of these we saw ${number('en', seen)}. In ` +
    `${number('en', sound)} places all was in order. There we saw something all the same ` +
    `${number('en', falseAlarms)} times. Unknown it was ${number('en', unknown)} times.`,
  selfTestOdd: 'Checks that did not see all, or saw too much',
  selfTestAll: (rows: number) => `All ${number('en', rows)} checks`,
  held: 'Held against what others made',
  heldText: 'What we built ourselves, we know. So this version was also held against tests and software of others.',
  heldCaption: 'What the measurement was held against, and the outcome',
  heldAgainst: 'Held against',
  heldOutcome: 'Outcome',
  heldOn: 'Date',
  heldRows: heldRows.en,
  ofTotal: (part: number, all: number) => (all === 0 ? 'not tested' : `${number('en', part)} of ${number('en', all)}`),
  versions: 'Versions',
  catalogueVersion: 'catalogue of norms',
  versionsNone: 'Nothing has been published yet, so there are no versions either.',
  object: 'Reporting a mistake',
  objectText:
    'Is a finding not right? Every finding has “Is this not right?”. Name the address and the norm. A person of ' +
    'the municipality looks at it and answers. We correct visibly, in the next publication.',
  safe: 'How we visit',
  safeText:
    'The browser gives its name, goes slowly and attacks nothing. It tries no passwords, looks for no leaks and ' +
    'submits no forms.',
}

/** The sentences in a language. */
export const methodSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
