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
	s := &Scan{spool: spool{spill: spillAt}}
	b := batch{s: s}
	sum, err := Stream(r, b.add)
	if err == nil {
		s.summary = *sum
		err = b.flush()
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Stream reads a scan as Read does, and passes on each finding as it comes, in
// whatever form F of it the caller needs. The summary of the JSON lines stands
// at their end: nothing counts before there is no error.
func Stream[F any](r io.Reader, each func(*F) error) (*Summary, error) {
	buf := bufio.NewReaderSize(r, 1<<16)
	head, err := buf.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte(`{"type":"header"`)) {
		return streamLines(buf, each)
	}
	return streamDocument(buf, each)
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

// streamed is a Line with the caller's form of a finding.
type streamed[F any] struct {
	Type    string   `json:"type"`
	Schema  int      `json:"schema"`
	Tool    string   `json:"tool"`
	Finding *F       `json:"finding"`
	Summary *Summary `json:"summary"`
}

func streamLines[F any](r io.Reader, each func(*F) error) (*Summary, error) {
	dec := json.NewDecoder(r)
	for n := 1; ; n++ {
		var l streamed[F]
		if err := dec.Decode(&l); err != nil {
			return nil, cutOff(err)
		}
		switch {
		case n == 1:
			if err := checkVersion(l.Schema, l.Tool); err != nil {
				return nil, err
			}
		case l.Finding != nil:
			if err := each(l.Finding); err != nil {
				return nil, err
			}
		case l.Summary != nil:
			return l.Summary, nil
		}
	}
}

// streamDocument reads the JSON form piece by piece: its findings never stand in
// memory at once.
func streamDocument[F any](r io.Reader, each func(*F) error) (*Summary, error) {
	dec := json.NewDecoder(r)
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		if err == nil {
			err = errors.New("it is not a JSON object")
		}
		return nil, cutOff(err)
	}
	fields := map[string]json.RawMessage{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, cutOff(err)
		}
		if key == "findings" {
			if err := readArray(dec, each); err != nil {
				return nil, cutOff(err)
			}
			fields["findings"] = nil
			continue
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, cutOff(err)
		}
		fields[key.(string)] = raw
	}
	if _, err := dec.Token(); err != nil {
		return nil, cutOff(err)
	}
	_, complete := fields["findings"]
	delete(fields, "findings")
	delete(fields, "matrix")
	all, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	sum := new(Summary)
	if err := json.Unmarshal(all, sum); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotAScan, err)
	}
	if err := checkVersion(sum.Schema, sum.Tool); err != nil {
		return nil, err
	}
	if !complete {
		return nil, fmt.Errorf("%w: it has no findings field", ErrNotAScan)
	}
	return sum, nil
}

func readArray[F any](dec *json.Decoder, each func(*F) error) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		if err == nil {
			err = errors.New("findings is not a list")
		}
		return err
	}
	for dec.More() {
		f := new(F)
		if err := dec.Decode(f); err != nil {
			return err
		}
		if err := each(f); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}
