/** Mail about an incident: that there is something and where to read it, and never what (TLP:RED). */
import type { CityContact, Letter } from '../../model/letter.ts'
import { atDoor, tlpMeans, tlpName } from '../../vocabulary/tlp.ts'
import { sentFor } from '../../web/letter.ts'

/** Every incident has this label, and none has another (ADR 0090). */
export const LABEL = 'RED'

export type From = { readonly city: string; readonly contact: CityContact; readonly url: string }

/** What a line of a list says of it, within what the label lets out there. */
export const lineOf = (says: string): string => {
  if (atDoor(LABEL, 'task').shows !== 'link') throw new Error('the label of an incident lets out more')
  return `${tlpName(LABEL)} – ${says}`
}

const letter = (says: string, asks: string, { city, contact, url }: From): Letter => ({
  subject: `[${tlpName(LABEL)}] ${says}`,
  body: [
    'Beste lezer,',
    `Label: ${tlpName(LABEL)}. ${tlpMeans(LABEL)}`,
    `${says}. Waarover het gaat, leest u na het inloggen.`,
    `${asks}\n${url}`,
    'Kunt u niet inloggen? Bel dan. In een incident gaat bellen altijd voor.',
    sentFor(city, contact),
  ].join('\n\n'),
})

export const HELP_ASKED = 'Iemand vraagt hulp bij een incident'
/** To who may take it. */
export const helpAsked = (from: From): Letter => letter(HELP_ASKED, 'Kunt u dit oppakken? Doe het hier:', from)

/** To who can end an incident of which nobody wrote for weeks. */
export const STILL_RUNS = 'Sluit dit incident af, of schrijf in het logboek wat er nog speelt'

export const CALLED_UP = 'U wordt opgeroepen om te helpen'
/** To the buddy who is called. */
export const calledUp = (from: From): Letter =>
  letter(CALLED_UP, 'Lees de oproep, en zeg ja, later of nee. Nee zeggen mag altijd:', from)

export const BUDDY_ANSWERED = 'Een maatje gaf antwoord op een oproep'
/** To who took the incident, and to who asked. */
export const answered = (from: From): Letter => letter(BUDDY_ANSWERED, 'Lees het antwoord hier:', from)
