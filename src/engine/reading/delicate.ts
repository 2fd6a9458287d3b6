/**
 * What forms ask that can hurt somebody: the BSN and papers that bear it (AVG art. 87, UAVG art. 46), health, belief,
 * origin, love, politics and trade union (AVG art. 9), crimes (art. 10); and beside those children (recital 38) and
 * money. Known by what a maker calls a field. Words that also mean something harmless count only with what makes them
 * certain: `klachten` alone is a complaint, `kinderen` alone a number of guests.
 */
import type { Form } from '../../model/evidence.ts'
import { asksFor, isSearchField, isTyped, plain } from './personal.ts'

type Field = Form['fields'][number]
/** `strict`: the law forbids its use unless an exception of its own holds. */
export type Delicate = { readonly field: Field; readonly strict: boolean }

const words = (...each: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${each.join('|')})(?!\\p{L})`, 'u')

/** Forbidden unless (AVG art. 9, 10 and 87). */
const STRICT = words(
  'bsn',
  '(?:burger ?service|sofi) ?(?:nummer|nr)',
  'social security (?:number|no)',
  '(?:kopie|foto|scan|copy|photo)(?: van| of)?(?: (?:uw|je|your))? ' +
    '(?:paspoort|id|id kaart|identiteits(?:kaart|bewijs)|legitimatie(?:bewijs)?|rijbewijs|passport|id card)',
  '(?:kopie|copy) ?(?:paspoort|identiteitsbewijs|rijbewijs|passport)',
  '(?:paspoort|rijbewijs|identiteitskaart|legitimatie|passport) ?(?:nummer|nr|number)',
  // Health.
  'medicijn(?:en)?(?:gebruik)?|medicatie|medicament(?:en)?|geneesmiddel(?:en)?|medication|medicines?',
  'diagnoses?|diagnosis|aandoening(?:en)?|ziekte(?:n|s|beeld|geschiedenis|verleden)?|zwanger(?:schap)?|pregnan(?:t|cy)',
  '(?:uw|je|jouw|mijn|your|my) (?:gezondheid|health)|gezondheids(?:klachten|problemen|toestand|gegevens|verklaring)',
  'medische? (?:gegevens|klachten|geschiedenis|voorgeschiedenis|achtergrond|informatie|situatie|bijzonderheden)',
  'medical (?:history|conditions?|information|complaints?)',
  '(?:lichamelijke|psychische) (?:klachten|problemen|beperking(?:en)?)|verstandelijke beperking(?:en)?|bloedgroep',
  'herhaal ?recept|recept ?(?:nummer|nr)',
  // Belief, origin, love, politics, crimes.
  'geloofsovertuiging|godsdienst|religie|kerkgenootschap|levensovertuiging|religion|religious beliefs?',
  'etniciteit|etnische (?:afkomst|achtergrond)|ethnicity|ethnic (?:origin|background)',
  'seksuele (?:geaardheid|voorkeur|oriëntatie)|sexual orientation',
  'politieke (?:voorkeur|overtuiging|gezindheid)|political (?:views?|opinions?)',
  'vakbonds ?lid(?:maatschap)?|lid van (?:een|de) vakbond|trade union member(?:ship)?',
  'strafblad|strafrechtelijk verleden|eerdere veroordeling(?:en)?|criminal (?:record|convictions?)',
)
/** What allergies are asked for at a table is how to cook. */
const ALLERGY = words('allergi(?:e|eën|es|en)', 'allerg(?:y|ies)')
const TABLE = /diee?t|eten|maaltijd|menu|gerecht|food|meal|wensen|bestelling|reserv/

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
/** What speaks to who fills it in, and does not ask whether there are questions. */
const ASKED = new RegExp(
  String.raw`(?<!\p{L})(?:bent|ben|heeft|hebt|heb|gebruikt|gebruik|are|do|have) (?:u|je|jij|ik|you|i)(?!\p{L})` +
    String.raw`(?! (?:\p{L}+ ){0,2}(?:vraa?g|opmerk|tips?|idee|question))`,
  'u',
)
/** What may stand before the matter itself in the label of a text of several lines. */
const LEAD = 'uw|je|jouw|mijn|welke?|eventuele|huidige|overige|bekende|relevante|your|my|any|current|which'

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

/** `spoken`: only what speaks to who fills it in counts. */
function strictness(field: Field, spoken: boolean): boolean | undefined {
  const said = [field.name, field.id ?? '', field.label].map(asking)
  // A list of subjects to tick has "Gezondheid" too.
  if ((spoken || !isTyped(field)) && !said.some((text) => ASKED.test(text))) return undefined
  if (isSearchField(field)) return undefined
  if (asks(STRICT, field, said)) return true
  if (asks(ALLERGY, field, said) && !said.some((text) => TABLE.test(text))) return true
  const money = isTyped(field) && asksFor(field) === 'bank-account'
  return money || asks(SOFT, field, said) ? false : undefined
}

/**
 * The delicate questions of a form, in order; none of a form in which one searches. By GET a finder looks the same, so
 * there only a question to who fills it in counts.
 */
export function delicateIn(form: Form): readonly Delicate[] {
  const get = form.method === 'get'
  if (get && form.search === true) return []
  return form.fields.flatMap((field) => {
    const strict = strictness(field, get)
    return strict === undefined ? [] : [{ field, strict }]
  })
}
