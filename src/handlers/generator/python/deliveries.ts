export const deliveriesModule = `import time

MAX_REMEMBERED = 1_000
REMEMBERED_FOR = 60 * 60

# When deliveries came, by their X-Request-UUID; the oldest first.
_claimed: dict[str, float] = {}


def claim_delivery(delivery_id: str) -> bool:
    """Whether a delivery comes for the first time; from then on it is remembered.

    That a retry has the UUID of the first attempt is inferred. Where several processes
    receive, these two functions need a store that they share.
    """
    now = time.monotonic()
    claimed_at = _claimed.get(delivery_id)
    if claimed_at is not None and now - claimed_at < REMEMBERED_FOR:
        return False
    _claimed.pop(delivery_id, None)
    _claimed[delivery_id] = now
    for oldest, claimed_at in list(_claimed.items()):
        if len(_claimed) <= MAX_REMEMBERED and now - claimed_at < REMEMBERED_FOR:
            break
        del _claimed[oldest]
    return True


def release_delivery(delivery_id: str) -> None:
    """Forgets a delivery that could not be handled, so that it can be sent again."""
    _claimed.pop(delivery_id, None)
`;
