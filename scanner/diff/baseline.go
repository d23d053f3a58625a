package diff

import (
	"io"

	"demarc/checks"
	"demarc/scanner"
)

// A Baseline is what failed in an earlier scan.
type Baseline struct {
	ID     string // of the scan
	failed map[string]bool
	places map[asked]map[string]bool // the regions that a check failed in
}

// ReadBaseline reads it from a scan that was kept as JSON or JSON lines.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	b := &Baseline{failed: map[string]bool{}, places: map[asked]map[string]bool{}}
	sum, err := scanner.Stream(r, func(f *Row) error {
		b.add(f)
		return nil
	})
	if err != nil {
		return nil, err
	}
	b.ID = sum.ScanID
	return b, nil
}

func (b *Baseline) add(f *Row) {
	if f.Status != checks.Fail && f.Status != checks.Suppressed && (f.Status != checks.Unknown || !f.Stale) {
		return
	}
	b.failed[f.ID] = f.Status != checks.Suppressed
	k := asked{f.Check, f.Provider, f.Account}
	if b.places[k] == nil {
		b.places[k] = map[string]bool{}
	}
	b.places[k][f.Region] = true
}

// Review marks as stale what failed in the baseline and could not be read this
// time, and what stands for resources that could not be listed, where some
// failed.
func (b *Baseline) Review(f *scanner.Finding) {
	if f.Status != checks.Unknown {
		return
	}
	if _, failed := b.failed[f.ID]; failed {
		f.Stale = true
		return
	}
	if f.Resource.ID == checks.NotListed {
		at := b.places[asked{f.Check, f.Provider, f.Account}]
		f.Stale = at[f.Region] || f.Region == "" && len(at) > 0
	}
}

// Failed reports whether the finding failed in the baseline already, and was
// not accepted there. What failed before it could not be read counts.
func (b *Baseline) Failed(f *scanner.Finding) bool { return b.failed[f.ID] }
