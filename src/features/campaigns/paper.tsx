/** The papers of a campaign as whole pages to print: a letter, a poster and a window sticker, made of what is fixed. */
import type { CityContact, Sender } from '../../model/letter.ts'
import type { CampaignPaper } from '../../vocabulary/campaign.ts'
import { TheCity } from '../../web/letter.ts'
import { paper } from '../../web/paper.tsx'
import { Qr } from '../../web/qr.tsx'
import { day } from '../../web/language.ts'
import { reachedBy } from './letters.ts'

export type OnPaper = {
  readonly title: string
  readonly aim: string
  readonly steps: readonly string[]
  readonly city: string
  readonly contact: CityContact
  /** Where one reads how: it stands as a code and in full, for who types it. */
  readonly link: string
  readonly by: Sender
  readonly today: string
}

/** What is read from a distance is large, and nothing of it is colour alone. */
const LARGE = `
.blad{text-align:center}
.blad h1{font-size:44pt;line-height:1.1;margin:8mm 0}
.blad .doel{font-size:20pt}
.blad ol{text-align:left;font-size:20pt;line-height:1.35;margin:8mm 0}
.blad li{margin:4mm 0}
.blad .code svg{width:46mm;height:46mm}
.blad p{font-size:16pt}
.blad.vol h1{font-size:26pt;margin:4mm 0}
.blad.vol .doel,.blad.vol ol{font-size:13pt;margin:3mm 0}
.blad.vol .code svg{width:36mm;height:36mm}
.blad.vol p{font-size:12pt}
.sticker{border:2mm solid #000;border-radius:6mm;padding:8mm;margin:0 0 12mm;break-inside:avoid;text-align:center}
.sticker h1{font-size:30pt;margin:0 0 4mm}
.sticker p{font-size:15pt}
.sticker .code svg{width:34mm;height:34mm}
.adres{overflow-wrap:anywhere}`

const capital = (text: string): string => text.replace(/^./, (sign) => sign.toUpperCase())
const Steps = ({ steps }: Pick<OnPaper, 'steps'>) => (
  <ol>
    {steps.map((step, at) => (
      <li key={`${at}`}>{step}</li>
    ))}
  </ol>
)
const Code = ({ link, title }: Pick<OnPaper, 'link' | 'title'>) => (
  <div>
    <div className="code">
      <Qr text={link} label={`Code om te scannen: hoe u dit doet (${title})`} />
    </div>
    <p className="adres">{link.replace(/^https?:\/\//, '')}</p>
  </div>
)

function LetterPaper({ title, aim, steps, city, contact, link, by, today }: OnPaper) {
  return (
    <>
      <p>{TheCity(city)}</p>
      <p>{day('nl', today)}</p>
      <h1>{title}</h1>
      <p>Beste ondernemer of bestuurder,</p>
      <p>{aim}</p>
      <h2>Drie stappen</h2>
      <Steps steps={steps} />
      <h2>Zo leest u meer</h2>
      <p>Scan de code met uw telefoon, of typ het adres over.</p>
      <Code link={link} title={title} />
      <h2>Lukt het niet?</h2>
      <p>{`Wij helpen u gratis: ${reachedBy(contact)}.`}</p>
      <p>Meedoen is vrijwillig. Wie deze brief het eerst krijgt, is geloot. De anderen zijn later aan de beurt.</p>
      <p>Met vriendelijke groet,</p>
      <p>
        {by.name}
        <br />
        {by.function}
      </p>
    </>
  )
}

/** More signs than this are set smaller: a poster is one sheet. */
const FULL = 380

function Poster({ title, aim, steps, city, contact, link }: OnPaper) {
  return (
    <div className={[title, aim, ...steps].join('').length > FULL ? 'blad vol' : 'blad'}>
      <h1>{title}</h1>
      <p className="doel">{aim}</p>
      <Steps steps={steps} />
      <Code link={link} title={title} />
      <p className="doel">{`Hulp nodig? ${capital(reachedBy(contact))}.`}</p>
      <p>{TheCity(city)}</p>
    </div>
  )
}

/** Two on a sheet, to cut. It says what one works on, and never that one is safe. */
function Sticker({ title, city, link }: OnPaper) {
  return (
    <>
      {['boven', 'onder'].map((place, at) => (
        <div className="sticker" key={place} aria-hidden={at === 1 ? true : undefined}>
          <h1>Wij werken eraan</h1>
          <p>{title}</p>
          <Code link={link} title={title} />
          <p>{`Een campagne van ${TheCity(city).replace(/^Gemeente/, 'gemeente')}`}</p>
        </div>
      ))}
    </>
  )
}

/** A whole HTML document. */
export function campaignPaper(kind: CampaignPaper, on: OnPaper): string {
  const title = `${on.title}, ${on.city}`
  const body =
    kind === 'brief' ? <LetterPaper {...on} /> : kind === 'affiche' ? <Poster {...on} /> : <Sticker {...on} />
  return paper(
    title,
    <>
      <style>{LARGE}</style>
      {body}
    </>,
  )
}
