/**
 * University: in the foreign cloud with everything. The tag manager runs before anyone was asked, SPF needs twelve
 * lookups, and robots.txt keeps visitors such as us out of the news. Later it asks first and trims SPF.
 */
import { office, text } from '../answers.ts'
import { instelling } from '../layouts.ts'
import { pdf } from '../pdf.ts'
import { at, cloudDomain, frame, headers } from '../presets.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, search, securityTxt } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

const name = 'Universiteit Sluiswijk'
const host = 'www.universiteit-sluiswijk.test'
const domain = {
  ...cloudDomain('universiteit-sluiswijk.test'),
  dmarc: ['v=DMARC1; p=none; rua=mailto:dmarc@universiteit-sluiswijk.test'],
  // 1 wolkpost + 3 brievenbus + 4 roosterhuis + 3 enquetebureau + 1 mx = 12 lookups; RFC 7208 §4.6.4 allows 10.
  spf: [
    'v=spf1 mx include:spf.wolkpost.test include:spf.brievenbus.test include:spf.roosterhuis.test ' +
      'include:spf.enquetebureau.test -all',
  ],
}
const looks = frame(name, 'Onderzoek aan het water', {
  colours: { main: '#5a1846', ink: '#1a1a1a', paper: '#ffffff', link: '#7a1f5f' },
  menu: [
    ['/', 'Home'],
    ['/opleidingen/', 'Opleidingen'],
    ['/nieuws/', 'Nieuws'],
    ['/zoeken', 'Zoeken'],
    ['/contact/', 'Contact'],
  ],
  foot: '<ul><li><a href="/privacy/">Privacy statement</a></li><li><a href="/reglement/">Reglementen</a></li></ul>',
  head: tag.tagManager + tag.fonts,
})
const website = goodWebsite(
  { 'part-language': 'not-applicable' },
  {
    ...follows.cloudDomain,
    ...follows.cloudHome,
    ...follows.decentHeaders,
    'third-party-hosts': 'partly',
    'trackers-before-consent': 'unmet',
    'third-party-cookies': 'unmet',
    'tracking-cookies-before-consent': 'unmet',
    'cookie-lifetime': 'unmet',
    'embeds-fonts': 'unmet',
    'owners-outside-eea': 'partly',
    'subresource-integrity': 'not-applicable',
    'open-document-formats': 'met',
    'pdf-text': 'met',
    'pdf-tags': 'unmet',
    'pdf-language': 'unmet',
    'pdf-title': 'partly',
    'address-leak': 'unmet',
  },
)

export const universiteit = later(
  site({
    slug: 'universiteit',
    host,
    domain,
    layout: instelling,
    headers: headers.decent,
    frame: looks,
    organisation: { name, kind: 'universiteit', size: 'groot', street: 'Academiekade', publicBody: false },
    home: at('wolkdienst', 1, { alias: true }),
    pages: {
      '/': {
        title: `Home | ${name}`,
        main: `<h1>Kom studeren in Sluiswijk</h1><p>Twaalf opleidingen, een bibliotheek die tot middernacht open is en
de haven om de hoek.</p><img src="/beeld/boot.svg" alt="Roeiers op de Vliet">`,
      },
      '/opleidingen/': {
        title: `Opleidingen | ${name}`,
        main: `<h1>Opleidingen</h1><ul><li>Waterbouwkunde</li><li>Rechten</li><li>Geschiedenis van de delta</li></ul>
<ul><li><a href="/reglement/examen.pdf">Examenreglement (PDF)</a></li>
<li><a href="/reglement/examen.docx">Examenreglement (Word)</a></li></ul>`,
      },
      '/nieuws/': {
        title: `Nieuws | ${name}`,
        main: `<h1>Nieuws</h1><h2>Prijs voor hoogleraar dijken</h2><p>Professor Tjalling de Waard krijgt de
Deltapluim.</p>`,
      },
      '/zoeken': search(name, '<p>Probeer een ander woord.</p>'),
      '/contact/': {
        title: `Contact | ${name}`,
        main: `<h1>Contact</h1><p>Bel 071 555 27 00 of kom langs: Academiekade 3.</p>${form('/contact/')}`,
      },
      '/reglement/': {
        title: `Reglementen | ${name}`,
        main: `<h1>Reglementen</h1><ul><li><a href="/reglement/examen.pdf">Examenreglement (PDF)</a></li><li>
<a href="/reglement/examen.docx">Examenreglement (Word)</a></li></ul>`,
      },
      '/privacy/': fullPrivacy({
        name,
        street: 'Academiekade 3',
        mail: 'privacy@universiteit-sluiswijk.test',
        officer: 'fg@universiteit-sluiswijk.test',
        receivers: 'Ontvangers zijn onze leveranciers van roosters en enquêtes.',
      }),
    },
    files: {
      '/robots.txt': text('User-agent: *\nDisallow: /nieuws/\n'),
      '/.well-known/security.txt': securityTxt(host, 90),
      // Printed to PDF from a word processor.
      '/reglement/examen.pdf': pdf({
        tagged: false,
        lang: null,
        title: 'Microsoft Word - examen.docx',
        titleShown: false,
      }),
      '/reglement/examen.docx': office('docx'),
    },
    truth: { website, mail: { [domain.name]: goodMail({ ...followsMail.cloud, spf: 'unmet', dmarc: 'partly' }) } },
  }),
  {
    domain: {
      ...domain,
      spf: ['v=spf1 include:spf.wolkpost.test include:spf.roosterhuis.test -all'],
      dmarc: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@universiteit-sluiswijk.test'],
    },
    frame: { ...looks, head: '', foot: looks.foot + tag.backToConsent, end: tag.afterConsent + tag.consent },
    truth: {
      website: {
        ...website,
        'third-party-hosts': 'met',
        'trackers-before-consent': 'met',
        'third-party-cookies': 'met',
        'tracking-cookies-before-consent': 'met',
        'cookie-lifetime': 'not-applicable',
        'embeds-fonts': 'met',
        'owners-outside-eea': 'met',
        'axe-1.4.12': 'met',
        'address-leak': 'met',
        'reject-as-easy': 'met',
        'consent-freely-given': 'met',
        'quiet-after-reject': 'met',
        'less-after-reject': 'met',
        'consent-withdrawable': 'met',
        'tcf-held': 'met',
      },
      mail: { [domain.name]: goodMail(followsMail.cloud) },
    },
  },
)
