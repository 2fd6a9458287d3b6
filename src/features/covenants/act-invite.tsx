/** Invites an organisation to a covenant, as party or as observer, and keeps with whom to speak there. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { UUID } from '../../lib/uuid.ts'
import { Button, Buttons, Choice, Field, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { go, missing, notYet, overtaken, page, type DeskView, type Reply, type Route } from '../../web/desk/route.ts'
import { oneOf, readForm, word } from '../../web/desk/schema.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CONTACT, ContactFields, contactOf, NOBODY, type Typed as Contact } from './act-contact.tsx'
import { Act, onCovenant, placeOf } from './frame.tsx'
import { invitable, inviteParticipant, organisationById, SIZE } from './participant-store.ts'
import { groupOf } from './rules.ts'
import { isFixed, mailLinks } from './sign/invite.ts'
import type { Covenant } from './store.ts'

const KIND = { als: word(oneOf(['party', 'observer'], 'Kies of zij meetekent of meekijkt.')) }
type Typed = Contact & { readonly als: string }
const NOTHING: Typed = { als: 'party', ...NOBODY }
type Organisation = NonNullable<Awaited<ReturnType<typeof organisationById>>>

function ChoosePage({
  view,
  covenant,
  q,
  found,
}: {
  view: DeskView
  covenant: Covenant
  q: string
  found: Awaited<ReturnType<typeof invitable>>
}) {
  const at = `${placeOf(covenant)}/uitnodigen`
  const shown = found.slice(0, SIZE)
  return (
    <Act
      view={view}
      covenant={covenant}
      title="Nodig een organisatie uit"
      lead={
        q === ''
          ? `Hier staan de organisaties van ${groupOf(covenant)} die nog niet zijn uitgenodigd. ` +
            'Een andere zoekt u op naam.'
          : 'Organisaties die hierbij passen en nog niet zijn uitgenodigd.'
      }
    >
      <SearchForm list={at} button="Organisaties zoeken" filtered={q !== ''}>
        <Field name="q" label="Zoek op naam, soort of straat" type="search" value={q} />
      </SearchForm>
      {shown.length === 0 ? (
        <Text>
          {q === '' ? 'Er is geen organisatie meer om voor te stellen.' : 'Er is geen organisatie die hierbij past.'}
        </Text>
      ) : (
        <Table
          id="uit-te-nodigen"
          caption="Op naam"
          stacked
          columns={[{ head: 'Organisatie' }, { head: 'Soort' }, { head: 'Straat' }]}
          rows={shown.map(({ id, name, kind, street }) => ({
            key: id,
            cells: [
              <Link key="n" to={`${at}?organisatie=${id}`}>
                {name}
              </Link>,
              kind,
              street ?? '',
            ],
          }))}
        />
      )}
      {found.length > SIZE ? <Text>Er zijn er meer. Zoek op naam.</Text> : null}
    </Act>
  )
}

type InviteProps = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly organisation: Organisation
  readonly typed?: Typed
  readonly problems?: Problems
}

function InvitePage({ view, covenant, organisation, typed = NOTHING, problems = none }: InviteProps) {
  const at = `${placeOf(covenant)}/uitnodigen`
  return (
    <Act
      view={view}
      covenant={covenant}
      title={`Nodig ${organisation.name} uit`}
      lead="De organisatie leest elke versie die u voorlegt en kan per artikel reageren."
      problems={problems}
    >
      <Text>
        Wij bewaren naam, functie en e-mailadres om de uitnodiging te sturen. De contactpersoon leest en tekent met een
        eigen link, zonder account. Heeft {organisation.name} een account, dan kan het ook daar.
      </Text>
      <Form view={view} action={at}>
        <Hidden name="organisatie" value={organisation.id} />
        <Choice
          name="als"
          label="Hoe doet zij mee?"
          options={[
            { value: 'party', label: 'Als partij', hint: 'Zij tekent en komt afspraken na.' },
            { value: 'observer', label: 'Als waarnemer', hint: 'Zij leest en praat mee, zonder plichten.' },
          ]}
          value={[typed.als]}
          problems={problems}
        />
        <ContactFields typed={typed} problems={problems} />
        <Buttons>
          <Button>Organisatie uitnodigen</Button>
          <Link to={at}>Kies een andere</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

const over = ({ state }: Covenant): Reply | undefined =>
  state === 'ended' || state === 'dropped' ? notYet('Dit convenant is voorbij. Er kan niemand meer bij.') : undefined

export const inviteRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/uitnodigen',
    may: 'covenant.write',
    answer: onCovenant('to-read', async ({ tx, municipality, view, query }, covenant) => {
      const shut = over(covenant)
      if (shut) return shut
      const id = query.get('organisatie')
      if (id === null) {
        const q = (query.get('q') ?? '').trim().slice(0, 200)
        const found = await invitable(tx, municipality.id, covenant, q)
        return page(<ChoosePage view={view} covenant={covenant} q={q} found={found} />)
      }
      const organisation = UUID.test(id) ? await organisationById(tx, municipality.id, id) : undefined
      return organisation ? page(<InvitePage view={view} covenant={covenant} organisation={organisation} />) : missing
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/uitnodigen',
    may: 'covenant.write',
    answer: onCovenant('to-change', async (asked, covenant) => {
      const { tx, municipality, view, who, sent } = asked
      const shut = over(covenant)
      if (shut) return shut
      const id = sent.mark('organisatie')
      const organisation = UUID.test(id) ? await organisationById(tx, municipality.id, id) : undefined
      if (!organisation) return missing
      const { typed, held, problems } = readForm({ ...KIND, ...CONTACT }, sent)
      if (!held) {
        const props = { view, covenant, organisation, typed, problems }
        return page(<InvitePage {...props} />, 422)
      }
      const participant = await inviteParticipant(tx, municipality.id, covenant.id, {
        organisation: id,
        kind: held.als,
        contact: contactOf(held),
        by: who.id,
      })
      if (participant === undefined) return overtaken(`${organisation.name} is al uitgenodigd.`)
      await record(tx, municipality.id, {
        act: 'covenant.invited',
        object: `covenant/${covenant.id}`,
        detail: { participant, organisation: id, kind: held.als },
      })
      const done = `${organisation.name} is uitgenodigd.`
      const back = `${placeOf(covenant)}#deelnemers`
      // Nobody gets a link that opens nothing: it comes with the first version that is shown.
      if (covenant.shown === undefined) return go(back, `${done} De link komt zodra u een versie voorlegt.`)
      const final = await isFixed(asked, covenant.id)
      const count = await mailLinks(asked, covenant.id, { final, which: ({ id: one }) => one === participant })
      return count === 0
        ? go(`${placeOf(covenant)}/tekenen/${participant}`, `${done} Geef de link zelf: er gaat geen e-mail weg.`)
        : go(back, `${done} De eigen link gaat per e-mail naar ${held.naam}.`)
    }),
  },
]
