/** A poster with a code, for the canteen: what to do, and what is known of whoever does it. */
import { spoken } from '../../lib/spoken-number.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import type { GroupCode } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly place: string
  readonly code: GroupCode
  readonly signs: string
  readonly origin: string
}

export function PosterPage({ view, place, code, signs, origin }: Props) {
  const address = `${origin}/leren/lessen`
  return (
    <DeskPage
      view={view}
      title="Poster"
      crumbs={[
        { name: 'Lescodes', to: place },
        { name: code.label, to: `${place}/${code.id}` },
      ]}
    >
      <div className="ld-noprint">
        <Text>
          Print deze pagina en hang hem op. <Link to={`${place}/${code.id}`}>Terug naar de code</Link>
        </Text>
      </div>
      <article className="ld-sign ld-sign--signed ld-sign--a4">
        <h1 className="ld-sign__kind">Zeven minuten leren</h1>
        <p className="ld-sign__holder">Kies een les op onze site. Vul aan het einde deze code in:</p>
        <p className="ld-sign__holder ld-certificate__number">{spoken(signs)}</p>
        <Qr text={address} label="QR-code naar de lessen" />
        <p className="ld-sign__look">
          <span className="ld-block ld-address">{address}</span>
        </p>
        <p className="ld-sign__until">Geldig tot en met {day('nl', code.until)}</p>
        <p className="ld-sign__foot">
          Uw organisatie ziet alleen hoeveel mensen een les volgden, per maand en vanaf vijf. Nooit wie het was.
        </p>
      </article>
    </DeskPage>
  )
}
