/** All that was learned shall take less than 5 MB, and no file of it 3 MB: what is worth least is left out. */
import { zipped } from '../../ingest/learned/zipped.ts'

/** What the weights of each file may take at most, in zipped bytes; trees beside them take some 12,000 more, those of pairs 50,000. */
export const ROOM = { names: 2_940_000, inside: 330_000, pairs: 770_000, facts: 390_000, statuses: 400_000 }

/** Few weights are worth as much. */
const MUCH = 1024
/** Nothing is left at such a worth. */
const MOST = 2 ** 40
/** Halves of what is still open: the worth is found to a quarter. */
const STEPS = 12

/**
 * The file with the most weights that takes no more than `room` bytes.
 * @param make the file without the weights that are worth less
 * @throws Error where nothing that `make` gives fits
 */
export function fitted<T extends object>(room: number, make: (worth: number) => T): T {
  const fits = (file: T): boolean => zipped(file).length <= room
  const all = make(0)
  if (fits(all)) return all
  let [least, most] = [0, MUCH]
  let file = make(most)
  for (; !fits(file); file = make(most)) {
    if (most > MOST) throw new Error(`Even without weights a file takes more than ${room} bytes.`)
    least = most
    most *= 2
  }
  for (let step = 0; step < STEPS; step++) {
    const worth = (least + most) / 2
    const tried = make(worth)
    if (fits(tried)) [most, file] = [worth, tried]
    else least = worth
  }
  return file
}
