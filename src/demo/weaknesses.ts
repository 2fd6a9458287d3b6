/** Weaknesses that people reported in systems of the demo city, in every state. Nobody here exists. */
import { HACK_REPORTS } from './weaknesses-hack.ts'
import type { DemoRequest } from './requests-told.ts'

const SCREEN = { lang: 'nl', channel: 'screen', whom: 'none' } as const
const DENNIS = 'dennis.oosterhof'

export const WEAKNESSES: readonly DemoRequest[] = [
  ...HACK_REPORTS,
  {
    name: 'plek-nieuw',
    kind: 'zwakke-plek',
    ago: 0,
    who: SCREEN,
    texts: {
      waar: 'De app voor het afvalpasje',
      'wat-gevonden': 'Na uitloggen zie ik met de knop Terug nog steeds mijn gegevens.',
      nadoen: 'Log in, open Mijn pasje, log uit, druk op Terug.',
    },
    steps: [],
  },
  {
    name: 'plek-leverancier',
    kind: 'zwakke-plek',
    ago: 24,
    who: { ...SCREEN, name: 'Imre' },
    handler: DENNIS,
    texts: {
      waar: 'parkeren.sluiswijk.example',
      'wat-gevonden': 'Wie het nummer van een vergunning verandert in het adres, ziet de vergunning van een ander.',
      nadoen:
        'Open uw eigen vergunning. Tel één op bij het nummer in het adres. Ik deed het één keer, met mijn buurman.',
      gevolg: 'Iemand kan van alle vergunningen het kenteken lezen.',
      dank: 'Imre',
    },
    steps: [
      { step: 'taken', ago: 24, by: DENNIS },
      {
        step: 'told',
        ago: 22,
        by: DENNIS,
        word: 'valid',
        until: 20,
        texts: {
          '': 'Het klopt. De leverancier weet het. Tot het is hersteld, staat het bekijken van vergunningen uit.',
        },
      },
    ],
    weakness: { state: 'valid', severity: 'high', fixBy: 20, supplier: 'Slagboom Software', told: 21, judged: 22 },
  },
  {
    name: 'plek-hersteld',
    kind: 'zwakke-plek',
    ago: 51,
    who: { ...SCREEN, name: 'Roos Verkade' },
    handler: DENNIS,
    texts: {
      waar: 'Het formulier voor een melding openbare ruimte',
      'wat-gevonden': 'Een foto houdt de plaats waar hij is gemaakt. Iedereen kan hem ophalen.',
      nadoen: 'Stuur een foto van een telefoon in, en lees de gegevens van de foto op de kaart.',
      dank: 'Roos Verkade',
    },
    steps: [
      { step: 'taken', ago: 50, by: DENNIS },
      {
        step: 'told',
        ago: 49,
        by: DENNIS,
        word: 'valid',
        until: -20,
        texts: { '': 'Het klopt. Wij halen die gegevens eruit, ook bij de foto’s die er al staan.' },
      },
      {
        step: 'told',
        ago: 30,
        by: DENNIS,
        word: 'fixed',
        until: -31,
        texts: { '': 'Het is hersteld. Wilt u nog eens kijken of het zo goed is?' },
      },
      { step: 'works', ago: 29, texts: { '': 'Nagekeken met drie foto’s: er zit niets meer in.' } },
      { step: 'told', ago: 28, by: DENNIS, word: 'retested', texts: { '': 'Dank voor het nakijken.' } },
      {
        step: 'answered',
        ago: 27,
        by: DENNIS,
        word: 'granted',
        texts: { '': 'Dank u wel. De zwakke plek is hersteld, en wij noemen u op de lijst met bedankjes.' },
      },
      { step: 'helped', ago: 26, word: 'yes' },
    ],
    weakness: { state: 'retested', severity: 'middle', fixBy: -20, fixed: 31, retested: 28, judged: 49 },
    note: {
      title: 'Plaats in foto’s van meldingen',
      text:
        'Foto’s bij meldingen openbare ruimte hielden de plaats waar ze waren gemaakt. Wij halen die er nu uit als ' +
        'een foto binnenkomt, en deden dat ook bij de foto’s die er al stonden.',
      thanked: 'Roos Verkade',
      toldBy: 'tarik.aydin',
    },
  },
  {
    name: 'plek-buiten',
    kind: 'zwakke-plek',
    ago: 12,
    who: { ...SCREEN, lang: 'en' },
    handler: DENNIS,
    ground: 'buiten-de-regels',
    texts: {
      waar: 'The website of the swimming pool',
      'wat-gevonden': 'The header X-Powered-By is shown.',
      nadoen: 'curl -I',
    },
    steps: [
      { step: 'taken', ago: 12, by: DENNIS },
      {
        step: 'told',
        ago: 11,
        by: DENNIS,
        word: 'out-of-scope',
        texts: { '': 'The swimming pool is a company of its own. Their contact stands in their security.txt.' },
      },
      {
        step: 'answered',
        ago: 11,
        by: DENNIS,
        word: 'refused',
        texts: { '': 'Thank you. This system is not ours, so we cannot mend it.' },
      },
    ],
    weakness: { state: 'out-of-scope', judged: 11 },
  },
]
