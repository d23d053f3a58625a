package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"demarc/report"
	"demarc/scanner"
)

// A target is one format and where it goes; no file and no folder means
// standard output.
type target struct {
	write   report.Format
	file    *wholeFile
	several *report.Folder // nil: the format writes one file
	folder  *wholeFolder
}

// targets pairs formats with output files, and finds out before the scan that
// they can be written.
func (a *app) targets(formats, outputs []string, quiet bool, o report.Options) ([]target, error) {
	if len(formats) == 0 && len(outputs) > 0 {
		return nil, usagef("--output needs the --format that goes there")
	}
	if len(outputs) > len(formats) {
		return nil, usagef("%d --output for %d --format: give one of each, in the same order", len(outputs), len(formats))
	}
	text := report.Text{Color: a.colored(a.stdout), Width: width(a.stdout)}
	var all []target
	for i, name := range formats {
		output := "-"
		if i < len(outputs) {
			output = outputs[i]
		}
		o.Text = report.Text{}
		if standardOutput[output] {
			o.Text = text
		}
		t, err := newTarget(name, output, o)
		if err != nil {
			discard(all)
			return nil, err
		}
		all = append(all, t)
		if err := twice(all, nil); err != nil {
			discard(all)
			return nil, err
		}
	}
	toStdout := 0
	for _, t := range all {
		if t.toStdout() {
			toStdout++
		}
	}
	if toStdout > 1 {
		discard(all)
		return nil, usagef("%d formats for standard output, which takes one: give the others an --output", toStdout)
	}
	if toStdout == 0 && !quiet {
		all = append(all, target{write: text.Write})
	}
	return all, nil
}

// newTarget makes ready for one format to be written to its output.
func newTarget(name, output string, o report.Options) (t target, err error) {
	if t.write, err = o.ByName(name); err != nil {
		return t, usageError{err}
	}
	if several, ok := o.Folder(name); ok {
		t.several = &several
		if isFolder(output) {
			t.folder, err = newWholeFolder(output, several.Pattern)
			return t, err
		}
		if several.Named {
			return t, usagef("--format %s is several files: give its --output a folder, such as reports/", name)
		}
	}
	if !standardOutput[output] {
		t.file, err = newWholeFile(output, 0o666)
	}
	return t, err
}

func (t target) toStdout() bool { return t.file == nil && t.folder == nil }

// standardOutput are the names of standard output.
var standardOutput = map[string]bool{"-": true, "/dev/stdout": true, "/dev/fd/1": true, "/proc/self/fd/1": true}

// twice refuses one file as the place of two things.
func twice(all []target, snapshot *wholeFile) error {
	files := []*wholeFile{snapshot}
	seen := map[string]bool{}
	for _, t := range all {
		files = append(files, t.file)
		if t.folder == nil {
			continue
		}
		key := filepath.Join(t.folder.place, t.folder.pattern)
		if seen[key] {
			return usagef("%s is named twice for one format", t.folder.place)
		}
		seen[key] = true
	}
	for _, f := range files {
		if f == nil || f.direct {
			continue
		}
		place := f.place
		if abs, err := filepath.Abs(place); err == nil {
			place = abs
		}
		if seen[place] {
			return usagef("%s is named twice: give each format, and the snapshot, a file of its own", f.place)
		}
		seen[place] = true
	}
	return nil
}

func discard(all []target) {
	for _, t := range slices.Backward(all) { // a folder that was made goes last
		t.file.discard()
		t.folder.discard()
	}
}

// writeAll writes a scan to its targets; the files appear whole or not at all.
// Standard output comes last, since it may be closed by whoever reads it.
func (a *app) writeAll(all []target, r scanner.Reader) error {
	var errs []error
	for _, t := range all {
		switch {
		case t.folder != nil:
			errs = append(errs, t.writeFolder(r))
		case t.file != nil && t.several != nil:
			errs = append(errs, t.writeNumbered(r))
		case t.file != nil:
			errs = append(errs, t.writeFile(r))
		}
	}
	for _, t := range all {
		if t.toStdout() {
			if err := t.write(a.stdout, r); err != nil {
				errs = append(errs, fmt.Errorf("cannot write to standard output: %w", reason(err)))
			}
		}
	}
	return errors.Join(errs...)
}

// writeFile writes one file, whole or not at all.
func (t target) writeFile(r scanner.Reader) error {
	if err := t.write(t.file, r); err != nil {
		t.file.discard()
		return fmt.Errorf("cannot write %s: %w", t.file.place, reason(err))
	}
	return t.file.commit()
}

// reason is what the system says, without the name of a temporary file.
func reason(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// A wholeFile is written beside its place and moved there when it is whole. A
// device or a pipe has no place beside it: it is written as it is.
type wholeFile struct {
	*os.File
	place  string // the file itself, where links led to it
	direct bool
}

// newWholeFile makes ready to write a file: a new one gets mode, one that
// exists keeps its own, without what mode does not give.
func newWholeFile(name string, mode os.FileMode) (*wholeFile, error) {
	cannot := func(err error) error { return fmt.Errorf("cannot write %s: %w", name, reason(err)) }
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("cannot write %s: it is a folder", name)
	case err == nil && !info.Mode().IsRegular(), openFile.MatchString(name):
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			return nil, cannot(err)
		}
		return &wholeFile{f, name, true}, nil
	}
	place, linkErr := behindLinks(name)
	if linkErr != nil {
		return nil, cannot(linkErr)
	}
	var suffix [6]byte
	rand.Read(suffix[:])
	beside := filepath.Join(filepath.Dir(place), "."+filepath.Base(place)+"."+hex.EncodeToString(suffix[:]))
	f, openErr := os.OpenFile(beside, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if openErr != nil {
		return nil, cannot(openErr)
	}
	out := &wholeFile{f, place, false}
	if err == nil {
		if err := f.Chmod(info.Mode().Perm() & mode); err != nil {
			out.discard()
			return nil, cannot(err)
		}
	}
	return out, nil
}

// openFile matches the names of files that the program has open already.
var openFile = regexp.MustCompile(`^(/dev/std(out|err)|/dev/fd/\d+|/proc/self/fd/\d+)$`)

// behindLinks follows symbolic links to the file that they stand for, which
// need not exist.
func behindLinks(name string) (string, error) {
	for range 40 {
		to, err := os.Readlink(name)
		if err != nil {
			return name, nil // no link, or nothing at all
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(name), to)
		}
		name = to
	}
	return "", errors.New("too many symbolic links")
}

func (f *wholeFile) commit() error {
	if f.direct {
		if err := f.Close(); err != nil {
			return fmt.Errorf("cannot write %s: %w", f.place, reason(err))
		}
		return nil
	}
	err := errors.Join(f.Sync(), f.Close())
	if err == nil {
		if err = os.Rename(f.Name(), f.place); err != nil {
			err = copyOver(f.Name(), f.place)
		}
	}
	os.Remove(f.Name())
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.place, reason(err))
	}
	return nil
}

// copyOver writes into a file that cannot be replaced: one that a container
// mounts by itself, for example.
func copyOver(from, place string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(place, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func (f *wholeFile) discard() {
	if f == nil {
		return
	}
	f.Close()
	if !f.direct {
		os.Remove(f.Name())
	}
}
