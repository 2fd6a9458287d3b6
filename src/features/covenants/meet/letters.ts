/** The letters about a meeting and about the end of a covenant. */
import type { CityContact, Letter, Sender } from '../../../model/letter.ts'
import { MEETING_KINDS, type MeetingKind } from '../../../vocabulary/covenant.ts'
import { day } from '../../../web/language.ts'
import { ifInDoubt, signedBy, TheCity } from '../../../web/letter.ts'

type About = {
  readonly title: string
  readonly city: string
  readonly name: string
  readonly sender: Sender
  readonly contact: CityContact
}

const letter = ({ name, city, sender, contact }: About, subject: string, lines: readonly string[]): Letter => ({
  subject: subject.slice(0, 200),
  body: [
    name === '' ? 'Hallo,' : `Beste ${name},`,
    ...lines,
    ifInDoubt(contact, sender.name),
    signedBy(sender, city),
  ].join('\n\n'),
})

type Planned = { readonly kind: MeetingKind; readonly heldOn: string; readonly place: string; readonly agenda: string }

/** When and where a covenant's meeting is, and what is spoken about. `again`: something of it changed. */
export const invited = (about: About, { kind, heldOn, place, agenda }: Planned, again: boolean): Letter =>
  letter(about, `${again ? 'Gewijzigd: ' : ''}${MEETING_KINDS[kind]} van ${about.title}, ${day('nl', heldOn)}`, [
    `${TheCity(about.city)} nodigt u uit voor de ${MEETING_KINDS[kind]} van ${about.title}.`,
    `Wanneer: ${day('nl', heldOn)}${place === '' ? '' : `\nWaar: ${place}`}`,
    `Waarover:\n${agenda}`,
    'Kunt u niet? Laat het ons weten als antwoord op deze e-mail.',
  ])

/** That a meeting does not go on. */
export const cancelled = (about: About, { kind, heldOn }: Planned, why: string): Letter =>
  letter(about, `Gaat niet door: ${MEETING_KINDS[kind]} van ${about.title}, ${day('nl', heldOn)}`, [
    `De ${MEETING_KINDS[kind]} van ${day('nl', heldOn)} gaat niet door.`,
    `De reden: ${why}`,
  ])

/** That a covenant ends, and what stays. */
export const ended = (about: About, on: string, why: string): Letter =>
  letter(about, `${about.title} eindigt op ${day('nl', on)}`, [
    `${about.title} eindigt op ${day('nl', on)}.`,
    `De reden: ${why}`,
    'De tekst, de handtekeningen en wat er is bereikt, blijven te lezen.',
  ])

/** That a yearly report lies ready to be read. */
export const offered = (
  about: About,
  { no, from, to }: { no: number; from: string; to: string },
  link: string,
): Letter =>
  letter(about, `Jaarverslag ${no} van ${about.title}`, [
    `Het jaarverslag van ${about.title} is klaar. Het gaat over ${day('nl', from)} tot en met ${day('nl', to)}.`,
    `U leest het hier, of neemt het mee als pdf of ODT:\n${link}`,
    'Klopt er iets niet? Laat het ons weten als antwoord op deze e-mail.',
  ])
