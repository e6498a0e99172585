import { addDays, daysBetween } from '@atbalsts/database';
import type { SpecialistKind } from '@atbalsts/reference';
import { familyName, givenName } from '../names.js';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import { groupOf, type StaffTarget } from './staff-plan.js';
import type { UnitPlan } from './units.js';

/** Somebody of the demo's workforce; `until` is the first day on which they no longer work there. */
export interface DemoEmployee {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  readonly kind: SpecialistKind;
  /** Key of the unit, as in units.ts. */
  readonly unit: string;
  readonly from: string;
  until: string | null;
  /** True for somebody who can sign in: never leaves. */
  readonly persona: boolean;
}

interface Post {
  id: string;
  unit: string;
  hundredths: number;
  from: string;
  holders: { employee: DemoEmployee; from: string }[];
}

/** Somebody who is there from the beginning and stays: a persona. */
export interface Resident {
  id: string;
  name: string;
  kind: SpecialistKind;
  unit: string;
}

/** Hires and lets go so that on each day of the plan the numbers by kind, and the posts where they are given, are exactly the plan's. */
export class Town {
  readonly employees: DemoEmployee[] = [];
  readonly posts: Post[] = [];
  private readonly names = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly random: Random,
    readonly municipality: string,
    private readonly units: readonly UnitPlan[],
  ) {}

  /** Plays the plan from its first day to its last. */
  play(targets: readonly StaffTarget[], residents: readonly Resident[]): void {
    let since = '2008-01-01';
    for (const resident of residents) {
      this.names.add(resident.name);
      this.hire({ ...resident, persona: true }, this.dayIn(since, '2019-12-31'));
    }
    for (const target of targets.filter(({ on }) => on <= this.world.today)) {
      this.letGo(target.leavers, since, target.on);
      for (const [kind, wanted] of Object.entries(target.kinds) as [SpecialistKind, number][]) this.fill(kind, wanted, since, target.on);
      if (target.postHundredths !== null) this.createVacancies(target.postHundredths, since, target.on);
      since = addDays(target.on, 1);
    }
  }

  private fill(kind: SpecialistKind, wanted: number, since: string, on: string): void {
    const there = this.employees.filter((one) => one.kind === kind && worksOn(one, on)).length;
    if (there > wanted) throw new Error(`The plan has fewer ${kind} on ${on} than stay`);
    for (let n = there; n < wanted; n++) {
      const sex = this.random.chance(0.85) ? 'FEMALE' : 'MALE';
      const at = this.employees.length;
      this.hire(
        {
          id: this.world.id('employee', `${this.municipality} ${at}`),
          name: this.newName(sex),
          kind,
          unit: this.unitFor(kind),
          persona: false,
        },
        this.dayIn(since, addDays(on, -30)),
      );
    }
  }

  /** Leavers are of kinds of which the next target has enough: their number is made up again by `fill`. */
  private letGo(leavers: number, since: string, on: string): void {
    const staying = this.employees.filter((one) => one.until === null && !one.persona);
    for (const leaver of this.random.shuffle(staying).slice(0, leavers)) leaver.until = this.dayIn(since, addDays(on, -60));
  }

  private hire(who: Omit<DemoEmployee, 'municipality' | 'from' | 'until'>, from: string): void {
    const employee: DemoEmployee = { ...who, municipality: this.municipality, from, until: null };
    this.employees.push(employee);
    const vacant = this.posts.find((post) => post.unit === who.unit && post.hundredths >= 50 && this.vacantFrom(post) <= from);
    const post = vacant ?? this.newPost(who.unit, this.random.pick([100, 100, 100, 100, 100, 100, 100, 100, 50, 125]), from);
    post.holders.push({ employee, from });
  }

  /** First day on which nobody holds the post any more. */
  private vacantFrom(post: Post): string {
    const last = post.holders.at(-1);
    return last ? (last.employee.until ?? '9999-12-31') : post.from;
  }

  /** Posts that nobody holds yet, so that all posts of the day are exactly as many as published. */
  private createVacancies(hundredths: number, since: string, on: string): void {
    let missing = hundredths - this.posts.reduce((sum, post) => sum + post.hundredths, 0);
    if (missing < 0) throw new Error(`The posts of ${this.municipality} on ${on} are more than published`);
    const wanting = this.units.filter((unit) => (unit.weights.socialWork ?? 0) + (unit.weights.care ?? 0) > 0);
    while (missing > 0) {
      const size = Math.min(missing, 100);
      this.newPost(this.random.pick(wanting).key, size, this.dayIn(since, on));
      missing -= size;
    }
  }

  private newPost(unit: string, hundredths: number, from: string): Post {
    const post: Post = { id: this.world.id('post', `${this.municipality} ${this.posts.length}`), unit, hundredths, from, holders: [] };
    this.posts.push(post);
    return post;
  }

  private unitFor(kind: SpecialistKind): string {
    const group = groupOf[kind];
    const bag = this.units.flatMap((unit) => Array.from({ length: unit.weights[group] ?? 0 }, () => unit.key));
    return this.random.pick(bag);
  }

  private newName(sex: 'FEMALE' | 'MALE'): string {
    for (;;) {
      const name = `${givenName(this.random, sex)} ${familyName(this.random, sex).name}`;
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }

  private dayIn(from: string, until: string): string {
    return addDays(from, this.random.int(0, Math.max(0, daysBetween(from, until))));
  }
}

/** Whether somebody works there on a day. */
export const worksOn = (employee: Pick<DemoEmployee, 'from' | 'until'>, on: string): boolean =>
  employee.from <= on && (employee.until === null || on < employee.until);
