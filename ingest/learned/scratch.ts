/** Arrays that are used over and over: to make one anew costs more than to fill it. */

type Numbers = Int32Array | Uint8Array | Float64Array

/** Sets numbers to 0: of a few, many times faster than `fill`. */
export function zero(numbers: Numbers, from = 0, to = numbers.length): void {
  for (let i = from; i < to; i++) numbers[i] = 0
}

/** Gives an array of at least so many numbers, the first `size` of them `value`; the next call gives the same one. */
export function scratch<T extends Numbers>(
  make: new (size: number) => T,
): (size: number, value?: number) => T {
  let data = new make(256)
  return (size, value = 0) => {
    if (data.length < size) data = new make(2 * size)
    data.fill(value, 0, size)
    return data
  }
}
