package scanner

import (
	"encoding/json"
	"fmt"
	"io"

	"demarc/checks"
	"demarc/providers/inventory"
)

// Replay evaluates the checks of c again over a snapshot, without a call. The
// clock is the snapshot's, so the findings are those of the scan that wrote it.
func Replay(snapshot io.Reader, registry []*checks.Check, c Config) (*Scan, error) {
	var sources []inventory.Source
	for _, ck := range registry {
		sources = append(sources, ck.Needs...)
	}
	for _, e := range c.Evidence {
		sources = append(sources, e.Needs...)
	}
	all, err := inventory.ReadSnapshot(snapshot, sources)
	if err != nil {
		return nil, err
	}
	c.Registry = registry
	if len(all) > 0 {
		c.Now = all[0].Inventory.Now
	}
	r, err := newRun(c)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		var m meta
		if len(s.Extra) > 0 {
			if err := json.Unmarshal(s.Extra, &m); err != nil {
				return nil, fmt.Errorf("the snapshot is damaged: what it says of account %s: %w", s.Inventory.Account, err)
			}
		}
		s.Inventory.Select(r.needs(s.Inventory.Provider))
		r.judge(s.Inventory, m)
	}
	return r.finish(true)
}
