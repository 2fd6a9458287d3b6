/** What who asked reads right after doing something, and what the days in the story of a request are. */
import { day, type Lang } from '../../web/language.ts'
import type { FollowedStep } from './door-store.ts'

type Kind = FollowedStep['step']
type Until = Pick<FollowedStep, 'step' | 'word'> & { readonly until: string }

const nl = {
  noCode: 'Vul de code in.',
  looksAgain: 'Ontvangen. Een andere medewerker kijkt opnieuw.',
  /** `wiped`: the day on which the words of what was withdrawn are gone. */
  done: {
    added: 'Verstuurd. Wie uw verzoek behandelt, leest wat u schreef.',
    file: 'Uw foto is verstuurd. Wie uw verzoek behandelt, bekijkt hem.',
    withdrawn: 'U trok uw verzoek in. Wij doen er niets meer mee.',
    helped: 'Verstuurd. Dank u wel: wij tellen uw antwoord mee.',
    again: 'Verstuurd. Een andere medewerker kijkt opnieuw naar uw verzoek.',
    agreed: 'Verstuurd. De termijn staat nu stil, zoals u goed vond.',
    declined: 'Verstuurd. De termijn loopt gewoon door.',
    notice: 'Verstuurd. Wij weten nu dat wij te laat zijn. Hieronder staat wat er nu volgt.',
    works: 'Verstuurd. Dank u wel. Wie uw melding behandelt, leest het.',
    fails: 'Verstuurd. Wie uw melding behandelt, leest het en kijkt opnieuw.',
  } satisfies Partial<Record<Kind, string>>,
  wiped: (on: string) => `Op ${day('nl', on)} wissen wij wat u en wij hier schreven.`,
  askAgain: (until: string) => `Hieronder vraagt u ons om opnieuw te kijken. Dat kan tot en met ${day('nl', until)}.`,
  forgotten: 'Uw naam en adressen zijn gewist. Met de code volgt u uw verzoek gewoon verder.',
  /** Where no number to call was given, nothing is said of calling. */
  callUs: (phone: string) => (phone === '' ? '' : `Bel ons op ${phone} en noem uw nummer.`),
  keepSlip: 'Houd dit papier bij u. Alleen met de code leest u later het antwoord.',
  codeIsYours: 'Uw code houdt u voor uzelf.',
  noWayBack: 'U kunt dit niet terugdraaien.',
  until: ({ step, word, until }: Until): string => {
    const on = day('nl', until)
    if (step === 'asked') return `u kunt antwoorden tot en met ${on}`
    if (step === 'proposed' || step === 'agreed' || step === 'held') return `tot en met ${on}`
    if (step === 'stopped') return `hoogstens tot en met ${on}`
    if (step === 'resumed') return `de termijn stond stil tot en met ${on}`
    if (step === 'extended' || step === 'committee') return `u krijgt antwoord op ${on} of eerder`
    if (step === 'told') return word === 'fixed' ? `hersteld op ${on}` : `hersteld uiterlijk op ${on}`
    return `op ${on}`
  },
  bsn: 'Dit lijkt een burgerservicenummer (BSN). U hoeft het niet te geven. Haal het weg, of verstuur het zo.',
}

const en: typeof nl = {
  noCode: 'Fill in the code.',
  looksAgain: 'Received. Another member of staff looks again.',
  done: {
    added: 'Sent. Who handles your request reads what you wrote.',
    file: 'Your photo was sent. Who handles your request looks at it.',
    withdrawn: 'You withdrew your request. We do nothing more with it.',
    helped: 'Sent. Thank you: we count your answer.',
    again: 'Sent. Another member of staff looks at your request again.',
    agreed: 'Sent. The term now stands still, as you agreed.',
    declined: 'Sent. The term simply runs on.',
    notice: 'Sent. We now know that we are late. Below it says what follows now.',
    works: 'Sent. Thank you. Who handles your report reads it.',
    fails: 'Sent. Who handles your report reads it and looks again.',
  },
  wiped: (on) => `On ${day('en', on)} we erase what you and we wrote here.`,
  askAgain: (until) => `Below you can ask us to look again, until ${day('en', until)}.`,
  forgotten: 'Your name and addresses are erased. You still follow your request by the code.',
  callUs: (phone) => (phone === '' ? '' : `Call us on ${phone} and mention your number.`),
  keepSlip: 'Keep this paper. Only with the code can you read the answer later.',
  codeIsYours: 'Keep your code to yourself.',
  noWayBack: 'You cannot undo this.',
  until: ({ step, word, until }) => {
    const on = day('en', until)
    if (step === 'asked') return `you can answer until ${on}`
    if (step === 'proposed' || step === 'agreed' || step === 'held') return `until ${on}`
    if (step === 'stopped') return `until ${on} at most`
    if (step === 'resumed') return `the term stood still until ${on}`
    if (step === 'extended' || step === 'committee') return `you get an answer on ${on} or earlier`
    if (step === 'told') return word === 'fixed' ? `repaired on ${on}` : `repaired on ${on} at the latest`
    return `on ${on}`
  },
  bsn: 'This looks like a citizen service number (BSN). You need not give it. Take it out, or send it like this.',
}

/** The sentences in the language asked for. */
export const doneSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
