/** What organisations of the demo city shared of how they met a norm. */
import type { LicenceId } from '../vocabulary/practice.ts'

export type Story = {
  readonly title: string
  readonly organisation: string
  readonly norms: readonly string[]
  readonly licence: LicenceId
  readonly problem: string
  readonly did: string
  readonly gained: string
  readonly link?: string
  readonly name?: string
  readonly email?: string
  /** What a colleague did with it: put it on the site, said no, or took it away again. Left out: it waits. */
  readonly end?: 'shown' | { readonly refused: string } | { readonly withdrawn: string }
  /** Who looked, by e-mail address. */
  readonly by?: string
}

const IMANE = 'imane.elamrani@gemeente-sluiswijk.test'
const DENNIS = 'dennis.oosterhof@gemeente-sluiswijk.test'
const FLEUR = 'fleur.janssen@gemeente-sluiswijk.test'

export const STORIES: readonly Story[] = [
  {
    title: 'Onze webwinkel werkt zonder volgcookies',
    organisation: 'Klikkado',
    norms: ['PRV-13'],
    licence: 'CC-BY-4.0',
    problem: 'Onze winkel laadde zeven scripts van anderen. Wij wisten van drie niet meer waarvoor.',
    did:
      '1. Wij maakten een lijst van alle scripts, met wie erom had gevraagd.\n' +
      '2. Wat niemand meer gebruikte, haalden wij weg. Dat waren er vier.\n' +
      '3. Voor het tellen van bezoekers kozen wij een teller op onze eigen server, zonder cookies.\n' +
      '4. De video’s staan nu achter een plaatje. Pas wie klikt, laadt de video.',
    gained:
      'Er is geen cookiemelding meer nodig en de site is sneller. Het kostte twee dagen werk. ' +
      'Wij zouden de lijst de volgende keer elk kwartaal bijhouden.',
    link: 'https://www.klikkado.test/privacy',
    name: 'Kim Tran',
    email: 'kim.tran@klikkado.test',
    end: 'shown',
    by: IMANE,
  },
  {
    title: 'Nepmail met onze naam komt niet meer aan',
    organisation: 'Woonstichting De Sluiswachter',
    norms: ['VEI-12'],
    licence: 'CC0-1.0',
    problem: 'Huurders kregen e-mail met onze naam eronder, met een link om huur te betalen. Die kwam niet van ons.',
    did:
      'Onze beheerder zette SPF en DKIM aan. Daarna stond DMARC zes weken op ‘alleen kijken’. ' +
      'In de rapporten vonden wij twee systemen die namens ons mailden en die wij waren vergeten: ' +
      'de planning van monteurs en de nieuwsbrief. Toen die klopten, zetten wij DMARC op weigeren.',
    gained:
      'In drie maanden kwam er geen melding van nepmail meer binnen. De kosten waren alleen tijd: zo’n drie dagen.',
    end: 'shown',
    by: DENNIS,
  },
  {
    title: 'Iedereen kan nu bij ons een afspraak maken',
    organisation: 'Huisartsenpraktijk Kadewijk',
    norms: ['TOE-01'],
    licence: 'CC-BY-4.0',
    problem: 'Patiënten die niet goed zien, liepen vast in ons formulier voor afspraken.',
    did:
      'Wij vroegen twee patiënten om het voor te doen terwijl wij keken. De leverancier gaf daarna elk veld ' +
      'een eigen naam, maakte de letters donkerder en zette de foutmelding bij het veld. Bellen kan nog steeds.',
    gained:
      'De twee patiënten maakten daarna zelf een afspraak. De leverancier gaf de verbetering aan alle praktijken.',
    end: 'shown',
    by: FLEUR,
  },
  {
    title: 'Elke maandag één voorbeeld van een nepbericht',
    organisation: 'Sluislyceum',
    norms: ['VEI-20'],
    licence: 'CC-BY-SA-4.0',
    problem: 'Collega’s durfden niet te zeggen dat zij op een nepbericht hadden geklikt.',
    did:
      'In de weekmail staat elke maandag één nepbericht dat echt binnenkwam, met wat eraan opvalt. ' +
      'Wie er een meldt, krijgt dezelfde dag een bedankje. Wij tellen meldingen, niet wie er klikte.',
    gained: 'Er komen nu zes keer zoveel meldingen. De eerste komt meestal binnen een kwartier.',
    name: 'Peter Hoekstra',
    email: 'peter.hoekstra@sluislyceum.test',
  },
  {
    title: 'Koop onze beveiligingsdienst',
    organisation: 'Veilig Snel Klaar',
    norms: [],
    licence: 'CC0-1.0',
    problem: 'Veel winkels zijn niet veilig.',
    did: 'Neem contact op voor een offerte.',
    gained: '',
    end: {
      refused:
        'Dit is reclame en geen praktijk die een ander kan nadoen. Vertel wat er bij één organisatie is gedaan, ' +
        'en stuur het opnieuw in.',
    },
    by: IMANE,
  },
  {
    title: 'Wij stapten over naar hosting in Nederland',
    organisation: 'Theater De Vlet',
    norms: ['AUT-06'],
    licence: 'CC-BY-4.0',
    problem: 'Onze kaartverkoop stond bij een bedrijf waarvan wij niet wisten onder welk recht het valt.',
    did: 'Wij vroegen drie aanbieders om een overzicht en kozen er een met een vaste prijs en een uitgang.',
    gained: 'De overstap duurde een nacht.',
    end: { withdrawn: 'De organisatie vroeg erom: de aanbieder is intussen overgenomen en de tekst klopt niet meer.' },
    by: DENNIS,
  },
]
