/** Which links lead where a public body may lead its visitors, and which only look like it. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, session, sighting, statements } from '../../../test/evidence.ts'
import type { DESTINATIONS } from '../reading/destinations.ts'
import { linkedChecks } from './linked.ts'

type Id = keyof typeof DESTINATIONS
const check = (id: Id) => linkedChecks.find((each) => each.id === id)!
const judged = (id: Id, text: string, href = '/x') =>
  judgeWith(check(id), {
    session: [sighting(session({ links: [{ href: new URL(href, `https://${HOST}/`).href, text }] }))],
    statements: statements(),
  })

const LINKS: Readonly<
  Record<Id, { is: readonly (readonly [string, string?])[]; near: readonly (readonly [string, string?])[] }>
> = {
  'algorithm-register': {
    is: [
      ['Algoritmeregister'],
      ['Register van algoritmes'],
      ['Overzicht van onze algoritmes'],
      ['Algoritmes'],
      ['Lees meer', 'https://algoritmes.overheid.nl/nl/organisatie/x'],
      ['Lees meer', '/algoritmeregister'],
      ['Algorithm register'],
      ['Algoritmes die wij gebruiken'],
    ],
    near: [
      ['Waarom heeft Waterstad nog geen algoritmeregister?'],

      ['Algoritme voorspelt drukte', '/nieuws/algoritme'],
      ['Algoritmeregister vernieuwd', '/nieuws/algoritmeregister'],
      ['Vacature: beheerder algoritmeregister', '/werk'],
      ['Wat is een algoritme?'],
      ['Logaritmen'],
      ['Register van besluiten'],
    ],
  },
  'sensor-register': {
    is: [
      ['Sensorenregister'],
      ['Sensoren op de kaart'],
      ['Register van sensoren'],
      ['Kaart met sensoren'],
      ['Kijk', 'https://www.sensorenregister.nl/'],
    ],
    near: [
      ['Sensor kapot? Meld het'],
      ['Sensoren gestolen', '/nieuws/sensoren-in-de-stad'],
      ['Bewegingssensor kopen'],
      ['Parkeersensor'],
    ],
  },
  'open-data': {
    is: [
      ['Open data'],
      ['Dataportaal'],
      ['Onze datasets'],
      ['Bekijk', 'https://data.overheid.nl/community/organization/x'],
      ['Hergebruik van overheidsinformatie'],
    ],
    near: [
      ['Opendag'],
      ['Persoonsgegevens en privacy'],
      ['Databundel kopen'],
      ['Nieuw: open data', '/nieuws/open-data'],
      ['Data en tijden'],
    ],
  },
  'source-code': {
    is: [
      ['Broncode'],
      ['Broncode van deze site', 'https://codeberg.org/stad/site'],
      ['Onze code op GitHub', 'https://github.com/stad'],
      ['publiccode.yml', 'https://github.com/stad/x'],
    ],
    near: [
      ['Broncode van het lettertype'],

      ['GitHub', 'https://github.com/twbs/bootstrap'],
      ['Broncode van WordPress', 'https://github.com/WordPress/WordPress'],
      ['Postcode'],
      ['Gedragscode'],
      ['Source', 'https://github.com/stad'],
    ],
  },
  'site-archive': {
    is: [
      ['Webarchief'],
      ['Archief van deze website'],
      ['Eerdere versies van deze site'],
      ['Bekijk', 'https://stad.archiefweb.eu/'],
    ],
    near: [
      ['Nieuwsarchief'],
      ['Regionaal Archief'],
      ['Archief'],
      ['Oude kaarten'],
      ['Wayback', 'https://web.archive.org/web/2020/https://www.voorbeeld.nl'],
    ],
  },
  'complaint-route': {
    is: [
      ['Klacht over onze dienstverlening'],
      ['Niet tevreden over de gemeente?'],
      ['Klacht over een medewerker'],

      ['Klacht indienen'],
      ['Klachtenregeling'],
      ['Niet tevreden?'],
      ['Klachten'],
      ['Klachtenprocedure'],
      ['Complaints'],
    ],
    near: [
      ['Niet tevreden met uw WOZ-waarde?'],
      ['Klachten over vliegverkeer'],

      ['Klacht indienen', 'https://www.autoriteitpersoonsgegevens.nl/klacht'],
      ['Klacht over privacy'],
      ['Klacht over toegankelijkheid'],
      ['Lichamelijke klachten'],
      ['Overlast en klachten'],
      ['Klachten over de wijk', '/nieuws/klachten'],
    ],
  },
  'open-interface': {
    is: [
      ['API'],
      ['Onze API’s'],
      ['Voor ontwikkelaars'],
      ['Developer portal'],
      ['OpenAPI-beschrijving'],
      ['Koppelvlakken'],
    ],
    near: [
      ['Jaarverslag', '/api/media/jaarverslag.pdf'],
      ['Kaart', '/api/kaart.png'],

      ['Projectontwikkelaars'],
      ['Rapid'],
      ['Google Maps API'],
      ['Ontwikkelaars gezocht', '/vacatures/ontwikkelaars'],
      ['Kapitaal'],
      ['Therapie'],
    ],
  },
  'acting-for-another': {
    is: [
      ['Iemand machtigen'],
      ['Machtiging regelen'],
      ['Namens iemand aanvragen'],
      ['Lees meer', 'https://machtigen.digid.nl/'],
      ['Vertegenwoordigen'],
    ],
    near: [
      ['Machtiging tot voorlopig verblijf (mvv)'],
      ['Lees meer', '/machtiging-tot-binnentreden'],

      ['Machtiging automatische incasso'],
      ['SEPA-machtiging'],
      ['Doorlopende machtiging voor betaling'],
      ['Volksvertegenwoordigers'],
      ['Onze vertegenwoordiger in de raad'],
      ['Handelsvertegenwoordiging'],
      ['Machtig mooi'],
      ['Machtig gerecht'],
    ],
  },
  'status-page': {
    is: [
      ['Storingen'],
      ['Actuele storingen'],
      ['Statuspagina'],
      ['Onderhoud en storingen'],
      ['Storing in onze systemen'],
      ['Is er iets mis?', 'https://stad.statuspage.io/'],
      ['Kijk hier', '/storingspagina'],
    ],
    near: [
      ['Storing melden'],
      ['Storing straatverlichting'],
      ['Stroomstoring'],
      ['Statuspagina vernieuwd', '/nieuws/statuspagina'],
      ['Storingen', 'https://www.netbeheerder.nl/storingen'],
      ['Slaapstoringen'],
      ['Status van uw aanvraag'],
    ],
  },
  'processing-register': {
    is: [
      ['Verwerkingsregister'],
      ['Register van verwerkingen'],
      ['Overzicht van onze verwerkingen'],
      ['AVG-register'],
      ['Lees meer', '/privacy/verwerkingsregister'],
      ['Record of processing'],
    ],
    near: [
      ['Verwerkingsregister', 'https://www.autoriteitpersoonsgegevens.nl/verwerkingsregister'],
      ['Zelf een verwerkingsregister maken'],
      ['Afvalverwerking'],
      ['Verwerkingsregister vernieuwd', '/nieuws/verwerkingsregister'],
      ['Register van besluiten'],
      ['Verwerking van uw gegevens'],
    ],
  },
  'assessments-published': {
    is: [
      ['DPIA cameratoezicht (PDF)'],
      ['Onze DPIA’s'],
      ['Gegevensbeschermingseffectbeoordelingen'],
      ['Data protection impact assessment'],
      ['Lees meer', '/privacy/dpia-camera'],
    ],
    near: [
      ['Wat is een DPIA?'],
      ['Training DPIA uitvoeren'],
      ['DPIA', 'https://www.autoriteitpersoonsgegevens.nl/dpia'],
      ['Sjabloon DPIA'],
      ['Olympia'],
      ['DPIA klaar', '/nieuws/dpia'],
    ],
  },
  'shared-parts': {
    is: [
      ['Inloggen met DigiD'],
      ['eHerkenning'],
      ['MijnOverheid'],
      ['Berichtenbox'],
      ['Inloggen', 'https://mijn.overheid.nl/'],
    ],
    near: [['Digital'], ['Mijn gemeente'], ['DigiD gestolen', '/nieuws/digid'], ['Mijn account'], ['Inloggen']],
  },
}

const cases = (kind: 'is' | 'near') =>
  (Object.keys(LINKS) as Id[]).flatMap((id) => LINKS[id][kind].map(([text, href]) => [id, text, href ?? '/x'] as const))

test('each check has links that are it and links that are not', () => {
  expect(Object.keys(LINKS).toSorted()).toEqual(linkedChecks.map(({ id }) => id).toSorted())
})
test.each(cases('is'))('%s: "%s" to %s', (id, text, href) => {
  expect(judged(id, text, href)).toMatchObject({ reason: 'found', verdict: 'met' })
})
test.each(cases('near'))('%s is unknown for "%s" to %s', (id, text, href) => {
  expect(judged(id, text, href)).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})
test('a link on a statement counts, one on a page that is gone does not', () => {
  const contact = {
    url: `https://${HOST}/contact`,
    status: 200,
    text: '',
    lang: 'nl',
    links: [{ href: `https://${HOST}/a`, text: 'Algoritmeregister' }],
  }
  const on = (status: number) =>
    judgeWith(check('algorithm-register'), {
      session: [sighting(session())],
      statements: statements({ contact: seen({ ...contact, status }) }),
    }).reason
  expect([on(200), on(404)]).toEqual(['found', 'not-seen'])
})
