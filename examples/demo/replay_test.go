package demo_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"testing"

	"github.com/rs/zerolog"

	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// kept is the demo estate's snapshot, as its lines.
func kept(t testing.TB) (lines [][]byte) {
	t.Helper()
	var b bytes.Buffer
	w, err := inventory.NewSnapshotWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	_, err = scanner.Run(t.Context(), scanner.Config{
		Providers: []scanner.Provider{demo.Over(demo.Estate(), quick)}, Checks: awschecks.All, Now: demo.Now, Log: zerolog.Nop(), Snapshot: w,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(z)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			lines = append(lines, line)
		}
		if err == io.EOF {
			return lines
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzReplay damages a snapshot, one kind of resource at a time: what still
// reads is judged by every check, and nothing panics.
func FuzzReplay(f *testing.F) {
	lines := kept(f)
	head, account, end := lines[0], lines[1], []byte(`{"end":true,"accounts":1}`)
	for _, l := range lines[2:] {
		var rec map[string]json.RawMessage
		var rows []json.RawMessage
		if json.Unmarshal(l, &rec) != nil || rec["rows"] == nil || json.Unmarshal(rec["rows"], &rows) != nil {
			continue
		}
		rec["rows"], _ = json.Marshal(rows[:min(2, len(rows))])
		if small, err := json.Marshal(rec); err == nil && len(small) < 8<<10 {
			f.Add(small)
		}
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(bytes.Join([][]byte{head, account, line, end}, []byte("\n")))
		z.Close()
		s, err := scanner.Replay(&b, awschecks.All, scanner.Config{Checks: awschecks.All, Log: zerolog.Nop()})
		if err != nil {
			return
		}
		defer s.Close()
		for _, err := range s.Findings() {
			if err != nil {
				t.Error(err)
			}
		}
	})
}
