/** What the measurement was held against, and the outcome, in both languages; docs/measuring.md tells more. */

type Row = { readonly on: string; readonly against: string; readonly outcome: string }

const nl: { readonly rows: readonly Row[] } = {
  rows: [
    {
      on: '2026-11-28',
      against: 'Achtentwintig gewone sites met dingen die op een fout lijken, maar er geen zijn (137 pagina’s)',
      outcome: 'Eerst waren 12 bevindingen niet waar. Die zijn verbeterd. Bij het tweede bezoek klopte alles.',
    },
    {
      on: '2026-11-27',
      against: 'WordPress, MediaWiki en DokuWiki, zoals Debian ze levert',
      outcome: 'Geen onjuist oordeel. Eén zin klopte niet, en is verbeterd.',
    },
    {
      on: '2026-11-27',
      against: 'Dezelfde site, tien keer bezocht, met volgdiensten die tot 4,5 seconden na het laden beginnen',
      outcome:
        'Tien keer precies hetzelfde. Op 30 november 2026 bezochten wij een andere site elf keer. Daar zaten kiezen ' +
        'over cookies, typen en het toetsenbord bij. Ook die waren hetzelfde.',
    },
    {
      on: '2026-11-30',
      against: 'De 607 testpagina’s van het W3C voor toegankelijkheid, waarvan 195 met een fout',
      outcome:
        '99 van 195 fouten gevonden, axe alleen 89. Zes keer vals alarm op 412 goede pagina’s, axe alleen twee keer. ' +
        'Die zes zijn verbeterd, en opnieuw gemeten. De rest van de fouten vindt alleen een mens.',
    },
    {
      on: '2026-11-30',
      against: 'De proef die hoort bij de norm voor wie e-mail mag sturen (SPF, RFC 7208)',
      outcome: '200 van 200 hetzelfde.',
    },
    {
      on: '2026-11-30',
      against: 'mailauth, bij regels voor versleutelde e-mail (MTA-STS) en sleutels (DKIM)',
      outcome: 'Hetzelfde, op twee verschillen na. Die laten wij bewust staan.',
    },
    {
      on: '2026-11-30',
      against: 'sslscan, bij veertien servers met vreemde instellingen',
      outcome: 'sslscan vond niets dat wij niet vonden. Bij vier servers vonden wij meer.',
    },
    {
      on: '2026-11-30',
      against: 'De software van MDN HTTP Observatory, bij 87 stel instellingen van sites',
      outcome: 'Elk antwoord ligt binnen onze marge, op één regel na. Die is in een nieuwere versie veranderd.',
    },
    {
      on: '2026-11-30',
      against: 'Veertien zelfgemaakte domeinnamen, met goede, foute en geen handtekening (DNSSEC)',
      outcome: '13 van 14 goed. Van één kwam geen antwoord: die is onbekend.',
    },
    {
      on: '2026-11-30',
      against: 'Proefpagina’s met scripts die meelezen, herkennen en doorsturen, en met wat daarop lijkt',
      outcome: 'Elk verstopt ding is gezien, en niets te veel. Wat op de achtergrond draait, zien wij niet.',
    },
    {
      on: '2026-11-30',
      against: '29 zelfgemaakte vragen over cookies, en elf pagina’s die erop lijken',
      outcome: 'Alle 29 gevonden, en beantwoord zoals bedoeld. Geen van de elf is voor een vraag gehouden.',
    },
  ],
}

const en: typeof nl = {
  rows: [
    {
      on: '2026-11-28',
      against: 'Twenty-eight ordinary sites with things that look like a fault and are none (137 pages)',
      outcome: 'At first 12 findings were not true. They are mended. On the second visit all was right.',
    },
    {
      on: '2026-11-27',
      against: 'WordPress, MediaWiki and DokuWiki, as Debian ships them',
      outcome: 'No wrong verdict. One sentence was not right, and is mended.',
    },
    {
      on: '2026-11-27',
      against: 'The same site, visited ten times, with trackers that begin up to 4.5 seconds after it has loaded',
      outcome:
        'Exactly the same ten times. On 30 November 2026 eleven visits to another site, with choosing about cookies, ' +
        'typing and the keyboard in it. These were the same too.',
    },
    {
      on: '2026-11-30',
      against: 'The 607 test pages of the W3C for accessibility, of which 195 with a fault',
      outcome:
        '99 of 195 faults found, by axe alone 89. Six false alarms on 412 good pages, by axe alone two. Those six ' +
        'are mended and were measured again. Only people find the rest of the faults.',
    },
    {
      on: '2026-11-30',
      against: 'The test suite of the standard for who may send e-mail (SPF, RFC 7208)',
      outcome: '200 of 200 the same.',
    },
    {
      on: '2026-11-30',
      against: 'mailauth, on policies for encrypted e-mail (MTA-STS) and keys (DKIM)',
      outcome: 'The same, but for two differences. Those we keep on purpose.',
    },
    {
      on: '2026-11-30',
      against: 'sslscan, on fourteen servers with odd settings',
      outcome: 'sslscan found nothing that we did not. On four servers we found more.',
    },
    {
      on: '2026-11-30',
      against: 'The software of MDN HTTP Observatory, on 87 sets of settings of sites',
      outcome: 'Each answer lies within our range, but for one rule. That was changed in a newer version.',
    },
    {
      on: '2026-11-30',
      against: 'Fourteen domain names made for it, with good, bad and no signatures (DNSSEC)',
      outcome: '13 of 14 right. Of one no answer came: that is unknown.',
    },
    {
      on: '2026-11-30',
      against: 'Test pages with scripts that read along, recognise and send on, and with what looks like it',
      outcome: 'Each planted thing was seen, and nothing else. What runs in the background we do not see.',
    },
    {
      on: '2026-11-30',
      against: '29 questions about cookies made for it, and eleven pages that look like one',
      outcome: 'All 29 found, and answered as meant. None of the eleven was taken for a question.',
    },
  ],
}

/** In the order in which a reader doubts; `on` is a day. */
export const heldRows = { nl: nl.rows, en: en.rows } as const
