package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// packed writes the same archive from files of a given mode and age.
func packed(t *testing.T, name string, mode os.FileMode, age time.Time) []byte {
	t.Helper()
	folder := t.TempDir()
	for n, content := range map[string]string{"demarc": strings.Repeat("binary ", 9000), "README.md": "read"} {
		path := filepath.Join(folder, n)
		if err := os.WriteFile(path, []byte(content), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, age, age); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(folder, name)
	files := []file{{"demarc", filepath.Join(folder, "demarc"), 0o755}, {"README.md", filepath.Join(folder, "README.md"), 0o644}}
	if err := writeArchive(out, "demarc-1.2.3-x-y", files, noon); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestArchivesAreReproducible(t *testing.T) {
	for _, name := range []string{"a.tar.gz", "a.zip"} {
		one := packed(t, name, 0o600, time.Unix(1e9, 0))
		two := packed(t, name, 0o777, time.Now())
		if !bytes.Equal(one, two) {
			t.Errorf("%s: the same files give other bytes when their modes, times and places differ", name)
		}
	}
}

// entry is what an archive says of a file.
type entry struct {
	name, owner string
	mode        os.FileMode
	time        time.Time
	size        int64
}

func TestArchivesHoldTheFiles(t *testing.T) {
	want := []entry{
		{"demarc-1.2.3-x-y/demarc", "", 0o755, noon, 63000},
		{"demarc-1.2.3-x-y/README.md", "", 0o644, noon, 4},
	}
	for name, read := range map[string]func(*testing.T, []byte) []entry{"a.tar.gz": fromTar, "a.zip": fromZip} {
		got := read(t, packed(t, name, 0o600, time.Now()))
		if d := cmp.Diff(want, got, cmp.AllowUnexported(entry{})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func fromTar(t *testing.T, content []byte) (all []entry) {
	z, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if !z.ModTime.IsZero() || z.Name != "" {
		t.Errorf("gzip tells a time or a name: %+v", z.Header)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry{h.Name, h.Uname + h.Gname, h.FileInfo().Mode(), h.ModTime.UTC(), h.Size})
	}
}

func fromZip(t *testing.T, content []byte) (all []entry) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		all = append(all, entry{f.Name, "", f.Mode(), f.Modified.UTC(), int64(f.UncompressedSize64)})
	}
	return all
}

func TestSums(t *testing.T) {
	folder := t.TempDir()
	for _, n := range []string{"demarc-b", "demarc-a", sums} {
		if err := os.WriteFile(filepath.Join(folder, n), []byte(n), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSums(folder); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, sums))
	if err != nil {
		t.Fatal(err)
	}
	var want string
	for _, n := range []string{"demarc-a", "demarc-b"} {
		sum := sha256.Sum256([]byte(n))
		want += hex.EncodeToString(sum[:]) + "  " + n + "\n"
	}
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEmptiedLeavesOthersAlone(t *testing.T) {
	folder := t.TempDir()
	for _, n := range []string{"demarc-1.0.0-linux-amd64.tar.gz", sums} {
		if err := os.WriteFile(filepath.Join(folder, n), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := emptied(folder); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	thesis := filepath.Join(folder, "thesis.txt")
	if err := os.WriteFile(thesis, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := emptied(folder); err == nil || !strings.Contains(err.Error(), "thesis.txt") {
		t.Errorf("a folder of something else: %v", err)
	}
	if _, err := os.Stat(thesis); err != nil {
		t.Error(err)
	}
}

func TestBill(t *testing.T) {
	sum := sha256.Sum256([]byte("binary"))
	info := &debug.BuildInfo{
		GoVersion: "go1.26.8",
		Deps: []*debug.Module{
			{Path: "github.com/Upper/case", Version: "v2.0.0+incompatible", Sum: "h1:x="},
			{Path: "a.example/old", Version: "v1.0.0", Replace: &debug.Module{Path: "a.example/new", Version: "v1.0.1", Sum: "h1:y="}},
		},
		Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "-ldflags", Value: "-L/home/someone"}},
	}
	b := billOf(info, sum[:], "1.2.3")
	var refs []string
	for _, c := range b.Components {
		refs = append(refs, c.PURL)
	}
	want := []string{"pkg:golang/a.example/new@v1.0.1", "pkg:golang/github.com/Upper/case@v2.0.0%2Bincompatible", "pkg:golang/std@1.26.8"}
	if d := cmp.Diff(want, refs); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]property{{"demarc:build:GOOS", "linux"}}, b.Metadata.Component.Properties); d != "" {
		t.Error(d)
	}
	if len(b.Serial) != len("urn:uuid:")+36 || b.Serial != billOf(info, sum[:], "1.2.3").Serial {
		t.Errorf("serial number %s", b.Serial)
	}
}

func TestBillOfABinary(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bill.json")
	if err := writeBill(path, self, "1.2.3"); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if word := `"pkg:golang/std@`; !bytes.Contains(content, []byte(word)) { // a test binary names no modules
		t.Errorf("no %s in %s", word, content)
	}
	if err := writeBill(path, "release_test.go", "1.2.3"); err == nil {
		t.Error("a text has a bill")
	}
}

func TestVersionIn(t *testing.T) {
	if v, err := versionIn("../../cmd/demarc/app.go"); err != nil || !asVersion.MatchString(v) {
		t.Errorf("%q, %v", v, err)
	}
	for name, c := range map[string]struct{ source, version, fault string }{
		"plain":      {`var version = "1.2.3"`, "1.2.3", ""},
		"grouped":    {"var (\n\ta = 1\n\tversion = \"1.2.3-rc.1\"\n)", "1.2.3-rc.1", ""},
		"none":       {`var other = "1.2.3"`, "", "no variable version"},
		"no literal": {`var version = other`, "", "no variable version"},
		"a path":     {`var version = "../1.2.3"`, "", "not of the form"},
	} {
		path := filepath.Join(t.TempDir(), "app.go")
		if err := os.WriteFile(path, []byte("package main\n"+c.source+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		v, err := versionIn(path)
		if c.fault == "" && (err != nil || v != c.version) || c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)) {
			t.Errorf("%s: %q, %v", name, v, err)
		}
	}
}

func TestSourceTime(t *testing.T) {
	for epoch, want := range map[string]int64{"": 315532800, "0": 315532800, "1795521600": 1795521600} {
		if got, err := sourceTime(epoch); err != nil || got.Unix() != want {
			t.Errorf("%q: %v, %v", epoch, got, err)
		}
	}
	if _, err := sourceTime("yesterday"); err == nil {
		t.Error("yesterday is a time")
	}
}

func TestGoVersion(t *testing.T) {
	if v, err := goVersion("../../go.mod"); err != nil || !strings.HasPrefix(v, "1.") {
		t.Errorf("%q, %v", v, err)
	}
}
