/** Arithmetic that is exact in decimal. */

/** `n × 10^power` without the error of a floating-point product: 48.7 × 10^8 is 4870000000. */
export function scale(n: number, power: number): number {
  const text = String(n);
  return text.includes('e') ? n * 10 ** power : Number(`${text}e${power}`);
}
