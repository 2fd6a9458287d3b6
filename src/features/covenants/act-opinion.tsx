/** The FG and the security officer say what they think of a version: signed, and never changed afterwards. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import type { Person } from '../../model/person.ts'
import { COVENANT_OPINION_ROLES, COVENANT_STANCES, type CovenantOpinionRole } from '../../vocabulary/covenant.ts'
import { ROLE_NAMES } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { go, notYet, overtaken, page, tooLate, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word, type Across } from '../../web/desk/schema.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Act, onVersion, placeOf, versionPlace } from './frame.tsx'
import { giveOpinion, opinionsOf, opinionTask, type Opinion } from './opinion-store.ts'
import { Opinions } from './part-opinions.tsx'
import type { Covenant, Version } from './store.ts'
import { paragraphsOf } from './text.ts'

const STANCES = Object.keys(COVENANT_STANCES) as readonly (keyof typeof COVENANT_STANCES)[]
const FIELDS = {
  oordeel: word(oneOf(STANCES, 'Kies uw oordeel.')),
  tekst: text(20_000, filled('Schrijf uw advies.')),
  voorwaarden: text(8_000),
}
const CONDITIONS: Across<typeof FIELDS> = {
  field: 'voorwaarden',
  holds: ({ oordeel, voorwaarden }) => (oordeel === 'agree-if') === paragraphsOf(voorwaarden).length > 0,
  says: ({ oordeel }) =>
    oordeel === 'agree-if'
      ? 'Schrijf minstens één voorwaarde.'
      : 'Een voorwaarde hoort bij “akkoord onder voorwaarden”. Kies dat, of haal de voorwaarde weg.',
}

/** Asked of who has both roles alone. */
const roleField = (roles: readonly CovenantOpinionRole[]) => ({
  rol: word(oneOf(roles, 'Kies als wie u advies geeft.')),
})

type Typed = { readonly rol: string; readonly oordeel: string; readonly tekst: string; readonly voorwaarden: string }
const rolesOf = (who: Person): readonly CovenantOpinionRole[] =>
  COVENANT_OPINION_ROLES.filter((role) => who.roles.includes(role))
const typedOf = (opinion: Opinion | undefined, role: string): Typed => ({
  rol: role,
  oordeel: opinion?.stance ?? '',
  tekst: opinion?.text ?? '',
  voorwaarden: opinion?.conditions.join('\n\n') ?? '',
})
const currentOf = (opinions: readonly Opinion[], version: number, role: string) =>
  opinions.find((each) => each.version === version && each.role === role && each.current)

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly opinions: readonly Opinion[]
  readonly typed: Typed
  readonly problems?: Problems
}

function OpinionPage({ view, covenant, version, opinions, typed, problems = none }: Props) {
  const roles = rolesOf(view.who)
  const before = currentOf(opinions, version.no, typed.rol)
  const others = opinions.filter((each) => each.version < version.no && each.role === typed.rol && each.current)
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title={before ? 'Geef een nieuwe versie van uw advies' : `Geef advies over versie ${version.no}`}
      lead={
        'U ondertekent met uw naam en functie. Een advies kan niemand wijzigen, ook u niet. U kunt wel een nieuwe ' +
        'versie geven.'
      }
      problems={problems}
    >
      <Text>
        <Link to={versionPlace(covenant, version.no)}>{`Lees versie ${version.no}`}</Link>
        {version.no === 1 ? null : (
          <>
            {' · '}
            <Link to={`${versionPlace(covenant, version.no)}/verschillen`}>
              {`Wat er anders is dan in versie ${version.no - 1}`}
            </Link>
          </>
        )}
      </Text>
      <Opinions opinions={before ? [before] : others} />
      <Form view={view} action={`${versionPlace(covenant, version.no)}/advies`}>
        <Hidden name="vervangt" value={before?.id ?? ''} />
        {roles.length === 1 ? (
          <Text>{`U geeft advies als ${ROLE_NAMES[roles[0]!]}.`}</Text>
        ) : (
          <Choice
            name="rol"
            label="Als wie geeft u advies?"
            options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
            value={[typed.rol]}
            problems={problems}
          />
        )}
        <Choice
          name="oordeel"
          label="Uw oordeel"
          options={STANCES.map((value) => ({ value, label: COVENANT_STANCES[value] }))}
          value={[typed.oordeel]}
          problems={problems}
        />
        <Area name="tekst" label="Uw advies" value={typed.tekst} rows={8} maxLength={20_000} problems={problems} />
        <Area
          name="voorwaarden"
          label="Voorwaarden"
          hint="Zet een lege regel tussen twee voorwaarden."
          optional
          value={typed.voorwaarden}
          rows={5}
          maxLength={8_000}
          problems={problems}
        />
        <Buttons>
          <Button>Onderteken en verstuur het advies</Button>
          <Link to={placeOf(covenant)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

const closed = ({ state, no }: Version) =>
  state === 'draft'
    ? notYet(`Versie ${no} is nog niet voorgelegd. Een advies geeft u over een tekst die niet meer verandert.`)
    : state === 'shown'
      ? undefined
      : tooLate(
          state === 'final'
            ? `Versie ${no} is vastgesteld. Uw advies van toen blijft erbij staan.`
            : `Versie ${no} is vervangen. Geef advies over de nieuwe versie.`,
        )

export const opinionRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/advies',
    may: 'covenant.opine',
    answer: onVersion('to-read', async ({ tx, municipality, view, who }, covenant, version) => {
      const shut = closed(version)
      if (shut) return shut
      const opinions = await opinionsOf(tx, municipality.id, covenant.id)
      const [role] = rolesOf(who)
      const typed = typedOf(currentOf(opinions, version.no, role!), role!)
      return page(<OpinionPage view={view} covenant={covenant} version={version} opinions={opinions} typed={typed} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/advies',
    may: 'covenant.opine',
    answer: onVersion('to-change', async ({ tx, municipality, view, who, sent }, covenant, version) => {
      const shut = closed(version)
      if (shut) return shut
      const opinions = await opinionsOf(tx, municipality.id, covenant.id)
      const roles = rolesOf(who)
      const asked = readForm(roleField(roles), sent)
      const role = roles.length === 1 ? roles[0] : asked.held?.rol
      const { typed, held, problems } = readForm(FIELDS, sent, [CONDITIONS])
      if (!held || role === undefined) {
        const props = {
          view,
          covenant,
          version,
          opinions,
          typed: { ...typed, rol: role ?? '' },
          problems: role === undefined ? { ...asked.problems, ...problems } : problems,
        }
        return page(<OpinionPage {...props} />, 422)
      }
      const before = currentOf(opinions, version.no, role)
      if ((before?.id ?? '') !== sent.mark('vervangt'))
        return overtaken('Er is intussen een advies bij gekomen. Lees dat eerst.')
      await giveOpinion(tx, municipality.id, {
        covenant: covenant.id,
        version: version.no,
        role,
        stance: held.oordeel,
        text: held.tekst,
        conditions: paragraphsOf(held.voorwaarden),
        by: who.id,
        replaces: before?.id ?? null,
      })
      await closeTasks(tx, municipality.id, `covenant/${covenant.id}`, [opinionTask(role)])
      await record(tx, municipality.id, {
        act: 'covenant.opinion',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, role, stance: held.oordeel },
      })
      return go(placeOf(covenant), 'Uw advies is ondertekend en staat bij het convenant.')
    }),
  },
]
