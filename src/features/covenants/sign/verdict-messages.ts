/** What the page of verdicts behind a link says, in both languages. */
import type { Miss, Word } from '../progress/verdict-rules.ts'
import { day, number, share, type Lang } from '../../../web/language.ts'

type Counted = { readonly count: number; readonly among: number; readonly target: number }

const nl = {
  title: 'Oordeel over uw afspraken',
  lead: 'Dit vond de toetser. U leest het als eerste. Bij elk oordeel staat wat u kunt doen.',
  none: 'Er is nog niets over u gezegd.',
  waiting: 'Er is een oordeel over een afspraak van u. U kunt er nu op reageren.',
  open: 'Lees het oordeel en reageer',
  read: 'Lees het oordeel over uw afspraken',
  all: 'Dit gaat over allen samen. Er zijn zo weinig partijen dat het van elk is gezegd.',
  by: 'Gegeven door',
  proof: 'Bewijs',
  seen: 'Laatst bekeken',
  met: 'Gehaald op',
  calculated: 'Berekend op die dag',
  figures: ({ count, among, target }: Counted, due: string) =>
    `${among === 0 ? 'niets gemeten' : `${number('nl', count)} van de ${number('nl', among)}`}, ` +
    `doel ${share('nl', target)} op ${day('nl', due)}`,
  why: 'Toelichting',
  plan: 'Verbeterplan',
  plans: {
    asked: 'gevraagd',
    late: 'niet op tijd ingeleverd',
    'handed-in': 'ingeleverd, nog niet aanvaard',
    returned: 'terug bij u om aan te vullen',
    accepted: 'aanvaard',
  } satisfies Record<Miss['plan'], string>,
  until: (on: string) => `uiterlijk ${day('nl', on)}`,
  objection: 'Bezwaar',
  objections: {
    none: 'nog niet gemaakt',
    open: 'nog niet beantwoord',
    upheld: 'gegrond, de toetser kijkt opnieuw',
    rejected: 'ongegrond',
  } satisfies Record<Miss['objection'], string>,
  public: 'Openbaar met naam',
  publicWords: {
    together: 'nee: anderen lezen alleen hoe het met allen samen gaat',
    heard: 'ja, als u dat goedvindt',
    first: 'nog niet: u leest het eerst',
  },
  words: {
    objection: 'Uw bezwaar',
    upheld: 'Bezwaar gegrond',
    rejected: 'Bezwaar ongegrond',
    plan: 'Uw verbeterplan',
    'plan-accepted': 'Verbeterplan aanvaard',
    'plan-returned': 'Verbeterplan terug',
  } satisfies Record<Word['kind'], string>,
  again: 'Wordt opnieuw bekeken: het bezwaar is gegrond.',
  planLabel: 'Uw verbeterplan',
  planHint: 'Wat gaat u doen, wie doet het, en wanneer is het klaar?',
  planButton: 'Lever het verbeterplan in',
  objectLabel: 'Klopt het oordeel niet?',
  objectHint: 'Schrijf wat er niet klopt. Anderen lezen het oordeel pas na het antwoord.',
  objectButton: 'Maak bezwaar',
  emptyPlan: 'Schrijf uw verbeterplan.',
  emptyObjection: 'Schrijf wat er niet klopt.',
  done: { plan: 'Uw verbeterplan is ingeleverd.', objection: 'Uw bezwaar is ontvangen. U krijgt antwoord.' },
  tooLate: 'De termijn voor bezwaar is voorbij, of u maakte al bezwaar.',
}
const en: typeof nl = {
  title: 'Verdict on your agreements',
  lead: 'This is what the verifier found. You read it first. With each verdict it says what you can do.',
  none: 'Nothing was said about you yet.',
  waiting: 'There is a verdict on an agreement of yours. You can respond to it now.',
  open: 'Read the verdict and respond',
  read: 'Read the verdict on your agreements',
  all: 'This is about all together. There are so few parties that it was said of each.',
  by: 'Given by',
  proof: 'Evidence',
  seen: 'Last looked at',
  met: 'Met on',
  calculated: 'Calculated that day',
  figures: ({ count, among, target }, due) =>
    `${among === 0 ? 'nothing measured' : `${number('en', count)} of ${number('en', among)}`}, ` +
    `target ${share('en', target)} on ${day('en', due)}`,
  why: 'Explanation',
  plan: 'Improvement plan',
  plans: {
    asked: 'asked',
    late: 'not handed in on time',
    'handed-in': 'handed in, not accepted yet',
    returned: 'back with you to complete',
    accepted: 'accepted',
  },
  until: (on) => `by ${day('en', on)}`,
  objection: 'Objection',
  objections: {
    none: 'not made yet',
    open: 'not answered yet',
    upheld: 'upheld, the verifier looks again',
    rejected: 'rejected',
  },
  public: 'Public by name',
  publicWords: {
    together: 'no: others only read how all together are doing',
    heard: 'yes, if you agree to it',
    first: 'not yet: you read it first',
  },
  words: {
    objection: 'Your objection',
    upheld: 'Objection upheld',
    rejected: 'Objection rejected',
    plan: 'Your improvement plan',
    'plan-accepted': 'Improvement plan accepted',
    'plan-returned': 'Improvement plan returned',
  },
  again: 'Being looked at again: the objection was upheld.',
  planLabel: 'Your improvement plan',
  planHint: 'What will you do, who does it, and when is it ready?',
  planButton: 'Hand in the improvement plan',
  objectLabel: 'Is the verdict not right?',
  objectHint: 'Write what is not right. Others only read the verdict after the answer.',
  objectButton: 'Object',
  emptyPlan: 'Write your improvement plan.',
  emptyObjection: 'Write what is not right.',
  done: {
    plan: 'Your improvement plan was handed in.',
    objection: 'Your objection was received. You will get an answer.',
  },
  tooLate: 'The term for objecting is over, or you objected already.',
}

/** In one language. */
export const verdictSays = (lang: Lang): typeof nl => (lang === 'nl' ? nl : en)
