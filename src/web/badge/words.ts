/** What a badge and its sign say, in both languages. */
import type { PublicBadge } from '../../model/badge.ts'
import type { BadgeKind } from '../../vocabulary/badge.ts'
import { counted, day, rowDay, type Lang } from '../language.ts'

type Words = {
  readonly kind: Readonly<Record<BadgeKind, string>>
  /** What it is about, under the name of the holder. */
  readonly about: (badge: PublicBadge) => string
  readonly until: (on: string) => string
  readonly untilWords: string
  /** Where there is little room. */
  readonly untilShort: (on: string) => string
  readonly number: (number: string) => string
  /** In a sentence, for who hears it. */
  readonly said: (badge: PublicBadge) => string
  readonly look: string
  readonly given: (city: string) => string
}

const nl: Words = {
  kind: { signed: 'Heeft getekend', seen: 'Gezien: voldoet' },
  about: ({ told }) =>
    told.covenant?.title ?? `${counted('nl', told.norms.length, 'norm', 'normen')}, ${day('nl', told.seenOn!)}`,
  until: (on) => `Geldig tot en met ${day('nl', on)}`,
  untilWords: 'Geldig tot en met',
  untilShort: (on) => `t/m ${rowDay('nl', on)}`,
  number: (number) => `Nummer ${number}`,
  said: ({ kind, holder, told }) =>
    kind === 'signed'
      ? `${holder} heeft getekend: ${told.covenant!.title}.`
      : `Gezien op ${day('nl', told.seenOn!)}: wat bij ${holder} van ` +
        `${counted('nl', told.norms.length, 'norm', 'normen')} is bekeken, is in orde.`,
  look: 'Klopt dit nog? Kijk op:',
  given: (city) => `Gegeven door gemeente ${city}`,
}
const en: Words = {
  kind: { signed: 'Has signed', seen: 'Seen to meet' },
  about: ({ told }) =>
    told.covenant?.title ?? `${counted('en', told.norms.length, 'norm', 'norms')}, ${day('en', told.seenOn!)}`,
  until: (on) => `Valid until ${day('en', on)}`,
  untilWords: 'Valid until',
  untilShort: (on) => `until ${rowDay('en', on)}`,
  number: (number) => `Number ${number}`,
  said: ({ kind, holder, told }) =>
    kind === 'signed'
      ? `${holder} has signed: ${told.covenant!.title}.`
      : `Seen on ${day('en', told.seenOn!)}: what was looked at of ` +
        `${counted('en', told.norms.length, 'norm', 'norms')} at ${holder} is in order.`,
  look: 'Is this still so? Look at:',
  given: (city) => `Given by the municipality of ${city}`,
}
const all: Readonly<Record<Lang, Words>> = { nl, en }
/** What a badge says in this language. */
export const badgeWords = (lang: Lang): Words => all[lang]
