import { Emitter } from '../../catalog/emitter';
import type { Delivery, KeptTarget } from './delivery';

/** A delivery that waits for its answer. */
export interface PendingDelivery extends Pick<Delivery, 'eventKey' | 'variant' | 'attempt'> {
  readonly id: string;
  readonly target: KeptTarget;
  readonly signing: Delivery['signing'];
  /** Which of how many that are sent one after the other; none where it is alone. */
  readonly position?: readonly [index: number, count: number] | undefined;
  /** Whether Bitbucket would have given up by now. */
  readonly isLate: boolean;
  /** Ends the waiting; of several, those that would come next are not sent either. */
  readonly cancel: () => void;
}

/** What is on its way from this window, the last one first. */
export class PendingDeliveries {
  private pending: readonly PendingDelivery[] = [];
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  get list(): readonly PendingDelivery[] {
    return this.pending;
  }

  /** Lists a delivery until `end` is called. */
  add(delivery: Omit<PendingDelivery, 'id' | 'isLate'>): { late: () => void; end: () => void } {
    const id = crypto.randomUUID();
    const others = () => this.pending.filter((each) => each.id !== id);
    const show = (isLate: boolean) => {
      this.change([{ ...delivery, id, isLate }, ...others()]);
    };
    show(false);
    return {
      late: () => {
        show(true);
      },
      end: () => {
        this.change(others());
      },
    };
  }

  private change(pending: readonly PendingDelivery[]): void {
    this.pending = pending;
    this.changes.fire();
  }
}
