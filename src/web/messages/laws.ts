/** On what ground a norm stands, in both languages. */
import { counted, number } from '../language.ts'

const nl = {
  status: {
    'law-public': 'Wet voor overheden',
    'law-all': 'Wet voor iedereen',
    'law-part': 'Wet voor een deel',
    framework: 'Standaard of beleid',
    agreement: 'Afspraak',
  },
  statusMeaning: {
    'law-public': 'Dit staat in de wet en geldt voor de gemeente en andere overheden. Voor anderen is het een advies.',
    'law-all': 'Dit staat in de wet en geldt ook voor bedrijven en verenigingen.',
    'law-part': 'Dit staat in de wet en geldt voor een deel. Grootte, sector of rol bepaalt voor wie.',
    framework: 'Dit komt uit een standaard of uit beleid voor overheden. Voor anderen is het een advies.',
    agreement:
      'Dit geldt voor wie het heeft afgesproken, in beleid, een convenant of een contract. Het gaat verder dan de wet.',
  },
  /** On what ground a norm stands. */
  standing: {
    exactly: 'Wat de wet of afspraak precies zegt, en de bronnen',
    since: 'Sinds',
    forWhom: 'Voor wie',
    lawyer: 'Nog voor een jurist',
    noSource: 'Dit is een afspraak. Er is geen wet of standaard voor.',
    status: {
      'in-force': 'geldt',
      'in-steps': 'geldt in delen',
      adopted: 'aangenomen, geldt nog niet',
      ended: 'vervallen',
    },
    inForceSince: (at: string) => `sinds ${at}`,
    from: (at: string) => `vanaf ${at}`,
    until: (at: string) => `tot en met ${at}`,
    intended: '(beoogd)',
    checkedOn: (at: string) => `stand van ${at}`,
    causeLaw: (cause: string, law: string) => `${cause}: ${law}`,
    byLaw: (law: string) => `in dit thema veranderde de wet, of hoe wij die lezen: ${law}`,
    scoreByLaw: (law: string) => `In dit thema veranderde de wet, of hoe wij die lezen: ${law}.`,
    lawsChanged: (value: number) =>
      `Bij ${counted('nl', value, 'norm', 'normen')} veranderde de wet, of hoe wij die lezen.`,
    laws: 'Om welke wet het gaat',
    sources: 'Bronnen',
    verified: 'nagelezen',
    unverified: 'nog niet juridisch nagelopen',
    weightFromTo: (from: number | null, to: number | null) =>
      from === null
        ? `telt nu mee, met gewicht ${number('nl', to ?? 0)}`
        : to === null
          ? `telt niet meer mee, was gewicht ${number('nl', from)}`
          : `gewicht van ${number('nl', from)} naar ${number('nl', to)}`,
  },
}

const en: typeof nl = {
  status: {
    'law-public': 'Law for public bodies',
    'law-all': 'Law for everyone',
    'law-part': 'Law for some',
    framework: 'Standard or policy',
    agreement: 'Agreement',
  },
  statusMeaning: {
    'law-public': 'This is in the law, for the municipality and other public bodies. For others it is advice.',
    'law-all': 'This is in the law, for businesses and associations as well.',
    'law-part': 'This is in the law, for some. Size, sector or role decides for whom.',
    framework: 'This comes from a standard or from policy for public bodies. For others it is advice.',
    agreement: 'This is for whoever agreed to it, in policy, a covenant or a contract. It goes further than the law.',
  },
  /** On what ground a norm stands. */
  standing: {
    exactly: 'What the law or agreement says exactly, and the sources',
    since: 'Since',
    forWhom: 'For whom',
    lawyer: 'Still for a lawyer',
    noSource: 'This is an agreement. There is no law or standard for it.',
    status: {
      'in-force': 'in force',
      'in-steps': 'in force in parts',
      adopted: 'adopted, not yet in force',
      ended: 'no longer in force',
    },
    inForceSince: (at: string) => `since ${at}`,
    from: (at: string) => `from ${at}`,
    until: (at: string) => `until ${at}`,
    intended: '(intended)',
    checkedOn: (at: string) => `as of ${at}`,
    causeLaw: (cause: string, law: string) => `${cause}: ${law}`,
    byLaw: (law: string) => `the law in this theme changed, or how we read it: ${law}`,
    scoreByLaw: (law: string) => `The law in this theme changed, or how we read it: ${law}.`,
    lawsChanged: (value: number) =>
      `Under ${counted('en', value, 'norm', 'norms')} the law changed, or how we read it.`,
    laws: 'Which law it is about',
    sources: 'Sources',
    verified: 'read and checked',
    unverified: 'not yet checked by a lawyer',
    weightFromTo: (from: number | null, to: number | null) =>
      from === null
        ? `now counts, with weight ${number('en', to ?? 0)}`
        : to === null
          ? `no longer counts, was weight ${number('en', from)}`
          : `weight from ${number('en', from)} to ${number('en', to)}`,
  },
}

/** By language. */
export const laws = { nl, en }
