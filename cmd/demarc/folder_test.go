package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarc/report"
	"demarc/scanner"
)

// listed are the names in a folder, hidden ones too, with their contents.
func listed(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		b, _ := os.ReadFile(filepath.Join(folder, e.Name()))
		all[e.Name()] = string(b)
	}
	return all
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// several writes some files, and fails after them where err is not nil.
func several(names []string, err error) report.Folder {
	return report.Folder{Pattern: "x-*", Write: func(create report.Create, _ scanner.Reader) error {
		for _, n := range names {
			w, err := create(n)
			if err != nil {
				return err
			}
			fmt.Fprint(w, "new "+n)
		}
		return err
	}}
}

func TestWholeFolder(t *testing.T) {
	for name, tc := range map[string]struct {
		names []string
		err   error
		want  map[string]string
	}{
		"written":  {[]string{"x-1", "x-2"}, nil, map[string]string{"x-1": "new x-1", "x-2": "new x-2", "other": "mine"}},
		"fewer":    {[]string{"x-1"}, nil, map[string]string{"x-1": "new x-1", "other": "mine"}},
		"none":     {nil, nil, map[string]string{"other": "mine"}},
		"fails":    {[]string{"x-1"}, errors.New("broken"), map[string]string{"x-1": "old", "x-3": "old", "other": "mine"}},
		"escapes":  {[]string{"x-/../../y"}, nil, map[string]string{"x-1": "old", "x-3": "old", "other": "mine"}},
		"unnamed":  {[]string{"other"}, nil, map[string]string{"x-1": "old", "x-3": "old", "other": "mine"}},
		"repeated": {[]string{"x-1", "x-1"}, nil, map[string]string{"x-1": "old", "x-3": "old", "other": "mine"}},
	} {
		folder := filepath.Join(t.TempDir(), "a[b]*")
		if err := os.Mkdir(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(folder, "x-1"), "old")
		put(t, filepath.Join(folder, "x-3"), "old")
		put(t, filepath.Join(folder, "other"), "mine")
		into, err := newWholeFolder(folder, "x-*")
		if err != nil {
			t.Fatal(err)
		}
		f := several(tc.names, tc.err)
		err = target{several: &f, folder: into}.writeFolder(nil)
		if (tc.want["x-1"] == "old") != (err != nil) {
			t.Errorf("%s: %v", name, err)
		}
		if got := listed(t, folder); !mapsEqual(got, tc.want) {
			t.Errorf("%s leaves %q", name, got)
		}
	}
}

func mapsEqual(a, b map[string]string) bool {
	return fmt.Sprint(a) == fmt.Sprint(b)
}

// Where one file cannot be put in its place, all is as before.
func TestWholeFolderUndoes(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "x-1"), "old")
	into, err := newWholeFolder(folder, "x-*")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{"x-1", "x-2"} {
		if w, err := into.create(n); err != nil {
			t.Fatal(err)
		} else {
			fmt.Fprint(w, "new")
		}
	}
	if err := into.end(); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(into.hidden, "x-2"))
	if err := into.commit(); err == nil || !strings.Contains(err.Error(), "cannot write into "+folder) {
		t.Errorf("%v", err)
	}
	if got := listed(t, folder); !mapsEqual(got, map[string]string{"x-1": "old"}) {
		t.Errorf("%q", got)
	}
}

// A folder that was made for nothing is taken away.
func TestWholeFolderMadeForNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	into, err := newWholeFolder(folder, "x-*")
	if err != nil {
		t.Fatal(err)
	}
	f := several([]string{"x-1"}, errors.New("broken"))
	if err := (target{several: &f, folder: into}).writeFolder(nil); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

// A scan of more accounts than one file holds gets several, beside the one that
// was asked for or in a folder; a pipe takes but one.
func TestSARIFOfManyAccounts(t *testing.T) {
	s := scanner.Summary{Schema: scanner.SchemaVersion, Tool: "demarc", Complete: true, Counts: scanner.Counts{}}
	for i := range 45 {
		s.Scopes = append(s.Scopes, scanner.Scope{Provider: "aws", Account: fmt.Sprintf("%012d", i)})
	}
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	kept := filepath.Join(dir, "s.json")
	put(t, kept, strings.TrimSuffix(string(b), "}")+`,"findings":[]}`)
	for output, want := range map[string]string{
		"out.sarif": "out-2.sarif out-3.sarif out.sarif s.json", "gh/": "demarc-1.sarif demarc-2.sarif demarc-3.sarif",
	} {
		var stderr bytes.Buffer
		if code := run(context.Background(), []string{"report", "--from", kept, "--format", "sarif", "--output", dir + "/" + output}, nil, io.Discard, &stderr); code != 0 {
			t.Errorf("%s: exit code %d: %s", output, code, &stderr)
		}
		var names []string
		for n := range listed(t, filepath.Dir(dir+"/"+output)) {
			if n != "gh" {
				names = append(names, n)
			}
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s gives %s", output, got)
		}
		os.RemoveAll(filepath.Join(dir, "gh"))
	}
	var stderr bytes.Buffer
	if code := run(context.Background(), []string{"report", "--from", kept, "--format", "sarif"}, nil, io.Discard, &stderr); code != 1 || !strings.Contains(stderr.String(), "give --output a folder") {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
}
