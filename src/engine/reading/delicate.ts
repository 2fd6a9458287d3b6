/**
 * What forms ask that can hurt somebody: the BSN and papers that bear it (AVG art. 87, UAVG art. 46), health, belief,
 * origin, love, politics and trade union (AVG art. 9), crimes (art. 10); and beside those children (recital 38) and
 * money. Known by what a maker calls a field. Words that also mean something harmless count only with what makes them
 * certain: `klachten` alone is a complaint, `kinderen` alone a number of guests; a vet asks for the illness of a dog.
 */
import type { Form } from '../../model/evidence.ts'
import { asksFor, isSearchField, isTyped, plain } from './personal.ts'

type Field = Form['fields'][number]
/** `strict`: the law forbids its use unless an exception of its own holds. */
export type Delicate = { readonly field: Field; readonly strict: boolean }

const words = (...each: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${each.join('|')})(?!\\p{L})`, 'u')

/** Forbidden unless (AVG art. 9, 10 and 87): the number, the papers that bear it, and the rest. */
const NUMBER = words('bsn', '(?:burger ?service|sofi) ?(?:nummer|nr)', 'social security (?:number|no)')
/** Letters that some club has as well. */
const CLUB = words(
  '(?:lid(?:maatschap)?(?: \\p{L}+)? van|stichting|vereniging|club)(?: (?:de|het))? bsn',
  'bsn(?: \\p{L}+)? (?:stichting|vereniging|club|bond)|bsn (?:lid|lidmaatschaps?) ?(?:nummer|nr)?',
)
const PAPERS = words(
  '(?:kopie|foto|scan|copy|photo)(?: van| of)?(?: (?:uw|je|your))? ' +
    '(?:paspoort|id|id kaart|identiteits(?:kaart|bewijs)|legitimatie(?:bewijs)?|rijbewijs|passport|id card)',
  '(?:kopie|copy) ?(?:paspoort|identiteitsbewijs|rijbewijs|passport)',
  '(?:paspoort|rijbewijs|identiteitskaart|legitimatie|passport) ?(?:nummer|nr|number)',
  '(?:document ?)?nummer(?: van)?(?: (?:uw|je|het))? ' +
    '(?:paspoort|identiteits(?:kaart|bewijs)|legitimatiebewijs|rijbewijs)',
)
const MATTERS = words(
  // Health.
  'bloedverdunners?|medicijn(?:en)?(?:gebruik)?|medicatie|medicament(?:en)?|geneesmiddel(?:en)?|medication|medicines?',
  'diagnoses?|diagnosis|aandoening(?:en)?|ziekte(?:n|s|beeld|geschiedenis|verleden)?|zwanger(?:schap)?|pregnan(?:t|cy)',
  '(?:uw|je|jouw|mijn|your|my) (?:gezondheid|health)|gezondheids(?:klachten|problemen|toestand|gegevens|verklaring)',
  'medische? (?:gegevens|klachten|geschiedenis|voorgeschiedenis|achtergrond|informatie|situatie|bijzonderheden)',
  'medical (?:history|conditions?|information|complaints?)',
  '(?:lichamelijke|psychische) (?:klachten|problemen|beperking(?:en)?)|verstandelijke beperking(?:en)?|bloedgroep',
  '(?:voor )?welke klachten (?:zoekt? (?:u|je)|zoekt uw kind) (?:hulp|een behandeling)',
  'herhaal ?recept|recept ?(?:nummer|nr)|uitgerekende datum|laatste menstruatie|zorg ?indicatie',
  // Belief, origin, love, politics, crimes.
  'geloofs(?:overtuiging|richting)|godsdienst|religie|kerkgenootschap|levensovertuiging|religion|religious beliefs?',
  'etniciteit|etnische (?:afkomst|achtergrond)|ethnicity|ethnic (?:origin|background)',
  'geaardheid|seksuele (?:voorkeur|oriëntatie|gerichtheid)|sexual orientation|kerkelijke gezindte',
  'politieke (?:voorkeur|overtuiging|gezindheid)|political (?:views?|opinions?)',
  'vakbonds ?lid(?:maatschap)?|lid van (?:een|de) vakbond|trade union member(?:ship)?',
  'strafblad|strafrechtelijk verleden|eerdere veroordeling(?:en)?|criminal (?:record|convictions?)',
)
const AILMENT =
  'diabetes|suikerziekte|astma|asthma|copd|epilepsie|epilepsy|hiv|aids|soa|kanker|cancer|adhd|autisme|autism|' +
  'dementie|depressie(?:ve klachten)?|depression|hart ?(?:klachten|problemen)|hart en vaatziekten?|burn ?out|' +
  'reuma|migraine|verslaving(?:en)?|eetstoornis(?:sen)?|psychoses?'
/** Subjects of a newsletter too: they count in a question to who fills it in. */
const OF_SOMEBODY = words(
  AILMENT,
  '(?<!golf )beperking(?:en)?(?! (?:in|qua|op|van|voor|aan|tot|rond)(?!\\p{L}))|(?:disability|disabilities)',
  'onder behandeling|veroordeeld|op welke partij stemt',
)
/** The whole of what a field to type in is called. */
const ALONE = new RegExp(`^(?:(?:uw|je|your) )?(?:geloof|afkomst|(?:${AILMENT})(?: (?:status|test|uitslag))?)$`, 'u')
/** Asked of a patient alone: beside these a complaint is one of the body, and an ailment to tick is no subject. */
const PATIENT = words(
  '(?:naam )?(?:van )?(?:uw |je )?(?:huisarts|verwijzer)',
  'zorg ?verzeker(?:aar|ing)',
  'uw behandelaar',
)
const COMPLAINTS = words('klachten')
/** What allergies are asked for at a table is how to cook. */
const ALLERGY = words('allergi(?:e|eën|es|en|sche?)', 'allerg(?:y|ies|ic)')
const TABLE = /diee?t|eten|maaltijd|menu|gerecht|food|meal|wensen|bestelling|reserv/

/** What is ill or broken and nobody: an animal, a plant, a thing. */
const ANIMALS =
  '(?:huis)?dier(?:en)?|hond(?:en)?|puppy|kat(?:ten)?|poes|kitten|paard(?:en)?|pony|konijn(?:en)?|vogels?|' +
  'pets?|animals?|dogs?|cats?|horses?|rabbits?'
const ANIMAL = words(ANIMALS, 'dierenarts(?:en)?|dierenkliniek|vet')
const THING = words(
  'boom|bomen|plant(?:en)?|gewas(?:sen)?|tuin|trees?|plants?|auto|voertuig|motor|fiets|car|vehicle|bike',
  'computer|laptop|pc|apparaat|apparatuur|(?:was|vaatwas|koffie)?machine|ketel|software|device|appliance|toestel',
  'telefoon|smartphone|tablet|scherm|accu|tv|website|netwerk|installatie|scooter|phone|website',
)
/** A form that asks which animal or car it is about. */
const FOR_ANOTHER = words(
  `(?:naam|soort|leeftijd|ras|geslacht|gewicht|geboorte ?datum)(?: van)?(?: (?:uw|je|het|de))? (?:${ANIMALS})`,
  `(?:${ANIMALS}) ?(?:naam|name)|(?:name|age|breed) of (?:your|the) (?:${ANIMALS})`,
  'dierenarts|merk(?: (?:en|of|\\+) (?:model|type))?|(?:serie|type|model) ?(?:nummer|nr)|imei|serial (?:number|no)',
  'diersoort|hondenras|chip ?nummer|kenteken|species|license plate',
)
/** What is said of an organisation is said of nobody. */
const ORGANISATION = words('stichting|vereniging|rechtspersoon|organisatie|instelling|bedrijf|kvk')
/** A subject to read about. */
const SUBJECT = words(
  '\\p{L}*categorie|genre|rubriek|interesse|belangstelling|geïnteresseerd|interested',
  '(?:informatie|folder|brochure|boek|cursus|nieuwsbrief|information|book|course) (?:over|about)' +
    '(?! (?:uw|je|jouw|mijn|your|my)(?!\\p{L}))',
)

/** Children and money: no special data, and yet nobody else's business. */
const SOFT = words(
  '(?:voor|achter)?(?:naam|leeftijd|geslacht|geboorte ?datum|school|klas|groep)(?: van)?(?: (?:uw|je|het|mijn|de))? ' +
    '(?:kind|zoon|dochter|baby|leerling)',
  '(?:naam|leeftijd|geboorte ?datum) ?kind|kind ?(?:naam|leeftijd|geboorte ?datum)',
  '(?:child|son|daughter) ?s? (?:name|age|date of birth|birth ?date)|name of (?:your|the) child',
  '(?:uw|je|mijn|your|bruto|netto|gezamenlijk|totaal) (?:maand|jaar)?inkomen|(?:bruto|netto|jaar|maand|gezins)inkomen',
  '(?:your|annual|monthly|gross|net|household) income',
  '(?:hoogte van )?(?:uw|je|mijn|de totale|alle) schuld(?:en)?|schuldbedrag|total debts?|your debts?',
)
const WHO = '(?:u|je|jij|ik|you|i|(?:uw|je|jouw|your) (?:kind|zoon|dochter|partner|child|son|daughter))'
/** What speaks to who fills it in, and does not ask whether there are questions. */
const ASKED = new RegExp(
  String.raw`(?<!\p{L})(?:bent|ben|heeft|hebt|heb|gebruikt|gebruik|are|do|have|stemt|is(?= (?:uw|je|jouw))) ${WHO}` +
    String.raw`(?!\p{L})` +
    String.raw`(?! (?:\p{L}+ ){0,2}(?:vraa?g|opmerk|tips?|idee|question))`,
  'u',
)
/** What somebody says of himself by ticking it: "Ik ben zwanger"; not "Ik ben huisarts en schrijf medicatie voor". */
const SELF = new RegExp(
  '(?<!\\p{L})(?:ik|i) (?:ben|heb|gebruik|am|have|take|use) (?:(?:een|last van|soms|nu|a|an|any) ){0,2}' +
    `(?:${MATTERS.source}|${OF_SOMEBODY.source})`,
  'u',
)
/** What may stand before the matter itself in the label of a text of several lines. */
const LEAD =
  'uw|je|jouw|mijn|welke?|eventuele|huidige|overige|bekende|relevante|your|my|any|current|which|hier|describe|' +
  'wat (?:is|zijn)|beschrijf|omschrijf|omschrijving van|toelichting op'

/** The whole of what a list to choose from is called. */
const WHOLE = new RegExp(`^(?:(?:${LEAD}) ){0,3}${MATTERS.source}(?: verplicht| required)?$`, 'u')

/** What somebody is asked not to write: from the word that says so to the end of the clause. */
const REFUSED = /(?<!\p{L})(?:(?:geen|niet|nooit|zonder|not|never|without)(?!\p{L})|no (?=\p{L}))[^.?!;:()\n–—]*/giu
/** The same with the word behind the matter: "BSN hier niet invullen". */
const NOT_HERE =
  /(?<!\p{L})(?:niet|nooit) (?:\p{L}+ ){0,2}(?:in ?vul|vermeld|noem|de(?:el|len)|stuur|sturen|mee ?stu|op ?ge|nodig)/iu
const asking = (text: string): string =>
  NOT_HERE.test(text.slice(0, 200)) ? '' : plain(text.slice(0, 200).replaceAll(REFUSED, '.'))

/** Whether a field asks for one of these by what is said of it. */
function asks(what: RegExp, { type }: Field, said: readonly string[]): boolean {
  const found = said.filter((text) => what.test(text))
  // People write anything in it, and its label gives examples: only a question, or the matter by itself, is one.
  if (type !== 'textarea') return found.length > 0
  const first = new RegExp(`^(?:(?:${LEAD}) ){0,3}${what.source}`, 'u')
  return found.some((text) => ASKED.test(text) || first.test(text))
}

const isChoice = ({ type }: Field): boolean => type === 'radio' || type === 'checkbox'
/** What stands before a field without a label is its label; what a group asks is another matter than its choices. */
const saidOf = (field: Field): readonly string[] =>
  [field.name, field.id ?? '', field.label || (isChoice(field) ? '' : (field.about ?? ''))].map(asking)

/** Whose matters a form is about: by GET a finder looks the same, and of a vet or a garage it is no person. */
type About = { readonly finder: boolean; readonly another: boolean; readonly patient: boolean }

function strictness(field: Field, { finder, another, patient }: About, said = saidOf(field)): boolean | undefined {
  const says = (what: RegExp) => said.some((text) => what.test(text))
  const toSomebody = says(ASKED) || says(SELF)
  const ailing = patient && !finder && says(OF_SOMEBODY)
  // A list of subjects to tick has "Gezondheid" too.
  const listed = !finder && field.type === 'select' && says(WHOLE)
  if ((finder || !isTyped(field)) && !toSomebody && !ailing && !listed) return undefined
  if (isSearchField(field)) return undefined
  if (asks(NUMBER, field, said) && !says(CLUB)) return true
  if (asks(PAPERS, field, said) && !says(ANIMAL)) return true
  const ofNobody = says(ANIMAL) || says(SUBJECT) || (!toSomebody && (another || says(THING) || says(ORGANISATION)))
  const matter =
    asks(MATTERS, field, said) ||
    ailing ||
    (toSomebody && says(OF_SOMEBODY)) ||
    (field.type === 'text' && says(ALONE)) ||
    (patient && asks(COMPLAINTS, field, said))
  if (matter && !ofNobody) return true
  // Of an animal one is allergic oneself.
  if (asks(ALLERGY, field, said) && !says(TABLE) && (toSomebody || !another)) return true
  const money = isTyped(field) && asksFor(field) === 'bank-account'
  return money || asks(SOFT, field, said) ? false : undefined
}

/**
 * The delicate questions of a form, in order; none of a form in which one searches. By GET a finder looks the same, so
 * there only a question to who fills it in counts.
 */
export function delicateIn(form: Form): readonly Delicate[] {
  const finder = form.method === 'get'
  if (finder && form.search === true) return []
  const anywhere = (what: RegExp) => form.fields.some((field) => saidOf(field).some((text) => what.test(text)))
  const about = { finder, another: anywhere(FOR_ANOTHER), patient: anywhere(PATIENT) }
  return form.fields.flatMap((field) => {
    // A question over choices has to be one by itself: "Waar heeft u interesse in?" is about what one reads.
    const asked = isChoice(field) && field.about ? [asking(field.about)] : undefined
    const strict = strictness(field, about) ?? (asked && strictness(field, about, asked))
    return strict === undefined ? [] : [{ field, strict }]
  })
}
