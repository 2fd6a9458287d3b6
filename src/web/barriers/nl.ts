/** Per rule of axe-core that can be told: what it means for a visitor, and the first repair for a web builder. */

export const barriersNl = {
  'area-alt': [
    'Een klikbare plek in een plaatje heeft geen naam. Een blinde bezoeker hoort niet waar die heen gaat.',
    'Geef elke `area` met een link een `alt` die zegt waar die heen gaat.',
  ],
  'aria-allowed-attr': [
    'Een onderdeel zegt iets over zichzelf dat er niet bij past. Voorlezen kan daardoor misgaan.',
    'Haal het `aria-`kenmerk weg dat bij deze rol niet mag, of kies de rol waar het bij hoort.',
  ],
  'aria-braille-equivalent': [
    'Voor wie braille leest, staat er een tekst waar geen gewone tekst bij hoort.',
    'Geef bij `aria-braillelabel` ook een gewone naam, en bij de roltekst in braille `aria-roledescription`.',
  ],
  'aria-command-name': [
    'Een knop, link of keuze in een menu heeft geen naam. Een blinde bezoeker hoort niet wat die doet.',
    'Zet tekst in de knop, link of menukeuze, of geef een `aria-label` die zegt wat er gebeurt.',
  ],
  'aria-conditional-attr': [
    'Een onderdeel zegt iets over zichzelf dat hier niet geldt. Voorlezen kan dan anders zijn dan wat er te zien is.',
    'Haal het `aria-`kenmerk weg dat hier niet geldt. Een gewoon vinkje heeft geen `aria-checked` nodig.',
  ],
  'aria-deprecated-role': [
    'Een onderdeel gebruikt een verouderde aanduiding. Een programma dat voorleest, herkent die misschien niet.',
    'Vervang de verouderde `role`, zoals `directory`, door de rol die nu geldt, zoals `list`.',
  ],
  'aria-hidden-body': [
    'De hele pagina is verborgen voor wie laat voorlezen. Een blinde bezoeker hoort er niets van.',
    'Haal `aria-hidden="true"` weg van `body`.',
  ],
  'aria-hidden-focus': [
    'Met het toetsenbord komt u op een plek die bij voorlezen stil blijft. Een blinde bezoeker hoort daar niets.',
    'Haal `aria-hidden` weg. Of zet `disabled` of `tabindex="-1"` op alles daarin wat te bedienen is.',
  ],
  'aria-input-field-name': [
    'Een invulveld heeft geen naam. Een blinde bezoeker hoort niet wat daar moet staan.',
    'Geef het veld een naam met `aria-labelledby` of `aria-label`, het liefst de tekst die ernaast staat.',
  ],
  'aria-meter-name': [
    'Een meter op de pagina heeft geen naam. Een blinde bezoeker hoort een waarde en weet niet waarvan.',
    'Geef het element met `role="meter"` een naam met `aria-label` of `aria-labelledby`.',
  ],
  'aria-progressbar-name': [
    'Een balk die laat zien hoever iets is, heeft geen naam. Een blinde bezoeker weet niet wat er bezig is.',
    'Geef het element met `role="progressbar"` een naam met `aria-label` of `aria-labelledby`.',
  ],
  'aria-prohibited-attr': [
    'Een onderdeel heeft een naam die daar niet kan. Een programma dat voorleest, slaat die misschien over.',
    'Zet de tekst gewoon in de pagina, of geef het element een rol die een naam mag hebben.',
  ],
  'aria-required-attr': [
    'Een onderdeel zegt niet hoe het ervoor staat, zoals aan of uit. Een blinde bezoeker hoort dat dan niet.',
    'Zet het verplichte kenmerk van de rol erbij, zoals `aria-checked` bij `role="checkbox"`.',
  ],
  'aria-required-children': [
    'Een lijst, menu of tabel mist de delen die erin horen. Een blinde bezoeker hoort niet hoeveel het er zijn.',
    'Zet in de rol de delen die erin horen, zoals `role="option"` in `role="listbox"`.',
  ],
  'aria-required-parent': [
    'Een deel van een lijst, menu of tabel staat er los van. Een blinde bezoeker hoort niet waar het bij hoort.',
    'Zet het deel in de rol waar het bij hoort, zoals `role="tab"` in `role="tablist"`.',
  ],
  'aria-roles': [
    'Een onderdeel noemt zichzelf iets wat niet bestaat. Een blinde bezoeker hoort misschien niet wat het is.',
    'Verbeter of verwijder de `role` die niet bestaat. Kies liever een gewoon element, zoals `button`.',
  ],
  'aria-tab-name': [
    'Een tabblad heeft geen naam. Een blinde bezoeker hoort niet wat erop staat.',
    'Zet tekst in het element met `role="tab"`, of geef een `aria-label`.',
  ],
  'aria-toggle-field-name': [
    'Een vinkje, keuze of schakelaar heeft geen naam. Een blinde bezoeker hoort niet waar die over gaat.',
    'Zet tekst in de keuze, of geef een naam met `aria-labelledby` of `aria-label`.',
  ],
  'aria-tooltip-name': [
    'Een ballonnetje met uitleg heeft geen tekst voor wie laat voorlezen.',
    'Zet de uitleg als tekst in het element met `role="tooltip"`.',
  ],
  'aria-valid-attr-value': [
    'Een onderdeel verwijst naar iets wat er niet is, of zegt iets wat niet kan. Voorlezen kan daardoor misgaan.',
    'Verbeter de waarde van het `aria-`kenmerk. Verwijst het naar een `id`? Zorg dat die op de pagina staat.',
  ],
  'aria-valid-attr': [
    'Een onderdeel zegt iets over zichzelf dat niet bestaat. Een programma dat voorleest, slaat het over.',
    'Verbeter of verwijder het `aria-`kenmerk dat niet bestaat. Vaak is het een tikfout.',
  ],
  'autocomplete-valid': [
    'De browser weet niet wat er in dit veld hoort. Wie moeilijk typt, krijgt daardoor geen hulp bij het invullen.',
    'Zet de juiste waarde in `autocomplete`, zoals `name`, `email` of `tel`.',
  ],
  'avoid-inline-spacing': [
    'Wie meer ruimte tussen letters, woorden of regels nodig heeft, kan die hier niet instellen.',
    'Haal `!important` weg bij `line-height`, `letter-spacing` en `word-spacing` in `style`.',
  ],
  blink: [
    'Een tekst knippert. Dat leidt af, en voor veel mensen is die tekst slecht te lezen.',
    'Vervang `blink` door gewone tekst.',
  ],
  'button-name': [
    'Een knop heeft geen naam. Een blinde bezoeker hoort alleen “knop” en weet niet wat die doet.',
    'Zet tekst in de knop. Staat er alleen een plaatje in? Geef de knop dan een `aria-label`.',
  ],
  'color-contrast': [
    'De kleur van een tekst lijkt te veel op die van de achtergrond. Wie minder goed ziet, kan het slecht lezen.',
    'Maak het verschil groter: minstens 4,5 op 1. Bij grote letters is 3 op 1 genoeg.',
  ],
  'definition-list': [
    'De opbouw van een lijst met uitleg klopt niet. Een blinde bezoeker hoort niet welke uitleg waarbij hoort.',
    'Zet in `dl` alleen groepen van `dt` en `dd`, als dat nodig is elk in een `div`.',
  ],
  dlitem: [
    'Een woord of de uitleg ervan staat buiten de lijst. Een blinde bezoeker hoort niet dat ze bij elkaar horen.',
    'Zet elke `dt` en `dd` in een `dl`.',
  ],
  'document-title': [
    'De pagina heeft geen titel. Wie laat voorlezen of veel tabbladen open heeft, weet niet welke pagina dit is.',
    'Zet in `head` een `title` die zegt waar deze pagina over gaat.',
  ],
  'duplicate-id-aria': [
    'Twee onderdelen gebruiken dezelfde aanduiding. Een blinde bezoeker hoort misschien de naam van een ander veld.',
    'Geef elk element een eigen `id`. Pas `for` en `aria-labelledby` daarop aan.',
  ],
  'frame-focusable-content': [
    'Een ingevoegd deel van de pagina is niet te bereiken met het toetsenbord.',
    'Haal `tabindex="-1"` weg van het `iframe`.',
  ],
  'frame-title-unique': [
    'Ingevoegde delen van de pagina hebben dezelfde naam. Een blinde bezoeker kan ze niet uit elkaar houden.',
    'Geef elk `iframe` een eigen `title` die zegt wat erin staat.',
  ],
  'frame-title': [
    'Een ingevoegd deel, zoals een kaart of filmpje, heeft geen naam. Een blinde bezoeker weet niet wat daar staat.',
    'Geef het `iframe` een `title` die zegt wat erin staat, zoals “Kaart met onze winkel”.',
  ],
  'html-has-lang': [
    'De pagina zegt niet in welke taal de tekst is. Voorlezen kan dan met een verkeerde uitspraak gaan.',
    'Zet de taal op `html`, zoals `<html lang="nl">`.',
  ],
  'html-lang-valid': [
    'De taal van de pagina is verkeerd opgeschreven. Voorlezen kan dan met een verkeerde uitspraak gaan.',
    'Zet een bestaande code voor de taal op `html`, zoals `lang="nl"`.',
  ],
  'html-xml-lang-mismatch': [
    'De pagina noemt twee verschillende talen. Voorlezen kan dan met een verkeerde uitspraak gaan.',
    'Maak `lang` en `xml:lang` op `html` gelijk, of haal `xml:lang` weg.',
  ],
  'image-alt': [
    'Een afbeelding heeft geen tekst. Een blinde bezoeker hoort niet wat erop te zien is.',
    'Geef elke `img` een `alt` die zegt wat er te zien is. Versiert het beeld alleen? Zet dan `alt=""`.',
  ],
  'input-button-name': [
    'Een knop van een formulier heeft geen naam. Een blinde bezoeker weet niet wat die doet.',
    'Geef de knop een `value` die zegt wat er gebeurt, zoals “Versturen”.',
  ],
  'input-image-alt': [
    'Een knop die een plaatje is, heeft geen tekst. Een blinde bezoeker weet niet wat die doet.',
    'Geef `input type="image"` een `alt` die zegt wat er gebeurt, zoals “Zoeken”.',
  ],
  'label-content-name-mismatch': [
    'De tekst die u ziet, is niet de naam die de computer kent. Wie met de stem bedient, komt dan niet verder.',
    'Neem de zichtbare tekst over in `aria-label`, of haal `aria-label` weg.',
  ],
  label: [
    'Een invulveld heeft geen naam. Een blinde bezoeker hoort niet wat daar moet staan.',
    'Verbind een `label` met het veld, met `for` en `id`.',
  ],
  'link-in-text-block': [
    'Een link in een tekst is alleen aan de kleur te zien. Wie kleuren slecht ziet, mist die link.',
    'Onderstreep links in lopende tekst.',
  ],
  'link-name': [
    'Een link heeft geen tekst. Een blinde bezoeker hoort niet waar die heen gaat.',
    'Zet tekst in de link. Of geef het plaatje in de link een `alt` die zegt waar die heen gaat.',
  ],
  list: [
    'De opbouw van een lijst klopt niet. Een blinde bezoeker hoort niet hoeveel punten er zijn.',
    'Zet in `ul` en `ol` alleen `li`. Zet al het andere binnen die `li`.',
  ],
  listitem: [
    'Een punt van een lijst staat buiten de lijst. Een blinde bezoeker hoort niet waar het bij hoort.',
    'Zet elke `li` in een `ul` of `ol`.',
  ],
  marquee: [
    'Een tekst schuift vanzelf voorbij. Veel mensen kunnen die niet op tijd lezen.',
    'Vervang `marquee` door tekst die stilstaat.',
  ],
  'meta-refresh': [
    'De pagina laadt na een tijd vanzelf opnieuw of gaat verder. Wie langzaam leest, raakt de tekst kwijt.',
    'Haal `meta http-equiv="refresh"` weg. Stuur bezoekers meteen door vanaf de server.',
  ],
  'meta-viewport': [
    'Wie op een telefoon groter wil lezen, kan de pagina misschien niet vergroten.',
    'Haal `user-scalable=no` en `maximum-scale` weg uit `meta name="viewport"`.',
  ],
  'nested-interactive': [
    'In een knop of link zit nog een knop of link. Wie laat voorlezen, kan die misschien niet vinden.',
    'Haal de knop of link uit de andere, en zet ze naast elkaar.',
  ],
  'object-alt': [
    'Een ingevoegd bestand heeft geen tekst. Een blinde bezoeker weet niet wat daar staat.',
    'Geef `object` een naam met `aria-label` of `title` die zegt wat erin staat.',
  ],
  'role-img-alt': [
    'Een beeld heeft geen tekst. Een blinde bezoeker hoort niet wat het laat zien.',
    'Geef het element met `role="img"` een `aria-label` die zegt wat er te zien is.',
  ],
  'scrollable-region-focusable': [
    'Een stuk van de pagina schuift apart. In sommige browsers kan dat niet met het toetsenbord.',
    'Zet op het deel dat schuift `tabindex="0"`, een rol zoals `region` en een naam.',
  ],
  'select-name': [
    'Een keuzelijst heeft geen naam. Een blinde bezoeker hoort niet wat er te kiezen is.',
    'Verbind een `label` met de `select`, met `for` en `id`.',
  ],
  'server-side-image-map': [
    'Een plaatje om op te klikken werkt alleen met een muis. Wie geen muis gebruikt, komt niet verder.',
    'Vervang `ismap` door gewone links, of door een `usemap` met voor elke plek een `area`.',
  ],
  'summary-name': [
    'Iets wat open kan klappen, heeft geen naam. Een blinde bezoeker weet niet wat erachter zit.',
    'Zet tekst in `summary` die zegt wat er opengaat.',
  ],
  'svg-img-alt': [
    'Een tekening heeft geen tekst. Een blinde bezoeker hoort niet wat die laat zien.',
    'Geef de `svg` een `aria-label`, of zet er een `title` in die zegt wat er te zien is.',
  ],
  'target-size': [
    'Een knop of link is klein en staat dicht bij een andere. Wie een trillende hand heeft, raakt vaak de verkeerde.',
    'Maak wat u kunt aanklikken minstens 24 bij 24 pixels, of zet er meer ruimte omheen.',
  ],
  'td-headers-attr': [
    'In een tabel verwijst een vak naar een verkeerde kop. Een blinde bezoeker hoort niet wat het getal betekent.',
    'Laat `headers` alleen verwijzen naar de `id` van een `th` in dezelfde tabel.',
  ],
  'th-has-data-cells': [
    'In een tabel staat een kop waar geen vakken bij horen. Een blinde bezoeker krijgt een verkeerd beeld.',
    'Gebruik `th` alleen voor een kop waar vakken bij horen, en zet er `scope` op.',
  ],
  'valid-lang': [
    'Van een stuk tekst is de taal verkeerd opgeschreven. Voorlezen kan dan met een verkeerde uitspraak gaan.',
    'Zet een bestaande code voor de taal in `lang`, zoals `lang="en"`.',
  ],
} as const satisfies Record<string, readonly [means: string, repair: string]>
