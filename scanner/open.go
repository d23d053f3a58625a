package scanner

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrNotAScan is wrapped by errors about input that is no scan at all.
var ErrNotAScan = errors.New("not a demarc scan")

// Line is one line of the JSON lines form.
type Line struct {
	Type    string   `json:"type"` // "header", "finding", "account", "summary"
	Schema  int      `json:"schema,omitempty"`
	Tool    string   `json:"tool,omitempty"`
	Version string   `json:"version,omitempty"`
	ScanID  string   `json:"scanId,omitempty"`
	Finding *Finding `json:"finding,omitempty"`
	Scope   *Scope   `json:"scope,omitempty"`
	Counts  Counts   `json:"counts,omitempty"` // of the account
	Summary *Summary `json:"summary,omitempty"`
}

// Read reads a scan that was written as JSON or as JSON lines.
func Read(r io.Reader) (*Scan, error) {
	buf := bufio.NewReaderSize(r, 1<<16)
	head, err := buf.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	s := &Scan{spool: spool{spill: spillAt}}
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte(`{"type":"header"`)) {
		err = s.readLines(buf)
	} else {
		err = s.readDocument(buf)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// cutOff words the error of a file that ends too early.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the scan is cut off: its end is missing")
	}
	return fmt.Errorf("%w: %w", ErrNotAScan, err)
}

func checkVersion(schema int, tool string) error {
	switch {
	case tool != "demarc" || schema < 1:
		return fmt.Errorf("%w: it does not say that demarc wrote it", ErrNotAScan)
	case schema > SchemaVersion:
		return fmt.Errorf("the scan has version %d of the form, and this demarc reads up to %d: use a newer demarc", schema, SchemaVersion)
	}
	return nil
}

// batch gathers findings of one account into segments of the spool.
type batch struct {
	s       *Scan
	account string
	rows    []*Finding
}

func (b *batch) add(f *Finding) error {
	key := f.Provider + "/" + f.Account
	if key != b.account || len(b.rows) >= 4096 {
		if err := b.flush(); err != nil {
			return err
		}
		b.account = key
	}
	b.rows = append(b.rows, f)
	return nil
}

func (b *batch) flush() error {
	if len(b.rows) == 0 {
		return nil
	}
	err := b.s.spool.add(b.account, b.rows)
	b.rows = nil
	return err
}

func (s *Scan) readLines(r io.Reader) error {
	dec := json.NewDecoder(r)
	b := batch{s: s}
	for n := 1; ; n++ {
		var l Line
		if err := dec.Decode(&l); err != nil {
			return cutOff(err)
		}
		switch {
		case n == 1:
			if err := checkVersion(l.Schema, l.Tool); err != nil {
				return err
			}
		case l.Finding != nil:
			if err := b.add(l.Finding); err != nil {
				return err
			}
		case l.Summary != nil:
			s.summary = *l.Summary
			return b.flush()
		}
	}
}

// readDocument reads the JSON form piece by piece: its findings never stand in
// memory at once.
func (s *Scan) readDocument(r io.Reader) error {
	dec := json.NewDecoder(r)
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		if err == nil {
			err = errors.New("it is not a JSON object")
		}
		return cutOff(err)
	}
	fields := map[string]json.RawMessage{}
	b := batch{s: s}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return cutOff(err)
		}
		if key == "findings" {
			if err := readArray(dec, b.add); err != nil {
				return cutOff(err)
			}
			fields["findings"] = nil
			continue
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return cutOff(err)
		}
		fields[key.(string)] = raw
	}
	if _, err := dec.Token(); err != nil {
		return cutOff(err)
	}
	_, complete := fields["findings"]
	delete(fields, "findings")
	delete(fields, "matrix")
	all, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(all, &s.summary); err != nil {
		return fmt.Errorf("%w: %w", ErrNotAScan, err)
	}
	if err := checkVersion(s.summary.Schema, s.summary.Tool); err != nil {
		return err
	}
	if !complete {
		return fmt.Errorf("%w: it has no findings field", ErrNotAScan)
	}
	return b.flush()
}

func readArray(dec *json.Decoder, add func(*Finding) error) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		if err == nil {
			err = errors.New("findings is not a list")
		}
		return err
	}
	for dec.More() {
		f := new(Finding)
		if err := dec.Decode(f); err != nil {
			return err
		}
		if err := add(f); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}
