package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"demarc/report"
	"demarc/scanner"
)

// isFolder reports whether an output is a folder: one that exists, or a name
// that ends as those of folders do.
func isFolder(name string) bool {
	if strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// A wholeFolder takes the files of a format that writes several. They are
// written in a hidden folder inside, and moved to their places when all are
// whole; those of the same format that were there before are taken away then.
type wholeFolder struct {
	place, hidden string
	pattern       string // of the format's names
	made          bool   // the folder was not there before
	file          *os.File
	names         []string
}

// newWholeFolder makes ready to write files whose names match pattern.
func newWholeFolder(name, pattern string) (*wholeFolder, error) {
	f := &wholeFolder{place: filepath.Clean(name), pattern: pattern}
	err := os.Mkdir(f.place, 0o777)
	f.made = err == nil
	if err != nil && !errors.Is(err, os.ErrExist) {
		return nil, f.cannot(err)
	}
	var suffix [6]byte
	rand.Read(suffix[:])
	f.hidden = filepath.Join(f.place, ".demarc."+hex.EncodeToString(suffix[:]))
	if err := os.Mkdir(f.hidden, 0o777); err != nil {
		f.discard()
		return nil, f.cannot(err)
	}
	return f, nil
}

func (f *wholeFolder) cannot(err error) error {
	return fmt.Errorf("cannot write into %s: %w", f.place, reason(err))
}

// create is a report.Create.
func (f *wholeFolder) create(name string) (io.Writer, error) {
	if ok, err := path.Match(f.pattern, name); !ok || err != nil || strings.ContainsAny(name, "/\\") {
		return nil, fmt.Errorf("%q is no name of the format's files", name)
	}
	if err := f.end(); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(f.hidden, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, err
	}
	f.file = file
	f.names = append(f.names, name)
	return file, nil
}

// end ends the file that is being written.
func (f *wholeFolder) end() error {
	if f.file == nil {
		return nil
	}
	err := errors.Join(f.file.Sync(), f.file.Close())
	f.file = nil
	return err
}

// commit puts the files in their places. Where one cannot be, all is as before.
func (f *wholeFolder) commit() error {
	defer f.discard()
	if err := f.end(); err != nil {
		return f.cannot(err)
	}
	before, err := filepath.Glob(filepath.Join(literal(f.place), f.pattern))
	if err != nil {
		return f.cannot(err)
	}
	old := filepath.Join(f.hidden, "before")
	if err := os.Mkdir(old, 0o777); err != nil {
		return f.cannot(err)
	}
	var moves []move
	for _, file := range before {
		moves = append(moves, move{file, filepath.Join(old, filepath.Base(file))})
	}
	for _, name := range f.names {
		moves = append(moves, move{filepath.Join(f.hidden, name), filepath.Join(f.place, name)})
	}
	if err := moveAll(moves); err != nil {
		f.names = nil
		return f.cannot(err)
	}
	f.made = false // it stays, also where the scan has nothing for it
	return nil
}

type move struct{ from, to string }

// moveAll makes all moves, or none.
func moveAll(moves []move) error {
	for i, m := range moves {
		if err := os.Rename(m.from, m.to); err != nil {
			for _, done := range moves[:i] {
				defer os.Rename(done.to, done.from) // the last one first
			}
			return err
		}
	}
	return nil
}

// literal escapes what filepath.Glob would take for a pattern.
func literal(name string) string {
	return strings.NewReplacer("\\", "\\\\", "*", "\\*", "?", "\\?", "[", "\\[").Replace(name)
}

// discard takes away what is not in its place, and the folder where it was made
// for nothing.
func (f *wholeFolder) discard() {
	if f == nil {
		return
	}
	if f.file != nil {
		f.file.Close()
		f.file = nil
	}
	if f.hidden != "" {
		os.RemoveAll(f.hidden)
	}
	if f.made && len(f.names) == 0 {
		os.Remove(f.place) // fails where it holds something
	}
}

// writeFolder writes the files of a format into its folder, all or none.
func (t target) writeFolder(r scanner.Reader) error {
	if err := t.several.Write(t.folder.create, r); err != nil {
		t.folder.names = nil
		t.folder.discard()
		return fmt.Errorf("cannot write into %s: %w", t.folder.place, reason(err))
	}
	return t.folder.commit()
}

// writeNumbered writes the files of a format of which one was asked for: the
// first goes there, and where it takes more, they stand beside it, numbered.
func (t target) writeNumbered(r scanner.Reader) (err error) {
	var files []*wholeFile
	err = t.several.Write(func(string) (io.Writer, error) {
		if len(files) == 0 {
			files = append(files, t.file)
			return t.file, nil
		}
		if t.file.direct {
			return nil, errors.New("the scan takes several files: give --output a folder, such as reports/")
		}
		f, err := newWholeFile(numbered(t.file.place, len(files)+1), 0o666)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		return f, nil
	}, r)
	if err != nil {
		for _, f := range files {
			f.discard()
		}
		t.file.discard()
		return fmt.Errorf("cannot write %s: %w", t.file.place, reason(err))
	}
	for _, f := range files {
		err = errors.Join(err, f.commit())
	}
	return err
}

// numbered is the name of the nth file beside the first.
func numbered(name string, n int) string {
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
}

// options are what the formats of this run are made with.
func (a *app) options(anchor string) (report.Options, error) {
	clean := path.Clean(anchor)
	if anchor != "" && (path.IsAbs(anchor) || clean != anchor || strings.HasPrefix(clean, "..") || strings.ContainsAny(anchor, "\\:\n")) {
		return report.Options{}, usagef("--sarif-anchor: %q is no path of a file in the repository: write it relative to the repository's root, with slashes", anchor)
	}
	return report.Options{Anchor: anchor, Note: func(text string) { fmt.Fprintln(a.stderr, "demarc: "+text) }}, nil
}
