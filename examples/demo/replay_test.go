package demo_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rs/zerolog"

	"demarc/checks"
	"demarc/checks/all"
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

// What the clouds said of their half is in the snapshot too: its evaluation says
// the same again.
func TestReplaySaysTheSame(t *testing.T) {
	providers, err := demo.Providers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := inventory.NewSnapshotWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	// No check asks for what the evidence is read from.
	one := all.Checks[:1]
	c := scanner.Config{Providers: providers, Checks: one, Evidence: all.Evidence, Now: demo.Now, Log: zerolog.Nop(), Snapshot: w}
	first, err := scanner.Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := scanner.Replay(&b, one, scanner.Config{Checks: one, Evidence: all.Evidence, Log: zerolog.Nop()})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	was, is := first.Summary().Evidence, again.Summary().Evidence
	if len(was) == 0 || !reflect.DeepEqual(was, is) {
		t.Errorf("the scan said %+v, its snapshot %+v", was, is)
	}
}

// A snapshot that was damaged, by one value that is null or not there at all,
// is refused, or judged without a check that breaks.
func TestDamagedSnapshot(t *testing.T) {
	lines := kept(t)
	head, account, end := lines[0], lines[1], []byte(`{"end":true,"accounts":1}`)
	for _, l := range lines[2:] {
		var rec map[string]any
		if json.Unmarshal(l, &rec) != nil || rec["rows"] == nil {
			continue
		}
		rows, kind := rec["rows"].([]any), fmt.Sprint(rec["kind"])
		rec["rows"] = rows[:min(1, len(rows))]
		chosen := about(kind)
		damage(rec["rows"], kind, func(what string) {
			line, err := json.Marshal(rec)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			z.Write(bytes.Join([][]byte{head, account, line, end}, []byte("\n")))
			z.Close()
			s, err := scanner.Replay(&b, chosen, scanner.Config{Checks: chosen, Log: zerolog.Nop()})
			if err != nil {
				return
			}
			defer s.Close()
			for f, err := range s.Findings() {
				if err != nil {
					t.Fatal(err)
				}
				if f.Status == checks.Error {
					t.Errorf("without %s, %s: %s", what, f.Check, f.Message)
				}
			}
		})
	}
}

// about lists the checks that need a kind of resource.
func about(kind string) (chosen []*checks.Check) {
	for _, c := range awschecks.All {
		if slices.ContainsFunc(c.Needs, func(n inventory.Source) bool { return n.Name() == kind || strings.HasPrefix(n.Name(), kind+".") }) {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// damage calls f once for each value in v, made null, and taken out.
func damage(v any, path string, f func(what string)) {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			was := v[k]
			v[k] = nil
			f(path + "." + k + " (null)")
			delete(v, k)
			f(path + "." + k)
			v[k] = was
			damage(was, path+"."+k, f)
		}
	case []any:
		for i, was := range v {
			v[i] = nil
			f(fmt.Sprintf("%s[%d] (null)", path, i))
			v[i] = was
			damage(was, fmt.Sprintf("%s[%d]", path, i), f)
		}
	}
}
