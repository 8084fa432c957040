/** What the witness was told is not possible; nothing was changed. */
export class InvalidOption extends Error {
  constructor(
    /** `name`, `log`, `logs`, `port` */
    readonly option: string,
    message: string,
  ) {
    super(message);
    this.name = 'InvalidOption';
  }
}

/** Another process uses the directory. */
export class WitnessInUse extends Error {
  constructor(directory: string) {
    super(`another process runs the witness of ${directory}`);
    this.name = 'WitnessInUse';
  }
}

/** A file of the witness is not what it wrote. Whoever goes on without it could cosign what contradicts it. */
export class DamagedWitness extends Error {
  constructor(file: string, reason: string, remedy = 'begin a new one in an empty directory') {
    super(`${file} is damaged: ${reason}; this witness must not go on, ${remedy}`);
    this.name = 'DamagedWitness';
  }
}
