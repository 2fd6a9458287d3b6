/** How a reader tells that something is wrong, what came of it, and why there is no answer, in both languages. */
import { counted, day, number } from '../language.ts'

const nl = {
  wrong: {
    contact: {
      within: (days: number) => `U krijgt binnen ${counted('nl', days, 'werkdag', 'werkdagen')} antwoord.`,
      mail: 'Mail naar',
      call: (phone: string) => `of bel ${phone}`,
      none:
        'De gemeente heeft op deze site nog geen adres voor meldingen ingevuld. Bel of schrijf naar het algemene ' +
        'nummer of adres van de gemeente.',
    },
    counter: { where: 'Loket', open: 'Open', phone: 'Telefoon' },
    title: 'Klopt dit niet?',
    text: 'Meld het ons. Een medewerker van de gemeente kijkt ernaar en verbetert wat niet klopt.',
  },
  report: {
    link: 'Meld een fout',
    open: (count: number) =>
      count === 1
        ? 'Over deze pagina is één melding in behandeling.'
        : `Over deze pagina zijn ${number('nl', count)} meldingen in behandeling.`,
    answered: {
      corrected: (on: string) => `Verbeterd op ${day('nl', on)}, na een melding.`,
      kept: (on: string) => `Melding beantwoord op ${day('nl', on)}. Deze pagina is niet aangepast.`,
      'passed-on': (on: string) => `Melding beantwoord op ${day('nl', on)}. Die is doorgegeven aan wie erover gaat.`,
    },
  },
  errors: {
    page: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres verkeerd overgenomen, of is de pagina verplaatst.',
    },
    organisation: {
      title: 'Deze organisatie kennen wij niet',
      text: 'Die staat niet in deze publicatie. Zoek op naam, of kijk in een andere publicatie.',
    },
    subject: {
      title: 'Dit adres kennen wij niet',
      text: 'Deze website of dit e-maildomein staat niet bij deze organisatie in deze publicatie.',
    },
    finding: {
      title: 'Deze bevinding is er niet',
      text: 'Over dit punt staat in deze publicatie niets bij dit adres.',
    },
    norm: { title: 'Deze norm kennen wij niet', text: 'Die staat niet in de catalogus bij deze publicatie.' },
    entry: {
      title: 'Dit staat niet in dit register',
      text: 'Misschien is het adres verkeerd overgenomen. Zoek in het register op naam.',
    },
    toets: {
      title: 'Deze IT-toets is er niet',
      text: 'Er is geen gepubliceerde IT-toets met dit nummer of deze versie. Alle toetsen staan bij Besluiten.',
    },
    publication: {
      title: 'Deze publicatie is er niet',
      text: 'Er is geen publicatie met dit nummer. Alle publicaties staan bij Open data.',
    },
    file: { title: 'Dit bestand is er niet', text: 'Het bewijs of beeld waar u om vroeg, is niet gepubliceerd.' },
    gone: { title: 'Dit is weggehaald', text: 'Het stond op deze site. Op de pagina ervan staat waarom het weg is.' },
    query: {
      title: 'Deze zoekopdracht werkt niet',
      text: 'In het webadres staat iets wat wij niet kennen. Kies hieronder opnieuw.',
    },
    method: { title: 'Dat kan hier niet', text: 'Deze site is alleen om te lezen. U kunt hier niets opsturen.' },
    broken: {
      title: 'Er ging bij ons iets mis',
      text: 'Dat ligt niet aan u. Probeer het over een paar minuten nog eens.',
    },
    busy: {
      title: 'Het is nu te druk',
      text: 'Veel mensen halen tegelijk een groot bestand op. Probeer het over een paar minuten nog eens.',
    },
    away: {
      title: 'Dit bestand is nu niet te openen',
      text:
        'De plek waar bewijs, beelden en documenten staan, antwoordt op dit moment niet. Er is niets weg. De rest ' +
        'van deze site werkt wel. Probeer het over een paar minuten nog eens.',
    },
    home: 'Naar de startpagina',
    search: 'Organisatie zoeken',
  },
}

const en: typeof nl = {
  wrong: {
    contact: {
      within: (days: number) => `You will get an answer within ${counted('en', days, 'working day', 'working days')}.`,
      mail: 'Mail to',
      call: (phone: string) => `or call ${phone}`,
      none:
        'The municipality has not yet given an address for reports on this site. Call or write to the general ' +
        'number or address of the municipality.',
    },
    counter: { where: 'Counter', open: 'Open', phone: 'Telephone' },
    title: 'Is this not right?',
    text: 'Tell us. Somebody of the municipality will look at it and correct what is wrong.',
  },
  report: {
    link: 'Report a mistake',
    open: (count: number) =>
      count === 1
        ? 'One report about this page is being looked at.'
        : `${number('en', count)} reports about this page are being looked at.`,
    answered: {
      corrected: (on: string) => `Corrected on ${day('en', on)}, after a report.`,
      kept: (on: string) => `Report answered on ${day('en', on)}. This page was not changed.`,
      'passed-on': (on: string) => `Report answered on ${day('en', on)}. It was passed on to whom it concerns.`,
    },
  },
  errors: {
    page: { title: 'This page is not here', text: 'Perhaps the address was copied wrongly, or the page has moved.' },
    organisation: {
      title: 'We do not know this organisation',
      text: 'It is not in this publication. Search for its name, or look in another publication.',
    },
    subject: {
      title: 'We do not know this address',
      text: 'This website or e-mail domain is not listed for this organisation in this publication.',
    },
    finding: {
      title: 'This finding is not here',
      text: 'This publication says nothing about this point for this address.',
    },
    norm: { title: 'We do not know this norm', text: 'It is not in the catalogue of this publication.' },
    entry: {
      title: 'This is not in this register',
      text: 'The address may have been copied wrongly. Search the register by name.',
    },
    toets: {
      title: 'This test does not exist',
      text: 'There is no published test with this number or version. All tests are listed under Digital tests.',
    },
    publication: {
      title: 'This publication is not here',
      text: 'There is no publication with this number. All publications are listed under Open data.',
    },
    file: { title: 'This file is not here', text: 'The evidence or picture you asked for has not been published.' },
    gone: { title: 'This was taken away', text: 'It was on this site. Its page says why it is gone.' },
    query: {
      title: 'This search does not work',
      text: 'The web address holds something that we do not know. Choose again below.',
    },
    method: {
      title: 'That is not possible here',
      text: 'This site is for reading only. You cannot send anything here.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. Please try again in a few minutes.',
    },
    busy: {
      title: 'Too busy at the moment',
      text: 'Many people are downloading a large file. Please try again in a few minutes.',
    },
    away: {
      title: 'This file cannot be opened at the moment',
      text:
        'The place where evidence, pictures and documents are kept does not answer right now. Nothing is lost. The ' +
        'rest of this site works. Please try again in a few minutes.',
    },
    home: 'To the landing page',
    search: 'Find an organisation',
  },
}

/** By language. */
export const wrong = { nl, en }
