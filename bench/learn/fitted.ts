/** All that was learned shall take less than 5 MB, and no file of it 3 MB. */
import { packed } from '../../ingest/learned/packed.ts'

/** What each file may take at most, in bytes as it is packed. */
export const ROOM = { names: 2_940_000, inside: 330_000, pairs: 790_000, facts: 390_000, statuses: 400_000 }

/** No weight is worth as much. */
const MOST_WORTH = 1024
/** Halves of what is still open: the worth is found to a quarter. */
const STEPS = 12

/**
 * The file with the most weights that takes no more than `room` bytes.
 * @param make the file without the weights that are worth less
 */
export function fitted<T extends object>(room: number, make: (worth: number) => T): T {
  let [least, file] = [0, make(0)]
  if (packed(file).length <= room) return file
  for (let step = 0, most = MOST_WORTH; step < STEPS; step++) {
    const worth = (least + most) / 2
    const tried = make(worth)
    if (packed(tried).length > room) least = worth
    else [most, file] = [worth, tried]
  }
  return file
}
