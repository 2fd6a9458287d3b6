/** The mail around a public covenant: to parties, to readers who asked something, and to who follows. */
import type { CityContact, Letter } from '../../../model/letter.ts'
import { day, type Lang } from '../../../web/language.ts'
import { ifInDoubt, sentFor, theCity } from '../../../web/letter.ts'
import { says } from './messages.ts'

type City = { readonly city: string; readonly contact: CityContact }

/** What of a party will be public, in the words it hears. */
export function willStand(
  { name, title, kind, perParty }: { name: string; title: string; kind: string; perParty: readonly string[] },
  page: string,
): string {
  const as = kind === 'observer' ? 'waarnemer' : 'partij'
  const own =
    perParty.length === 0
      ? 'Cijfers van uw organisatie apart staan er niet.'
      : `Bij deze afspraken staat ook hoe ver uw organisatie is: ${perParty.join('; ')}.`
  return (
    `“${name}”, als ${as} bij het convenant “${title}”, op ${page}. Daar staat ook wanneer u tekende, ` +
    `en of u pauzeert of stopt en waarom. ${own}`
  )
}

/** That a name will be public, what stands there and until when that can be objected to. */
export function toldLetter(
  told: City & {
    readonly name: string
    readonly title: string
    readonly shows: string
    readonly until: string
    readonly link: string
  },
): Letter {
  return {
    subject: `Dit komt openbaar over ${told.name}`.slice(0, 200),
    body: [
      'Hallo,',
      `U vond goed dat ${told.name} bij naam in het convenant “${told.title}” staat. ` +
        'Voordat dat gebeurt, leest u hier wat er komt te staan:',
      told.shows,
      `Klopt dat niet? Reageer uiterlijk op ${day('nl', told.until)}, met deze link:\n${told.link}`,
      'Wij antwoorden eerst. Tot die tijd staat uw naam er niet. ' +
        'Reageert u niet, dan komt de naam er daarna te staan. ' +
        'Met dezelfde link kunt u er altijd voor kiezen dat uw naam weggaat.',
      ifInDoubt(told.contact, 'het convenant'),
      sentFor(told.city, told.contact),
    ].join('\n\n'),
  }
}

/** What the municipality answers to an objection. */
export function objectionLetter(
  said: City & {
    readonly name: string
    readonly answer: string
    readonly goesOn: boolean
    readonly by: string
  },
): Letter {
  return {
    subject: `Antwoord op uw bezwaar: ${said.name}`.slice(0, 200),
    body: [
      'Hallo,',
      said.goesOn ? 'De naam komt openbaar te staan. Wij leggen uit waarom:' : 'De naam komt niet openbaar te staan.',
      said.answer,
      `Dit antwoord is van: ${said.by}.`,
      'Wilt u toch niet genoemd worden? Gebruik de link uit onze eerste e-mail.',
      sentFor(said.city, said.contact),
    ].join('\n\n'),
  }
}

const close = (lang: Lang, city: string, contact: CityContact): string =>
  lang === 'nl'
    ? sentFor(city, contact)
    : `This message was sent automatically by Leidraad of ${theCity(city)}.` +
      `${contact.phone === '' ? '' : ` Questions? Call ${contact.phone}.`}\n`

type ToReader = City & { readonly lang: Lang; readonly title: string; readonly link: string | undefined }

/** That a question or remark came in. Never with what was written: anybody can fill in an address. */
export function remarkReceived({ lang, title, link, city, contact }: ToReader, due: string): Letter {
  const t = says(lang).mail
  return {
    subject: t.receivedSubject(title),
    body: [
      t.hello,
      t.received(title, due),
      ...(link ? [t.yours(link)] : []),
      t.notYou,
      close(lang, city, contact),
    ].join('\n\n'),
  }
}

/** What came of a question or remark. */
export function remarkAnswered(
  { lang, title, link, city, contact }: ToReader,
  { shown, answer, by }: { readonly shown: boolean; readonly answer: string; readonly by: string },
): Letter {
  const t = says(lang).mail
  return {
    subject: t.answeredSubject(title),
    body: [
      t.hello,
      shown ? t.answered(title) : t.declined(title),
      answer,
      t.by(by),
      ...(link ? [t.yours(link)] : []),
      close(lang, city, contact),
    ].join('\n\n'),
  }
}

/** Asks whether this address really wants to follow. Opening the link does nothing yet. */
export function askToConfirm({ lang, title, link, city, contact }: ToReader): Letter {
  const t = says(lang).mail
  return {
    subject: t.confirmSubject,
    body: [t.hello, t.confirm(title), link ?? '', t.confirmNot, close(lang, city, contact)].join('\n\n'),
  }
}

/** Asks once a year whether it may go on. */
export function askToStay({ lang, title, link, city, contact }: ToReader, ends: string): Letter {
  const t = says(lang).mail
  return {
    subject: t.staySubject,
    body: [t.hello, t.stay(title, ends), link ?? '', close(lang, city, contact)].join('\n\n'),
  }
}

/** What happened since last time, whole: nobody has to open a page to read it. */
export function news(
  { lang, title, link, city, contact }: ToReader,
  parts: readonly { readonly title: string; readonly at: string; readonly lines: readonly string[] }[],
  more: number,
): Letter {
  const t = says(lang).mail
  return {
    subject: t.newsSubject(title),
    body: [
      t.hello,
      t.news(title),
      ...parts.map((part) => [part.title, ...part.lines.map((line) => `- ${line}`), part.at].join('\n')),
      ...(more > 0 ? [t.more(more)] : []),
      ...(link ? [t.stop(link)] : []),
      close(lang, city, contact),
    ].join('\n\n'),
  }
}
