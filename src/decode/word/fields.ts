/** WordFields of Word: an instruction, then its result, which alone is printed; fields stand in fields. */
export class WordFields {
  /** Whether each open field is still at its instruction. */
  #open: boolean[] = [];
  #instructions = 0;

  begin(): void {
    this.#open.push(true);
    this.#instructions++;
  }

  separate(): void {
    if (this.#open.at(-1)) this.#instructions--;
    if (this.#open.length > 0) this.#open[this.#open.length - 1] = false;
  }

  end(): void {
    if (this.#open.pop()) this.#instructions--;
  }

  /** An instruction does not go on in another paragraph; where its end is missing, all that follows would be lost. */
  endParagraph(): void {
    if (this.#instructions > 0) this.#open = this.#open.filter((isInstruction) => !isInstruction);
    this.#instructions = 0;
  }

  /** Whether what comes now is printed. */
  get isPrinted(): boolean {
    return this.#instructions === 0;
  }
}
