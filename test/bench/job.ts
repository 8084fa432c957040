/** The whole of a process that `inFreshProcess` starts: takes one job, sends one answer, ends. */
export function answerJob<Job, Answer>(work: (job: Job) => Promise<Answer> | Answer): void {
  process.once('message', (job) => {
    Promise.resolve(job as Job)
      .then(work)
      .then((answer) => process.send?.(answer))
      .catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      });
  });
}
