/** What residents of the demo city asked that was answered or taken back. Nobody here exists. */
import type { DemoRequest } from './requests-told.ts'

const SCREEN = { lang: 'nl', channel: 'screen', whom: 'self' } as const

export const ANSWERED: readonly DemoRequest[] = [
  {
    name: 'afgewezen',
    kind: 'wissen',
    ago: 44,
    who: { ...SCREEN, name: 'Anouk Smeets' },
    handler: 'yara.bos',
    ground: 'moet-bewaren',
    texts: { 'om-wat': 'Alles van mijn bijstandsuitkering.', waarom: 'Ik krijg die al drie jaar niet meer.' },
    steps: [
      { step: 'taken', ago: 42, by: 'yara.bos' },
      { step: 'identity', ago: 40, by: 'yara.bos', word: 'called-back' },
      {
        step: 'answered',
        ago: 22,
        by: 'yara.bos',
        word: 'refused',
        texts: {
          '':
            'Wij moeten uw dossier van de uitkering bewaren tot 2030. Dat zegt de wet. Daarna wissen wij het. ' +
            'Wij hebben wel uw oude telefoonnummer en uw e-mailadres gewist: die hadden wij niet meer nodig.',
        },
      },
      { step: 'helped', ago: 20, word: 'partly' },
    ],
  },
  {
    name: 'uitleg',
    kind: 'uitleg-besluit',
    ago: 40,
    who: { ...SCREEN, name: 'Sem Vroom' },
    handler: 'yara.bos',
    texts: {
      besluit: 'Naheffing van 3 oktober, nummer 88213',
      vraag: 'Ik had betaald. Hoe weet die auto dat ik niet betaalde?',
    },
    steps: [
      { step: 'taken', ago: 38, by: 'yara.bos' },
      { step: 'identity', ago: 37, by: 'yara.bos', word: 'called-back' },
      {
        step: 'answered',
        ago: 18,
        by: 'yara.bos',
        word: 'granted',
        texts: {
          '':
            'De scanauto las uw kenteken om 14.02 uur. Op dat moment stond er geen betaling in het register: uw app ' +
            'stuurde die om 14.09 uur. Een medewerker bekeek de foto en het register, en nam het besluit. U betaalde ' +
            'dus wel, en te laat. Bezwaar maken kan tot zes weken na de brief.',
          regel:
            'Staat een kenteken bij de scan niet in het register van parkeerrechten, dan kijkt een medewerker. ' +
            'Alleen die legt een naheffing op.',
        },
        names: { algoritme: 'Kentekens lezen met de scanauto', stroom: 'Kentekens van wie een parkeerrecht heeft' },
      },
      { step: 'helped', ago: 17, word: 'yes' },
    ],
  },
  {
    name: 'opnieuw',
    kind: 'klacht',
    ago: 60,
    who: { ...SCREEN, name: 'Wies Doornbos', helper: true },
    texts: {
      gebeurd: 'Aan de telefoon werd ik drie keer doorverbonden en daarna was de lijn weg. Er belde niemand terug.',
      oplossing: 'Dat er iemand terugbelt.',
    },
    steps: [
      { step: 'taken', ago: 58, by: 'hidde.kramer' },
      {
        step: 'answered',
        ago: 25,
        by: 'hidde.kramer',
        word: 'granted',
        texts: {
          '': 'U heeft gelijk. Dit ging niet goed. Wij spraken af dat wie doorverbindt, zelf aan de lijn blijft.',
        },
      },
      { step: 'again', ago: 4, texts: { '': 'Fijn, maar ik ben nog steeds niet teruggebeld over mijn vraag.' } },
    ],
  },
  {
    name: 'deels',
    kind: 'inzage',
    ago: 52,
    who: { ...SCREEN, name: 'Kees Waterman', post: 'Dijk 4, Sluiswijk' },
    handler: 'yara.bos',
    texts: { 'om-wat': 'Alles over mijn aanvraag voor hulp in huis.', bezorgen: 'post' },
    steps: [
      { step: 'taken', ago: 51, by: 'yara.bos' },
      { step: 'identity', ago: 50, by: 'yara.bos', word: 'known' },
      {
        step: 'answered',
        ago: 30,
        by: 'yara.bos',
        word: 'partly',
        texts: {
          '':
            'U krijgt een kopie van uw dossier. Op bladzijde 7 staat iets over uw buurvrouw. Dat deel maakten wij ' +
            'zwart: het gaat over haar, en niet over u.',
          orgaan: 'college',
          functie: 'teamleider Privacy',
        },
      },
    ],
  },
  {
    name: 'doorgestuurd',
    kind: 'verbeteren',
    ago: 33,
    who: { ...SCREEN, name: 'Ilse Bakker' },
    handler: 'yara.bos',
    texts: { 'wat-fout': 'Mijn hond staat nog op mijn oude adres bij het waterschap.', 'wat-goed': 'Kade 31.' },
    steps: [
      { step: 'taken', ago: 32, by: 'yara.bos' },
      {
        step: 'answered',
        ago: 31,
        by: 'yara.bos',
        word: 'passed-on',
        texts: {
          '': 'Deze gegevens zijn van het waterschap. Wij stuurden uw verzoek vandaag door. U hoort van hen.',
          orgaan: 'college',
          functie: 'medewerker Privacy',
          naar: 'Waterschap Sluisland, team gegevens, telefoon 14 072',
        },
      },
    ],
  },
  {
    name: 'loket',
    kind: 'digitaal-lukt-niet',
    ago: 16,
    who: { lang: 'nl', channel: 'counter', whom: 'self', helper: true },
    typedBy: 'lies.dewit',
    handler: 'tarik.aydin',
    texts: {
      dienst: 'Een afspraak maken voor een paspoort',
      'waar-vast': 'De site vraagt een e-mailadres. Dat heb ik niet.',
    },
    steps: [
      { step: 'taken', ago: 15, by: 'tarik.aydin' },
      {
        step: 'answered',
        ago: 9,
        by: 'tarik.aydin',
        word: 'granted',
        texts: {
          '': 'Uw afspraak staat: dinsdag om tien uur. Op de site mag nu ook een telefoonnummer.',
        },
      },
      { step: 'helped', ago: 7, word: 'yes' },
    ],
  },
  {
    name: 'ingetrokken',
    kind: 'hergebruik',
    ago: 14,
    who: { ...SCREEN, whom: 'none', lang: 'en' },
    texts: { welke: 'All trees in the city, with their kind and year.' },
    steps: [{ step: 'withdrawn', ago: 13 }],
  },
]
