/** What the pages on open data, privacy and accessibility say, in both languages. */
import { number, type Lang } from '../../web/language.ts'

const nl = {
  guide: {
    title: 'Zo gebruikt u deze site',
    lead: 'Wat u hier kunt doen, stap voor stap. U heeft nergens een account voor nodig.',
    contact: 'Liever bellen of langskomen?',
  },
  openData: {
    title: 'Kan ik alles hebben?',
    lead: 'Ja. Alles wat op deze site staat, is er ook als bestand en via een API. Er is geen sleutel nodig.',
    licence: 'Licentie',
    licenceText:
      'CC0 1.0: gebruik het waarvoor u wilt. Noem bij gebruik liever wel de datum en het nummer van de publicatie.',
    files: 'Bestanden',
    filesCaption: 'Bestanden om te downloaden',
    csv:
      'CSV: UTF-8 met BOM, zodat rekenbladen de letters goed tonen. Komma als scheiding (RFC 4180), punt in ' +
      'getallen. Begint een tekst met =, +, -, @ of een tab? Dan staat er een apostrof voor. Een rekenblad voert de ' +
      'tekst dan niet uit.',
    catalogue: 'De catalogus van deze bestanden (DCAT-AP-NL 3.0), voor wie ze verzamelt:',
    api: 'API',
    apiText: 'De API volgt de NLGov API Design Rules. De beschrijving (OpenAPI 3.1) is zelf ook een bestand.',
    apiLink: 'Beschrijving van de API',
    examples: 'Voorbeelden',
    exampleText: {
      newest: 'Alle publicaties',
      organisations: 'De eerste organisaties',
      findings: 'Wat niet voldoet aan één norm',
      norm: 'Eén norm',
    },
    earlier: 'Een eerdere publicatie leest u met ?publicatie=1 achter elk adres, ook in de API en de bestanden.',
    publications: 'Publicaties',
    publicationsCaption: 'Alle publicaties, nieuwste eerst',
    read: (no: number) => `Publicatie ${number('nl', no)}`,
    provisional: 'voorlopig',
  },
  privacy: {
    title: 'Privacy op deze site',
    lead: 'Deze site volgt u niet.',
    list: [
      'Wij zetten geen cookies.',
      'Volgt u een les? Dan onthoudt uw eigen browser bij welke stap u bent. Dat ziet alleen u. ' +
        'U wist het met één knop. Verder staat er niets in uw browser.',
      'Een bewijs van een les heeft een nummer en geen naam. Een lescode telt alleen hoeveel mensen een les volgden.',
      'Er staat niets van andere bedrijven op deze pagina’s: geen statistiek, geen lettertypen, geen kaarten van ' +
        'elders.',
      'U heeft geen account nodig.',
      'De server die deze site levert, kan voor de beveiliging kort bijhouden welke adressen pagina’s opvragen. ' +
        'Hoelang bepaalt de gemeente.',
      'Meldt u een fout? Dan bewaren wij wat u schrijft. Uw naam en e-mailadres hoeft u niet te geven. ' +
        'Geeft u ze toch, dan wissen wij ze negentig dagen na het antwoord, of eerder als u dat vraagt.',
      'Schrijft u zich in voor een cursus? Dan vragen wij een naam en een telefoonnummer. Wie de cursus geeft, ' +
        'ziet ze pas als er een plaats is. Veertien dagen na de laatste les zijn ze weg.',
      'Doet u een verzoek? Wat u schrijft, leest alleen wie het behandelt. Hoelang wij het bewaren, staat bij elk ' +
        'recht. Daarna wissen wij alles, behalve de soort, de maand, de duur en de afloop.',
      'Zegt u hoe een dienst ging? Dan bewaren wij de dag en wat u koos, en niet wie u bent. Nummers halen wij uit ' +
        'uw woorden. Na een jaar wissen wij de woorden.',
      'Deelt u een goede praktijk? Uw naam en e-mailadres hoeft u niet te geven. Geeft u ze toch, dan wissen wij ze ' +
        'dertig dagen na ons besluit, of eerder als u dat vraagt.',
      'Zoekt u iets op deze site? Wij bewaren niet wat u zoekt.',
    ],
    about: 'Over wie gaan de gegevens?',
    aboutText:
      'De metingen gaan over websites en e-maildomeinen van organisaties, niet over mensen. Een schermafdruk of een ' +
      'adres kan de naam van iemand bevatten, bijvoorbeeld van een eenmanszaak. Wilt u dat wij iets weghalen? ' +
      'Laat het ons weten.',
    by: 'De namen van wie publiceert, staan erbij omdat een publicatie een besluit van een medewerker is.',
  },
  accessibility: {
    title: 'Toegankelijkheid van deze site',
    lead: 'Deze site moet voor iedereen te gebruiken zijn. Hier staat eerlijk wat wij daarvoor deden en wat nog niet.',
    done: 'Wat wij deden',
    doneList: [
      'Alles werkt met het toetsenbord en zonder JavaScript.',
      'Elke grafiek heeft een tabel met dezelfde gegevens.',
      'Kleur is nooit het enige teken: er staat altijd een woord en een vorm bij.',
      'Bij elke wijziging loopt een programma (axe-core) alle soorten pagina’s na. Het vindt op dit moment niets.',
      'De pagina’s passen op een smal scherm en laten zich vergroten en afdrukken.',
    ],
    notDone: 'Wat nog niet',
    notDoneList: [
      'Er is nog geen volledig onderzoek door mensen gedaan. Een programma vindt maar een deel van de belemmeringen.',
      'Er is nog niet getest met mensen die een schermlezer gebruiken.',
      'Een deel van de teksten uit de normen is er alleen in het Nederlands. Op Engelse pagina’s staat dat erbij.',
      'Schermafdrukken van websites hebben een korte beschrijving, niet alle tekst die erop staat.',
    ],
    tell: 'Loopt u ergens tegenaan?',
    tellText: 'Laat het ons weten. Wij antwoorden en lossen het op, of leggen uit waarom het niet lukt.',
    statement:
      'De gemeente die deze site gebruikt, publiceert zelf de verplichte toegankelijkheidsverklaring in het ' +
      'landelijke register.',
  },
}

const en: typeof nl = {
  guide: {
    title: 'How to use this site',
    lead: 'What you can do here, step by step. You need no account for any of it.',
    contact: 'Would you rather call or come by?',
  },
  openData: {
    title: 'Can I have it all?',
    lead: 'Yes. Everything on this site is also there as a file and through an API. No key is needed.',
    licence: 'Licence',
    licenceText:
      'CC0 1.0: use it for whatever you want. We do like it when you mention the date and the number of the ' +
      'publication.',
    files: 'Files',
    filesCaption: 'Files to download',
    csv:
      'CSV: UTF-8 with a BOM so that spreadsheets show the letters right, comma as separator (RFC 4180), point in ' +
      'numbers. A text that begins with =, +, -, @ or a tab gets an apostrophe in front so that a spreadsheet does ' +
      'not execute it.',
    catalogue: 'The catalogue of these files (DCAT-AP-NL 3.0), for whoever harvests them:',
    api: 'API',
    apiText:
      'The API follows the Dutch government’s API Design Rules. Its field names are Dutch. The description ' +
      '(OpenAPI 3.1) is a file too.',
    apiLink: 'Description of the API',
    examples: 'Examples',
    exampleText: {
      newest: 'All publications',
      organisations: 'The first organisations',
      findings: 'What does not meet one norm',
      norm: 'One norm',
    },
    earlier: 'To read an earlier publication, add ?publicatie=1 to any address, also in the API and the files.',
    publications: 'Publications',
    publicationsCaption: 'All publications, newest first',
    read: (no: number) => `Publication ${number('en', no)}`,
    provisional: 'provisional',
  },
  privacy: {
    title: 'Privacy on this site',
    lead: 'This site does not follow you.',
    list: [
      'We set no cookies.',
      'Do you follow a lesson? Then your own browser remembers at which step you are. Only you see that, and you ' +
        'erase it with one button. Nothing else is kept in your browser.',
      'A certificate of a lesson has a number and no name. A lesson code only counts how many followed a lesson.',
      'Nothing of other companies is on these pages: no statistics, no fonts, no maps from elsewhere.',
      'You never have to sign in.',
      'The server that delivers this site may for a short time, for security, keep which addresses ask for pages. ' +
        'The municipality decides how long.',
      'Do you report a mistake? Then we keep what you write. You need not give your name and e-mail address. ' +
        'If you do, we erase them ninety days after the answer, or earlier if you ask.',
      'Do you sign up for a course? Then we ask a name and a telephone number. Who gives the course sees them ' +
        'when there is a place, and not before. Fourteen days after the last lesson they are gone.',
      'Do you make a request? Only who handles it reads what you write. How long we keep it stands with each right. ' +
        'After that we erase all of it, except the kind, the month, how long it took and how it ended.',
      'Do you say how a service went? Then we keep the day and what you chose, and not who you are. We take numbers ' +
        'out of your words. After a year we erase the words.',
      'Do you share a good practice? You need not give your name and e-mail address. If you do, we erase them thirty ' +
        'days after our decision, or earlier if you ask.',
      'Do you search for something on this site? We do not keep what you search for.',
    ],
    about: 'Who are the data about?',
    aboutText:
      'The measurements are about websites and e-mail domains of organisations, not about people. A screenshot or an ' +
      'address may contain someone’s name, for instance of a sole trader. Do you want us to remove something? ' +
      'Let us know.',
    by: 'The names of those who publish are given because a publication is a decision by a person.',
  },
  accessibility: {
    title: 'Accessibility of this site',
    lead: 'This site should be usable by everyone. Here we say honestly what we did for that and what is not done yet.',
    done: 'What we did',
    doneList: [
      'Everything works with the keyboard and without JavaScript.',
      'Every chart has a table with the same data.',
      'Colour is never the only sign: there is always a word and a shape.',
      'At every change a program (axe-core) goes over every kind of page. At this moment it finds nothing.',
      'The pages fit a narrow screen and can be enlarged and printed.',
    ],
    notDone: 'What is not done yet',
    notDoneList: [
      'There has been no full examination by people yet. A program finds only part of the barriers.',
      'It has not been tested yet with people who use a screen reader.',
      'Some texts of the norms exist in Dutch only. English pages say so.',
      'Screenshots of websites have a short description, not all text that is on them.',
    ],
    tell: 'Do you run into something?',
    tellText: 'Let us know. We answer and solve it, or explain why we cannot.',
    statement:
      'The municipality that uses this site publishes the required accessibility statement itself, in the national ' +
      'register.',
  },
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
