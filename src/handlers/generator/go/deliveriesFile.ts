export const deliveriesFile = (packageName: string): string => `package ${packageName}

import (
	"sync"
	"time"
)

const (
	maxRemembered = 1000
	rememberedFor = time.Hour
)

// deliveries remembers when deliveries came, by their X-Request-UUID. That a retry has the UUID of
// the first attempt is inferred. Where several processes receive, its two methods need a store that
// they share.
type deliveries struct {
	mu      sync.Mutex
	claimed map[string]time.Time
}

// claim reports whether a delivery comes for the first time; from then on it is remembered.
func (d *deliveries) claim(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := time.Now()
	if since, ok := d.claimed[id]; ok && now.Sub(since) < rememberedFor {
		return false
	}
	if d.claimed == nil {
		d.claimed = make(map[string]time.Time)
	}
	d.claimed[id] = now
	if len(d.claimed) > maxRemembered {
		d.forgetOldest()
	}
	return true
}

// release forgets a delivery that could not be handled, so that it can be sent again.
func (d *deliveries) release(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.claimed, id)
}

func (d *deliveries) forgetOldest() {
	var oldest string
	for id, since := range d.claimed {
		if oldest == "" || since.Before(d.claimed[oldest]) {
			oldest = id
		}
	}
	delete(d.claimed, oldest)
}
`;
