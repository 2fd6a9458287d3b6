/** What is told of help in need in public, in both languages. */
import { LEAST_BUDDIES } from '../../vocabulary/buddy.ts'
import { month, number, type Lang } from '../../web/language.ts'

/** `2026-H1` as a year and a half. */
const halfOf = (period: string) => ({ year: period.slice(0, 4), first: period.endsWith('1') })

const nl = {
  together: 'Samen',
  title: 'Hulp in nood',
  lead: 'Ligt alles plat door een storing of een hack? Dan helpen organisaties in de stad elkaar.',
  what: 'Wat is een maatje?',
  whatText: [
    'Een maatje is een organisatie die hulp aanbiedt. Zij zegt vooraf wat zij kan en wanneer.',
    'Gaat het ergens mis? Dan roept een medewerker van de gemeente een maatje op. Dat gebeurt met de telefoon.',
    'Een maatje mag altijd nee zeggen. Wie om hulp vraagt, blijft zelf de baas over de eigen systemen.',
  ],
  can: 'Waarmee maatjes kunnen helpen:',
  agreed: 'Wat spreken wij vooraf af?',
  agreedText: [
    'Geheimhouding: wat een maatje ziet of hoort, vertelt het niet verder.',
    'Aansprakelijkheid: een maatje helpt zo goed als het kan.',
    'Stoppen: een maatje mag op elk moment stoppen.',
  ],
  agreedFor: 'De afspraken gelden een jaar. Daarna tekent een maatje opnieuw.',
  join: 'Zo doet u mee',
  joinText: [
    'Werkt uw organisatie al met Leidraad? Log in en kies Samen, en dan Hulp in nood.',
    'Bied daar hulp aan, of vraag hulp.',
    'Nog geen account? Vraag het aan de gemeente. Het is gratis.',
  ],
  desk: 'Inloggen bij de balie',
  danger: 'Is er gevaar voor mensen? Bel 112.',
  privacy: 'Wie leest mee?',
  privacyText: [
    'Een incident is geheim. Alleen wie hulp vraagt, wie oproept en wie is opgeroepen, lezen het.',
    'Een jaar na het einde wissen wij alles. Een telling blijft.',
    'Welke organisaties maatjes zijn, staat nergens in het openbaar.',
  ],
  figures: 'Cijfers',
  noFigures: 'Er is nog niets geteld.',
  hidden:
    `Minder dan ${LEAST_BUDDIES} tonen wij niet, en maatjes tellen wij in stappen van ${LEAST_BUDDIES}. ` +
    'Dan kan niemand zien om wie het gaat.',
  offers: (of: string, count: number | null | undefined) =>
    count === null || count === undefined
      ? `In ${month('nl', of)} boden minder dan ${LEAST_BUDDIES} organisaties hulp aan.`
      : `In ${month('nl', of)} boden ${count} organisaties of meer hulp aan.`,
  offeredCaption: 'Hoeveel maatjes waarmee kunnen helpen, of meer',
  skill: 'Hulp',
  count: 'Maatjes',
  askedCaption: 'Om hulp gevraagd, per half jaar',
  period: 'Half jaar',
  asked: 'Afgesloten incidenten',
  helped: 'Met hulp van een maatje',
  soon: 'Tijd tot het eerste ja (mediaan)',
  half: (of: string) => `${halfOf(of).first ? 'eerste' : 'tweede'} helft van ${halfOf(of).year}`,
  minutes: (count: number) => `${number('nl', count)} minuten`,
  few: 'te weinig',
  none: 'niet geteld',
}
const en: typeof nl = {
  together: 'Together',
  title: 'Help in need',
  lead: 'Has everything stopped because of a failure or a hack? Then organisations in the city help each other.',
  what: 'What is a buddy?',
  whatText: [
    'A buddy is an organisation that offers help. It says beforehand what it can do and when.',
    'Does something go wrong? Then a colleague of the municipality calls a buddy. That is done by telephone.',
    'A buddy may always say no. Who asks for help stays in charge of the own systems.',
  ],
  can: 'What buddies can help with:',
  agreed: 'What do we agree beforehand?',
  agreedText: [
    'Secrecy: a buddy tells nobody what it sees or hears.',
    'Liability: a buddy helps as well as it can.',
    'Stopping: a buddy may stop at any moment.',
  ],
  agreedFor: 'What is agreed holds for a year. After that a buddy signs again.',
  join: 'How to take part',
  joinText: [
    'Does your organisation already use Leidraad? Sign in, choose Samen, and then Hulp in nood.',
    'There you can offer help, or ask for it.',
    'No account yet? Ask the municipality. It is free.',
  ],
  desk: 'Sign in at the desk',
  danger: 'Are people in danger? Call 112.',
  privacy: 'Who can read it?',
  privacyText: [
    'An incident is secret. Only who asks, who calls and who is called can read it.',
    'A year after the end we erase everything. A count stays.',
    'Which organisations are buddies is not told in public anywhere.',
  ],
  figures: 'Figures',
  noFigures: 'Nothing was counted yet.',
  hidden:
    `Fewer than ${LEAST_BUDDIES} are not shown, and buddies are counted in steps of ${LEAST_BUDDIES}. ` +
    'So nobody can see who they are.',
  offers: (of, count) =>
    count === null || count === undefined
      ? `In ${month('en', of)} fewer than ${LEAST_BUDDIES} organisations offered help.`
      : `In ${month('en', of)} ${count} organisations or more offered help.`,
  offeredCaption: 'How many buddies can help with what, or more',
  skill: 'Help',
  count: 'Buddies',
  askedCaption: 'Asked for help, per half year',
  period: 'Half year',
  asked: 'Incidents that ended',
  helped: 'With help of a buddy',
  soon: 'Time until the first yes (median)',
  half: (of) => `${halfOf(of).first ? 'first' : 'second'} half of ${halfOf(of).year}`,
  minutes: (count) => `${number('en', count)} minutes`,
  few: 'too few',
  none: 'not counted',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
