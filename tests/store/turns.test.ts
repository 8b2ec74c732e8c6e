import { expect, it } from 'vitest'
import { type Turn, Turns } from '../../store/turns.ts'

/** What is under way, and how each is ended. */
function stage() {
  const turns = new Turns()
  const under = new Map<string, () => void>()
  const take = (turn: Turn, name: string) =>
    turns.take(turn, () => new Promise<void>((resolve) => under.set(name, resolve)))
  const end = async (name: string) => {
    under.get(name)!()
    under.delete(name)
    await settled()
  }
  return { turns, take, end, underWay: () => [...under.keys()] }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

it('lets reads go side by side and users’ queries one after the other', async () => {
  const { take, end, underWay } = stage()
  void take('ask', 'question 1')
  void take('ask', 'question 2')
  void take('read', 'read 1')
  void take('read', 'read 2')
  await settled()
  expect(underWay()).toEqual(['question 1', 'read 1', 'read 2'])
  await end('question 1')
  expect(underWay()).toEqual(['read 1', 'read 2', 'question 2'])
})

it('lets a write be alone, in the order of the calls', async () => {
  const { turns, take, end, underWay } = stage()
  void take('read', 'read 1')
  void take('write', 'write 1')
  void take('write', 'write 2')
  void take('read', 'read 2')
  void take('ask', 'question')
  await settled()
  expect(underWay()).toEqual(['read 1'])
  await end('read 1')
  expect(underWay()).toEqual(['write 1'])
  await end('write 1')
  expect(underWay()).toEqual(['write 2'])
  await end('write 2')
  expect(underWay()).toEqual(['read 2', 'question'])
  let idle = false
  void turns.idle().then(() => {
    idle = true
  })
  await end('read 2')
  expect(idle).toBe(false)
  await end('question')
  expect(idle).toBe(true)
})

it('goes on after what fails', async () => {
  const turns = new Turns()
  const fails = turns.take('write', () => Promise.reject(new Error('refused')))
  const next = turns.take('write', async () => 'done')
  await expect(fails).rejects.toThrow('refused')
  expect(await next).toBe('done')
})
