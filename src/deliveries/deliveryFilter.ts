import { Emitter } from '../catalog/emitter';
import type { Delivery } from './wire/delivery';
import { type Grade, gradeOf } from './wire/deliveryVerdict';

/** What deliveries are told apart by. */
export interface Criteria {
  readonly events: readonly string[];
  /** Origins and paths. */
  readonly targets: readonly string[];
  readonly outcomes: readonly Grade[];
}

const nothing: Criteria = { events: [], targets: [], outcomes: [] };

/** Which deliveries the view shows, for as long as the window is open. */
export class DeliveryFilter {
  private current = nothing;
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  get criteria(): Criteria {
    return this.current;
  }

  get isActive(): boolean {
    return Object.values(this.current).some((values: readonly string[]) => values.length > 0);
  }

  /** @param criteria Of each kind, what is shown; where none is given, all. */
  set(criteria: Criteria): void {
    this.current = criteria;
    this.changes.fire();
  }

  clear(): void {
    this.set(nothing);
  }

  select(deliveries: readonly Delivery[]): readonly Delivery[] {
    const { events, targets, outcomes } = this.current;
    const allows = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);
    return deliveries.filter(
      (delivery) =>
        allows(events, delivery.eventKey) &&
        allows(targets, delivery.target.shown) &&
        allows(outcomes, gradeOf(delivery)),
    );
  }
}
