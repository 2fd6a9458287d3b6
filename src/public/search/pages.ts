/** Pages that are always there, as somebody may look for them: with words that stand not on the page itself. */
import type { Two } from '../../model/norm.ts'

type Page = { readonly path: string; readonly title: Two; readonly lead: Two; readonly words: Two }

export const PAGES: readonly Page[] = [
  {
    path: '/rechten',
    title: { nl: 'Uw digitale rechten', en: 'Your digital rights' },
    lead: { nl: 'Wat u de gemeente kunt vragen, en hoe snel zij antwoordt.', en: 'What you can ask the municipality.' },
    words: {
      nl: 'recht verzoek aanvraag klacht bezwaar privacy avg woo inzage gegevens opvragen',
      en: 'right request complaint objection privacy gdpr access data',
    },
  },
  {
    path: '/verzoeken',
    title: { nl: 'Uw verzoek volgen', en: 'Following your request' },
    lead: { nl: 'Typ uw code om te lezen hoe het staat.', en: 'Type your code to read how it stands.' },
    words: {
      nl: 'code kwijt vergeten status volgen verzoek melding stand',
      en: 'code lost status follow request track',
    },
  },
  {
    path: '/fout-melden',
    title: { nl: 'Melden dat iets niet klopt', en: 'Reporting that something is not right' },
    lead: {
      nl: 'Een medewerker kijkt het na en u krijgt antwoord.',
      en: 'Somebody looks at it and you get an answer.',
    },
    words: { nl: 'fout onjuist melden correctie verbeteren contact', en: 'mistake wrong report correction contact' },
  },
  {
    path: '/leren/hulp',
    title: { nl: 'Cursussen en hulp dichtbij', en: 'Courses and help near you' },
    lead: {
      nl: 'Iemand helpt u met uw telefoon, computer of DigiD. Vaak is het gratis.',
      en: 'Somebody helps you with your phone, computer or DigiD. It is often free of charge.',
    },
    words: {
      nl: 'bibliotheek buurthuis spreekuur informatiepunt digitale overheid digid computerles computer telefoon tablet',
      en: 'library community centre desk digid computer phone tablet class',
    },
  },
  {
    path: '/leren/lessen',
    title: { nl: 'Korte lessen', en: 'Short lessons' },
    lead: { nl: 'Leer thuis of samen met iemand, in een paar minuten.', en: 'Learn at home or with somebody.' },
    words: { nl: 'les leren oefenen cursus online', en: 'lesson learn practise course online' },
  },
  {
    path: '/leren/bewijs',
    title: { nl: 'Een bewijs controleren', en: 'Checking a certificate' },
    lead: { nl: 'Kijk of een bewijs van een les echt is.', en: 'See whether a certificate of a lesson is real.' },
    words: { nl: 'certificaat diploma nummer echt', en: 'certificate diploma number valid' },
  },
  {
    path: '/leren/zo-doet-u-het',
    title: { nl: 'Zo doet u het', en: 'How to do it' },
    lead: {
      nl: 'Per norm staat wat u als eerste doet, en wat iemand voor u instelt.',
      en: 'With each norm stands what you do first, and what somebody sets for you.',
    },
    words: {
      nl: 'stappenplan aanpak tips website beveiligen ondernemer winkel vereniging',
      en: 'steps tips secure website entrepreneur shop club',
    },
  },
  {
    path: '/uitleg',
    title: { nl: 'Zo gebruikt u deze site', en: 'How to use this site' },
    lead: { nl: 'Wat u hier kunt doen, stap voor stap.', en: 'What you can do here, step by step.' },
    words: { nl: 'uitleg handleiding hulp beginnen code kwijt contact', en: 'guide manual help begin contact' },
  },
  {
    path: '/zwakke-plekken',
    title: { nl: 'Een zwakke plek melden', en: 'Reporting a weakness' },
    lead: { nl: 'De regels, wat wij beloven, en wie wij bedankten.', en: 'The rules, what we promise, and thanks.' },
    words: {
      nl: 'lek gevonden melden kwetsbaarheid beveiligingslek cvd responsible disclosure hacker security bug',
      en: 'leak vulnerability found report cvd responsible disclosure hacker security bug',
    },
  },
  {
    path: '/samen/bijeenkomsten',
    title: { nl: 'Agenda met bijeenkomsten', en: 'Events in the city' },
    lead: { nl: 'Kom naar een seminar, inloop of hackathon.', en: 'Come to a seminar, walk-in or hackathon.' },
    words: {
      nl: 'bijeenkomst evenement hackevenement hackathon seminar workshop inloop agenda opgeven',
      en: 'event hack hackathon seminar workshop agenda join',
    },
  },
  {
    path: '/samen/hulp-in-nood',
    title: { nl: 'Hulp in nood', en: 'Help in need' },
    lead: {
      nl: 'Organisaties die elkaar helpen bij een storing of een hack.',
      en: 'Organisations that help each other.',
    },
    words: {
      nl: 'maatje maatjes buddy storing hack ransomware incident nood',
      en: 'buddy incident ransomware failure',
    },
  },
  {
    path: '/samen/oefeningen',
    title: { nl: 'Oefeningen', en: 'Exercises' },
    lead: { nl: 'Speel op papier wat er misgaat, en leer ervan.', en: 'Play on paper what goes wrong, and learn.' },
    words: {
      nl: 'oefenen oefening scenario ransomware storing datalek crisis',
      en: 'exercise scenario ransomware crisis',
    },
  },
  {
    path: '/samen/campagnes',
    title: { nl: 'Campagnes', en: 'Campaigns' },
    lead: {
      nl: 'Wat wij samen proberen te verbeteren, en of het hielp.',
      en: 'What we try together, and whether it helped.',
    },
    words: { nl: 'campagne actie effect poster brief', en: 'campaign effect poster letter' },
  },
  {
    path: '/samen/waarschuwingen',
    title: { nl: 'Waarschuwingen', en: 'Warnings' },
    lead: {
      nl: 'Over digitale gevaren, met één ding om te doen.',
      en: 'About digital dangers, with one thing to do.',
    },
    words: {
      nl: 'gevaar lek hack hacken gehackt virus phishing oplichting csaf tlp',
      en: 'danger leak hack virus phishing scam csaf tlp',
    },
  },
  {
    path: '/samen/praktijken',
    title: { nl: 'Goede praktijken', en: 'Good practices' },
    lead: {
      nl: 'Zo voldeden organisaties aan een norm, om na te doen.',
      en: 'How organisations met a norm, for you to do the same.',
    },
    words: { nl: 'voorbeeld ervaring delen tips collega', en: 'example experience share tips' },
  },
  {
    path: '/oordelen',
    title: { nl: 'Hoe digitale diensten gaan', en: 'How digital services go' },
    lead: { nl: 'Wat mensen zeiden, en wat de gemeente ermee deed.', en: 'What people said, and what was done.' },
    words: { nl: 'oordeel tevredenheid ervaring dienst loket', en: 'rating satisfaction experience service' },
  },
  {
    path: '/normen',
    title: { nl: 'Normen', en: 'Norms' },
    lead: { nl: 'Wat wij vragen van een digitale stad, en waar dat staat.', en: 'What we ask of a digital city.' },
    words: { nl: 'regels wet eisen norm standaard', en: 'rules law requirements norm standard' },
  },
  {
    path: '/methode',
    title: { nl: 'Hoe wij meten', en: 'How we measure' },
    lead: { nl: 'Hoe een score ontstaat, en wat zij niet bewijst.', en: 'How a score comes about.' },
    words: { nl: 'methode score meting berekening uitleg', en: 'method score measurement calculation' },
  },
  {
    path: '/toetsen',
    title: { nl: 'Besluiten', en: 'Decisions' },
    lead: {
      nl: 'Wat de gemeente toetste op digitale gevolgen, en wat zij besloot.',
      en: 'What the municipality tested for digital effects, and what it decided.',
    },
    words: { nl: 'it-toetsen besluiten adviezen regelingen toetsing', en: 'it tests decisions opinions regulations' },
  },
  {
    path: '/zo-werkt-de-it-toets',
    title: { nl: 'Zo werkt de IT-toets', en: 'How the IT test works' },
    lead: {
      nl: 'Elk besluit wordt getoetst op digitale gevolgen.',
      en: 'Every decision is tested on digital effects.',
    },
    words: { nl: 'it-toets besluit advies regeling toetsing', en: 'it test decision advice regulation' },
  },
  {
    path: '/organisaties',
    title: { nl: 'Organisaties in de stad', en: 'Organisations in the city' },
    lead: { nl: 'Hoe websites en e-mail van organisaties ervoor staan.', en: 'How their websites and e-mail fare.' },
    words: { nl: 'bedrijf winkel vereniging school zorg websites', en: 'company shop club school care websites' },
  },
  {
    path: '/convenanten',
    title: { nl: 'Afspraken', en: 'Agreements' },
    lead: { nl: 'Wie wat beloofde, en of het lukt.', en: 'Who promised what, and whether it works out.' },
    words: { nl: 'convenant afspraak belofte ondertekenen', en: 'covenant agreement promise sign' },
  },
  {
    path: '/badges',
    title: { nl: 'Badges', en: 'Badges' },
    lead: { nl: 'Controleer of een badge echt is.', en: 'Check whether a badge is real.' },
    words: { nl: 'keurmerk sticker badge nummer', en: 'label sticker badge number' },
  },
  {
    path: '/open-data',
    title: { nl: 'Open data en API', en: 'Open data and API' },
    lead: { nl: 'Alles als bestand, en voor programma’s.', en: 'Everything as a file, and for programs.' },
    words: { nl: 'download csv json bestand dataset api gegevens', en: 'download csv json file data set api' },
  },
  {
    path: '/privacy',
    title: { nl: 'Privacy van deze site', en: 'Privacy of this site' },
    lead: { nl: 'Wat wij van u bewaren, en hoelang.', en: 'What we keep of you, and for how long.' },
    words: { nl: 'privacyverklaring cookies bewaren gegevens avg', en: 'privacy statement cookies keep data gdpr' },
  },
  {
    path: '/toegankelijkheid',
    title: { nl: 'Toegankelijkheid van deze site', en: 'Accessibility of this site' },
    lead: { nl: 'Wat nog niet goed gaat, en wie u helpt.', en: 'What does not work yet, and who helps you.' },
    words: {
      nl: 'toegankelijkheidsverklaring wcag blind schermlezer toetsenbord',
      en: 'accessibility statement wcag blind screen reader keyboard',
    },
  },
]
