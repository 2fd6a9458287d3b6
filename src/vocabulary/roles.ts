/**
 * Who may do what: the permission matrix of the desk, as data. The only place where a role is turned into a permission.
 */

export const ROLES = [
  'administrator',
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'tender-officer',
  'inspector',
  'request-handler',
  'counter',
  'auditor',
  'partner',
] as const
export type Role = (typeof ROLES)[number]

/** What each role is called on the desk. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: 'beheerder',
  'policy-officer': 'beleidsmedewerker',
  adviser: 'adviseur',
  fg: 'functionaris gegevensbescherming (FG)',
  'security-officer': 'informatiebeveiliger',
  executor: 'uitvoerder',
  'decision-maker': 'beslisser',
  publisher: 'medewerker publicatie',
  'account-manager': 'accountmanager',
  'tender-officer': 'inkoper',
  inspector: 'schouwer',
  'request-handler': 'behandelaar verzoeken',
  counter: 'medewerker loket',
  auditor: 'auditor',
  partner: 'partnerorganisatie',
}

const STAFF = ROLES.filter((role) => role !== 'partner')
/** Who comes for the street alone, or for residents alone. */
const APARTLY: readonly Role[] = ['administrator', 'inspector', 'request-handler', 'counter']
const CONTENT = STAFF.filter((role) => !APARTLY.includes(role))

/**
 * Permission → roles. A permission opens a door; whose case it is, and in which state, is asked after that by the rules
 * of the feature. An administrator manages people and sees no content; an inspector sees the rounds he walks;
 * an auditor reads everything and changes nothing.
 */
export const PERMISSIONS = {
  'desk.use': ROLES,
  'people.manage': ['administrator'],
  /** At which names the own site answers, and how it looks. */
  'site.manage': ['administrator'],
  'audit.read': ['auditor', 'fg', 'security-officer'],
  'outbox.read': ['administrator', 'account-manager', 'auditor'],
  'outbox.retry': ['administrator', 'account-manager'],
  'case.read': CONTENT,
  'case.create': ['policy-officer', 'executor', 'adviser', 'account-manager'],
  /** Write in a case: its author or handler, says the rule of the case. */
  'case.write': ['policy-officer', 'executor', 'adviser', 'account-manager'],
  'case.handle': ['policy-officer', 'adviser'],
  'case.opine': ['fg', 'security-officer', 'executor', 'adviser'],
  'case.decide': ['decision-maker'],
  'case.publish': ['publisher', 'policy-officer', 'decision-maker'],
  'case.follow': CONTENT.filter((role) => role !== 'auditor'),
  'form.read': [...CONTENT, 'partner'],
  'form.answer': ['policy-officer', 'executor', 'adviser', 'account-manager', 'partner'],
  'form.comment': [...CONTENT.filter((role) => role !== 'auditor'), 'partner'],
  'register.read': CONTENT,
  'register.edit': ['policy-officer', 'executor', 'account-manager'],
  /** Make public what another released, or take it away: who releases never publishes the same. */
  'register.publish': ['publisher', 'policy-officer', 'decision-maker'],
  'finding.read': CONTENT,
  /** Hand over what a person saw, or what others found. */
  'finding.note': ['policy-officer', 'adviser', 'security-officer', 'executor'],
  /** What readers report, with the name that they gave. */
  'report.read': ['policy-officer', 'executor', 'account-manager', 'publisher', 'fg', 'auditor'],
  'report.answer': ['policy-officer', 'executor', 'account-manager', 'publisher'],
  /** How far requests of residents are; who asks and what was written is read by whoever handles it. */
  'request.read': ['request-handler', 'counter', 'policy-officer', 'security-officer', 'executor', 'fg', 'auditor'],
  /** Take and answer a request: of which kinds, says the kind. */
  'request.handle': ['request-handler', 'policy-officer', 'security-officer', 'executor'],
  /** Write and tell which weakness was mended: one writes, another tells. */
  'weakness.tell': ['security-officer', 'policy-officer'],
  /** Type in what somebody asks at the counter, by telephone or on paper. */
  'request.type': ['counter', 'request-handler', 'policy-officer'],
  /** How services went, in the words of who used them. */
  'rating.read': CONTENT.filter((role) => role !== 'tender-officer' && role !== 'decision-maker'),
  /** Read those words, write what was done about them, and record a test with people. */
  'rating.answer': ['policy-officer', 'executor', 'adviser'],
  'organisation.read': CONTENT,
  /** Who stands behind the addresses of organisations, and what ends there. */
  'supplier.read': CONTENT,
  /** The same of the own organisation, with its weak spots. */
  'supplier.own': ['partner'],
  /** Names that lead to nothing, and names alike, of an organisation: who guards, and who writes to it. */
  'weak-spot.read': ['security-officer', 'account-manager', 'auditor'],
  /** What of organisations is measured again before it is published. */
  'measurement.read': CONTENT,
  /** Have the addresses of an organisation measured at once. */
  'measurement.ask': ['policy-officer', 'account-manager', 'executor', 'security-officer'],
  /** The same of the own organisation, and see its measurements. */
  'measurement.own': ['partner'],
  'organisation.invite': ['account-manager', 'policy-officer'],
  'cluster.confirm': ['account-manager', 'policy-officer'],
  /** What a group of organisations works on first: one chooses, another makes it public. */
  'spearpoint.choose': ['policy-officer'],
  'spearpoint.publish': ['publisher', 'policy-officer', 'decision-maker'],
  /** See what of the law under the norms changes soon. */
  'covenant.read': CONTENT,
  /** Write the text, invite parties, answer their comments. */
  'covenant.write': ['policy-officer', 'account-manager'],
  'covenant.comment': CONTENT.filter((role) => role !== 'auditor'),
  'covenant.opine': ['fg', 'security-officer'],
  /** Fix a text, suspend a party, extend, renew or end: what the steering group decided. */
  'covenant.steer': ['policy-officer', 'decision-maker'],
  /** Sign for the municipality. */
  'covenant.sign': ['decision-maker'],
  'covenant.publish': ['publisher', 'policy-officer', 'decision-maker'],
  /** Say by name whether a pledge was met: the verifier that it names. The FG advises on covenants and watches. */
  'pledge.verify': ['policy-officer', 'adviser', 'security-officer', 'executor'],
  /** See and answer for what the own organisation promised. */
  'covenant.own': ['partner'],
  'badge.read': CONTENT,
  /** Give a badge where its ground holds, and withdraw one. */
  'badge.give': ['policy-officer', 'account-manager'],
  /** See, use and hand back the own organisation's badges. */
  'badge.own': ['partner'],
  /** The codes with which the municipality counts how many of its own staff followed a lesson. */
  'group-code.read': CONTENT,
  'group-code.make': ['policy-officer', 'security-officer', 'account-manager'],
  /** The same of a partner, for theirs. */
  'group-code.own': ['partner'],
  /** How organisations met a norm, as they sent it, with the name that they gave. */
  'practice.read': CONTENT,
  /** Look at one, put the own name to it, and take it away. */
  'practice.review': ['policy-officer', 'adviser', 'security-officer', 'account-manager'],
  /** Places with help, and courses. */
  'help.read': CONTENT,
  /** Keep the entries, of which the municipality gives the courses: also those of an organisation. */
  'help.keep': ['policy-officer', 'account-manager', 'executor'],
  /** Keep the own organisation's. */
  'help.own': ['partner'],
  /** Events: of the municipality, and what organisations propose. */
  'event.read': CONTENT,
  /** Organise one for the municipality, and place what an organisation proposes, by name. */
  'event.keep': ['policy-officer', 'account-manager', 'executor', 'security-officer'],
  /** Propose the own organisation's, and keep them. */
  'event.own': ['partner'],
  /** What a hack event may look at, by whose consent, and what was found. */
  'hack.keep': ['security-officer', 'policy-officer'],
  'law.watch': ['administrator', 'policy-officer', 'adviser', 'auditor'],
  'baseline.own': ['partner'],
  'tender.read': CONTENT,
  /** Compose the annex, issue it, answer questions about it. */
  'tender.write': ['tender-officer', 'policy-officer'],
  /** Give an opinion about the annex before it is issued. */
  'tender.opine': ['fg', 'security-officer'],
  /** Open what bidders handed in, after the closing time, and write down whom the municipality chose. */
  'bid.open': ['tender-officer'],
  /** Read what bidders answered: fewer people than read the annex. */
  'bid.read': ['tender-officer', 'adviser', 'fg', 'security-officer', 'auditor'],
  /** Write notes beside the words of a bidder. */
  'tender.assess': ['tender-officer', 'adviser', 'fg', 'security-officer'],
  /** Look whether a supplier keeps what it promised. */
  'duty.follow': ['tender-officer', 'policy-officer', 'executor', 'account-manager'],
  'street.read': CONTENT,
  'street.plan': ['policy-officer', 'account-manager'],
  /** Walk a round: its two inspectors, says the rule of the round. */
  'street.inspect': ['inspector', 'policy-officer', 'adviser', 'executor', 'account-manager'],
  /** The door of who comes for a street alone; staff who walk find it at their tasks. */
  'street.walk': ['inspector'],
  'street.decide': ['policy-officer', 'adviser'],
  /** Propose a round to be public, take that back, withdraw what is public. */
  'street.release': ['policy-officer', 'adviser', 'publisher', 'decision-maker'],
  /** Make public what another proposed and decided. */
  'street.publish': ['publisher', 'policy-officer', 'decision-maker'],
  /** Look at warnings; which of them, and how much, says their label. */
  'warning.read': [...CONTENT, 'partner'],
  /** Write, read in, address and end warnings: whose task they are, also for the label AMBER+STRICT. */
  'warning.write': ['security-officer', 'policy-officer', 'account-manager'],
  /** Say for the own organisation, or for the municipality, whether a warning applies. */
  'warning.reply': ['security-officer', 'policy-officer', 'account-manager', 'executor', 'partner'],
  /** Ask help in an incident, and read those one has a part in: which, say the walls. */
  'incident.ask': ['security-officer', 'policy-officer', 'account-manager', 'executor', 'partner'],
  /** Take an incident and call buddies: who may see what they offer. */
  'buddy.call': ['security-officer', 'policy-officer', 'account-manager'],
  /** Read exercises: staff all of them, an organisation its own. */
  'exercise.read': ['security-officer', 'policy-officer', 'account-manager', 'executor', 'partner'],
  /** Plan an exercise, lead it, and look at proof of what followed from it. */
  'exercise.lead': ['security-officer', 'policy-officer', 'account-manager'],
  /** Say what a finished exercise shows of a norm. */
  'exercise.weigh': ['security-officer', 'policy-officer'],
  /** Offer help for the own organisation, and sign for what is agreed. */
  'buddy.own': ['partner'],
  'campaign.read': CONTENT,
  /** Write and fix a campaign, send its mail, and write down who was reached. */
  'campaign.write': ['policy-officer', 'account-manager'],
  /** Draw who goes first, of what another fixed. */
  'campaign.draw': ['policy-officer', 'account-manager', 'publisher'],
  /** Have the outcome worked out and told, whatever it is. */
  'campaign.tell': ['policy-officer', 'publisher', 'decision-maker'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Permission = keyof typeof PERMISSIONS

/** Whether one of the roles has the permission. */
export function allows(roles: readonly Role[], permission: Permission): boolean {
  const may: readonly Role[] = PERMISSIONS[permission]
  return roles.some((role) => may.includes(role))
}

/**
 * Roles that one person may not have together, with the reason (AVG art. 38 lid 6: no conflict of interest for the FG).
 */
export const APART: readonly { readonly roles: readonly [Role, Role]; readonly why: string }[] = [
  ...(
    [
      'policy-officer',
      'adviser',
      'decision-maker',
      'executor',
      'account-manager',
      'tender-officer',
      'publisher',
    ] as const
  ).map((role) => ({
    roles: ['fg', role] as const,
    why:
      'De FG geeft onafhankelijk advies en is daarom nooit indiener, behandelaar, beslisser of medewerker ' +
      'publicatie (AVG art. 38 lid 6).',
  })),
  ...STAFF.map((role) => ({
    roles: ['partner', role] as const,
    why: 'Iemand van een partnerorganisatie werkt niet tegelijk voor de gemeente.',
  })),
  ...STAFF.filter((role) => role !== 'auditor' && role !== 'administrator').map((role) => ({
    roles: ['auditor', role] as const,
    why: 'Een auditor kijkt mee en doet zelf niet mee.',
  })),
]

/** The first pair of these roles that may not be together, or undefined. */
export const clash = (roles: readonly Role[]) =>
  APART.find(({ roles: [one, other] }) => roles.includes(one) && roles.includes(other))
