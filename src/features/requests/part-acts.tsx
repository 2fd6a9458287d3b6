/** What who asked can do with a request: answer, add, send a photo, withdraw, say whether it helped, ask again. */
import type { ReactNode } from 'react'
import { HELPED, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { Area, Button, Buttons, Choice, FileField, Hidden, none } from '../../web/desk/form.tsx'
import { Details, Heading, Text } from '../../web/parts.tsx'
import type { FollowedRequest } from './door-store.ts'
import {
  againOpen,
  againUntil,
  below,
  fieldOf,
  isAnswered,
  proposalOf,
  unhelped,
  type FollowedProps,
} from './follow-props.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'
import { weaknessSays } from './messages-weakness.ts'
import { toldWeakness } from './weakness-rules.ts'

type Props = FollowedProps & { readonly request: FollowedRequest }

export function Acts(props: Props) {
  const { request, today } = props
  if (request.state !== 'closed') return <OpenActs {...props} />
  if (!isAnswered(request)) return null
  return (
    <>
      <Helped {...props} />
      {againOpen(request, today) === undefined ? null : <Again {...props} />}
    </>
  )
}

type SendProps = { props: Props; to: string; files?: boolean; children: ReactNode }
function Send({ props: { view, request }, to, files = false, children }: SendProps) {
  const encoding = files ? 'multipart/form-data' : undefined
  return (
    <form method="post" action={below(view, to)} className="ld-desk-form" noValidate encType={encoding}>
      <Hidden name="nummer" value={request.number} />
      {children}
    </form>
  )
}

function OpenActs(props: Props) {
  const { view, request, problems = none, typed = {} } = props
  const t = follows(view.lang)
  const [words, photo] = [fieldOf('tekst', request.number), fieldOf('foto', request.number)]
  const waits = request.state === 'waiting'
  return (
    <>
      <Agree {...props} />
      <Works {...props} />
      <Send props={props} to="toevoegen">
        <Area
          name={words}
          label={waits ? t.answerTo.waiting : t.answerTo.other}
          hint={t.answerHint}
          value={typed[words] ?? ''}
          rows={5}
          maxLength={LONGEST_WORDS}
          problems={problems}
        />
        <Buttons>
          <Button kind={waits ? 'primary' : 'secondary'}>{t.add}</Button>
        </Buttons>
      </Send>
      <Details summary={t.photo} open={photo in problems}>
        <Send props={props} to="foto" files>
          <FileField
            name={photo}
            label={t.photo}
            hint={t.photoHint}
            accept="image/jpeg,image/png"
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">{t.photoSend}</Button>
          </Buttons>
        </Send>
      </Details>
      <Details summary={t.withdraw}>
        <Send props={props} to="intrekken">
          <Text>{t.withdrawText}</Text>
          <Text>
            <strong>{doneSays(view.lang).noWayBack}</strong>
          </Text>
          <Buttons>
            <Button kind="secondary">{t.withdraw}</Button>
          </Buttons>
        </Send>
      </Details>
    </>
  )
}

/** The term stands still only when who asked says so. */
function Agree(props: Props) {
  const { view, request, today, problems = none } = props
  const t = follows(view.lang)
  const proposal = proposalOf(request, today)
  if (proposal === undefined) return null
  return (
    <Send props={props} to="stilstaan">
      <Choice
        name={fieldOf('stilstaan', request.number)}
        label={t.agree(proposal.until!)}
        hint={t.agreeHint}
        problems={problems}
        options={[
          { value: 'ja', label: t.agreeYes },
          { value: 'nee', label: t.agreeNo },
        ]}
      />
      <Buttons>
        <Button>{t.add}</Button>
      </Buttons>
    </Send>
  )
}

/** Who found it knows best whether the repair works. */
function Works(props: Props) {
  const { view, kinds, request, problems = none, typed = {} } = props
  const t = weaknessSays(view.lang)
  const kind = kinds.find(({ id }) => id === request.kind)
  if (kind?.course !== 'weakness' || toldWeakness(request.steps)?.state !== 'fixed') return null
  const [choice, words] = [fieldOf('werkt', request.number), fieldOf('werkt-tekst', request.number)]
  return (
    <Send props={props} to="herstel">
      <Choice
        name={choice}
        label={t.works}
        value={[typed[choice] ?? '']}
        problems={problems}
        options={[
          { value: 'ja', label: t.worksYes },
          { value: 'nee', label: t.worksNo },
        ]}
      />
      <Area
        name={words}
        label={t.worksWords}
        hint={t.worksHint}
        value={typed[words] ?? ''}
        rows={3}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
      <Buttons>
        <Button>{t.worksSend}</Button>
      </Buttons>
    </Send>
  )
}

function Helped(props: Props) {
  const { view, request, problems = none } = props
  const t = follows(view.lang)
  if (request.helped !== null) return <Text>{t.helpedThanks(t.helpedOf[request.helped])}</Text>
  return (
    <Send props={props} to="geholpen">
      <Choice
        name={fieldOf('hielp', request.number)}
        label={t.helped}
        problems={problems}
        options={HELPED.map((each) => ({ value: each, label: t.helpedOf[each] }))}
      />
      <Buttons>
        <Button kind="secondary">{t.add}</Button>
      </Buttons>
    </Send>
  )
}

function Again(props: Props) {
  const { view, request, problems = none, typed = {} } = props
  const t = follows(view.lang)
  const words = fieldOf('opnieuw', request.number)
  return (
    <Details summary={t.again} open={words in problems || unhelped(request)}>
      <Heading level={3}>{t.again}</Heading>
      <Text>{t.againText(againUntil(request.closedOn!))}</Text>
      <Send props={props} to="opnieuw">
        <Area
          name={words}
          label={t.againWhy}
          value={typed[words] ?? ''}
          rows={4}
          maxLength={LONGEST_WORDS}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">{t.againSend}</Button>
        </Buttons>
      </Send>
    </Details>
  )
}
