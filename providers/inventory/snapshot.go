package inventory

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"
)

const (
	snapshotFormat  = "demarc-snapshot"
	snapshotVersion = 1
)

// A record is one line of a snapshot.
type record struct {
	Format  string `json:"format,omitempty"`
	Version int    `json:"version,omitempty"`

	Account *accountRecord    `json:"account,omitempty"`
	Kind    string            `json:"kind,omitempty"`
	Rows    []json.RawMessage `json:"rows,omitempty"`
	Gaps    []gapRecord       `json:"gaps,omitempty"`

	End      bool `json:"end,omitempty"`
	Accounts int  `json:"accounts,omitempty"`
}

type accountRecord struct {
	Provider string          `json:"provider"`
	ID       string          `json:"id"`
	Name     string          `json:"name,omitempty"`
	Now      time.Time       `json:"now"`
	Scopes   []Scope         `json:"scopes"`
	LeftOut  []string        `json:"leftOut,omitempty"`
	Gone     int             `json:"gone,omitempty"`
	Regions  *Gap            `json:"regions,omitempty"`
	Extra    json.RawMessage `json:"extra,omitempty"`
}

type gapRecord struct {
	Gap
	Region string `json:"region,omitempty"`
}

// A SnapshotWriter writes inventories with their Gaps and their clock:
// compressed JSON lines, with a version in front and a count at the end.
type SnapshotWriter struct {
	zip      *gzip.Writer
	enc      *json.Encoder
	accounts int
	err      error // the first that Write met
}

// NewSnapshotWriter begins a snapshot on w.
func NewSnapshotWriter(w io.Writer) (*SnapshotWriter, error) {
	z := gzip.NewWriter(w)
	s := &SnapshotWriter{zip: z, enc: json.NewEncoder(z)}
	return s, s.enc.Encode(record{Format: snapshotFormat, Version: snapshotVersion})
}

// Write adds the inventory of one account, with extra, which ReadSnapshot
// gives back: what the scanner knows of the account beside its inventory. An
// error is Close's to tell: a scan is worth its reports without a snapshot.
func (s *SnapshotWriter) Write(inv *Inventory, extra json.RawMessage) {
	if s.err == nil {
		s.err = s.write(inv, extra)
	}
}

func (s *SnapshotWriter) write(inv *Inventory, extra json.RawMessage) error {
	s.accounts++
	err := s.enc.Encode(record{Account: &accountRecord{
		inv.Provider, inv.Account, inv.AccountName, inv.Now, inv.Scopes, inv.LeftOut, inv.gone, inv.regions, extra,
	}})
	for _, l := range inv.listers() {
		tb := inv.tables[l]
		rec := record{Kind: l.kind()}
		for _, r := range tb.rows {
			b, rowErr := json.Marshal(r)
			err = errors.Join(err, rowErr)
			rec.Rows = append(rec.Rows, b)
		}
		for _, g := range tb.gaps {
			rec.Gaps = append(rec.Gaps, gapRecord{g.gap, g.region})
		}
		err = errors.Join(err, s.enc.Encode(rec))
	}
	return err
}

// Close writes the end, without which a snapshot counts as cut off, and tells
// of what could not be written before.
func (s *SnapshotWriter) Close() error {
	if s.err != nil {
		return s.err
	}
	err := s.enc.Encode(record{End: true, Accounts: s.accounts})
	return errors.Join(err, s.zip.Close())
}

// A Snapshot is one account of a snapshot file.
type Snapshot struct {
	Inventory *Inventory
	Extra     json.RawMessage
}

// ReadSnapshot reads a snapshot whole. Kinds are looked up among sources; one
// that is not there was collected for checks that this build does not have,
// and is passed over. What a Source of sources needs and the snapshot does not
// hold reads as NotInSnapshot.
func ReadSnapshot(r io.Reader, sources []Source) ([]Snapshot, error) {
	z, err := gzip.NewReader(bufio.NewReader(r))
	if err != nil {
		return nil, fmt.Errorf("not a demarc snapshot: %w", err)
	}
	dec := json.NewDecoder(z)
	var head record
	if err := dec.Decode(&head); err != nil || head.Format != snapshotFormat {
		return nil, errors.New("not a demarc snapshot: its first line is not that of one")
	}
	if head.Version > snapshotVersion || head.Version < 1 {
		return nil, fmt.Errorf("snapshot version %d is not one that this demarc reads (up to %d): use the demarc that wrote it, or a newer one", head.Version, snapshotVersion)
	}
	plan := planOf(sources)
	kinds := map[string]lister{}
	for l := range plan {
		kinds[l.kind()] = l
	}
	var all []Snapshot
	for {
		var rec record
		switch err := dec.Decode(&rec); {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil, errors.New("the snapshot is cut off: its end is missing")
		case err != nil:
			return nil, fmt.Errorf("the snapshot is damaged: %w", err)
		case rec.End:
			if rec.Accounts != len(all) {
				return nil, fmt.Errorf("the snapshot is damaged: %d accounts where its end counts %d", len(all), rec.Accounts)
			}
			if _, err := io.Copy(io.Discard, z); err != nil { // the checksum stands behind the last line
				return nil, fmt.Errorf("the snapshot is damaged: %w", err)
			}
			for _, s := range all {
				s.Inventory.complete(plan)
			}
			return all, nil
		case rec.Account != nil:
			all = append(all, fromRecord(rec.Account))
		case len(all) == 0:
			return nil, errors.New("the snapshot is damaged: rows before any account")
		default:
			if err := all[len(all)-1].Inventory.take(rec, kinds); err != nil {
				return nil, err
			}
		}
	}
}

func fromRecord(a *accountRecord) Snapshot {
	return Snapshot{&Inventory{
		Provider: a.Provider, Account: a.ID, AccountName: a.Name, Now: a.Now, Scopes: a.Scopes,
		LeftOut: a.LeftOut, gone: a.Gone, regions: a.Regions, tables: map[lister]*table{},
	}, a.Extra}
}

func (inv *Inventory) take(rec record, kinds map[string]lister) error {
	l := kinds[rec.Kind]
	if l == nil {
		return nil
	}
	tb := &table{}
	for _, raw := range rec.Rows {
		r := l.newRow()
		if err := json.Unmarshal(raw, r); err != nil {
			return fmt.Errorf("the snapshot is damaged: a row of %s: %w", rec.Kind, err)
		}
		if res := ResourceOf(r); res.Full == "" {
			return fmt.Errorf("the snapshot is damaged: a row of %s has no id", rec.Kind)
		}
		unwritten(r, rec.Kind)
		tb.rows = append(tb.rows, r)
	}
	for _, g := range rec.Gaps {
		tb.gaps = append(tb.gaps, placed{g.Gap, g.Region})
	}
	inv.tables[l] = tb
	return nil
}

// unwritten marks the fields that a row of the snapshot does not hold: nobody
// looked, or the demarc that wrote it did not know them.
func unwritten(r any, kind string) {
	visit(reflect.ValueOf(r).Elem(), "", false, func(path string, k field, _ bool) {
		if g, hidden := k.Gap(); hidden && (g == Gap{} || g == Gap{Reason: NotInSnapshot}) {
			path, _, _ = strings.Cut(path, "[") // of all elements alike
			k.degrade(Gap{Reason: NotInSnapshot, Where: kind + path})
		}
	})
}

// complete marks what the checks of this build could ask and the snapshot
// does not hold.
func (inv *Inventory) complete(plan map[lister][]fetcher) {
	for _, l := range sortedListers(plan) {
		if inv.tables[l] == nil {
			inv.tables[l] = &table{gaps: []placed{{gap: Gap{Reason: NotInSnapshot, Where: l.kind()}}}}
		}
		inv.tables[l].sort()
	}
}

// Select drops from inv what needs do not name, so that checks chosen later
// see an inventory such as a scan for them alone would have made.
func (inv *Inventory) Select(needs []Source) {
	plan := planOf(needs)
	for l := range inv.tables {
		if _, ok := plan[l]; !ok {
			delete(inv.tables, l)
		}
	}
}
