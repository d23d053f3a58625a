package scanner

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"sync"
)

// spillAt is how many bytes of findings stand in memory before they go to a
// temporary file: about 50,000 findings.
const spillAt = 64 << 20

// A spool holds the findings of a scan as JSON lines, a run of lines for each
// account, so that a million of them never stand in memory at once.
type spool struct {
	mu       sync.Mutex
	memory   []byte
	file     *os.File
	size     int64
	segments []segment
	spill    int
}

type segment struct {
	account string
	at, len int64
}

// add appends the findings of one account, in their order.
func (s *spool) add(account string, findings []*Finding) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, f := range findings {
		if err := enc.Encode(f); err != nil {
			return fmt.Errorf("keeping a finding of %s: %w", f.Check, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.segments = append(s.segments, segment{account, s.size, int64(b.Len())})
	s.size += int64(b.Len())
	if s.file == nil && len(s.memory)+b.Len() <= s.spill {
		s.memory = append(s.memory, b.Bytes()...)
		return nil
	}
	return s.write(b.Bytes())
}

func (s *spool) write(b []byte) error {
	if s.file == nil {
		f, err := os.CreateTemp("", "demarc-findings-*")
		if err != nil {
			return fmt.Errorf("making a temporary file for the findings: %w", err)
		}
		os.Remove(f.Name()) // it lives as long as it is open, and no longer
		s.file = f
		if _, err := f.Write(s.memory); err != nil {
			return fmt.Errorf("keeping the findings: %w", err)
		}
		s.memory = nil
	}
	if _, err := s.file.Write(b); err != nil {
		return fmt.Errorf("keeping the findings: %w", err)
	}
	return nil
}

// findings yields them by account.
func (s *spool) findings() iter.Seq2[*Finding, error] {
	return func(yield func(*Finding, error) bool) {
		segments := slices.Clone(s.segments)
		slices.SortStableFunc(segments, func(a, b segment) int { return strings.Compare(a.account, b.account) })
		for _, seg := range segments {
			var r io.ReaderAt = bytes.NewReader(s.memory)
			if s.file != nil {
				r = s.file
			}
			dec := json.NewDecoder(bufio.NewReaderSize(io.NewSectionReader(r, seg.at, seg.len), 1<<16))
			for dec.More() {
				f := new(Finding)
				if err := dec.Decode(f); err != nil {
					yield(nil, fmt.Errorf("reading the findings back: %w", err))
					return
				}
				if !yield(f, nil) {
					return
				}
			}
		}
	}
}

func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}
