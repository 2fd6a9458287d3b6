/** What a field is for, as far as it is said around it and in its `autocomplete`. Part of what runs in the page. */
import type { Dom } from '../page/page-dom.ts'

/**
 * `ofAnother`: whether a field is about somebody else than who fills in the form (WCAG 1.3.5 is about the user);
 * `fills`: whether its `autocomplete` says a purpose that browsers know.
 */
export function purposesOf({ of, attribute, label }: Dom, above: readonly Element[]) {
  /** Of whom a group or the words above it speak: 1.3.5 is about who fills in the form. */
  const OTHERS = new RegExp(
    '(?<!\\p{L})(?:kind(?:eren)?|zoon|dochter|leerlingen?|baby|overledenen?|partner|vriend(?:in|en)?|ontvangers?|' +
      'contactpersoon|deelnemers?|gast(?:en)?|(?:tweede|andere) ouder|buur\\p{L}{0,6}|medewerkers?|werknemers?|' +
      'collega|getuigen?|cli[eë]nt(?:en)?|' +
      'pati[eë]nt(?:en)?|huisarts|verwijzer|bewindvoerder|genomineerde|kandida(?:at|ten)|' +
      'child(?:ren)?|son|daughter|pupil|friends?|recipients?|deceased|guests?|participants?|attendees?|' +
      'emergency contact|noodcontact|gemachtigde|cadeau|gift|ander(?:e persoon)?|iemand)(?!\\p{L})',
    'iu',
  )
  const ofAnother = (one: Element) => {
    const last = above.findLast((head) => (Node.prototype.compareDocumentPosition.call(head, one) & 4) !== 0)
    const set = Element.prototype.closest.call(one, 'fieldset, [role="group"]')
    const legend = set && Element.prototype.querySelector.call(set, ':scope > legend')
    return (
      [last, legend].some((head) => head && OTHERS.test((of.text(head) ?? '').slice(0, 200))) ||
      (set !== null && OTHERS.test(label(set, 200)))
    )
  }
  /** Names of HTML §4.10.18.7.1; an invention such as `nope` says nothing to a browser. */
  const FILLS = new RegExp(
    '^(?:(?:given|family|additional)-name|name|honorific-(?:prefix|suffix)|nickname|username|' +
      '(?:new|current)-password|one-time-code|organization(?:-title)?|street-address|' +
      'address-(?:line[123]|level[1-4])|country(?:-name)?|postal-code|' +
      'cc-[a-z-]+|transaction-(?:currency|amount)|language|' +
      'bday(?:-day|-month|-year)?|sex|url|photo|' +
      'tel(?:-[a-z-]+)?|email|impp|webauthn)$',
  )
  const fills = (one: Element) => {
    const said = (attribute(one, 'autocomplete', 100) ?? '').trim().toLowerCase().split(/\s+/)
    return FILLS.test(said.at(-1) ?? '')
  }
  return { ofAnother, fills }
}
