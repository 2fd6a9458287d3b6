/** Words of help in need: what a buddy can do, when, what is agreed beforehand, and what happens in an incident. */

/** What a buddy can help with, from a closed list: who calls looks for one of these. */
export const SKILLS = {
  recover: 'Systemen en back-ups herstellen',
  network: 'Internet en netwerk herstellen',
  trace: 'Uitzoeken wat er is gebeurd',
  accounts: 'Accounts en wachtwoorden veilig maken',
  tell: 'Vertellen wat er speelt, aan klanten en pers',
  law: 'Een datalek melden en juridische vragen',
  lend: 'Laptops, telefoons of een werkplek lenen',
  hands: 'Extra handen: bellen, typen, mensen helpen',
} as const
export type Skill = keyof typeof SKILLS
export const SKILL_IDS = Object.keys(SKILLS) as readonly Skill[]
export const SKILLS_ENGLISH: Readonly<Record<Skill, string>> = {
  recover: 'Restoring systems and back-ups',
  network: 'Restoring internet and networks',
  trace: 'Finding out what happened',
  accounts: 'Making accounts and passwords safe',
  tell: 'Telling customers and the press what is going on',
  law: 'Reporting a data breach, and legal questions',
  lend: 'Lending laptops, phones or a place to work',
  hands: 'Extra hands: phoning, typing, helping people',
}

/** When a buddy can be phoned. */
export const HOURS = {
  office: 'op werkdagen, overdag',
  evenings: 'ook ’s avonds en in het weekend',
  always: 'dag en nacht',
} as const
export type Hours = keyof typeof HOURS
export const HOUR_IDS = Object.keys(HOURS) as readonly Hours[]

/** Between which hours that is, on the clock here; `week`: at weekends and on holidays too. */
export const HOURS_ARE: Readonly<
  Record<Hours, { readonly from: string; readonly to: string; readonly week: boolean }>
> = {
  office: { from: '09:00', to: '17:00', week: false },
  evenings: { from: '09:00', to: '22:00', week: true },
  always: { from: '00:00', to: '24:00', week: true },
}

/** How a called buddy answers. */
export const CALL_ANSWERS = { yes: 'Ja, ik help', later: 'Ja, maar later', no: 'Nee, nu niet' } as const
export type CallAnswer = keyof typeof CALL_ANSWERS
export const CALL_ANSWER_IDS = Object.keys(CALL_ANSWERS) as readonly CallAnswer[]

/** What a line of the log of an incident tells. */
export const LOG_WORDS = {
  asked: 'vroeg hulp',
  taken: 'pakte dit op',
  called: 'riep op',
  answered: 'antwoordde',
  note: 'schreef',
  ended: 'sloot af',
} as const
export type LogKind = keyof typeof LOG_WORDS

/** What a buddy agrees to beforehand. Other words are another version: what was signed stays as it was signed. */
export const AGREEMENT = {
  version: 1,
  articles: [
    {
      name: 'Geheimhouding',
      text:
        'Wat ik bij een incident zie of hoor, vertel ik niet verder. Dat blijft zo als het incident voorbij is. ' +
        'Gegevens van een ander neem ik niet mee. Ik wis wat ik kreeg, uiterlijk als het incident is afgesloten.',
    },
    {
      name: 'Aansprakelijkheid',
      text:
        'Ik help zo goed als ik kan. Wie om hulp vraagt, blijft zelf verantwoordelijk voor de eigen systemen en ' +
        'besluit wat er gebeurt. Ik ben alleen aansprakelijk voor schade door opzet of grove schuld.',
    },
    {
      name: 'Stoppen',
      text:
        'Ik mag nee zeggen als ik word opgeroepen, zonder reden. Tijdens een incident mag ik stoppen. Ik zeg dat dan ' +
        'meteen aan wie mij opriep. Mijn aanbod kan ik elke dag intrekken.',
    },
  ],
} as const

/** The whole of it as one text, which is kept with each signature. */
export const agreementText = (): string =>
  [
    `Afspraken voor hulp in nood, versie ${AGREEMENT.version}`,
    ...AGREEMENT.articles.map(({ name, text }) => `${name}. ${text}`),
  ].join('\n\n')

/** Days that an agreement holds before it is signed anew, and days before its end at which somebody is asked to. */
export const AGREED_DAYS = 365
export const RENEW_BEFORE = 30
/** Days without a line in the log after which somebody is asked to end an incident. */
export const SILENT_DAYS = 21
/** Below so many no figure of buddies is told, and neither is what is left of a whole. */
export const LEAST_BUDDIES = 5
