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
/** A box to tick says it of who ticks it only when it speaks to him: a list of subjects has "Gezondheid" too. */
const ASKED = /(?<!\p{L})(?:bent|ben|heeft|hebt|heb|gebruikt|gebruik|are|do|have) (?:u|je|jij|ik|you|i)(?!\p{L})/u

function strictness(field: Field): boolean | undefined {
  const said = [field.name, field.id ?? '', field.label].map(plain)
  if (!isTyped(field) && !said.some((text) => ASKED.test(text))) return undefined
  if (isSearchField(field)) return undefined
  if (said.some((text) => STRICT.test(text))) return true
  if (said.some((text) => ALLERGY.test(text)) && !said.some((text) => TABLE.test(text))) return true
  const money = isTyped(field) && asksFor(field) === 'bank-account'
  return money || said.some((text) => SOFT.test(text)) ? false : undefined
}

/** The delicate questions of a form, in order; none of a form in which one searches. */
export function delicateIn(form: Form): readonly Delicate[] {
  if (form.method === 'get' && form.search === true) return []
  return form.fields.flatMap((field) => {
    const strict = strictness(field)
    return strict === undefined ? [] : [{ field, strict }]
  })
}
