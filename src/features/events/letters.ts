/** The mail to who joined an event: that it came in, that there is a place, what changed, and the day before. */
import type { CityContact, Letter } from '../../model/letter.ts'
import { FORGET_JOINED_AFTER_DAYS } from '../../vocabulary/retention.ts'
import { day, type Lang } from '../../web/language.ts'
import { sentFor, theCity } from '../../web/letter.ts'

/** What is told: it came in, a place came free, something changed, or it is tomorrow. */
export type News = 'taken' | 'moved-up' | 'changed' | 'soon'
export type Told = {
  readonly lang: Lang
  readonly city: string
  readonly contact: CityContact
  /** The whole secret address. */
  readonly link: string
  readonly title: string
  /** It does not go on. */
  readonly off: boolean
  readonly why: string
  /** There is a place; else on the waiting list. */
  readonly placed: boolean
  readonly on: string
  readonly from: string
  readonly where: string
}

const nl = {
  hello: 'Beste lezer,',
  subject: {
    taken: 'U staat op de lijst',
    'moved-up': 'Er is een plaats voor u',
    changed: 'Er verandert iets',
    soon: 'Het is bijna zover',
  },
  off: 'Het gaat niet door',
  off2: (title: string, why: string) => `${title} gaat niet door. ${why}`,
  placed: (title: string) => `U heeft een plaats bij ${title}.`,
  waits: (title: string) =>
    `U staat op de wachtlijst van ${title}. Komt er een plaats vrij, dan krijgt u die, en een e-mail.`,
  changed: 'De dag, de tijd of de plek veranderde, of het gaat toch door. Zo is het nu:',
  when: (on: string, from: string, where: string) =>
    `${day('nl', on)}, ${from.replace(':', '.')} uur${where === '' ? '' : `\n${where}`}`,
  link: (link: string) => `Komt u niet? Haal u hier van de lijst. Wacht er iemand, dan krijgt die de plaats:\n${link}`,
  wiped: `Wij wissen uw naam en adres ${FORGET_JOINED_AFTER_DAYS} dagen erna.`,
  notYou: 'Gaf u zich niet op? Haal u dan van de lijst met dit adres. Alles is dan meteen weg.',
}
const en: typeof nl = {
  hello: 'Dear reader,',
  subject: {
    taken: 'You are on the list',
    'moved-up': 'There is a place for you',
    changed: 'Something changes',
    soon: 'It is almost time',
  },
  off: 'It is cancelled',
  off2: (title, why) => `${title} is cancelled. ${why}`,
  placed: (title) => `You have a place at ${title}.`,
  waits: (title) => `You are on the waiting list of ${title}. When there is a place, you get it, and an e-mail.`,
  changed: 'The day, the time or the place changed, or it does go on. This is how it is now:',
  when: (on, from, where) => `${day('en', on)}, ${from}${where === '' ? '' : `\n${where}`}`,
  link: (link) => `Can you not come? Cancel here. When somebody waits, they get the place:\n${link}`,
  wiped: `We wipe your name and address ${FORGET_JOINED_AFTER_DAYS} days after it.`,
  notYou: 'Was it not you who signed up? Then cancel with this address. Everything is gone at once.',
}

/** Not by name: what a stranger types there would be a message to whoever has the address. */
export function toJoined(news: News, told: Told): Letter {
  const { lang, city, contact, link, title, off, why, placed, on, from, where } = told
  const t = lang === 'en' ? en : nl
  const close =
    lang === 'nl'
      ? sentFor(city, contact)
      : `This message was sent automatically by Leidraad of ${theCity(city)}.` +
        `${contact.phone === '' ? '' : ` Questions? Call ${contact.phone}.`}\n`
  const lines = off
    ? [t.off2(title, why)]
    : [
        placed ? t.placed(title) : t.waits(title),
        ...(news === 'changed' ? [t.changed] : []),
        t.when(on, from, where),
        t.link(link),
      ]
  return {
    subject: `${off ? t.off : t.subject[news]}: ${title}`,
    body: [t.hello, ...lines, ...(news === 'taken' ? [t.notYou] : []), t.wiped, close].join('\n\n'),
  }
}
