/** What one schedule of the simulation does, in steps. */
export interface SimulatedSchedule {
  /** The steps in which it fires. */
  fires: number[];
  keep: SimulatedKeep;
  copies: { region: string; key: string; keep: SimulatedKeep }[];
  archive?: SimulatedKeep;
}

/** For how long: until it is so old, or until there are so many newer ones. */
export interface SimulatedKeep {
  steps?: number;
  count?: number;
}

/** What a place stores, in blocks, at the end of each step. */
export type Stored = Map<string, number[]>;

/** A stored block: which one, and what was written to it. */
type Version = string;

/** A snapshot or a copy: a whole view of the volume. */
interface Held {
  taken: number;
  /** What its blocks are stored with: the same versions in one store are there once. */
  store: symbol;
  blocks: Set<Version>;
  /** The rules that hold it, each as the queue of what it holds. */
  holders: Set<Queue>;
  deleted?: number;
}

/** What a rule holds, the oldest first. */
interface Queue {
  keep: SimulatedKeep;
  held: Held[];
}

/**
 * A volume that is written to block by block, and stores of snapshots that hold each version of a block once, as long as any
 * snapshot refers to it. It counts what is there, and knows nothing of increments.
 */
export class Simulation {
  /** The number of the last write to each block. */
  private readonly volume = new Map<number, number>();
  private writes = 0;
  private readonly snapshots: Held[] = [];
  private readonly copies = new Map<string, Held[]>();
  private readonly archive: { size: number; from: number; until: number; queue: Queue }[] = [];
  private readonly queues: { own: Queue; copies: Queue[]; archive?: Queue }[];
  readonly stored: Stored = new Map();
  /** What is copied to each place, in blocks, in each step. */
  readonly copied: Stored = new Map();

  constructor(
    private readonly region: string,
    private readonly schedules: SimulatedSchedule[],
    private readonly leastArchivedSteps: number,
    before: number[],
  ) {
    this.queues = schedules.map(({ keep, copies, archive }) => ({
      own: { keep, held: [] },
      copies: copies.map((copy) => ({ keep: copy.keep, held: [] })),
      ...(archive === undefined ? {} : { archive: { keep: archive, held: [] } }),
    }));
    this.write(before);
  }

  write(blocks: Iterable<number>): void {
    for (const block of blocks) {
      this.volume.set(block, ++this.writes);
    }
  }

  step(now: number): void {
    for (const [key, place] of this.copies) {
      this.copies.set(key, this.release(place, now, true));
    }
    const firing = this.schedules.flatMap(({ fires }, index) => (fires.includes(now) ? [index] : []));
    if (firing.length > 0) {
      this.take(now, firing);
    }
    this.release(
      this.snapshots.filter(({ deleted }) => deleted === undefined),
      now,
      false,
    );
    this.count(now);
  }

  private take(now: number, firing: number[]): void {
    const blocks = new Set([...this.volume].map(([block, write]): Version => `${block}@${write}`));
    const snapshot: Held = { taken: now, store: Symbol.for("volume"), blocks, holders: new Set() };
    this.snapshots.push(snapshot);
    firing.forEach((index) => hold(this.queues[index]!.own, snapshot));
    const targets = new Map<string, Queue[]>();
    for (const index of firing) {
      this.schedules[index]!.copies.forEach(({ region, key }, copy) => {
        const place = `${region}/${key}`;
        targets.set(place, [...(targets.get(place) ?? []), this.queues[index]!.copies[copy]!]);
      });
    }
    for (const [place, queues] of targets) {
      this.copy(now, place, blocks, queues);
    }
  }

  private copy(now: number, place: string, blocks: Set<Version>, queues: Queue[]): void {
    const there = this.copies.get(place) ?? [];
    const last = there.at(-1);
    const region = place.split("/")[0];
    const keys = new Set(
      this.schedules.flatMap(({ copies }) => copies.filter((each) => each.region === region).map(({ key }) => key)),
    );
    const isIncremental = last !== undefined && last.deleted === undefined && region !== this.region && keys.size === 1;
    const store = isIncremental ? last.store : Symbol(place);
    const before = isIncremental ? last.blocks : new Set<Version>();
    const copy: Held = { taken: now, store, blocks, holders: new Set() };
    this.add(this.copied, place, now, [...blocks].filter((block) => !before.has(block)).length);
    this.copies.set(place, [...there, copy]);
    queues.forEach((queue) => hold(queue, copy));
  }

  /** Lets go what has been kept for long enough. */
  private release(place: Held[], now: number, isCopies: boolean): Held[] {
    const queues = this.queues.flatMap(({ own, copies }) => (isCopies ? copies : [own]));
    for (const { keep, held } of queues) {
      while (
        held.length > 0 &&
        (keep.steps === undefined ? held.length > keep.count! : now - held[0]!.taken >= keep.steps)
      ) {
        const first = held.shift()!;
        [...first.holders].filter((queue) => queue.held === held).forEach((queue) => first.holders.delete(queue));
      }
    }
    for (const each of place) {
      if (each.holders.size === 0 && each.deleted === undefined) {
        each.deleted = now;
        if (!isCopies) {
          this.toArchive(each, now);
        }
      }
    }
    // The latest stays known though it is deleted: the next copy asks for it.
    return place.filter((each, index) => each.deleted === undefined || index === place.length - 1);
  }

  private toArchive(snapshot: Held, now: number): void {
    const index = this.schedules.findIndex(
      ({ archive, fires }) => archive !== undefined && fires.includes(snapshot.taken),
    );
    const queue = this.queues[index]?.archive;
    if (queue === undefined) {
      return;
    }
    const { steps = Infinity } = queue.keep;
    this.archive.push({ size: snapshot.blocks.size, from: now, until: now + steps, queue });
    if (queue.keep.count !== undefined) {
      const own = this.archive.filter((each) => each.queue === queue);
      own.slice(0, -queue.keep.count).forEach((each) => (each.until = Math.min(each.until, now)));
    }
  }

  private count(now: number): void {
    this.add(this.stored, this.region, now, distinct(this.snapshots));
    for (const [place, copies] of this.copies) {
      this.add(this.stored, place, now, distinct(copies));
    }
    const paid = this.archive.filter(({ from, until }) => now < Math.max(until, from + this.leastArchivedSteps));
    this.add(
      this.stored,
      "archive",
      now,
      paid.reduce((sum, { size }) => sum + size, 0),
    );
  }

  private add(to: Stored, place: string, now: number, blocks: number): void {
    const steps = to.get(place) ?? [];
    steps[now] = (steps[now] ?? 0) + blocks;
    to.set(place, steps);
  }
}

function hold(queue: Queue, held: Held): void {
  queue.held.push(held);
  held.holders.add(queue);
}

/** How many versions of blocks are stored: each once in one store, if anything that is there refers to it. */
function distinct(all: Held[]): number {
  const stores = new Map<symbol, Set<Version>>();
  for (const { store, blocks, deleted } of all) {
    if (deleted === undefined) {
      stores.set(store, new Set([...(stores.get(store) ?? []), ...blocks]));
    }
  }
  return [...stores.values()].reduce((sum, { size }) => sum + size, 0);
}
