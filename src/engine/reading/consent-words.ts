/** What the controls of a question for consent do, by their words, in Dutch and English. */
import type { ControlKind } from '../../model/evidence-consent.ts'

/** Words that say what somebody refuses, in the order in which they are tried: "alleen noodzakelijke" is no yes. */
const any = (...words: readonly string[]) => new RegExp(words.join('|'), 'i')

const NEEDED =
  '(?:strikt )?(?:noodzakelijke?|nodige?|functione(?:le?|el)|essenti(?:eel|(?:ë|e)le?)|vereiste?|verplichte?|' +
  'minima(?:le|al)|minimum|technische?|basis(?:cookies)?\\b)'
const NEEDED_EN =
  '(?:strictly )?(?:necessary|needed|essentials?|functional|required|minim(?:al|um)|basics?\\b|technical)'

/** What is switched off by who wants none of it; of one kind alone it would be no refusal. */
const ALL_OF =
  '(?:alles|(?:alle )?(?:optionele |overige |volg|tracking)?(?:cookies|tracking)(?: behalve (?:de )?noodzakelijke)?)'

const REJECT = any(
  'weiger(?!ing|en van)',
  'afwijzen|\\bwijs\\b.*\\baf\\b|\\bverwerp|\\bafkeuren\\b|^(?:toch )?(?:doe )?maar niet$|^bedankt,? maar nee\\b',
  `^(?:${ALL_OF} )?(?:uitzetten|uitschakelen|blokkeren|uit)$|^(?:zet|schakel) ${ALL_OF} uit$`,
  '^(?:disable|block|turn off) (?:all|(?:all )?(?:optional )?(?:cookies|tracking))(?: cookies)?$',
  `(?:alleen|enkel|uitsluitend|slechts)[^.]{0,25}${NEEDED}`,
  `^(?:accepteer |gebruik |sta |kies )?(?:de )?${NEEDED}(?: cookies?)?(?: (?:accepteren|toestaan|gebruiken))?$`,
  '(?:verder|door|doorgaan|ga door|ga verder)\\b[^.]{0,15}\\bzonder\\b',
  '\\bzonder\\b[^.]{0,25}\\b(?:verder|door(?:gaan)?)\\b',
  '^nee\\b(?!.*sluiten)',
  'niet (?:accepteren|akkoord|toestaan)|liever (?:niet|geen)|geen (?:tracking|cookies)',
  '\\b(?:accepteer|aanvaard|geef|sta|stem)\\b(?: cookies?)? (?:niet|niets|geen)\\b(?! al)',
  '\\b(?:reject|deny|refuse|decline|disagree)\\b',
  `(?:only|just)[^.]{0,25}${NEEDED_EN}|^(?:use |accept |allow )?${NEEDED_EN}(?: cookies?)?(?: only)?$`,
  `(?:continue|proceed) without|(?:do not|don['’]t) (?:accept|allow|agree|consent)(?! (?:to )?all)`,
  '^no\\b(?:,? thank.*)?$|^opt[ -]?out',
)
const CHOICE = '(?:selectie|geselecteerde?|gekozen|aangevinkte?|keuzes?|voorkeur(?:en)?|instellingen?)'
const SAVE = any(
  `akkoord met [^.]{0,15}${CHOICE}|${CHOICE}[^.]{0,25}(?:opslaan|bevestigen|toestaan|accepteren|bewaren|akkoord)`,
  `(?:bevestig|bewaar|sla|accepteer|sta)\\b[^.]{0,25}${CHOICE}`,
  '^(?:opslaan|bewaren|toepassen)(?: (?:en|&) (?:sluiten|doorgaan|verder))?$',
  '(?:save|confirm|allow|accept)\\b[^.]{0,25}(?:selection|selected|choices?|preferences|settings)',
  '^save(?: (?:and|&) (?:close|exit))?$',
)
const CHOOSES = '(?:aanpassen|instellen|kiezen|pas (?:[^.]{0,15} )?aan|stel in|(?:meer |andere )?opties|instellingen)'
/** Leads to the choices though it says no: "Nee, aanpassen"; or offers both: "Weigeren of aanpassen". */
const OR_CHOOSES = any(
  `^nee\\b(?!.*\\b(?:niets?|geen|alleen|zonder)\\b)[^.]{0,30}\\b${CHOOSES}$`,
  `\\b(?:weigeren|accepteren|toestaan) of (?:weigeren|accepteren|toestaan|${CHOOSES})$`,
  '^no\\b(?!.*\\b(?:not|none|only)\\b)[^.]{0,20}\\b(?:customi[sz]e|choose|manage|settings|options)$',
)
const SETTINGS = any(
  '^(?:opties|details|geavanceerd|personaliseren|configureren|wijzigen|stel in)$|\\bkies zelf\\b|^ik wil kiezen$',
  '(?:opties|keuzes) beheren|beheer (?:de |mijn |uw )?(?:opties|keuzes)|^(?:toon|bekijk|meer) details$',
  '\\bstel\\b.*\\bin$',
  '^alle (?:cookies|doeleinden|partners) (?:beheren|bekijken)$',
  'instellen|instellingen|aanpassen|voorkeuren|voorkeur wijzigen|zelf kiezen|(?:maak|beheer|wijzig)\\b.*\\bkeuze',
  'cookies? (?:beheren|kiezen)|meer (?:opties|keuzes|keuze)|details (?:tonen|weergeven)|doeleinden',
  'settings|preferences|customi[sz]e|manage\\b|more (?:options|choices)|choose cookies|show (?:details|purposes)',
)
const ACCEPT = any(
  '\\b(?:accepteer|accepteren|aanvaard(?:en)?|akkoord|toestaan|instemmen|goedkeuren)\\b',
  '(?:ik )?stem in\\b|\\bgeef toestemming|^toestemming geven$|^(?:(?:ja,? )?dat )?(?:is )?goed$|^ik vind het goed$',
  '^(?:ja|oké|oke|ok|prima|begrepen)\\b[^.]{0,30}$|ik begrijp het|\\bsta\\b[^.]{0,20}\\btoe\\b',
  // Of all it has to be said what is done with it: "Alles wissen" is no yes.
  '^(?:alles|alle cookies)(?: (?:mag|graag|prima|ok|oké|(?:is |vind ik )?goed|aan|aanzetten|inschakelen|gebruiken))?$',
  '\\b(?:accept|agree|allow|got it|i understand|enable all)\\b|^(?:yes|okay|fine)\\b[^.]{0,30}$',
  '^(?:yes,? )?(?:i |give )*consent(?: to all| (?:and|&) .{1,20})?$',
)
const NOT = `\\b(?:niet|niets|geen|nooit|zonder|not|no|none|nothing|never|without)\\b|n['’]t\\b`
/** Less than all is agreed to, or nothing: whoever presses it said no yes, and perhaps no no. */
const LESS = any(
  '\\b(?:alleen|enkel|slechts|uitsluitend|only|just|less|behalve|except)\\b',
  NOT,
  `^(?!.*\\ball)(?:.*\\b)?(?:${NEEDED}|${NEEDED_EN})`,
)
/** Says more than what is needed, though it speaks of that: no refusal. */
const AND_MORE = any('\\bniet (?:alleen|enkel|slechts)\\b|\\bnot (?:only|just)\\b')
/** What tells more and chooses nothing. */
const MORE = any(
  'lees meer|meer (?:info|informatie|lezen|weten|over)\\b',
  '(?:privacy|cookie)[- ]?(?:verklaring|beleid|statement|policy|notice)s?$',
  '^(?:(?:over|onze|de|alles) )*(?:privacy|cookies?)$',
  'partners|leveranciers|vendors|colofon|voorwaarden|learn more|read more|more information|privacy policy|imprint',
)
/** What does more than choose: whoever presses it orders, pays, sends, signs in, or says how old they are. */
const BUSINESS = any(
  'betal|bestel|\\bkoop|\\bkopen\\b|afreken|winkel(?:wagen|mand)|versturen|verstuur|verzend|' +
    'inschrijv|schrijf\\b.*\\bin\\b',
  'aanmeld|\\bmeld\\b.*\\baan\\b|abonne|abonnement|inlog|log in|registre|donee?r|reserve|\\bboek|' +
    'nieuwsbrief|download|kaart',
  '\\bjonger\\b|\\bouder dan\\b|\\d+ ?(?:jaar|\\+)|\\bjaar\\b|leeftijd|\\bage\\b|years',
  'verwijder(?:en)? (?:account|mijn)|voorwaarden',
  '\\b(?:pay|buy|order|checkout|subscribe|sign (?:up|in)|submit|send|donate|book|log ?in|register|newsletter|terms)\\b',
)
const CLOSE = any(
  '^(?:close|dismiss|hide|[x×✕✖])$',
  '^(?:sluit(?:en)?|verberg(?:en)?)(?: (?:de |deze )?(?:cookie)?(?:melding|banner))?$',
  '^(?:cookie)?(?:melding|banner) (?:sluiten|verbergen)$',
)

/** What a control with these words does; of a long text nobody knows. */
export function controlKind(text: string): ControlKind {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!›→»>]+$/, '')
    .trim()
  if (words === '' || words.length > 90) return 'other'
  if (CLOSE.test(words)) return 'close'
  if (BUSINESS.test(words)) return MORE.test(words) && !ACCEPT.test(words) ? 'more' : 'other'
  if (SAVE.test(words)) return 'save'
  if (AND_MORE.test(words)) return 'other'
  if (OR_CHOOSES.test(words)) return 'settings'
  if (REJECT.test(words)) return 'reject'
  if (SETTINGS.test(words)) return 'settings'
  if (ACCEPT.test(words)) return LESS.test(words) || TAKES_AWAY.test(words) ? 'other' : 'accept'
  return MORE.test(words) ? 'more' : 'other'
}

/** What a site cannot do without, what nobody switches off, and the keeping of the answer itself. */
const IS_NEEDED = any(
  `(?<!\\b(?:niet|non|not|geen)[- ])\\b(?:${NEEDED}|${NEEDED_EN})`,
  'altijd (?:aan|actief|ingeschakeld)|always (?:on|active|enabled)|\\bonthoud|\\bremember',
)
const COUNTS = any('statisti|analy[st]|\\bmeten\\b|bezoekcijfers')
const FOLLOWS = any(
  'marketing|reclame|advert|\\bads?\\b|targeting|tracking|volgcookies|profiel|profil|personali[sz]|personalisatie',
  'gepersonaliseerd|social|sociale media|derden|third[- ]part|partners|remarketing',
)
/** A language or the size of letters is one as well, so that it says nothing of following. */
const PREFERS = /voorkeur|preference/i
/** A tick that takes something away, so that it is a no: "Verkoop mijn gegevens niet", "Opt out of advertising". */
const TAKES_AWAY = any(
  NOT,
  '\\buit$|\\bwis(?:sen)?\\b|verwijder|intrek|\\bbekijk',
  'weiger|afwijzen|afmeld|uitschakel|uitzetten|blokke|beperk|bezwaar|verbied|\\bstop|\\bopt.?out',
  '\\b(?:reject|deny|refuse|decline|disable|block|limit|object|withdraw|exclude)',
)
/** What is ticked with these words; `unclear`: they say nothing that we know, or two things at once. */
export type BoxKind = 'needed' | 'counting' | 'following' | 'unclear'
/**
 * `counting`: visits alone, for which the law may ask no consent (Telecommunicatiewet art. 11.7a lid 3); `following`:
 * what it does ask consent for, by its own words.
 */
export function boxKind(label: string): BoxKind {
  const [needed, follows, counts] = [IS_NEEDED, FOLLOWS, COUNTS].map((words) => words.test(label))
  if (needed) return follows || counts || PREFERS.test(label) ? 'unclear' : 'needed'
  if (TAKES_AWAY.test(label)) return 'unclear'
  if (follows) return 'following'
  return counts ? 'counting' : 'unclear'
}

/** Words on a refusal that make whoever presses it look foolish (EDPB Guidelines 03/2022, "emotional steering"). */
const SHAMES = any(
  '\\bik (?:wil|hoef|heb liever)\\b[^.]{0,15}\\bgeen (?:goede|betere?|beste|optimale|prettige|fijne|leuke)\\b',
  '(?:slechte(?:re)?|mindere) (?:ervaring|site|website|service)|\\bik mis (?:het|alles|graag|liever)\\b',
  "\\bik (?:hou(?:d)? niet van|geef niets? om)\\b|\\bi (?:hate|don[’']t (?:like|care))\\b",
  "\\bi (?:don[’']t|do not) want\\b[^.]{0,12}\\b(?:good|better|best|great|nice|optimal)\\b",
  '(?:bad|worse|poor|lesser) (?:experience|site|website|service)',
)
/** Whether these words on a refusal shame whoever chooses it. */
export const shames = (text: string): boolean => SHAMES.test(text.replace(/\s+/g, ' '))
const PAYS = any(
  'abonne|abonnement|betaal|betalen|\\blid worden\\b|€ ?\\d|\\d ?(?:€|euro)|\\b(?:pay|subscribe|subscription)\\b',
)
/** Whether these words on a control ask for money. */
export const asksMoney = (text: string): boolean => PAYS.test(text)

const CHANGES = '(?:wijzig|verander|herzie|herroep|pas|beheer|heroverweeg)'
const WITHDRAWS = any(
  `\\b${CHANGES}\\b (?:hier |(?:uw|je|jouw|mijn|de) )*(?:keuzes?|voorkeur(?:en)?)\\b|\\bopnieuw kiezen\\b`,
  '\\b(?:keuzes?|voorkeur(?:en)?) (?:wijzigen|veranderen|herzien|herroepen|aanpassen|beheren)\\b',
  '(?:toestemming|consent|cookie-?keuzes?|cookies)\\b[^.]{0,20}(?:intrekken|wijzigen|aanpassen|' +
    'herzien|veranderen|beheren)',
  '\\b(?:trek|wijzig|beheer|herzie|verander|pas)\\b[^.]{0,25}(?:toestemming|cookies?\\b|' +
    'cookie-?keuze|cookie-?voorkeur)',
  '(?:withdraw|revoke|change|manage|update|review|edit)\\b[^.]{0,20}(?:consent|cookies?\\b|cookie ' +
    '(?:choice|preference|setting))',
)
const BACK = any(
  'cookie[- ]?(?:instelling|voorkeur|keuze|beheer|opties)|cookies instellen|(?:instellingen|' +
    'voorkeuren) (?:voor |van )?cookies',
  '(?:privacy|consent|toestemmings?)[- ]?(?:instelling|voorkeur|keuze|manager)|mijn cookies|cookie-toestemming',
  'cookie[- ]?(?:settings?|preferences?|options|choices?|consent)|(?:privacy|consent)[- ](?:settings|' +
    'preferences|manager|choices)|cookieopties|cookie consent',
)
/** On a control of its own; in the words of a page these tell what one does in a browser. */
const DOORS = any(
  '\\b(?:cookies?|cookiekeuze|tracking) (?:uit|aan of uit|uitzetten|uitschakelen|wissen|verwijderen|' +
    'resetten|weigeren|herroepen)\\b',
  '\\b(?:wis|verwijder|reset|weiger|stel) (?:alle |de |uw |je )?cookies\\b',
  '\\b(?:alsnog|toch) (?:weigeren|intrekken)\\b',
  'cookie-? ?(?:melding|banner|venster|vraag)\\b[^.]{0,15}\\b(?:tonen|openen)\\b',
  '\\b(?:toon|open)\\b[^.]{0,20}cookie-? ?(?:melding|banner|venster|vraag)\\b',
  '^(?:toestemming(?:en)?|consent|cookies?: aan/uit|🍪)$|do not sell',
)
const ABOUT_COOKIES = any(
  '^cookies?$|cookie-? ?(?:verklaring|beleid|statement|policy|notice|informatie)|privacy (?:en|&|and) cookies?',
  'cookies? (?:en|&|and) privacy|over (?:deze )?cookies',
)
/** What a control outside the question leads to: the choice itself, or a page about cookies, where one may be. */
export type DoorKind = 'choice' | 'page'

/**
 * Where a control with these words leads that somebody looks for who wants to take consent back; undefined:
 * elsewhere.
 */
export function doorKind(text: string): DoorKind | undefined {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '' || words.length > 90 || BUSINESS.test(words)) return undefined
  if ([WITHDRAWS, BACK, DOORS].some((said) => said.test(words))) return 'choice'
  return ABOUT_COOKIES.test(words) ? 'page' : undefined
}

/** Whether a text speaks, anywhere, of changing or taking back a choice about cookies. */
export const speaksOfChoice = (text: string): boolean => WITHDRAWS.test(text) || BACK.test(text)
