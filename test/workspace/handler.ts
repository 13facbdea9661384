interface Delivery {
  /** The value of the X-Event-Key header. */
  readonly eventKey: string;
  readonly repository: string;
}

/** What the CI server does about a delivery. Try: add a case and type a quote. */
export function jobFor(delivery: Delivery): string | undefined {
  switch (delivery.eventKey) {
    case 'repo:push':
    case 'pullrequest:updated':
      return `build ${delivery.repository}`;
    case 'pullrequest:fulfilled':
      return `release ${delivery.repository}`;
    default:
      return undefined;
  }
}

export const isApproval = (delivery: Delivery): boolean => delivery.eventKey === 'pullrequest:approved';
