/** Ways to misbehave outside a page: in answers, lines, names and mail. Most of it is waiting. */
import { test } from 'vitest'
import { answers } from './answers.ts'
import { exchangers, mailMust, mailNames } from './exchangers.ts'
import { testEach, verdictsOf } from './measure.ts'
import { names } from './names.ts'
import { wires } from './wires.ts'

testEach([...answers, ...wires, ...names], 6, {}, (gathered, timeout) => {
  test.concurrent.for(exchangers.map((fault) => [fault.name, fault] as const))(
    '%s',
    { timeout },
    async ([, { name, must }], { expect }) => {
      const { host } = await gathered(`${name}.post.test`, 'mail-domain')
      const [server, ...more] = host.flatMap((record) =>
        record.probe === 'exchangers' && record.result.seen ? record.result.value.servers : [],
      )
      expect(more).toEqual([])
      expect(must, JSON.stringify(server)).toContain(server?.state)
      expect(JSON.stringify(host)).not.toMatch(/\\u001b|\\u0000/)
      expect(JSON.stringify(host).length).toBeLessThan(200_000)
    },
  )

  test.concurrent.for(Object.keys(mailNames))('%s', { timeout }, async (name, { expect }) => {
    const evidence = await gathered(`${name}.post.test`, 'mail-domain')
    expect(JSON.stringify(evidence).length).toBeLessThan(200_000)
    const verdicts = await verdictsOf(evidence)
    for (const [check, may] of Object.entries(mailMust[name]!))
      expect(may, `${check} ${verdicts.get(check)}`).toContain(verdicts.get(check))
  })
})
