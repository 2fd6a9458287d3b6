/** What the page about weaknesses says, in both languages. */
import { day, type Lang } from '../../web/language.ts'
import { ACKNOWLEDGED_WITHIN, JUDGED_WITHIN, SOLVED_WITHIN } from '../../vocabulary/weakness.ts'

const nl = {
  title: 'Zwakke plekken melden',
  lead: 'Vond u een zwakke plek in een systeem van de gemeente? Meld hem bij ons, dan herstellen wij hem.',
  report: 'Meld een zwakke plek',
  noForm: 'Melden kan hier nog niet. Schrijf of bel ons:',
  law: 'Wat u kunt vragen als wij niet antwoorden, en op welke regels dit rust',
  scope: 'Waar het over gaat',
  scopeText: [
    'Sites, apps en apparaten van de gemeente, ook als een leverancier ze voor ons draait.',
    'Niet over systemen van een ander, zoals een school of een winkel. Meld dat bij hen.',
    'Werkt iets gewoon niet, of leest een tekst niet goed? Meld dat onder aan de pagina zelf.',
  ],
  rules: 'Dit vragen wij van u',
  rulesText: [
    'Kijk niet verder dan nodig is om de zwakke plek te laten zien.',
    'Verander en wis niets. Neem geen gegevens van mensen mee, en wis meteen wat u toch zag.',
    'Leg niets plat, en doe u niet voor als een ander. Probeer geen wachtwoorden uit.',
    'Vertel het aan niemand totdat het is hersteld. Wij spreken samen af wanneer het openbaar wordt.',
  ],
  promise: 'Dit beloven wij',
  promiseText: [
    `Binnen ${ACKNOWLEDGED_WITHIN} werkdag pakt iemand uw melding op. Dat leest u met uw code.`,
    `Binnen ${JUDGED_WITHIN} werkdagen hoort u of het klopt, en wanneer het is hersteld.`,
    `Binnen ${SOLVED_WITHIN} dagen is het hersteld. Lukt dat niet, dan zeggen wij waarom.`,
    'Zit het bij een leverancier? Dan vertellen wij hem wat er is. Zwijgt hij, dan gaan wij naar zijn directie.',
    'Wij geven uw naam aan niemand, en noemen u alleen als u dat wilt.',
    'Houdt u zich aan deze regels? Dan doen wij geen aangifte.',
  ],
  promiseLaw:
    'Het Openbaar Ministerie beslist zelf of het iemand vervolgt. Het kijkt daarbij of u zich aan zulke regels hield.',
  fixed: 'Hersteld, met dank',
  fixedNone: 'Er staat hier nog niets.',
  fixedOn: (on: string) => `Hersteld op ${day('nl', on)}.`,
  thanks: (name: string) => `Met dank aan ${name}.`,
  thanksNobody: 'De melder wil niet worden genoemd.',
  figures: 'Hoeveel dagen een melding kost, staat bij de cijfers',
  file: 'Zwakke plekken die zijn gemeld en hersteld, met dank aan wie ze vond.',
}

const en: typeof nl = {
  title: 'Reporting weaknesses',
  lead: 'Did you find a weakness in a system of the municipality? Report it to us, and we mend it.',
  report: 'Report a weakness',
  noForm: 'You cannot report here yet. Write to us or call:',
  law: 'What you can ask when we do not answer, and on which rules this rests',
  scope: 'What it is about',
  scopeText: [
    'Sites, apps and devices of the municipality, also when a supplier runs them for us.',
    'Not about systems of others, such as a school or a shop. Report that to them.',
    'Does something simply not work, or does a text read badly? Report that at the foot of the page itself.',
  ],
  rules: 'This we ask of you',
  rulesText: [
    'Look no further than is needed to show the weakness.',
    'Change and delete nothing. Take no data of people along, and delete at once what you saw all the same.',
    'Bring nothing down, and do not pose as somebody else. Try no passwords.',
    'Tell nobody until it is mended. Together we agree when it becomes public.',
  ],
  promise: 'This we promise',
  promiseText: [
    `Within ${ACKNOWLEDGED_WITHIN} working day somebody takes up your report. You read so with your code.`,
    `Within ${JUDGED_WITHIN} working days you hear whether it is so, and when it will be mended.`,
    `Within ${SOLVED_WITHIN} days it is mended. If that does not work out, we tell you why.`,
    'Is it at a supplier? Then we tell them what it is. If they are silent, we go to their board.',
    'We give your name to nobody, and mention you only if you want that.',
    'Do you keep these rules? Then we do not press charges.',
  ],
  promiseLaw:
    'The public prosecutor decides whether anybody is prosecuted, and looks at whether you kept rules such as these.',
  fixed: 'Mended, with thanks',
  fixedNone: 'There is nothing here yet.',
  fixedOn: (on: string) => `Mended on ${day('en', on)}.`,
  thanks: (name: string) => `With thanks to ${name}.`,
  thanksNobody: 'Who reported it does not want to be named.',
  figures: 'How long reports take stands with the figures',
  file: 'Weaknesses that were reported and mended, with thanks to who found them.',
}

const MESSAGES = { nl, en } as const
/** The sentences of the page in a language. */
export const says = (lang: Lang): typeof nl => MESSAGES[lang]
