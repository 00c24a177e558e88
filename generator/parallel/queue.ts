/**
 * Jobs that several threads take, one at a time. A thread that is at work answers no messages, so none
 * is asked: the place in the queue is a number that all of them count on.
 */
export interface SharedQueue {
  /** Numbers of jobs, in the order in which they are taken. */
  readonly jobs: readonly number[];
  readonly place: Int32Array<SharedArrayBuffer>;
}

export class JobQueue {
  constructor(readonly shared: SharedQueue) {}

  static of(jobs: readonly number[]): JobQueue {
    const place = new Int32Array(
      new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    );
    return new JobQueue({ jobs, place });
  }

  /** Undefined when all are taken. */
  take(): number | undefined {
    const { jobs, place } = this.shared;
    return jobs[Atomics.add(place, 0, 1)];
  }

  /** Leaves what nobody has taken. */
  close(): void {
    const { jobs, place } = this.shared;
    Atomics.store(place, 0, jobs.length);
  }
}
