/** A language is told only where it is sure. */
import { expect, test } from 'vitest'
import { inLanguage } from './language.ts'

const DUTCH =
  'De markt is elke zaterdag op het plein en duurt tot vijf uur in de middag. Neem zelf een tas mee, want die ' +
  'hebben wij niet. ' +
  'Er is brood, kaas, vis en groente te koop. Wie vroeg komt, heeft de meeste keus en ook de beste plek voor de fiets.'
const ENGLISH =
  'The market is on the square every Saturday and lasts until five in the afternoon. Bring a bag. '.repeat(3)
const FRISIAN =
  'Wy binne iepen fan moandei oant en mei freed. Skilje foar in ôfspraak mei de gemeente. ' +
  'Parkearje kin efter it gebou by de brêge.'

const SCHOOL =
  'Our school offers lessons for children and adults of all ages who would like to learn an instrument. You do not ' +
  'need to speak Dutch: most of our teachers are happy to teach in English.'
const RESTAURANT =
  'Welcome to our restaurant! We serve breakfast, lunch and dinner, every day of the week. All our dishes are ' +
  'prepared with fresh ingredients from local farmers. Do you have an allergy? Please tell our staff.'
const TOWN =
  'Herzlich willkommen in unserer Gemeinde. Wir haben von Montag bis Freitag geöffnet und helfen Ihnen gerne weiter, ' +
  'wenn Sie einen neuen Reisepass oder Führerschein brauchen. Bitte vereinbaren Sie vorher einen Termin.'
const CAMPING =
  'Unser Campingplatz liegt direkt am Meer und bietet Platz für Zelte, Wohnwagen und Wohnmobile. Hunde sind bei uns ' +
  'willkommen. Im Sommer gibt es ein Programm für Kinder, und abends können Sie in unserem Restaurant essen.'

test.each([
  ['Dutch that says so', DUTCH, 'nl', { same: true, found: 'nl' }],
  ['Dutch, written in another way', DUTCH, 'nl_NL', { same: true, found: 'nl' }],
  ['Dutch of Belgium', DUTCH, 'nl-BE', { same: true, found: 'nl' }],
  ['Dutch that says to be English', DUTCH, 'en', { same: false, found: 'nl' }],
  ['English that says to be Dutch', ENGLISH, 'nl', { same: false, found: 'en' }],
  ['English with words of Dutch', SCHOOL, 'nl', { same: false, found: 'en' }],
  ['English with words of French', RESTAURANT, 'nl', { same: false, found: 'en' }],
  ['German that says to be Dutch', TOWN, 'nl', { same: false, found: 'de' }],
  ['German with words of English', CAMPING, 'nl', { same: false, found: 'de' }],
])('%s', (_, text, said, told) => expect(inLanguage(text, said)).toEqual(told))

test.each([
  ['too little text', 'Welkom op onze site', 'en'],
  ['a short text in another language', ENGLISH.slice(0, 120), 'nl'],
  ['a language that is not known', FRISIAN, 'fy'],
  ['a text of which it cannot be told', FRISIAN, 'nl'],
  [
    'a list of names',
    'Croissant, Baguette, Pain au chocolat, Quiche Lorraine, Tarte tatin, Brioche, Focaccia, Ciabatta, Bagel, ' +
      'Muffin, Brownie, Scone',
    'nl',
  ],
  [
    'English titles under a Dutch heading',
    'The Importance of Being Earnest, A Streetcar Named Desire, Who is Afraid of Virginia Woolf, The Glass ' +
      'Menagerie, Death of a Salesman, Long Day’s Journey into Night, Waiting for Godot',
    'nl',
  ],
  [
    'Dutch of a trade that speaks English',
    'Wij leveren cloud hosting, managed services, backup as a service en security awareness training voor het mkb, ' +
      'met service level agreements, 24/7 monitoring, patch management, disaster recovery en consultancy.',
    'nl',
  ],
  [
    'the dialect of Groningen',
    'Welkom bie gemainte. Wie binnen open van moandag tot en mit vraidag. Ie kinnen bie ons terecht veur n nij ' +
      'paspoort of riebewies. Moak veuroaf n ofsproak via webstee van gemainte.',
    'nl',
  ],
  [
    'the dialect of Twente',
    'Welkom bie de gemeente. Wiej bunt los van maondag tot en met vriedag. Iej könt bie oons terechte veur n nieje ' +
      'pas of riebewies. Maak veurof n ofsproake via de webstea. Wiej helpt oe geern wieder.',
    'nl',
  ],
  [
    'longer Frisian',
    'Wolkom by de gemeente. Wy binne iepen fan moandei oant en mei freed. Jo kinne by ús telâne foar in nij ' +
      'paspoart, in rydbewiis of oare saken. Meitsje fan tefoaren in ôfspraak fia de webside.',
    'nl',
  ],
  ['Dutch and English by turns', `${DUTCH.slice(0, 150)} ${ENGLISH.slice(0, 96)}`, 'de'],
  ['nothing said', DUTCH, ''],
  ['numbers', '1234567890 '.repeat(100), 'nl'],
])('not told: %s', (_, text, said) => expect(inLanguage(text, said)).toBeUndefined())
