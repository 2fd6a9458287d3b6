/** What is told of exercises in public, in both languages. */
import { LEAST_EXERCISES } from '../../vocabulary/exercise.ts'
import { counted, number, type Lang } from '../../web/language.ts'

const nl = {
  together: 'Samen',
  title: 'Oefeningen',
  lead: 'Oefen een storing of een lek voordat het echt gebeurt. Een tafel, een klok en een uur zijn genoeg.',
  free: 'Iedereen mag deze oefeningen gebruiken, printen en veranderen. U heeft geen account nodig.',
  choose: 'Kies een oefening',
  how: 'Zo doet u het',
  howText: [
    'Kies één persoon als spelleider. Die leest vooraf de berichten, en speelt zelf niet mee.',
    'Geef de anderen een rolkaart. Zij weten niet wat er komt.',
    'De spelleider leest elk bericht voor op de minuut die erbij staat.',
    'Schrijf op wat u doet en besluit, en hoe laat.',
    'Bespreek na afloop de vragen. Maak van elke les een maatregel, met een naam en een dag.',
  ],
  minutes: (count: number) => `${number('nl', count)} minuten`,
  players: (count: number) => `${number('nl', count)} rollen`,
  forWhom: 'Voor wie',
  lasts: 'Duurt',
  who: 'Spelers',
  norms: 'Hoort bij',
  aims: 'Wat u oefent',
  needs: 'Wat u klaarlegt',
  roles: 'Rollen',
  print: 'Print dit',
  cards: 'Rolkaarten',
  cardsHint: 'Voor wie meespeelt. Knip ze uit. Er staat niet in wat er gebeurt.',
  leader: 'Blad van de spelleider',
  leaderHint: 'Speelt u mee? Lees dit dan niet.',
  spoiler: 'Alleen voor de spelleider. Speelt u mee, ga dan terug.',
  back: 'Terug naar de oefening',
  results: 'Wat er in de stad is geoefend',
  played: (count: number) =>
    `Er ${count === 1 ? 'is' : 'zijn'} ${counted('nl', count, 'oefening', 'oefeningen')} gespeeld`,
  by: (count: number) => `door ${counted('nl', count, 'organisatie', 'organisaties')}.`,
  followed: (count: number, done: number) =>
    `Daaruit volgden minstens ${counted('nl', count, 'maatregel', 'maatregelen')}. Daarvan zijn er minstens ` +
    `${number('nl', done)} klaar. Wij tellen in stappen van ${LEAST_EXERCISES}.`,
  few: `Wat eruit volgde, staat hier vanaf ${LEAST_EXERCISES} organisaties. Dan kan niemand zien om wie het gaat.`,
  none: 'Er is nog geen oefening gespeeld.',
  names: 'Wie oefende en hoe het ging, staat niet in het openbaar. Oefenen is om fouten te mogen maken.',
}
const en: typeof nl = {
  together: 'Together',
  title: 'Exercises',
  lead: 'Practise a failure or a leak before it really happens. A table, a clock and an hour are enough.',
  free: 'Everybody may use, print and change these exercises. You need no account.',
  choose: 'Choose an exercise',
  how: 'How to do it',
  howText: [
    'Choose one person as the leader, who reads the messages beforehand and does not play.',
    'Give the others a card with a role. They do not know what will come.',
    'The leader reads each message out at the minute that stands with it.',
    'Write down what you do and decide, and at what time.',
    'Talk over the questions afterwards. Make a measure of each lesson, with a name and a day.',
  ],
  minutes: (count) => `${number('en', count)} minutes`,
  players: (count) => `${number('en', count)} roles`,
  forWhom: 'For whom',
  lasts: 'Takes',
  who: 'Players',
  norms: 'Belongs to',
  aims: 'What you practise',
  needs: 'What to lay ready',
  roles: 'Roles',
  print: 'Print this',
  cards: 'Cards of roles',
  cardsHint: 'For who plays. Cut them out. They do not tell what happens.',
  leader: 'Sheet of the leader',
  leaderHint: 'Do you play? Then do not read this.',
  spoiler: 'Only for the leader. If you play, go back.',
  back: 'Back to the exercise',
  results: 'What was practised in the city',
  played: (count) => `${counted('en', count, 'exercise was', 'exercises were')} played`,
  by: (count) => `by ${counted('en', count, 'organisation', 'organisations')}.`,
  followed: (count, done) =>
    `At least ${counted('en', count, 'measure', 'measures')} followed from that, of which at least ` +
    `${number('en', done)} done. We count in steps of ${LEAST_EXERCISES}.`,
  few: `What followed is told from ${LEAST_EXERCISES} organisations on. So nobody can see who they are.`,
  none: 'No exercise was played yet.',
  names: 'Who practised and how it went is not public. One practises to be allowed mistakes.',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
