/** What stands on the sheets of an exercise, in both languages. */
import { number, type Lang } from '../language.ts'

const nl = {
  everybody: 'iedereen',
  minute: (at: number) => `Na ${number('nl', at)} min.`,
  to: 'Voor',
  way: 'Via',
  text: 'Lees voor',
  expected: 'Wat u hoopt te zien',
  hint: 'Als het stilvalt',
  onlyIf: 'Wanneer',
  played: 'Gespeeld door',
  roles: 'Rollen',
  messages: 'Berichten op de klok',
  messagesCaption: 'Wat de spelleider geeft, en wanneer',
  when: 'Wanneer',
  record: 'Verslag',
  recordHint: 'Schrijf op wat iemand deed of besloot, en hoe laat. Noem de rol, niet de persoon.',
  clock: 'Tijd',
  role: 'Rol',
  done: 'Gedaan of besloten',
  questions: 'Nagesprek',
  rest: 'Iedereen weet: dit is een oefening. Zeg bij elk telefoontje eerst “oefening”.',
}
const en: typeof nl = {
  everybody: 'everybody',
  minute: (at) => `After ${number('en', at)} min.`,
  to: 'For',
  way: 'By',
  text: 'Read out',
  expected: 'What you hope to see',
  hint: 'If nobody moves',
  onlyIf: 'When',
  played: 'Played by',
  roles: 'Roles',
  messages: 'Messages by the clock',
  messagesCaption: 'What the leader gives, and when',
  when: 'When',
  record: 'Record',
  recordHint: 'Write down what somebody did or decided, and at what time. Name the role, not the person.',
  clock: 'Time',
  role: 'Role',
  done: 'Done or decided',
  questions: 'Talking it over',
  rest: 'Everybody knows: this is an exercise. Begin each telephone call with “exercise”.',
}
/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
