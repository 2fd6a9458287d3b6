/** What the page on how the IT-toets works says, in both languages. */
import { type Lang } from '../../web/language.ts'

const nl = {
  title: 'Zo werkt de IT-toets',
  lead:
    'De IT-toets laat vooraf zien wat een regel, plan of product digitaal betekent. Het gaat om uw gegevens, uw ' +
    'rechten en uw geld. Mensen besluiten, nooit een computer.',
  steps: 'De stappen',
  line: [
    [
      'Voortoets',
      'De indiener beantwoordt zes vragen met ja, nee of twijfel. Een vaste regel stelt een route voor. Een ' +
        'medewerker bevestigt die.',
    ],
    ['Toets', 'De indiener vult de hele vragenlijst in. “Weet ik niet” mag, en is te zien in de uitkomst.'],
    [
      'Adviezen',
      'De functionaris gegevensbescherming, de informatiebeveiliger en de uitvoerders geven tegelijk advies. ' +
        'Niemand kan hun advies wijzigen of overslaan. Zwijgen is geen instemming.',
    ],
    ['Advies van Digitale Zaken', 'De behandelaar weegt alles en geeft antwoord op elke rode vlag.'],
    ['Reactie', 'De indiener zegt per voorwaarde: overnemen, aanpassen of niet overnemen, met de reden.'],
    ['Besluit', 'Iemand met mandaat besluit, met naam en functie, en legt elke afwijking uit.'],
    ['Publicatie', 'Eén medewerker stelt voor wat openbaar wordt, een tweede keurt het goed.'],
    ['Opvolging', 'Maatregelen hebben een eigenaar en een datum. Na een wijziging wordt opnieuw getoetst.'],
  ] as readonly (readonly [string, string])[],
  parts: [
    {
      id: 'wie-besluit',
      title: 'Wie besluit?',
      text: [
        'Het college, de raad of iemand aan wie zij dat hebben opgedragen. De toets geeft geen score voor het ' +
          'geheel en neemt geen besluit.',
      ],
    },
    {
      id: 'wat-openbaar',
      title: 'Wat is openbaar?',
      text: [
        'Het besluit, de adviezen, de rode vlaggen, de reacties en de maatregelen. Staat iets er niet, dan leest ' +
          'u op welke weigeringsgrond van de Wet open overheid en waarom. Van medewerkers staat de functie er, van ' +
          'wie besluit ook de naam.',
      ],
    },
    {
      id: 'uw-rechten',
      title: 'Wat kunt u doen?',
      text: [
        'U kunt de gemeente vragen om uitleg of om stukken (Wet open overheid). Gaat een besluit over u, dan ' +
          'staat daarin of u bezwaar kunt maken, en hoe. Tegen een regel die voor iedereen geldt, kan dat niet. ' +
          'Gaat het om uw persoonsgegevens, dan kunt u die inzien en laten verbeteren (AVG).',
        'Ziet u een fout op deze site? Meld het aan de gemeente.',
      ],
    },
  ] as readonly { readonly id: string; readonly title: string; readonly text: readonly string[] }[],
  terms: 'Hoelang duurt het?',
  termsCaption: 'Termijn per stap',
  termColumn: { step: 'Stap', term: 'Termijn' },
  termRows: [
    ['Voortoets bekijken', '5 werkdagen'],
    ['Nakijken op volledigheid', '3 werkdagen'],
    ['Adviezen', '10 werkdagen, bij een ingewikkeld voorstel 20'],
    ['Advies van Digitale Zaken', '5 werkdagen'],
    ['Reactie van de indiener', '10 werkdagen'],
    ['Besluit', '10 werkdagen'],
    ['Publicatie na het besluit', '10 werkdagen'],
    ['Volledige toets na spoed', '8 weken'],
  ] as readonly (readonly [string, string])[],
  back: 'Naar de IT-toetsen',
}

const en: typeof nl = {
  title: 'How the digital impact test works',
  lead:
    'The test shows beforehand what a rule, plan or product means digitally: for your data, your rights and your ' +
    'money. People decide, never a computer.',
  steps: 'The steps',
  line: [
    [
      'Pre-check',
      'The author answers six questions with yes, no or doubt. A fixed rule proposes a route. An official ' +
        'confirms it.',
    ],
    ['Test', 'The author fills in the whole questionnaire. “I do not know” is allowed, and shows in the outcome.'],
    [
      'Opinions',
      'The data protection officer, the security officer and those who carry it out give their opinions at the ' +
        'same time. Nobody can change or skip them. Silence is not consent.',
    ],
    ['Advice of Digital Affairs', 'The case handler weighs everything and answers each red flag.'],
    ['Reaction', 'For each condition the author says: adopt, adapt or refuse, with the reason.'],
    ['Decision', 'Someone with a mandate decides, by name and function, and explains every deviation.'],
    ['Publication', 'One official proposes what becomes public, a second approves it.'],
    ['Follow-up', 'Measures have an owner and a date. After a change the test is done again.'],
  ],
  parts: [
    {
      id: 'wie-besluit',
      title: 'Who decides?',
      text: [
        'The executive, the council or someone they appointed to do so. The test gives no overall grade and ' +
          'takes no decision.',
      ],
    },
    {
      id: 'wat-openbaar',
      title: 'What is public?',
      text: [
        'The decision, the opinions, the red flags, the reactions and the measures. Where something is missing ' +
          'you read on which ground of the Open Government Act (Woo) and why. Officials are shown by function, ' +
          'whoever decides also by name.',
      ],
    },
    {
      id: 'uw-rechten',
      title: 'What can you do?',
      text: [
        'You can ask the municipality for an explanation or for documents (Woo). If a decision is about you, it ' +
          'says whether you can object, and how. Against a rule that is for everyone you cannot. If it concerns ' +
          'your personal data, you can see them and have them corrected (GDPR).',
        'Do you see a mistake on this site? Tell the municipality.',
      ],
    },
  ],
  terms: 'How long does it take?',
  termsCaption: 'Term per step',
  termColumn: { step: 'Step', term: 'Term' },
  termRows: [
    ['Looking at the pre-check', '5 working days'],
    ['Checking whether it is complete', '3 working days'],
    ['Opinions', '10 working days, 20 for a complex proposal'],
    ['Advice of Digital Affairs', '5 working days'],
    ['Reaction of the author', '10 working days'],
    ['Decision', '10 working days'],
    ['Publication after the decision', '10 working days'],
    ['Full test after urgency', '8 weeks'],
  ],
  back: 'To the tests',
}

/** The sentences in a language. */
export const howSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
